#!/bin/sh
# Runs the Linux folder in a bare root, as root: packaging/smoke_linux.sh FOLDER ROOT
# ROOT is made by: debootstrap --variant=minbase --include=(the packages of README.md) bookworm ROOT
set -eu
folder=$(readlink -f "$1")
root=$(readlink -f "$2")
mkdir -p "$root/opt/kring"
mount --bind -o ro "$folder" "$root/opt/kring"
trap 'umount "$root/opt/kring"' EXIT
chroot "$root" env -i HOME=/root PATH=/usr/bin:/bin LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen sh -eu <<'INSIDE'
! command -v python3
cd "$(mktemp -d)"
kring=/opt/kring/kring
example=/opt/kring/program/resources/examples/example_nl.kring
$kring --version
$kring analyse $example > measures.txt
$kring report $example -o report.pdf --lang nl
$kring report $example -o report.docx --lang nl
$kring picture $example -o picture.png --lens difference
mkdir stick
timeout 20 $kring --portable stick || test $? = 124
test -s stick/library.kringlib
for file in measures.txt report.pdf report.docx picture.png; do test -s $file; done
ls -l
echo "All of it works."
INSIDE
