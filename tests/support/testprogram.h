// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Leadline::Test {

/// Enters a test in the list of the program it is linked into: `tests_net tst_http2 [argument of Qt Test...]` runs it
/// alone, in a process of its own, as if it were the whole program.
struct RegisteredTest
{
    using Main = int (*)(int argc, char **argv);

    RegisteredTest(const char *testName, Main testMain);

    const char *name;
    Main run;
    const RegisteredTest *next;
};

} // namespace Leadline::Test

/// At the end of a test's file, in place of Qt's own QTEST_MAIN, QTEST_GUILESS_MAIN or QTEST_APPLESS_MAIN, which stands
/// in the middle: its main() becomes a function of the namespace the file has for itself, so that dozens of tests can
/// be one program and several files one translation unit.
#define LEADLINE_TEST(name, QT_MAIN, Class)                                                                  \
    QT_MAIN(Class)                                                                                           \
    static const Leadline::Test::RegisteredTest registered(#name, main);
