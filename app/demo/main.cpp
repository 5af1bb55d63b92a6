// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "server.h"

#include <cstdlib>
#include <iostream>
#include <thread>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// Every page of leads needs a few megabytes for a moment. Given back to the system each time, they cost more
/// in page faults than the page itself.
void keepMemory()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
}

} // namespace

int main(int argc, char **argv)
{
    using namespace Leadline::Demo;
    keepMemory();
    const Options options = parseOptions(argc, argv);
    if (!options.error.empty()) {
        std::cerr << "leadline-demo: " << options.error << std::endl;
        return 2;
    }
    if (options.help) {
        std::cout << usage();
        return 0;
    }
    DemoServer server(options);
    const int port = server.bind();
    if (port < 0) {
        std::cerr << "leadline-demo: cannot listen on 127.0.0.1:" << options.port << std::endl;
        return 1;
    }
    std::cout << "LISTENING http://127.0.0.1:" << port << "/api/v1" << std::endl;
    if (!options.detach) {
        // The parent holds the other end: when it dies, however it dies, so does the server.
        std::thread([] {
            while (std::cin.get() != std::istream::traits_type::eof()) {
            }
            std::_Exit(0);
        }).detach();
    }
    return server.run() ? 0 : 1;
}
