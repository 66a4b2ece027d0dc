"""What every bundle of Kring has in common: packages, program, licences, and the list of its files.

Needs nothing but Python and `uv`. All packages come as wheels, each checked against the hash in
`uv.lock`; nothing is compiled here but Python's own bytecode.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from app.words.catalog import LANGUAGES

ROOT: Final = Path(__file__).resolve().parent.parent
HERE: Final = ROOT / "packaging"

DATE: Final = os.environ.get("SOURCE_DATE_EPOCH", "1767225600")
"""The time all files get: the same input gives the same bytes."""

QT_MODULES: Final = (
    "QtCore",
    "QtGui",
    "QtPrintSupport",
    "QtSvg",
    "QtWidgets",
)
"""What Kring imports."""
QT_PLUGINS: Final = (
    "egldeviceintegrations/none",
    "iconengines/*qsvgicon*",
    "imageformats/*qsvg*",
    "imageformats/*qjpeg*",
    "platforminputcontexts/*compose*",
    "platforminputcontexts/*ibus*",
    "platforms/*qwindows*",
    "platforms/*qoffscreen*",
    "platforms/*qxcb*",
    "platforms/*qwayland*",
    "platformthemes/*xdgdesktopportal*",
    "printsupport/*",
    "styles/*",
    "wayland-decoration-client/*bradient*",
    "wayland-shell-integration/*xdg-shell*",
    "xcbglintegrations/*glx*",
)

# Folders and files of other packages that only their own developers use.
UNUSED: Final = (
    "**/tests",
    "**/*.pyi",
    "**/*.h",
    "**/*.lib",
    "**/*.a",
    "bin",
    "numpy/f2py",
    "numpy/testing",
    "numpy/_core/lib",
    "numpy/_core/include",
    "numpy/random/lib",
    "numpy/random/_examples",
    "numpy/distutils",
    "pyqtgraph/examples",
    "pyqtgraph/opengl",
    "lxml/includes",
    "lxml/isoschematron",
    "sqlalchemy/testing",
)


def version() -> str:
    """Return the version of Kring as its code says it."""
    said = re.search(r'^VERSION = "(.+)"$', (ROOT / "app" / "__init__.py").read_text(), re.M)
    assert said is not None
    return said[1]


def put_packages(lib: Path, platform: str, python: str) -> None:
    """Unpack the locked packages for a platform (as `uv` names it) and a version of Python."""
    wanted = lib.parent / "requirements.txt"
    _run("uv", "export", "--locked", "--no-dev", "--no-emit-project", "-q", "-o", str(wanted))
    _run(
        *("uv", "pip", "install", "-q", "--target", str(lib), "--require-hashes", "--no-deps"),
        *("--only-binary", ":all:", "--link-mode", "copy", "--no-compile-bytecode"),
        *("--python-platform", platform, "--python-version", python, "-r", str(wanted)),
    )
    wanted.unlink()
    for left in (lib / ".lock", lib / "_virtualenv.py"):
        left.unlink(missing_ok=True)


def put_program(folder: Path) -> None:
    """Copy what of Kring itself a person runs, and the licences."""
    for name in ("app", "resources"):
        skipped = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / "program" / name, ignore=skipped)
    shutil.copy(ROOT / "main.py", folder / "program")
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    shutil.copytree(HERE / "licences", folder / "licences")


def prune(lib: Path) -> None:
    """Take out what Kring never loads; licences stay."""
    _prune_qt(lib / "PySide6")
    for pattern in UNUSED:
        for found in sorted(lib.glob(pattern)):
            if "licenses" not in found.parts:
                shutil.rmtree(found) if found.is_dir() else found.unlink()
    for record in lib.glob("*.dist-info"):
        for name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json"):
            (record / name).unlink(missing_ok=True)


def _prune_qt(qt: Path) -> None:
    """Keep what Kring loads of Qt, and the licences."""
    kept = loaded_of_qt(qt)
    for file in sorted(qt.rglob("*")):
        inside = file.relative_to(qt)
        is_code = file.suffix == ".py" and len(inside.parts) == 1
        if file.is_file() and file not in kept and not is_code and "licenses" not in inside.parts:
            file.unlink()
    for folder in sorted(qt.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def loaded_of_qt(qt: Path) -> set[Path]:
    """Return the modules that are asked for, a few plugins, their libraries, and Qt's own words."""
    plugins = next(one for one in (qt / "Qt" / "plugins", qt / "plugins") if one.is_dir())
    modules = [file for name in QT_MODULES for file in qt.glob(f"{name}.*") if _is_binary(file)]
    kept = {*modules, *(file for one in QT_PLUGINS for file in plugins.glob(one))}
    kept |= {file for name in ("libpyside6.*", "pyside6.*", "msvcp*", "vcruntime*", "concrt*")
             for file in qt.glob(name) if _is_binary(file)}  # fmt: skip
    libraries = {file.name.encode(): file for file in qt.rglob("*") if _is_binary(file)}
    queue = list(kept)
    while queue:
        named = libraries.keys() & queue.pop().read_bytes().split(b"\0")
        found = {libraries[name] for name in named} - kept
        kept |= found
        queue += found
    return kept | {file for one in LANGUAGES for file in qt.rglob(f"translations/qtbase_{one}.qm")}


def _is_binary(file: Path) -> bool:
    return file.is_file() and bool(re.search(r"\.(pyd|dll|so(\.[\d.]+)?)$", file.name))


def compile_all(folders: Iterable[Path], python: str) -> None:
    """Write the bytecode of all modules, so that the first start is as quick as the next.

    It is taken without a look at the source: a bundle is changed as a whole or not at all.
    """
    for folder in folders:
        _run(
            *(python, "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash"),
            *("-s", str(folder.parent), str(folder)),
        )


def finish(folder: Path, listed: Path) -> None:
    """Give all files one time and plain modes, and write the list of them with their hashes."""
    lines = []
    for file in sorted(folder.rglob("*")):
        if not file.is_symlink():
            runs = file.is_dir() or os.access(file, os.X_OK)
            file.chmod(0o755 if runs else 0o644)
            os.utime(file, (int(DATE), int(DATE)))
        if file.is_file() and not file.is_symlink():
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            lines.append(f"{digest}  {file.relative_to(folder).as_posix()}\n")
    listed.write_text("".join(lines))
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{folder.name}: {len(lines)} files, {size / 1e6:.0f} MB unpacked")


def put_parts(folder: Path, lib: Path, python: str) -> None:
    """Write which parts are in a bundle, under which licences, and where the source of Qt is."""
    lines = [f"Kring {version()}: MIT\n", f"Python {python}: PSF-2.0 (LICENSE.txt beside it)\n"]
    for file in sorted(lib.glob("*.dist-info/METADATA")):
        head = file.read_text(encoding="utf-8").partition("\n\n")[0]
        said = dict(re.findall(r"^(Name|Version|License-Expression): (.+)$", head, re.M))
        classes = re.findall(r"^Classifier: License :: .*:: (.+)$", head, re.M)
        plain = re.findall(r"^License: (.+)$", head, re.M)
        licence = said.get("License-Expression") or ", ".join(classes or plain)
        lines.append(f"{said['Name']} {said['Version']}: {licence}\n")
    lines.append("libsodium, within PyNaCl: ISC\n")
    qt = (
        "\nQt, PySide6 and shiboken6 are used under the LGPL 3 (texts beside this file). They are "
        "files of\ntheir own: put others of the same version in their place and Kring uses those. "
        "Their source, of\nthese versions, is published by The Qt Company at code.qt.io.\n"
    )
    (folder / "licences" / "PARTS.txt").write_text("".join(lines) + qt, encoding="utf-8")


def fresh(folder: Path) -> Path:
    """Return a folder that is there and empty."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def checked(file: Path, digest: str) -> Path:
    """Return the file if its content is what was pinned; else leave."""
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != digest:
        sys.exit(f"{file.name} is not what was pinned: sha256 {found}")
    return file


def _run(*words: str) -> None:
    subprocess.run(words, check=True, cwd=ROOT)


run: Final = _run
