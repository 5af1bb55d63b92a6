#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
#
# pictures.sh [PROGRAM]: makes the README's pictures in packaging/pictures/ anew from the demo, with the program given
# or build/bin/leadline. Needs no display; with pngquant the pictures become a third as large.
set -euo pipefail

folder=$(cd "$(dirname "$0")" && pwd)
program=${1:-$folder/../build/bin/leadline}
tour=$(mktemp -d "${TMPDIR:-/tmp}/leadline-pictures.XXXXXX")
trap 'rm -rf "$tour"' EXIT

# In a home of its own: the person's columns, filters and colours are none of the README's.
mkdir -m 700 "$tour/home"
env -u CLOSE_API_KEY -u CLOSE_API_PASSWORD -u XDG_CONFIG_HOME HOME="$tour/home" XDG_RUNTIME_DIR="$tour/home" \
    LC_ALL=C.UTF-8 TZ=Europe/Vienna QT_QPA_PLATFORM=offscreen "$program" --tour "$tour"

mkdir -p "$folder/pictures"
for page in leads lead pipeline pipeline-list pipeline-forecast new-lead; do
    for scheme in light dark; do
        picture=$page-$scheme.png
        if [ ! -s "$tour/$picture" ]; then
            echo "pictures.sh: the tour made no $picture" >&2
            continue
        fi
        if command -v pngquant >/dev/null; then
            pngquant --force --strip --speed 1 --output "$folder/pictures/$picture" "$tour/$picture"
        else
            cp "$tour/$picture" "$folder/pictures/$picture"
        fi
    done
done
ls -l "$folder/pictures"
