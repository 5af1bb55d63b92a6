# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# What run.sh and test.sh share: the system check, the packages, the build. To be sourced.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# To build the program and to run it.
# shellcheck disable=SC2034
build_packages=(
    g++ cmake ninja-build pkgconf
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    qtkeychain-qt6-dev libsecret-1-0 libsimdjson-dev libexpected-dev zlib1g-dev
    libsodium-dev libzstd-dev libqt6sql6-sqlite
    libcpp-httplib-dev nlohmann-json3-dev
    ca-certificates fonts-inter fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
)
# A package of its own since Qt 6.8, a part of libqt6svg6 before.
optional_packages=(qt6-svg-plugins)
# To test it as well.
# shellcheck disable=SC2034
test_packages=(
    dbus gnome-keyring xvfb at-spi2-core python3-pyatspi python3-dbusmock nghttp2-proxy openssl mold poppler-utils
)

fail() {
    echo "${0##*/}: $*" >&2
    exit 1
}

# at_least VERSION LOWEST
at_least() {
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# supported_system [OS-RELEASE-FILE]: Debian 12 or newer, Ubuntu 24.04 or newer.
supported_system() {
    local file=${1:-/etc/os-release}
    [ -r "$file" ] || return 1
    # In a subshell, as it sets a dozen names. Debian's testing and unstable may have no version: newer than any.
    (
        ID='' VERSION_ID=''
        # shellcheck disable=SC1090
        . "$file"
        case $ID in
        debian) at_least "${VERSION_ID:-999}" 12 ;;
        ubuntu) at_least "${VERSION_ID:-0}" 24.04 ;;
        *) false ;;
        esac
    )
}

check_system() {
    supported_system && return
    cat >&2 <<EOF
${0##*/}: this sets itself up on Debian 12 or newer and on Ubuntu 24.04 or newer only.
Elsewhere, install a C++20 compiler, CMake 3.24, Ninja, Qt 6.4 or newer (Core, DBus, Gui, LinguistTools, Network,
Sql with SQLite, Svg, Test, Widgets), QtKeychain for Qt 6, simdjson, tl-expected, libsodium, zstd, zlib, cpp-httplib and nlohmann-json; then:
    cmake --preset release && cmake --build build && build/bin/leadline --demo
EOF
    exit 1
}

installed() {
    dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

# Installs those of the named packages that are not there; asks nobody and does nothing when all are.
install_packages() {
    local package missing=() as_root=()
    for package in "$@"; do
        installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "as root or with sudo, install: ${missing[*]}"
        as_root=(sudo)
    fi
    echo "Installing ${missing[*]}"
    "${as_root[@]}" apt-get update -q
    for package in "${optional_packages[@]}"; do
        if ! installed "$package" && apt-cache show "$package" >/dev/null 2>&1; then
            missing+=("$package")
        fi
    done
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "${missing[@]}" ||
        fail "apt-get could not install: ${missing[*]} (on Ubuntu, these are in main and universe)"
}

# build PRESET TARGET...: configures and builds what changed.
build() {
    local preset=$1 output
    shift
    cd "$root" || exit
    output=$(cmake --preset "$preset" 2>&1) || {
        echo "$output" >&2
        fail "CMake could not configure the $preset build"
    }
    cmake --build --preset "$preset" --target "$@" -- -j "$(nproc)" || fail "the $preset build failed"
}
