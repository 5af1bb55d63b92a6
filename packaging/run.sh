#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
#
# run.sh [ARGUMENT...]: from a fresh Debian 12 or Ubuntu 24.04, or newer, to the running program. Installs what is
# missing, builds into build/ and opens the demo workspace, or what the arguments say. Without a display it makes a
# picture of every page instead and says where they are.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/setup.sh"

check_system
install_packages "${build_packages[@]}"
build release leadline leadline-demo

if [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    [ $# -gt 0 ] || set -- --demo
    exec "$root/build/bin/leadline" "$@"
fi

tour=$root/build/tour
rm -rf "$tour"
mkdir -p "$tour"
echo "There is no display here: making pictures of the demo workspace."
QT_QPA_PLATFORM=offscreen "$root/build/bin/leadline" --tour "$tour" "$@"

missing=()
for page in leads lead contacts opportunities pipeline pipeline-list pipeline-forecast new-lead sign-in; do
    for scheme in light dark; do
        [ -s "$tour/$page-$scheme.png" ] || missing+=("$page-$scheme.png")
    done
done
[ ${#missing[@]} -eq 0 ] || fail "these pictures were not made: ${missing[*]}"
echo "The pictures are in $tour"
