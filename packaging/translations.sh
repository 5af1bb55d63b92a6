#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
#
# translations.sh: takes new texts of the sources into resources/translations/*.ts and drops what is gone, then says
# what is left to translate. English holds plural forms only.
set -euo pipefail

cd "$(dirname "$0")/.."
PATH=$PATH:/usr/lib/qt6/bin
update=(lupdate -silent -locations none -no-obsolete -recursive app ui models -extensions "cpp,h")
"${update[@]}" -target-language de -ts resources/translations/leadline_de.ts 2>&1 | grep -v "lacks Q_OBJECT" || true
"${update[@]}" -pluralonly -target-language en -ts resources/translations/leadline_en.ts 2>&1 |
    grep -v "lacks Q_OBJECT" || true
if grep -n 'type="unfinished"' resources/translations/*.ts; then
    echo "translations.sh: not translated yet: the lines above" >&2
    exit 1
fi
