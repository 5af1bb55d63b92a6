#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
#
# session.sh COMMAND...: runs the command in a desktop session of its own and takes the session down afterwards: a
# temporary home, Xvfb on a free display, a D-Bus session bus, an unlocked gnome-keyring and the accessibility bus.
# Nothing of the person's own session or home is seen or touched. Exits as the command does.
set -euo pipefail

# wait_for SECONDS COMMAND...: until it succeeds.
wait_for() {
    local tries=$(($1 * 20))
    shift
    until "$@"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.05
    done
}

stop() {
    local pid
    for pid in "$@"; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
}

# Whether a program on the bus has this name. Asks the bus itself: a question to the name would start a second one.
has_owner() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        "string:$1" 2>/dev/null | grep -q true
}

keyring_open() {
    has_owner org.freedesktop.secrets &&
        dbus-send --session --print-reply --dest=org.freedesktop.secrets \
            /org/freedesktop/secrets/collection/login org.freedesktop.DBus.Properties.Get \
            string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null | grep -q false
}

accessibility_there() {
    has_owner org.a11y.Bus &&
        dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress >/dev/null 2>&1
}

# The part on the session bus.
inside() {
    local started=()
    trap 'stop "${started[@]}"' EXIT

    printf leadline | gnome-keyring-daemon --foreground --unlock --components=secrets \
        >"$HOME/keyring.log" 2>&1 &
    started+=($!)
    wait_for 10 keyring_open || { cat "$HOME/keyring.log" >&2; echo "session.sh: no keyring" >&2; exit 1; }

    /usr/libexec/at-spi-bus-launcher --launch-immediately >"$HOME/at-spi.log" 2>&1 &
    started+=($!)
    wait_for 10 accessibility_there ||
        { cat "$HOME/at-spi.log" >&2; echo "session.sh: no accessibility bus" >&2; exit 1; }

    local status=0
    "$@" || status=$?
    exit "$status"
}

outside() {
    home=$(mktemp -d "${TMPDIR:-/tmp}/leadline.XXXXXX")
    xvfb=
    trap 'stop $xvfb; rm -rf "$home"' EXIT
    trap 'exit 130' INT TERM HUP

    mkdir -m 700 "$home/run"
    export HOME=$home XDG_RUNTIME_DIR=$home/run
    export XDG_CONFIG_HOME=$home/.config XDG_DATA_HOME=$home/.local/share
    export XDG_CACHE_HOME=$home/.cache XDG_STATE_HOME=$home/.local/state
    # What would make the program look or behave as it does for this person, a key above all.
    unset CLOSE_API_KEY CLOSE_API_PASSWORD WAYLAND_DISPLAY XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION \
        GNOME_DESKTOP_SESSION_ID GNOME_KEYRING_CONTROL AT_SPI_BUS_ADDRESS NO_AT_BRIDGE QT_QPA_PLATFORM \
        QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE QT_SCALE_FACTOR QT_FONT_DPI QT_LOGGING_RULES \
        http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY

    Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp -noreset 3>"$home/display" >"$home/xvfb.log" 2>&1 &
    xvfb=$!
    wait_for 15 test -s "$home/display" || { cat "$home/xvfb.log" >&2; echo "session.sh: no Xvfb" >&2; exit 1; }
    DISPLAY=:$(cat "$home/display")
    # The keychain test fails where it would skip in a session without a keychain.
    export DISPLAY LEADLINE_TEST_SESSION=1

    local status=0
    dbus-run-session -- "$0" --inside "$@" || status=$?
    exit "$status"
}

[ $# -gt 0 ] || { echo "usage: session.sh COMMAND..." >&2; exit 2; }
if [ "$1" = --inside ]; then
    shift
    inside "$@"
else
    outside "$@"
fi
