"""Asking where a file is to go: one folder, one kind of proposal, and nothing replaced unasked."""

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app import private
from app.exchange.files import safe_name, unused

DOCUMENTS: Final = QStandardPaths.StandardLocation.DocumentsLocation
PICTURES: Final = QStandardPaths.StandardLocation.PicturesLocation
_ENDING: Final = re.compile(r"\*(\.[\w-]+)")


_latest: dict[QStandardPaths.StandardLocation, Path] = {}


def folder(where: QStandardPaths.StandardLocation = DOCUMENTS) -> Path:
    """Return the folder in which something was put last, since Kring was started.

    Before that it is where people keep their documents, or their pictures.
    """
    wanted = _latest.get(where), Path(QStandardPaths.writableLocation(where))
    # A folder that may not be entered is no place to propose.
    found = (path for path in wanted if path is not None and private.is_folder(path))
    return next(found, private.home())


def last_folder() -> Path | None:
    """Return the folder in which a file was put last, of whatever kind, since Kring was started."""
    return next(reversed(_latest.values()), None)


def open_folder(path: Path) -> bool:
    """Show a folder in the file manager; tells whether there is one that shows it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def ask_where(
    parent: QWidget,
    title: str,
    name: str,
    kinds: str,
    where: QStandardPaths.StandardLocation = DOCUMENTS,
) -> Path | None:
    """Ask where a file is to go; None when the dialog is closed without an answer.

    `name` is what it may be called, without an ending (`kring` where it is empty); `kinds` what it
    may be, as a filter of Qt: `Picture (*.png);;Drawing (*.svg)`. The path that comes back ends in
    one of these.
    """
    endings = _ENDING.findall(kinds)
    proposed = folder(where) / f"{safe_name(name)}{endings[0]}"
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    _latest.pop(where, None)  # the last one stands at the end
    _latest[where] = path.parent
    if path.suffix.lower() in endings:
        return path
    ending = (_ENDING.findall(kind) or endings)[0]
    # The dialog asked about the name as typed: what is there with the ending behind it stays.
    return unused(path.with_name(path.name + ending))


def ask_folder(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask in which folder a new one with several files is to come; None without an answer.

    Returns the path of the new folder, which is not there yet: nothing is written over.
    """
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder()))
    if not chosen:
        return None
    _latest.pop(DOCUMENTS, None)
    _latest[DOCUMENTS] = Path(chosen)
    return unused(Path(chosen) / safe_name(name))
