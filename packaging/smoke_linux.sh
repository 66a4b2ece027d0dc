#!/bin/sh
# A teacher's first quarter of an hour with the .deb in a bare Debian. As root: smoke_linux.sh DEB WORK
# WORK gets the bare root, made once by debootstrap, and pictures, which somebody has to look at.
# Needs of Debian: debootstrap xvfb openbox xdotool imagemagick poppler-utils unzip.
set -eu
deb=$(readlink -f "$1")
mkdir -p "$2/pictures"
work=$(readlink -f "$2")
root="$work/root"
home="$root/home/teacher"
data="$home/.local/share/Kring"
ended=""

end() {
    trap - EXIT
    for one in $ended; do kill "$one" 2> /dev/null || true; done
    sleep 1
    for one in tmp/.X11-unix proc; do umount "$root/$one" 2> /dev/null || true; done
}
trap end EXIT INT TERM

say() { echo "== $*"; }
fail() { echo "FAILED: $*" >&2; import -window root "$work/pictures/failed.png"; exit 1; }
in_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
as_teacher() {
    chroot --userspec=teacher "$root" env -i PATH=/usr/bin:/bin HOME=/home/teacher \
        LANG=nl_NL.UTF-8 LC_ALL=C.UTF-8 LANGUAGE=nl DISPLAY="${DISPLAY:-}" "$@"
}
keys() { for one; do xdotool key "$one"; sleep 0.3; rests; done; }
types() { xdotool type --delay 30 "$1"; sleep 0.3; rests; }
enters() { types "$1"; keys Return; }
idle() { ! cat "/proc/$(process)/task/"*/status 2> /dev/null | grep -q "^State:.[RD]"; }
rests() { until_true "idle && sleep 0.3 && idle && sleep 0.3 && idle"; } # on a busy computer too
picture() { rests; sleep "${2:-1}"; import -window root "$work/pictures/$1.png"; }
until_true() { # within two minutes
    for _ in $(seq 240); do if eval "$1"; then return; fi; sleep 0.5; done
    fail "not within two minutes: $1"
}
window() { until_true "xdotool search --onlyvisible --name '$1' > /dev/null"; sleep 1; }
no_window() { until_true "! xdotool search --onlyvisible --name '$1' > /dev/null 2>&1"; }
process() { pgrep -o -f "/python/bin/python3 .*main.py"; }
loaded() { grep -q "$1" "/proc/$(process)/maps"; }
start() { # each way through the entry of the menu, as the desktop does
    command=$(sed -n 's/^Exec=\(.*\) %F$/\1/p' "$root/usr/share/applications/kring.desktop")
    as_teacher $command "$@" > "$work/said.txt" 2>&1 &
    ended="$ended $!"
    window Kring
    sleep 3
    rests
}
leave() { keys ctrl+q; until_true '! process > /dev/null'; cat "$work/said.txt"; test ! -s "$work/said.txt"; }

say "a bare Debian with nothing but what the package declares"
test -d "$root/usr" || debootstrap --variant=minbase bookworm "$root" > "$work/debootstrap.log"
mkdir -p "$root/tmp/.X11-unix"
mount -t proc proc "$root/proc"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
cp /etc/resolv.conf "$root/etc/"
in_root apt-get purge -qq -y kring > /dev/null 2>&1 || true
in_root userdel -r teacher > /dev/null 2>&1 || true
cp "$deb" "$root/kring.deb"
in_root apt-get update -qq
in_root apt-get install -qq -y --no-install-recommends /kring.deb > "$work/apt.log" 2>&1
in_root useradd -m teacher
if in_root sh -c "command -v python3"; then fail "there is a Python"; fi
missing=$(in_root sh -c 'find /usr/lib/kring -name "*.so*" -exec ldd {} + 2>/dev/null' |
    sed -n 's/^\t\(.*\) => not found$/\1/p' | sort -u)
say "libraries that are not there:" $missing
for one in $missing; do # those of packages that are recommended
    case $one in libcups.so.* | libwayland-cursor.so.*) ;; *) fail "$one is not declared" ;; esac
done

say "commands"
kring=/usr/bin/kring
example=/usr/lib/kring/program/resources/examples/example_nl.kring
as_teacher sh -eu -c "
    cd; $kring --version
    $kring analyse $example > measures.txt
    $kring report $example -o report.pdf --lang nl
    $kring report $example -o report.docx --lang nl
    $kring picture $example -o picture.png --lens gap
    for file in measures.txt report.pdf report.docx picture.png; do test -s \$file; rm \$file; done"

say "start, three names, two ratings each"
Xvfb -displayfd 3 -screen 0 1366x800x24 -nolisten tcp 3> "$work/display" 2> /dev/null &
ended="$!"
until_true 'test -s "$work/display"'
DISPLAY=":$(cat "$work/display")"
export DISPLAY
openbox > /dev/null 2>&1 &
ended="$ended $!"
sleep 1
start
picture 01-start
for name in Anna SENCO "Ouders van Zus"; do enters "$name"; done
keys ctrl+r
keys 4 2 6
picture 02-rated
keys Return 3 5 4
sleep 1

say "insight with its plot"
keys ctrl+3
sleep 2
picture 03-insight
keys Tab Return
until_true "loaded _multiarray_umath"
picture 04-plot 3

say "a report as PDF and as Word, in the window"
keys ctrl+shift+r
window Verslag
picture 05-report 3
keys Return
window opslaan
picture 06-file
keys Return
no_window opslaan
until_true 'test -s "$home/Mijn netwerk.pdf"'
keys ctrl+shift+r
window Verslag
sleep 3
keys shift+Tab shift+Tab shift+Tab shift+Tab shift+Tab Right Tab Tab Tab space
window opslaan
keys Return
until_true 'test -s "$home/Mijn netwerk.docx"'
no_window Verslag
pdftotext "$home/Mijn netwerk.pdf" "$work/report.txt"
unzip -p "$home/Mijn netwerk.docx" word/document.xml > "$work/report.xml"
for name in Anna SENCO "Ouders van Zus" "heel belangrijk"; do
    for file in report.txt report.xml; do
        tr '\n' ' ' < "$work/$file" | grep -q "$name" || fail "$name is not in $file"
    done
done

say "printing, without a printer"
keys ctrl+1 ctrl+p
window Afdrukken
loaded libQt6PrintSupport || fail "printing is not there"
picture 07-print 2
keys Return
picture 08-system-print 2
keys Escape
keys Escape
no_window Afdrukken

say "a file by a double click while Kring is open, its path with spaces and accents"
mkdir "$home/Één map"
cp "$root$example" "$home/Één map/Kaart van Zoë.kring"
in_root chown -R teacher: /home/teacher
before=$(process)
timeout 30 chroot --userspec=teacher "$root" env -i PATH=/usr/bin:/bin HOME=/home/teacher \
    LC_ALL=C.UTF-8 DISPLAY="$DISPLAY" kring "/home/teacher/Één map/Kaart van Zoë.kring"
test "$(process)" = "$before"
picture 09-second-start 2

say "the same package over itself while Kring is open"
in_root apt-get install -qq -y --reinstall --no-install-recommends /kring.deb > "$work/again.log" 2>&1
keys ctrl+m
picture 10-maps 2

say "a password by the key to lock, its recovery code typed over"
grep -aq "Ouders van Zus" "$data"/library.kringlib*
keys F12
window "wachtwoord"
picture 11-password
types "drie woorden achtereen"
keys Tab
enters "drie woorden achtereen"
picture 12-code
keys ctrl+a ctrl+c Tab Tab Tab ctrl+v
keys Return
no_window "wachtwoord"
loaded _sodium || fail "libsodium is not there"
picture 13-set 2
say "locked by the key"
keys F12
sleep 3
picture 14-locked
enters "niet het wachtwoord"
picture 15-wrong 3
keys ctrl+a
enters "drie woorden achtereen"
picture 16-open 5
leave
if grep -arlq "Ouders van Zus" "$home/.local" "$home/.config"; then
    fail "a name can be read in $(grep -arl "Ouders van Zus" "$home/.local" "$home/.config")"
fi
start
picture 17-asked
enters "drie woorden achtereen"
keys ctrl+1
picture 18-there 4
keys F1
picture 19-keys 2
keys Escape
leave

say "from a stick: all in the folder beside the program, nothing on the computer"
stick="$home/Stick van Zoë"
cp -a "$root/usr/lib/kring" "$stick"
mkdir "$stick/maps"
in_root chown -R teacher: /home/teacher
find "$home" -path "$stick" -prune -o -type f -print0 | sort -z | xargs -0 sha256sum > "$work/before.txt"
as_teacher "/home/teacher/Stick van Zoë/kring" > "$work/said.txt" 2>&1 &
ended="$ended $!"
window Kring
sleep 3
enters "Iemand op de stick"
picture 20-stick
keys ctrl+q
until_true '! pgrep -f "Stick van Zo.*main.py" > /dev/null'
grep -aq "Iemand op de stick" "$stick"/maps/library.kringlib*
find "$home" -path "$stick" -prune -o -type f -print0 | sort -z | xargs -0 sha256sum > "$work/after.txt"
cmp "$work/before.txt" "$work/after.txt"

say "uninstall; the library stays"
in_root apt-get purge -qq -y kring > "$work/purge.log" 2>&1
test ! -e "$root/usr/lib/kring"
test -s "$data/library.kringlib"
say "All of it works. Now look at the pictures in $work/pictures."
