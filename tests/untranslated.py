"""Find texts that reach a person untranslated, by running the screens and the writers.

`python -m tests.untranslated [SCREEN ...]` (all where none is named) makes Kring speak a language
in which every letter of a translated text is a Cyrillic one, of a map whose own words are Greek,
and prints each text with plain letters in it: nobody marked those to be translated. In a process of
its own, as words are kept.
"""

import contextlib
import gettext
import io
import json
import os
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from tests.examples import in_turn
from tests.sure import as_a, sure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractListModel, QLocale, Qt
from PySide6.QtGui import QAction, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from app import RESOURCES, errors, language
from app.models import vocabulary as words
from app.models.network import Answer, Intention, Map, Network, Partner, Verdict, rules_of
from app.models.problem import Problem
from app.views.widgets.menu import Menu
from app.views.widgets.png import png
from app.words import catalog
from app.words.problems import SENTENCES

_TYPED: Final = re.compile(
    r"\b(begin|eind|ruil|Schaakclub|Kinderpsycholoog|Elke maand bellen|"
    r"Samen weten wat thuis en op school helpt)\b"
)
"""What `tests.pictures` types on its way to these screens; the map itself is Greek."""

_TYPING: Final = ("compare", "again", "exchange", "reflect")
EMPTY: Final = tuple(f"{screen}@0" for screen in ("draw-gap", "draw-free", "insight", "table"))
"""Screens of a map that nobody is on yet."""

_FROM_QT: Final = frozenset(("Naar links schuiven", "Naar rechts schuiven"))
"""Qt says these in Dutch by itself, with its own translation."""

_KEPT: Final = re.compile(r"(\{\w+\}|\(\*[^)]*\)|<[^>]*>|&\w+;)")
_CYRILLIC: Final = {code: code + 0x3CF for code in (*range(65, 91), *range(97, 123))}
"""Letters that the fonts which come along have: others are looked for in every font there is."""
_PLAIN: Final = re.compile(r"[A-Za-z]{2,}")

ALLOWED: Final = re.compile(
    r"\b(Kring|kring|kringlib|PNG|SVG|PDF|Word|CSV|ics|Nederlands|English|svg|png|pdf|docx|csv|"
    r"Ctrl|Shift|Alt|Meta|Esc|Del|Delete|Enter|Return|Tab|Home|End|Ins|PgUp|PgDown|Backspace|"
    r"Space|Up|Down|Left|Right|F\d+)\b"
)
"""Names of the product, of kinds of file, of languages in themselves, and of keys."""

_TEXTS: Final = (
    *("text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "accessibleName"),
    *("accessibleDescription", "placeholderText"),
)
_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def cyrillic(text: str) -> str:
    """Return a text with Cyrillic letters; places, endings of files and marks as they are."""
    parts = _KEPT.split(text)
    return "".join(part if at % 2 else part.translate(_CYRILLIC) for at, part in enumerate(parts))


class _Cyrillic(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return cyrillic(message)

    def pgettext(self, context: str, message: str) -> str:
        return cyrillic(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return cyrillic(msgid1 if n == 1 else msgid2)


def speak_cyrillic() -> None:
    """Make the app speak the language of Cyrillic letters, its vocabulary included."""
    language.install("nl")
    catalog._Spoken.catalogue = _Cyrillic()
    language.install = lambda chosen: "nl"
    read, loaded = words._read, tomllib.loads

    def read_cyrillic(name: str) -> dict[str, list[dict[str, Any]]]:
        return {key: [_cyrillic_row(row) for row in rows] for key, rows in read(name).items()}

    def loaded_cyrillic(text: str) -> dict[str, list[dict[str, Any]]]:
        return {key: [_cyrillic_row(row) for row in rows] for key, rows in loaded(text).items()}

    words._read = read_cyrillic
    words.vocabulary.cache_clear()
    patch.object(tomllib, "loads", loaded_cyrillic).start()


def _cyrillic_row(row: dict[str, Any]) -> dict[str, Any]:
    def worded(key: str, value: Any) -> Any:
        if isinstance(value, dict):
            return _cyrillic_row(value)
        if isinstance(value, list):
            return [worded(key, one) for one in value]
        shown = key.endswith(("nl", "en")) and not key.startswith("synonyms")
        return cyrillic(value) if isinstance(value, str) and shown else value

    return {key: worded(key, value) for key, value in row.items()}


def greek(whole: Map) -> Map:
    """Return a map of which every word of its owner is Greek."""
    named = {p.id: replace(p, name=f"Αγνή {chr(945 + n)}") for n, p in enumerate(whole.partners)}
    return whole.after({**named, whole.network.id: replace(whole.network, title="Χάρτης")})


def seen(root: QWidget, *, hidden: bool = True) -> Iterator[str]:
    """Yield every text of a window and all in it, hidden ones too unless told otherwise."""
    for menu in root.findChildren(Menu):
        menu.want()
    for widget in (root, *root.findChildren(QWidget)):
        if hidden or widget.isVisible():
            yield from _of_widget(widget)
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())


def _of_widget(widget: QWidget) -> Iterator[str]:
    for name in _TEXTS:
        asked = getattr(widget, name, None)
        if callable(asked) and not (name == "text" and isinstance(widget, QLineEdit)):
            said = asked()
            if isinstance(said, str):
                yield said
    if isinstance(widget, QTextEdit | QPlainTextEdit) and widget.isReadOnly():
        yield widget.toPlainText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(n) for n in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model())


def _of_model(model: Any) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        for role in _ROLES:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(model.rowCount()):
                yield str(model.index(row, column).data(role) or "")


@contextlib.contextmanager
def painted(into: set[str]) -> Iterator[None]:
    """Also take what is painted by hand."""
    real = QPainter.drawText

    def draw(self: QPainter, *what: Any) -> Any:
        into.update(one for one in what if isinstance(one, str))
        return real(self, *what)

    with patch.object(QPainter, "drawText", draw):
        yield


def screens(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield where and what is said on every screen, with everything on the map answered."""
    from app.document import Document
    from app.settings import Settings
    from app.storage.library import Library
    from app.views.frame.window import MainWindow
    from app.views.widgets import theme
    from tests.pictures import SCREENS, example, lead_to

    app = QApplication.instance()
    for asked in sys.argv[1:] or (*SCREENS, *EMPTY):
        screen, _, number = asked.partition("@")
        count = int(number or 18)
        place = folder / f"{screen}-{count}"
        place.mkdir()
        settings = Settings(place / "settings.ini")
        settings.language, settings.motion = "nl", False
        settings.lens = screen.removeprefix("draw-") if screen.startswith("draw") else "gap"
        theme.wear("light", 100)
        library = Library.open(place / "library")
        library.add(greek(example(count)))
        document = Document(library)
        document.open(f"map{count}")
        window = MainWindow(settings)
        window.resize(1366, 768)
        window.show()
        window.show_document(document)
        sure(app).processEvents()
        lead_to(window, document, screen, count)
        for _ in range(5):
            sure(app).processEvents()
        by_hand: set[str] = set()
        roots = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        with painted(by_hand):
            for root in roots:
                root.grab()
        for root in roots:
            yield from ((screen, text) for text in seen(root))
        yield from ((f"{screen}, painted", text) for text in by_hand)
        scene = window.screens.map.view.map_scene
        yield from ((f"{screen}, spoken", scene.spoken(p.id)) for p in document.map.partners)
        for root in roots:
            root.close()
        window.deleteLater()
        library.close()
        sure(app).processEvents()


def answered() -> tuple[Map, Map]:
    """Return two moments of a map with an answer in every field and a verdict on every finding."""
    from app.analysis.findings import findings
    from app.models import moments
    from tests.pictures import example

    known = words.vocabulary()
    whole = greek(example(18))
    full = {}
    for number, partner in enumerate(whole.partners):
        choices: dict[str, Any] = {
            name: tuple(terms) if rule.kind == "several" else list(terms)[number % len(terms)]
            for name, rule in rules_of(Partner).items()
            if rule.kind in ("choice", "several") and (terms := known.choices.get(rule.listed))
        }
        full[partner.id] = replace(partner, goal="Στόχος", notes="Λόγος", **choices)
    asked = {
        f"q{n}": Answer(id=f"q{n}", question=key, text="Ναι", discuss=n % 2 == 0)
        for n, key in enumerate(known.questions)
    }
    plan = Intention(
        id="plan", what="Τι", partner="p0", direction="new", first_step="Α", due=date(2027, 1, 5)
    )
    network = replace(
        whole.network, about="support", subject="Σ", role="Ρ", importance_overall=4, confidence=3
    )
    whole = whole.after({**full, **asked, "plan": plan, network.id: network})
    said = {
        f"v{n}": Verdict(
            id=f"v{n}",
            finding=one.code,
            partner=one.people[0] if one.claim.per_partner else None,
            agrees=True,
        )
        for n, one in enumerate(findings(whole))
    }
    whole = whole.after(said)
    return whole, moments.continued(whole, label="τέλος", moment=None, clear=())


def white() -> bytes:
    """Return a picture of nothing, as PNG."""
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    return png(picture)


def writers(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield where and what is written: report, calendar, commands, and all that can go wrong."""
    from app.analysis.findings import told
    from app.analysis.study import study
    from app.application import do as run
    from app.exchange.kring_file import write_kring
    from app.report.compose import compose
    from app.report.pdf import pdf
    from app.report.wanted import ReportChoices
    from app.report.word import word
    from app.views.picture.painters import Painters
    from app.views.reflect.entries import entries
    from tests.report.reading import pdf_text, word_text

    before, after = answered()
    for writer, hidden in in_turn(("pdf", "word"), (False, True)):
        made = compose(after, before, ReportChoices(anonymous=hidden, cover="Ω"))
        if writer == "pdf":
            yield "pdf", pdf_text(pdf(made.report, Painters().pictures(made, ".pdf")))
        else:  # its pictures say the same, in pixels
            written = word(made.report, dict.fromkeys(made.report.pictures, white()))
            yield "word", word_text(written)
        for section in made.report.sections:
            yield from (("report", str(getattr(b, "alt", ""))) for b in section.blocks)
    for whole in (before, after, greek(Map.of([Network(id="n", series="s")]))):
        about = study(whole)
        for one in told(about):
            yield "finding", one.title
            yield "finding", one.sentence
            yield "reason", one.reason
            yield "question", one.question
    for name, whole in (("α", before), ("ω", after)):
        write_kring(whole, folder / f"{name}.kring")
    for entry in entries(after):
        yield from (("calendar", entry.title), ("calendar", entry.text))
    paths = [str(folder / "α.kring"), str(folder / "ω.kring")]
    for command in (["analyse", paths[0]], ["compare", *paths]):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            assert run([*command, "--lang", "nl"]) == 0
        yield command[0], out.getvalue()
    for code, said in SENTENCES.items():
        places = dict.fromkeys(re.findall(r"\{(\w+)\}", str(said)), "α")
        yield "error", errors.sentence(Problem(code, **places))


def untranslated() -> list[tuple[str, str]]:
    """Return where and what is said in plain letters."""
    app = as_a(QApplication, QApplication.instance() or QApplication(["kring"]))
    app.setStyle("Fusion")
    speak_cyrillic()
    found: dict[str, str] = {}
    locale = QLocale()
    ways = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    dates = {locale.monthName(n, how) for n in range(1, 13) for how in ways}
    dates |= {locale.dayName(n, how) for n in range(1, 8) for how in ways}
    document = QTextDocument()
    document.setMarkdown((RESOURCES / "guide" / "lesson_nl.md").read_text("utf-8"))
    lesson = document.toPlainText()
    with tempfile.TemporaryDirectory() as place:
        own = re.compile(rf"{re.escape(place)}|\b({'|'.join(map(re.escape, dates))})(?!\w)")
        for source in (screens, writers):
            (Path(place) / source.__name__).mkdir()
            for where, text in source(Path(place) / source.__name__):
                if text in _FROM_QT or text == lesson:
                    continue
                rest = ALLOWED.sub("", own.sub("", re.sub(r"\{\w+\}|\S*/\S*", "", text)))
                if where.startswith(_TYPING):
                    rest = _TYPED.sub("", rest)
                if _PLAIN.search(rest):
                    found.setdefault(text, where)
    return [(where, text) for text, where in found.items()]


if __name__ == "__main__":
    json.dump(untranslated(), sys.stdout, ensure_ascii=False)
    sys.stdout.flush()
    os._exit(0)  # no farewell of widgets whose words are Cyrillic
