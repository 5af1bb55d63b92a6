#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
#
# on-isolated-bus.sh [--keyring] [--system] COMMAND...: runs the command on a session bus and in a home of its own.
# Nothing on that bus starts by itself, so that there is no Secret Service, and no window that asks for a
# password. With --keyring there is a gnome-keyring-daemon, unlocked with the password "leadline"; with --system the bus
# is the system's bus, too.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)

if [ "${1-}" != --inside ]; then
    home=$(mktemp -d "${TMPDIR:-/tmp}/leadline-bus.XXXXXX")
    trap 'rm -rf "$home"' EXIT
    mkdir -m 700 "$home/run"
    export HOME=$home XDG_RUNTIME_DIR=$home/run
    export XDG_CONFIG_HOME=$home/.config XDG_DATA_HOME=$home/.local/share XDG_CACHE_HOME=$home/.cache
    unset XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION GNOME_DESKTOP_SESSION_ID GNOME_KEYRING_CONTROL
    dbus-run-session --config-file="$here/isolated-bus.conf" -- "$0" --inside "$@"
    exit
fi
shift

if [ "${1-}" = --keyring ]; then
    shift
    printf leadline | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null &
    keyring=$!
    trap 'kill "$keyring" 2>/dev/null || true; wait "$keyring" 2>/dev/null || true' EXIT
    tries=0
    until dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login \
        org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null |
        grep -q false; do
        tries=$((tries + 1))
        if [ "$tries" -gt 100 ]; then
            echo "on-isolated-bus.sh: the keyring did not open within 10 s" >&2
            exit 1
        fi
        sleep 0.1
    done
fi
if [ "$1" = --system ]; then
    shift
    export DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS
fi
"$@"
