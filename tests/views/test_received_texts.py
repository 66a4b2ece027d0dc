"""What others wrote is text wherever it is shown: nothing in it is read as HTML or as a key."""

import ctypes
import io
import os
import re
import struct
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QImage, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGraphicsView,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.network import Map
from app.settings import Settings
from app.views.frame.window import MainWindow
from app.views.map.lens_and_layers import look_in
from app.views.picture.portrait import Portrait
from app.views.reflect.card_on_paper import as_pdf
from app.views.widgets import theme
from tests.sure import as_a
from tests.untranslated import seen
from tests.views.marked import ENOUGH, marked_map, walk
from tests.views.test_written_from_right import NAME, turned

_MARK = "Zq"
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


class Watched:
    """A picture on the disk that tells whether anybody opened it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        picture = QImage(4, 4, QImage.Format.Format_RGB32)
        picture.save(str(path))
        self._library = ctypes.CDLL(None, use_errno=True)
        self._watch = self._library.inotify_init1(os.O_NONBLOCK)
        opened_or_read = 0x20 | 0x1
        self._library.inotify_add_watch(self._watch, os.fsencode(path), opened_or_read)

    def was_opened(self) -> bool:
        """Tell whether it was opened since the last time this was asked."""
        try:
            return len(os.read(self._watch, 4096)) >= struct.calcsize("iIII")
        except BlockingIOError:
            return False

    def close(self) -> None:
        os.close(self._watch)


@pytest.fixture
def watched(tmp_path: Path, qapp: QApplication) -> Iterator[Watched]:
    if not sys.platform.startswith("linux"):
        pytest.skip("what is opened is heard on Linux only")
    watched = Watched(tmp_path / "p.png")
    yield watched
    watched.close()


def hostile(watched: Watched, name: str = "") -> str:
    return f"<b>{_MARK}</b> {name}<img src='{watched.path.name}'> &amp; R & D"


def test_the_watch_hears_who_opens_the_picture(watched: Watched) -> None:
    assert not watched.was_opened()
    watched.path.read_bytes()
    assert watched.was_opened()


@pytest.fixture
def around(
    watched: Watched,
    monkeypatch: pytest.MonkeyPatch,
    document: Document,
    settings: Settings,
    qapp: QApplication,
    qtbot: QtBot,
) -> Iterator[tuple[MainWindow, Iterator[Any], Any]]:
    """A window on a map of marked texts, and where a name without a folder leads to the picture."""
    monkeypatch.chdir(watched.path.parent)
    text = hostile(watched, f"{NAME} ")
    whole = guest = marked_map(lambda field: text, ENOUGH)
    guest = Map.of(
        replace(r, id="guest", series="theirs") if r is guest.network else r
        for r in guest.records.values()
    )
    document.add_map(whole)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.show_document(document)
    yield window, walk(window, document, settings, guest), text
    window.close()


def test_no_screen_reads_a_text_as_html_opens_what_it_names_or_lets_it_turn_a_sentence(
    around: tuple[MainWindow, Iterator[Any], Any], watched: Watched
) -> None:
    _, screens, text = around
    wrong: dict[str, str] = {}
    said: dict[str, str] = {}
    tips = set[tuple[str, str]]()
    for screen in chain(screens, ["hidden at the end"]):
        hidden = screen == "hidden at the end"
        for where, problem in _faults(text, tips, hidden=hidden):
            wrong.setdefault(where, f"{screen}: {problem}")
        if watched.was_opened():
            wrong[screen] = "the picture in a text was opened"
        for top in QApplication.topLevelWidgets():
            for one in seen(top, hidden=hidden):
                said.setdefault(one, screen)
    assert wrong == {}
    assert any(text in one for one in said)
    assert {one: at for one, at in said.items() if turned(_as_a_name(one, text))} == {}


def _as_a_name(shown: str, text: str) -> str:
    """Return what is shown with a name from right to left for the text, also where it is cut."""
    whole = (letter for letter in text if not letter.isspace())
    letters = [("&&?" if letter == "&" else re.escape(letter)) + r"\s*" for letter in whole]
    least = len(f"<b>{_MARK}")
    rest = "".join(f"(?:{letter}" for letter in letters[least:]) + ")?" * len(letters[least:])
    return re.sub("".join(letters[:least]) + rest, NAME + " ", shown)


def test_a_text_that_is_cut_or_broken_is_seen_as_a_name() -> None:
    text = f"<b>{_MARK}</b> {NAME} R & D"
    for shown in (text, text[:-8] + "…", text.replace(" ", "\n")):
        assert turned(_as_a_name(f"{shown}: weekly", text))
        assert not turned(_as_a_name(f"\u2068{shown}\u2069: weekly", text))


def test_a_label_and_a_tooltip_made_by_anybody_are_plain(
    qtbot: QtBot, window: Any, watched: Watched
) -> None:
    label = QLabel(hostile(watched), window)
    label.adjustSize()
    window.show()
    assert label.textFormat() == Qt.TextFormat.PlainText
    QToolTip.showText(QPoint(1, 1), hostile(watched), window)
    assert _tip().textFormat() == Qt.TextFormat.PlainText
    QToolTip.hideText()
    theme.wear("dark", 150)
    theme.wear("light", 100)
    assert label.textFormat() == Qt.TextFormat.PlainText


def _tip() -> QLabel:
    tip = next(
        w for w in QApplication.topLevelWidgets() if w.metaObject().className() == "QTipLabel"
    )
    return as_a(QLabel, tip)


def _faults(text: str, tips: set[tuple[str, str]], *, hidden: bool) -> Iterator[tuple[str, str]]:
    """Yield the place and the fault of whatever would not be shown letter for letter.

    In `tips` are those that were shown already, which takes longest.
    """
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            if not hidden and not widget.isVisible():
                continue
            kind = type(widget).__qualname__
            where = f"{kind} in {type(widget.parentWidget()).__qualname__}"
            for problem in _of_widget(widget, text, tips):
                yield f"{where}: {problem[:60]}", problem
        for action in top.findChildren(QAction):
            if fault := _as_button(action.text(), text):
                yield f"action {action.text()[:20]}", fault


def _of_widget(widget: QWidget, text: str, shown: set[tuple[str, str]]) -> Iterator[str]:
    if isinstance(widget, QLabel) and _MARK in widget.text():
        yield from _of_label(widget, text)
    if (
        isinstance(widget, QAbstractButton)
        and _is_plain_button(widget)
        and (problem := _as_button(widget.text(), text))
    ):
        yield problem
    if isinstance(widget, QGroupBox) and (problem := _as_button(widget.title(), text)):
        yield problem
    if isinstance(widget, QTextEdit) and _MARK in widget.toPlainText():
        yield from _whole(widget.toPlainText(), text)
    tips = [widget.toolTip()]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        tips += _of_model(widget.model())
    if isinstance(widget, QGraphicsView) and widget.scene() is not None:
        tips += [item.toolTip() for item in widget.scene().items()]
    for tip in {tip for tip in tips if _MARK in tip}:
        if (tip, type(widget).__qualname__) not in shown:
            shown.add((tip, type(widget).__qualname__))
            yield from _of_tip(tip, widget, text)
    for spoken in (widget.statusTip(), widget.whatsThis(), *_spoken(widget)):
        if _MARK in spoken:
            yield from _whole(spoken, text)


def _of_label(label: QLabel, text: str) -> Iterator[str]:
    label.ensurePolished()
    if label.textFormat() == Qt.TextFormat.PlainText:
        if label.buddy() is not None:
            yield f"a label with a buddy takes & for a key: {label.text()}"
        yield from _whole(label.text(), text)
        return
    if label.property("role") != "rich":
        yield f"a label that reads HTML: {label.text()}"
    written = QTextDocument()
    written.setHtml(label.text())
    yield from _whole(written.toPlainText(), text)


def _of_tip(tip: str, widget: QWidget, text: str) -> Iterator[str]:
    QToolTip.showText(QPoint(1, 1), tip, widget)
    if _tip().textFormat() != Qt.TextFormat.PlainText:
        yield f"a tooltip that reads HTML: {tip}"
    QToolTip.hideText()
    yield from _whole(tip, text)


def _is_plain_button(button: QAbstractButton) -> bool:
    """Tell whether the style draws the text, with `&` for an underlined key."""
    ours = [kind for kind in type(button).__mro__ if kind.__module__.startswith("app.")]
    return not any("paintEvent" in vars(kind) for kind in ours)


def _as_button(shown: str, text: str) -> str | None:
    if _MARK not in shown:
        return None
    return next(_whole(re.sub(r"&(.)", r"\1", shown), text), None)


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    rows = min(model.rowCount(QModelIndex()), 40)
    for orientation, count in (
        (Qt.Orientation.Horizontal, columns),
        (Qt.Orientation.Vertical, rows),
    ):
        for section in range(count):
            for role in _ROLES:
                yield str(model.headerData(section, orientation, role) or "")
    for row in range(rows):
        for column in range(columns):
            for role in _ROLES:
                yield str(model.index(row, column).data(role) or "")


def _spoken(widget: QWidget) -> Iterator[str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is not None:
        yield interface.text(QAccessible.Text.Name)
        if not isinstance(widget, QLineEdit):
            yield interface.text(QAccessible.Text.Description)


def _whole(shown: str, text: str) -> Iterator[str]:
    """Yield what is shown where the marked text is not in it letter for letter, nor cut short."""
    flat = "".join(shown.split())
    wanted = "".join(text.split())
    for at in (found.start() for found in re.finditer(f"<b>{_MARK}|{_MARK}", flat)):
        start = at if flat.startswith("<b>", at) else at - 3
        rest = flat[max(start, 0) :]
        same = (at for at, pair in enumerate(zip(rest, wanted, strict=False)) if len(set(pair)) > 1)
        length = next(same, min(len(rest), len(wanted)))
        if length < len(wanted) and not rest[length:].startswith("…"):
            yield shown
            return


def test_a_picture_and_a_page_of_such_a_map_hold_its_texts_and_open_nothing(
    watched: Watched, monkeypatch: pytest.MonkeyPatch, settings: Settings, qapp: QApplication
) -> None:
    monkeypatch.chdir(watched.path.parent)
    text = hostile(watched)
    whole = marked_map(lambda field: text, 4)
    portrait = Portrait(whole, look_in(settings, whole))
    drawing = ET.fromstring(portrait.svg())
    assert text in next(found.text or "" for found in drawing.iter() if found.tag.endswith("title"))
    assert not any(found.tag.endswith("image") for found in drawing.iter())
    assert text in QImage.fromData(portrait.png()).text("Title")
    page = PdfReader(io.BytesIO(portrait.pdf()))
    assert page.metadata is not None
    assert text in (page.metadata.title or "")
    assert not page.pages[0].images
    card = PdfReader(io.BytesIO(as_pdf(whole.partners[0], whole)))
    said = " ".join(" ".join(page.extract_text() for page in card.pages).split())
    assert said.count(text) > 5
    assert not watched.was_opened()
