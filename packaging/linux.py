"""Builds the `.deb` and the `tar.xz` for Linux: `python3.13 packaging/linux.py [FOLDER]`.

The Python that runs this is the one that goes along, with the libraries it needs beyond the C
library. Needs `uv`, and of Debian: patchelf, dpkg-dev, xz-utils.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Final

import bundle

from app import file_type

ARCHITECTURE: Final = "x86_64"
PLATFORM: Final = "x86_64-manylinux_2_36"
"""As old a C library as Debian 12 has."""

LEFT_OUT: Final = (
    "test", "idlelib", "tkinter", "turtledemo", "turtle.py", "ensurepip", "lib2to3", "pydoc_data",
    "site-packages", "config-*", "venv", "*.a", "lib-dynload/_test*", "lib-dynload/_tkinter*",
    "lib-dynload/_ssl*", "lib-dynload/_hashlib*", "lib-dynload/readline*", "lib-dynload/_curses*",
    "lib-dynload/_dbm*", "lib-dynload/_gdbm*", "lib-dynload/nis*", "lib-dynload/ossaudiodev*",
    "lib-dynload/xx*", "lib-dynload/_xx*", "lib-dynload/_ctypes_test*", "**/__pycache__",
)  # fmt: skip

OF_THE_SYSTEM: Final = ("libc.so", "libm.so", "libdl.so", "libpthread.so", "librt.so", "ld-linux",
                        "linux-vdso", "libutil.so")  # fmt: skip

DEPENDS: Final = (
    "libc6 (>= 2.36)", "libglib2.0-0t64 | libglib2.0-0", "libgl1", "libegl1", "libdbus-1-3",
    "libfontconfig1", "libxkbcommon0", "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4",
    "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1",
)  # fmt: skip
"""What `README.md` asks of a bare Debian."""

LAUNCHER: Final = """\
#!/bin/sh
# Starts Kring with the Python that lies beside it, whatever the surroundings say of another.
here=$(dirname "$(readlink -f "$0")")
if [ ! -f "$here/program/main.py" ] || [ ! -x "$here/python/bin/python3" ]; then
    echo "A part of Kring is missing. Install Kring again; your maps stay as they are." >&2
    exit 3
fi
exec "$here/python/bin/python3" -E -s -X kring="$here/kring" "$here/program/main.py" "$@"
"""

METAINFO: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>kring</id>
  <metadata_license>MIT</metadata_license>
  <project_license>MIT</project_license>
  <name>Kring</name>
  <summary>Draw your own ecology as a teacher</summary>
  <summary xml:lang="nl">Teken je eigen ecologie als leraar</summary>
  <description>
    <p>Draw the people you work with, say how often you have contact and how important that is for
    your pupils, and see where the two differ. Everything stays on your own computer.</p>
    <p xml:lang="nl">Teken met wie je werkt, geef aan hoe vaak je contact hebt en hoe belangrijk dat
    is voor je leerlingen, en zie waar die twee verschillen. Alles blijft op je eigen computer.</p>
  </description>
  <launchable type="desktop-id">kring.desktop</launchable>
  <content_rating type="oars-1.1"/>
  <provides><mediatype>{type}</mediatype></provides>
</component>
"""


def main() -> None:
    """Build the folder, its list of files, and both packages."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else bundle.ROOT / "dist").absolute()
    os.environ["SOURCE_DATE_EPOCH"] = bundle.DATE
    name = f"kring-{bundle.version()}-linux-{ARCHITECTURE}"
    folder = bundle.fresh(out / name)
    lib = put_python(folder / "python")
    packages = lib / "site-packages"
    bundle.put_packages(packages, PLATFORM, "{}.{}".format(*sys.version_info))
    bundle.prune(packages)
    bundle.put_program(folder)
    bundle.put_parts(folder, packages, sys.version.split()[0])
    bundle.compile_all([lib, folder / "program"], sys.executable)
    launcher = folder / "kring"
    launcher.write_text(LAUNCHER)
    launcher.chmod(0o755)
    bundle.finish(folder, out / "Kring-linux-files.txt")
    archive = out / f"{name}.tar.xz"
    bundle.run(
        *("tar", "--sort=name", f"--mtime=@{bundle.DATE}", "--owner=0", "--group=0"),
        *("--numeric-owner", "-C", str(out), "-cJf", str(archive), name),
    )
    package = out / f"kring_{bundle.version()}_amd64.deb"
    root = bundle.fresh(out / "deb")
    shutil.copytree(folder, root / "usr" / "lib" / "kring", symlinks=True)
    put_desktop(root)
    bundle.finish(root, out / "Kring-deb-files.txt")
    bundle.run("dpkg-deb", "--root-owner-group", "-Zxz", "-b", str(root), str(package))
    for file in (archive, package):
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")


def put_python(folder: Path) -> Path:
    """Copy the Python that runs this, without what Kring never loads; returns its library."""
    version = "python{}.{}".format(*sys.version_info)
    lib = folder / "lib" / version
    shutil.copytree(sysconfig.get_path("stdlib"), lib, symlinks=False)
    for pattern in LEFT_OUT:
        for found in sorted(lib.glob(pattern)):
            shutil.rmtree(found) if found.is_dir() else found.unlink()
    (folder / "bin").mkdir()
    program = folder / "bin" / "python3"
    shutil.copy(Path(sys.base_prefix) / "bin" / version, program)
    shutil.copy(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", folder / "LICENSE.txt")
    modules = sorted((lib / "lib-dynload").glob("*.so"))
    for binary in [program, *modules]:
        for needed in libraries_of(binary):
            shutil.copy(needed, folder / "lib" / needed.name)
    for binary, way in [(program, "$ORIGIN/../lib"), *((one, "$ORIGIN/../..") for one in modules)]:
        bundle.run("patchelf", "--set-rpath", way, str(binary))
    return lib


def libraries_of(binary: Path) -> list[Path]:
    """Return the libraries a program loads that not every Linux has."""
    said = subprocess.run(("ldd", str(binary)), capture_output=True, text=True, check=True).stdout
    found = [line.split("=>")[1].split()[0] for line in said.splitlines() if "=> /" in line]
    return [Path(one) for one in found if not Path(one).name.startswith(OF_THE_SYSTEM)]


def put_desktop(root: Path) -> None:
    """Add what the desktop and the package manager read."""
    share = root / "usr" / "share"
    icon = bundle.ROOT / "resources" / "icons" / "kring.svg"
    hicolor = share / "icons" / "hicolor" / "scalable"
    for target in (hicolor / "apps" / "kring.svg",
                   hicolor / "mimetypes" / "application-x-kring.svg"):  # fmt: skip
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(icon, target)
    texts = {
        share / "applications" / "kring.desktop": file_type.ENTRY.format(command="kring"),
        share / "mime" / "packages" / "kring.xml": file_type.MIME,
        share / "metainfo" / "kring.metainfo.xml": METAINFO.format(type=file_type.TYPE),
        share / "doc" / "kring" / "copyright": (bundle.ROOT / "LICENSE").read_text()
        + "\nParts under their own licences: /usr/lib/kring/licences.\n",
    }
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    start = root / "usr" / "bin" / "kring"
    start.parent.mkdir()
    start.symlink_to("../lib/kring/kring")
    size = sum(one.stat().st_size for one in root.rglob("*") if one.is_file())
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        f"Package: kring\nVersion: {bundle.version()}\nArchitecture: amd64\nSection: education\n"
        f"Priority: optional\nMaintainer: Kring\nInstalled-Size: {size // 1024}\n"
        f"Depends: {', '.join(DEPENDS)}\n"
        # To find a printer (a PDF needs none), and for Wayland without X11.
        "Recommends: libcups2t64 | libcups2, libwayland-cursor0\n"
        "Description: Draw your own ecology as a teacher\n"
        " A teacher draws the people they work with, rates them, and sees where contact\n"
        " and importance differ. Everything stays on the computer.\n"
    )


if __name__ == "__main__":
    main()
