"""Making a report in the window: ticked, looked at, saved, and told."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.document import Document
from app.models.network import Intention, Map, Network, Partner
from app.report.wanted import ReportChoices
from app.settings import Settings
from app.views.frame.screens import Screens
from app.views.report.dialog import ReportDialog
from app.views.report.maker import ReportMaker
from app.views.widgets import speech
from tests.pictures import example
from tests.report.reading import pdf_text, word_text
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def dialog(window: Any, reports_made_once: None) -> Iterator[ReportDialog]:
    """Open the window of a map and the moment before."""
    before = example(2)
    made = ReportDialog(example(4), [before], window)
    made.show()
    yield made
    if isValid(made):
        made.reject()


def ready(qtbot: QtBot, dialog: ReportDialog) -> None:
    qtbot.waitUntil(lambda: dialog.is_ready and not dialog.preview.is_busy)


def test_the_pages_are_shown_and_saved_as_they_are(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    ready(qtbot, dialog)
    assert len(dialog.preview.pages) > 3
    assert str(len(dialog.preview.pages)) in dialog.told.text()
    assert dialog.preview.pages[0].pixmap().width() > 300
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save_to(tmp_path / "report.pdf")
    assert saved.args == [tmp_path / "report.pdf"]
    assert "What changed" in pdf_text(tmp_path / "report.pdf")


def test_a_window_that_is_done_does_not_say_its_name_again(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.exchange import files

    ready(qtbot, dialog)
    seen = list[bool]()
    monkeypatch.setattr(files, "write_file", lambda *_: seen.append(dialog.isVisible()))
    with qtbot.waitSignal(dialog.destroyed):
        dialog.save_to(tmp_path / "report.pdf")
    assert seen == [False]


def test_what_came_of_it_is_heard(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = list[str]()
    monkeypatch.setattr(speech, "announce", lambda _, text: heard.append(text))
    ready(qtbot, dialog)
    dialog.save_to(tmp_path / "no folder" / "report.pdf")
    assert len(heard) == len({dialog.told.text(), *heard}) == 2  # pages, why not


def test_the_keyboard_stays_while_a_report_is_written(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    ready(qtbot, dialog)
    dialog.save_button.setFocus()
    dialog.formats.button(1).setChecked(True)
    dialog.save_to(tmp_path / "report.docx")
    assert dialog.save_button.hasFocus()
    with qtbot.waitSignal(dialog.destroyed):
        pass


def test_what_is_ticked_when_saving_is_what_is_saved(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.parts["findings"].click()
    dialog.parts["maps"].click()
    dialog.moments.setCurrentIndex(0)
    dialog.names.button(1).click()
    assert not dialog.is_ready
    assert not dialog.parts["comparison"].isEnabled()
    with qtbot.waitSignal(dialog.saved):
        dialog.save_to(tmp_path / "a.pdf")
    text = pdf_text(tmp_path / "a.pdf")
    assert "What the map says" not in text
    assert "The partners" in text
    assert "Parents 1" in text
    assert "Ouders Sam" not in text


@pytest.mark.parametrize("arrow", [Qt.Key.Key_Right, Qt.Key.Key_Down])
def test_names_left_out_by_an_arrow_are_not_in_what_is_saved(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path, arrow: Qt.Key
) -> None:
    ready(qtbot, dialog)
    dialog.names.button(0).setFocus()
    qtbot.keyClick(dialog.names.button(0), arrow)
    assert dialog.names.button(1).hasFocus()
    assert dialog.wanted.anonymous
    assert not dialog.is_ready
    assert dialog.preview.pages == []
    with qtbot.waitSignal(dialog.saved):
        dialog.save_to(tmp_path / "a.pdf")
    assert "Ouders Sam" not in pdf_text(tmp_path / "a.pdf")


def test_pages_of_what_was_chosen_before_are_neither_shown_nor_saved(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever takes names out while pages with names are being made has none of those."""
    qtbot.waitUntil(lambda: any(made.is_busy for made in dialog.findChildren(ReportMaker)))
    monkeypatch.setattr("app.views.report.dialog._PAUSE", 3000)  # those would be ready in it
    dialog.names.button(1).click()
    with qtbot.waitSignal(dialog.saved):
        dialog.save_to(tmp_path / "a.pdf")
    assert "Ouders Sam" not in pdf_text(tmp_path / "a.pdf")


def test_what_is_chosen_while_word_is_written_is_in_it(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.formats.button(1).click()
    dialog.save_to(tmp_path / "a.docx")
    with qtbot.waitSignal(dialog.saved):
        dialog.names.button(1).click()
    assert "Ouders Sam" not in word_text(tmp_path / "a.docx")


def test_another_kind_of_file_is_for_the_next_time(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not dialog.is_ready
    with qtbot.waitSignal(dialog.saved):
        dialog.save_to(tmp_path / "a.pdf")
        dialog.formats.button(1).click()
    assert "Ouders Sam" in pdf_text(tmp_path / "a.pdf")


def test_it_writes_word(dialog: ReportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.formats.button(1).click()
    with qtbot.waitSignal(dialog.saved):
        dialog.save_to(tmp_path / "a.docx")
    assert "Ouders Sam" in word_text(tmp_path / "a.docx")


def test_a_full_disk_is_told_and_the_old_file_stays(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")
    ready(qtbot, dialog)

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "no")

    with monkeypatch.context() as patched, qtbot.waitSignal(dialog.failed) as failed:
        patched.setattr(os, "fsync", refuse)
        dialog.save_to(out)
    assert failed.args[0].code == "file_not_written"
    assert "a.pdf" in dialog.told.text()
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()
    assert out.read_bytes() == b"old"


def test_parts_with_nothing_in_them_cannot_be_ticked(window: Any) -> None:
    whole = Map.of(
        [
            Network(id="n", series="n"),
            Partner(id="a", name="A"),
            Intention(id="i", what="Call"),
        ]
    )
    dialog = ReportDialog(whole, [], window)
    can = {part for part, box in dialog.parts.items() if box.isEnabled()}
    assert can == {"maps", "findings", "figures", "partners", "intentions", "method"}
    assert dialog.parts["intentions"].text().endswith("(1)")
    dialog.names.button(1).click()
    box = dialog.parts["intentions"]
    assert not box.isEnabled()
    assert not box.isChecked()
    assert box.text() == "Plans: not included"
    assert not dialog.private.isHidden()
    dialog.names.button(0).click()
    assert box.isEnabled()
    assert box.isChecked()
    dialog.reject()


def test_no_name_stays_in_sight_where_names_are_taken_out(
    dialog: ReportDialog, qtbot: QtBot
) -> None:
    ready(qtbot, dialog)
    dialog.names.button(1).click()
    assert dialog.preview.pages == []


def test_the_line_for_the_cover_is_in_the_file(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClicks(dialog.cover, "Ann, The Oak")
    with qtbot.waitSignal(dialog.saved):
        dialog.save_to(tmp_path / "a.pdf")
    assert "Ann, The Oak" in pdf_text(tmp_path / "a.pdf")


@pytest.mark.parametrize("size", [100, 150, 200])
def test_it_stays_on_the_screen_with_its_buttons_at_any_text_size(
    window: Any, size: int, large_text: Callable[..., Any]
) -> None:
    large_text(size)
    dialog = ReportDialog(example(4), [example(2)], window)
    dialog.show()
    screen = dialog.screen().availableGeometry()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()
    for button in dialog.findChildren(QPushButton):
        if button.text() in ("Save …", "Cancel"):
            assert dialog.rect().contains(button.geometry())
    dialog.reject()


def test_a_name_on_the_cover_is_warned_of_where_names_are_left_out(dialog: ReportDialog) -> None:
    name = example(4).partners[0].name
    dialog.cover.setText(f"gesprek over {name}")
    dialog.cover.textEdited.emit(dialog.cover.text())
    assert not dialog.warned.isVisibleTo(dialog)
    dialog.names.button(1).click()
    assert name in dialog.warned.text()
    assert dialog.warned.isVisibleTo(dialog)
    dialog.cover.clear()
    dialog.cover.textEdited.emit("")
    assert not dialog.warned.isVisibleTo(dialog)


def test_closing_ends_what_is_being_made(leaves_nothing: Any, qtbot: QtBot, window: Any) -> None:
    dialog = ReportDialog(example(3), [], window)
    dialog.show()
    qtbot.waitUntil(lambda: any(made.is_busy for made in dialog.findChildren(ReportMaker)))
    dialog.reject()
    assert not any(made.is_busy for made in dialog.findChildren(ReportMaker))
    assert not any(timer.isActive() for timer in dialog.findChildren(QTimer))


def test_a_process_that_fails_is_told_and_leaves_no_folder(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("app.launch.again", lambda: [str(tmp_path / "none")])
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    maker = ReportMaker()
    with qtbot.waitSignal(maker.failed) as failed:
        maker.start(example(2), None, _wanted(), ".pdf")
    assert failed.args[0].code == "report_not_made"
    assert not maker.is_busy
    assert list(tmp_path.iterdir()) == []


_WINDOW = """
import sys
from PySide6.QtCore import QCoreApplication
from app.report.wanted import ReportChoices
from app.views.report.maker import ReportMaker
from tests.pictures import example
qt = QCoreApplication([])
maker = ReportMaker()
maker.start(example(12), None, ReportChoices(cover="Mevrouw De Wit"), ".pdf", dots=90)
maker._process.waitForStarted()
maker._process.waitForBytesWritten()
print(maker._process.processId(), flush=True)
qt.exec()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize("after", [0.0, 0.5])
def test_a_window_that_dies_while_a_report_is_made_leaves_nothing(
    tmp_path: Path, after: float
) -> None:
    """No process that goes on, no file anywhere, and no word of the person among the arguments."""
    names = ("TMPDIR", "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    window = subprocess.Popen(
        [sys.executable, "-c", _WINDOW],
        env={**os.environ, **{name: str(tmp_path) for name in names}},
        cwd=Path(__file__).parents[3],
        stdout=subprocess.PIPE,
        text=True,
    )
    maker = Path("/proc") / sure(window.stdout).readline().strip()
    assert b"report" in (maker / "cmdline").read_bytes()
    assert b"De Wit" not in (maker / "cmdline").read_bytes()
    time.sleep(after)
    window.kill()
    window.communicate()
    until = time.monotonic() + 10
    with suppress(FileNotFoundError, ProcessLookupError):  # gone, also while it is looked at
        while "Z" not in (maker / "stat").read_text().split()[2:3]:
            assert time.monotonic() < until, "it goes on"
            time.sleep(0.05)
    written = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file for file in written if "fontconfig" not in str(file)] == []


def test_the_report_is_made_from_the_menu_with_the_moments_before(
    qtbot: QtBot, document: Document, tmp_path: Path, window: Any
) -> None:
    document.add_map(example(4))
    screens = Screens(document, Settings(tmp_path / "settings.ini"), window)
    screens.actions_by_id["report"].trigger()
    (dialog,) = screens.findChildren(ReportDialog)
    assert not dialog.moments.isEnabled()
    with qtbot.waitSignal(dialog.saved):
        dialog.save_to(tmp_path / "a.pdf")
    assert "a.pdf" in screens.notice.text
    screens.let_go()


def _wanted() -> ReportChoices:
    from app.report.wanted import ReportChoices

    return ReportChoices()


@pytest.mark.parametrize("height", [640, 520])
def test_the_kind_of_file_is_in_sight_however_low_the_window_is(
    dialog: ReportDialog, qtbot: QtBot, height: int
) -> None:
    dialog.resize(900, height)
    qtbot.wait(50)
    assert dialog.height() == height
    for button in dialog.formats.buttons():
        assert button.visibleRegion().boundingRect().size() == button.size()


def test_the_pictures_stand_below_their_part_in_every_row(
    dialog: ReportDialog, qtbot: QtBot
) -> None:
    """In a narrow column they take two rows, and none of them looks like a part of its own."""
    dialog.resize(900, 640)
    qtbot.wait(50)
    part = dialog.parts["maps"].mapTo(dialog, dialog.parts["maps"].rect().topLeft()).x()
    for box in dialog.lenses.values():
        assert box.mapTo(dialog, box.rect().topLeft()).x() >= part + 20
