"""Making a picture in the window: chosen, seen, copied, saved, and told."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.document import Document
from app.errors import sentence
from app.settings import Settings
from app.views.frame.screens import Screens
from app.views.map.lens_and_layers import look_of
from app.views.picture.dialog import PictureDialog
from tests.pictures import example
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def dialog(window: Any) -> PictureDialog:
    whole = example(8)
    made = PictureDialog(whole, look_of(whole, "gap", {}, sectors=True), window)
    made.show()
    return made


@pytest.fixture
def screens(document: Document, tmp_path: Path, window: Any) -> Iterator[Screens]:
    document.add_map(example(8))
    screens = Screens(document, Settings(tmp_path / "settings.ini"), window)
    screens.resize(1200, 800)
    yield screens
    screens.let_go()


def press(group: Any, number: int) -> None:
    group.button(number).click()


def shown(dialog: PictureDialog) -> QImage:
    return dialog.preview.pixmap().toImage()


@pytest.mark.parametrize(
    ("number", "begins"), [(0, b"\x89PNG"), (1, b"<?xml"), (2, b"%PDF")], ids=["png", "svg", "pdf"]
)
def test_it_writes_the_chosen_kind_and_tells_where(
    dialog: PictureDialog, qtbot: QtBot, tmp_path: Path, number: int, begins: bytes
) -> None:
    press(dialog.formats, number)
    kind = dialog.kind
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save_to(tmp_path / f"map.{kind}")
    assert saved.args == [tmp_path / f"map.{kind}"]
    assert saved.args[0].read_bytes().startswith(begins)


def test_the_size_is_that_of_the_png(dialog: PictureDialog, tmp_path: Path) -> None:
    press(dialog.scales, 0)
    dialog.save_to(tmp_path / "map.png")
    assert QImage(str(tmp_path / "map.png")).width() == 1400


@pytest.mark.parametrize("size", [100, 150, 200])
def test_it_stays_on_the_screen_with_its_buttons_at_any_text_size(
    window: Any, size: int, large_text: Callable[..., Any]
) -> None:
    large_text(size)
    whole = example(8)
    dialog = PictureDialog(whole, look_of(whole, "gap", {}, sectors=True), window)
    dialog.show()
    screen = dialog.screen().availableGeometry()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()
    assert dialog.rect().contains(dialog.save_button.geometry())
    assert shown(dialog).height() <= dialog.preview.height()
    dialog.reject()


def test_a_size_is_asked_of_a_png_only(dialog: PictureDialog) -> None:
    assert dialog.scales.button(0).isVisible()
    press(dialog.formats, 1)
    assert not dialog.scales.button(0).isVisible()


def test_it_asks_where_and_writes_there(
    dialog: PictureDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proposed = []

    def ask(parent: PictureDialog, title: str, path: str, kinds: str) -> tuple[Any, Any]:
        proposed.append(Path(path).name)
        return str(tmp_path / "mine"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    press(dialog.names, 1)
    press(dialog.formats, 1)
    dialog.save_button.click()
    assert proposed == ["kring.svg"]  # nothing of who made it, or of what
    assert (tmp_path / "mine.svg").exists()


def test_a_window_that_is_done_does_not_say_its_name_again(
    dialog: PictureDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from app.exchange import files

    dialog.show()
    seen = list[bool]()
    monkeypatch.setattr(files, "write_file", lambda *_: seen.append(dialog.isVisible()))
    dialog.save_to(tmp_path / "mine.png")
    assert seen == [False]


def test_the_preview_follows_every_choice(dialog: PictureDialog) -> None:
    seen = [shown(dialog)]
    press(dialog.names, 1)
    seen.append(shown(dialog))
    dialog.title.setChecked(False)
    seen.append(shown(dialog))
    dialog.legend.setChecked(False)
    seen.append(shown(dialog))
    assert all(one != other for at, one in enumerate(seen) for other in seen[:at])
    assert "8 partners" in dialog.preview.accessibleName()


def test_kind_and_number_stand_in_the_file(dialog: PictureDialog, tmp_path: Path) -> None:
    press(dialog.formats, 1)
    press(dialog.names, 1)
    dialog.save_to(tmp_path / "map.svg")
    said = (tmp_path / "map.svg").read_text("utf-8")
    assert "Parents 1" in said
    assert "Ouders Sam" not in said


def test_what_cannot_be_written_is_told_and_the_dialog_stays(
    dialog: PictureDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not dialog.told.isVisible()
    with qtbot.waitSignal(dialog.failed) as failed:
        dialog.save_to(tmp_path / "nowhere" / "map.png")
    assert failed.args[0].code == "file_not_written"
    assert dialog.isVisible()
    assert dialog.told.isVisible()
    assert dialog.told.text() == sentence(failed.args[0])


def test_copy_puts_pixels_and_svg_on_the_clipboard(dialog: PictureDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.copied):
        dialog.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert data.hasFormat("image/svg+xml")


def test_the_actions_open_the_dialog_and_copy_without_it(screens: Screens) -> None:
    QGuiApplication.clipboard().clear()
    screens.actions_by_id["copy_picture"].trigger()
    assert QGuiApplication.clipboard().mimeData().hasImage()
    assert "copied" in screens.notice.text
    screens.actions_by_id["picture"].trigger()
    dialog = screens.findChild(PictureDialog)
    assert sure(dialog).portrait.shown == 8  # a picture shows everybody, also who waits for a place
    sure(dialog).reject()


def test_the_picture_is_that_of_the_lens_in_the_window(screens: Screens) -> None:
    screens.actions_by_id["lens_gap"].trigger()
    screens.actions_by_id["picture"].trigger()
    dialog = screens.findChild(PictureDialog)
    assert sure(dialog).portrait.shown == 8
    assert len(sure(dialog).portrait.geometry()["items"]) > 16
    assert sure(dialog).portrait.title == "Mijn ecologie"
    sure(dialog).reject()


def test_the_notice_names_the_file(screens: Screens, tmp_path: Path) -> None:
    screens.actions_by_id["picture"].trigger()
    sure(screens.findChild(PictureDialog)).save_to(tmp_path / "kring.pdf")
    assert "kring.pdf" in screens.notice.text


def test_no_map_no_picture(screens: Screens, document: Document) -> None:
    document.close()
    screens.actions_by_id["picture"].trigger()
    screens.actions_by_id["copy_picture"].trigger()
    assert screens.findChild(PictureDialog) is None


def test_opening_and_closing_many_times_leaves_nothing(screens: Screens, qtbot: QtBot) -> None:
    for _ in range(20):
        screens.actions_by_id["picture"].trigger()
        sure(screens.findChild(PictureDialog)).reject()
        qtbot.wait(1)
    qtbot.waitUntil(lambda: screens.findChild(PictureDialog) is None)
