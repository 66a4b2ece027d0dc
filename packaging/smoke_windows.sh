#!/bin/sh
# A teacher's first quarter of an hour with the setup under Wine 8: smoke_windows.sh SETUP PICTURES
# PICTURES gets pictures, which somebody has to look at. What Windows 10 has and Wine lacks is put into the
# prefix of Wine, which is new each time, and never into the bundle.
# Needs of Debian: wine64 gcc-mingw-w64-x86-64 xvfb openbox xdotool imagemagick poppler-utils unzip.
set -eu
here=$(dirname "$(readlink -f "$0")")
setup=$(readlink -f "$1")
mkdir -p "$2"
pictures=$(readlink -f "$2")
WINEPREFIX=$(mktemp -d)
export WINEPREFIX WINEDEBUG=-all LC_ALL=C.UTF-8
export WINEDLLOVERRIDES="mscoree,mshtml,winedbg.exe=;icuuc,bcryptprimitives,mscms,ucrtbase=n"
PATH="$PATH:/usr/lib/wine"
wine=$(command -v wine64 || command -v wine)
server=$(command -v wineserver64 || command -v wineserver)
system="$WINEPREFIX/drive_c/windows/system32"
theirs=/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/ucrtbase.dll
home="$WINEPREFIX/drive_c/users/$(id -un)"
data="$home/AppData/Local/Kring"
place="$home/AppData/Local/Programs/Kring"
ended=""

end() {
    trap - EXIT
    "$server" -k || true
    "$server" -w || true
    for one in $ended; do kill "$one" 2> /dev/null || true; done
    rm -rf "$WINEPREFIX"
}
trap end EXIT INT TERM

say() { echo "== $*"; }
fail() { echo "FAILED: $*" >&2; import -window root "$pictures/failed.png"; exit 1; }
# Python wants pipes here: to Wine, a file is not a console and not a pipe either.
run() { { : | { code=0; "$wine" "$@" || code=$?; echo "$code" > "$WINEPREFIX/code"; }; } 2>&1 | cat; }
run_well() { run "$@"; test "$(cat "$WINEPREFIX/code")" = 0 || fail "$*"; }
keys() { for one; do xdotool key "$one"; sleep 0.5; rests; done; }
types() { xdotool type --delay 60 "$1"; sleep 0.5; rests; }
idle() { ! cat "/proc/$(processes)/task/"*/status 2> /dev/null | grep -q "^State:.[RD]"; }
rests() { until_true "idle && sleep 0.3 && idle && sleep 0.3 && idle"; } # on a busy computer too
picture() { rests; sleep "${2:-1}"; import -window root "$pictures/$1.png"; }
until_true() { # within two minutes
    for _ in $(seq 240); do if eval "$1"; then return; fi; sleep 0.5; done
    fail "not within two minutes: $1"
}
window() { until_true "xdotool search --onlyvisible --name '$1' > /dev/null 2>&1"; sleep 3; }
no_window() { until_true "! xdotool search --onlyvisible --name '$1' > /dev/null 2>&1"; }
front() { # after a window of Wine's, which may be going just then
    until_true "xdotool search --onlyvisible --name Kring windowactivate 2> /dev/null"
    sleep 1
}
processes() { pgrep -f '^(/|[A-Z]:).*[/\\]Kring\.exe' || true; }
loaded() { grep -q "$1" "/proc/$(processes)/maps"; }
start() {
    run "$place/Kring.exe" > "$WINEPREFIX/said.txt" &
    window Kring
    rests
}
leave() {
    keys ctrl+q
    until_true 'test -z "$(processes)"'
    cat "$WINEPREFIX/said.txt"
    test ! -s "$WINEPREFIX/said.txt"
}
as_listed() { (cd "$place" && sha256sum -c --quiet files.txt) || fail "a file is not as listed"; }
in_library() { grep -aqs "$1" "$data"/library.kringlib "$data"/library.kringlib-wal; }

stand_ins() {
    for name in icuuc bcryptprimitives mscms; do
        rm -f "$system/$name.dll"
        build_stand_in "$name" -ladvapi32
    done
    # Wine's own goes on under another name, and as no part of Wine, or it would not be looked for.
    sed 's/Wine builtin DLL/Wine copied  DLL/' "$theirs" > "$system/ucrtwine.dll"
    {
        echo "LIBRARY ucrtbase"
        echo "EXPORTS"
        x86_64-w64-mingw32-objdump -p "$theirs" |
            sed -n '/Name Pointer/,$s/^\t\[ *[0-9]*\] \([^ ]*\)$/\1/p' |
            sed -e '/^c\(real\|imag\)f\?$/d' -e '/^_locking$/d' -e 's/.*/"&" = "ucrtwine.&"/'
        printf '%s\n' crealf=real_float cimagf=imaginary_float creal=real_double cimag=imaginary_double \
            _locking=locking
    } > "$WINEPREFIX/ucrtbase.def"
    rm -f "$system/ucrtbase.dll"
    printf '%s\n' "LIBRARY ucrtwine" EXPORTS theirs_locking==_locking theirs_errno==_errno \
        > "$WINEPREFIX/theirs.def"
    x86_64-w64-mingw32-dlltool -d "$WINEPREFIX/theirs.def" -l "$WINEPREFIX/theirs.a"
    build_stand_in ucrtbase "$WINEPREFIX/ucrtbase.def" "$WINEPREFIX/theirs.a" -nostdlib -Wl,-e,0
}
build_stand_in() {
    name=$1
    shift
    x86_64-w64-mingw32-gcc -O2 -Wall -Werror -shared -s "-D$(echo "$name" | tr a-z A-Z)" \
        -o "$system/$name.dll" "$here/stand_ins.c" "$@"
}

say "a new Windows with its stand-ins"
Xvfb -displayfd 3 -screen 0 1366x800x24 -nolisten tcp 3> "$WINEPREFIX/display" 2> /dev/null &
ended="$!"
until_true 'test -s "$WINEPREFIX/display"'
DISPLAY=":$(cat "$WINEPREFIX/display")"
export DISPLAY
openbox > /dev/null 2>&1 &
ended="$ended $!"
WINEDLLOVERRIDES="mscoree,mshtml=" run wineboot -i > /dev/null
"$server" -k || true
"$server" -w || true
stand_ins
run_well reg add 'HKCU\Software\Wine' /v Version /d win10 /f > /dev/null

say "a silent installation; each file as listed"
run_well "$setup" /S
as_listed
run_well reg query 'HKCU\Software\Classes\Kring.Map\shell\open\command' | grep -q 'Kring.exe" "%1"'

say "commands"
example="$place/program/resources/examples/example_nl.kring"
mkdir "$home/Één map"
cp "$example" "$home/Één map/Kaart van Zoë.kring"
map='C:\users\'$(id -un)'\Één map\Kaart van Zoë.kring'
run_well "$place/kring-cmd.exe" --version | grep "^Kring "
for kind in pdf docx; do
    run_well "$place/kring-cmd.exe" report "$map" -o "C:\\Verslag van Zoë.$kind" --lang nl
    test -s "$WINEPREFIX/drive_c/Verslag van Zoë.$kind"
done

say "start, three names, two ratings each"
start
picture 01-start
for name in Anna SENCO "Ouders van Zus"; do types "$name"; keys Return; done
keys ctrl+r
keys 4 2 6
picture 02-rated
keys Return 3 5 4
sleep 1

say "insight with its plot"
keys ctrl+3
picture 03-insight 2
keys Tab Return
until_true "loaded _multiarray_umath"
picture 04-plot 4

say "a report as PDF and as Word, in the window"
save() { # in the window for files of Wine, which does not know Ctrl+A
    window "Save the report"
    keys Home shift+End
    types "C:\\$1"
    picture "$2" 0
    keys Return
    no_window "Report - Kring"
    until_true "test -s '$WINEPREFIX/drive_c/$1'"
    front
}
keys ctrl+shift+r
window "Report - Kring"
picture 05-report 4
keys Return
save report.pdf 06-file
keys ctrl+shift+r
window "Report - Kring"
sleep 3
keys shift+Tab shift+Tab shift+Tab shift+Tab shift+Tab Right Tab Tab Tab space
save report.docx 07-word
pdftotext "$WINEPREFIX/drive_c/report.pdf" "$WINEPREFIX/report.txt"
unzip -p "$WINEPREFIX/drive_c/report.docx" word/document.xml > "$WINEPREFIX/report.xml"
for name in Anna SENCO "Ouders van Zus"; do
    for file in report.txt report.xml; do
        tr '\n' ' ' < "$WINEPREFIX/$file" | grep -q "$name" || fail "$name is not in $file"
    done
done

say "a file by the command of its type while Kring is open, its path with spaces and accents"
before=$(processes)
run_well "$place/Kring.exe" "$map"
picture 08-second-start 4
test "$(processes)" = "$before" || fail "there is a second Kring"

say "the setup over an open Kring leaves it as it is"
run "$setup" /S
test "$(cat "$WINEPREFIX/code")" = 2 || fail "the setup left with $(cat "$WINEPREFIX/code")"
as_listed
leave
in_library "Ouders van Zus"

say "the setup over itself, and the uninstaller; the library stays"
run_well "$setup" /S
as_listed
uninstall() {
    run_well "$place/Uninstall.exe" /S
    until_true 'test ! -e "$place"'
    in_library "Ouders van Zus"
}
uninstall

say "in a folder with spaces and accents"
place="$WINEPREFIX/drive_c/Mijn spullen/Kríng é"
run_well "$setup" /S '/D=C:\Mijn' 'spullen\Kríng' 'é' # one word for the setup, with its spaces
as_listed
start
picture 09-accents
leave
uninstall
say "All of it works. Now look at the pictures in $pictures."
