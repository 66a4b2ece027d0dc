#!/bin/sh
# Installs and removes the setup under Wine in a prefix of its own: packaging/smoke_windows.sh SETUP
set -eu
setup=$(readlink -f "$1")
WINEPREFIX=$(mktemp -d)
export WINEPREFIX WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" LC_ALL=C.UTF-8
wine=$(command -v wine64 || command -v wine || echo /usr/lib/wine/wine64)
run() { : | "$wine" "$@"; }
run wineboot -i > /dev/null
data="$WINEPREFIX/drive_c/users/$(id -un)/AppData/Local"
place="$data/Programs/Kring"
mkdir -p "$data/Kring"
echo mine > "$data/Kring/library.kringlib"
run "$setup" /S
(cd "$place" && sha256sum -c --quiet files.txt && echo "Every file as listed.")
run "$place/kring-cmd.exe" --version 2>&1 | grep "^Kring "
run reg query 'HKCU\Software\Classes\Kring.Map\shell\open\command' | grep -q Kring.exe
run "$setup" /S # over itself
(cd "$place" && sha256sum -c --quiet files.txt && echo "Over itself: every file as listed.")
run "$place/Uninstall.exe" /S
for _ in $(seq 60); do test -e "$place" || break; sleep 1; done
test ! -e "$place"
test "$(cat "$data/Kring/library.kringlib")" = mine
echo "Gone; the library is still there."
