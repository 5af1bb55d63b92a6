// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "testprogram.h"

#include <cstdio>
#include <cstring>

namespace Leadline::Test {

namespace {

// Not yet filled in when the first test registers itself, but zero.
const RegisteredTest *firstTest;

} // namespace

RegisteredTest::RegisteredTest(const char *testName, Main testMain)
    : name(testName)
    , run(testMain)
    , next(firstTest)
{
    firstTest = this;
}

} // namespace Leadline::Test

/// Without a name, or with one it does not know, says which tests there are.
int main(int argc, char **argv)
{
    using namespace Leadline::Test;
    for (const RegisteredTest *test = firstTest; test; test = test->next) {
        if (argc > 1 && std::strcmp(argv[1], test->name) == 0)
            return test->run(argc - 1, argv + 1);
    }
    std::fprintf(stderr, "usage: %s TEST [ARGUMENT...]\n", argv[0]);
    for (const RegisteredTest *test = firstTest; test; test = test->next)
        std::fprintf(stderr, "    %s\n", test->name);
    return 2;
}
