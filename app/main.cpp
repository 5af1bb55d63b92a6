// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "program.h"

int main(int argc, char *argv[])
{
    return Leadline::runLeadline(argc, argv);
}
