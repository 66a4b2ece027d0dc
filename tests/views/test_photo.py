"""A photo of a drawing on paper: what is kept of it, how it lies under the map, where it stays."""

import base64
import zlib
from pathlib import Path
from struct import pack
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.exchange.share import EXCHANGE, HAND_IN, PROGRAM, shared
from app.models.jpeg import MOST_SIDE, frame_of, is_kept
from app.models.network import Ground, Photo
from app.models.problem import Problem
from app.photo_file import kept, kept_image, shown
from app.settings import Settings
from app.views.frame.screens import Screens
from app.views.frame.window import MainWindow
from app.views.map.lens_and_layers import look_of
from app.views.picture.portrait import PictureOptions, Portrait
from tests.maps import JPEG
from tests.sure import sure
from tests.views.test_map import Hand, crowd

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "JPEG")


def painted(width: int, height: int, kind: str = "JPG") -> bytes:
    """Return a picture that is red above and blue below."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width, height // 2, QColor("red"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


def turned(jpeg: bytes) -> bytes:
    """Return a JPEG of which the camera says that it was held on its side, and where."""
    tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0 52.0907 N"
    return jpeg[:2] + b"\xff\xe1" + pack(">H", 8 + len(tiff)) + b"Exif\0\0" + tiff + jpeg[2:]


def test_a_photo_is_kept_upright_small_and_without_what_the_camera_says() -> None:
    written = kept(turned(painted(3200, 1200)), "x.jpg")
    content = base64.b64decode(written)
    frame = frame_of(content)
    assert is_kept(written)
    assert (sure(frame).width, sure(frame).height) == (600, MOST_SIDE)
    assert b"Exif" not in content
    assert b"52.09" not in content
    image = shown(written)
    assert image.pixelColor(100, 800).blue() > 200  # what lay below is at the left now
    assert image.pixelColor(500, 800).red() > 200


def test_what_is_seen_through_in_a_picture_is_white() -> None:
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    assert shown(kept_image(image)).pixelColor(1, 1).lightness() > 250


def png_of(width: int, height: int) -> bytes:
    head = b"IHDR" + pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + pack(">I", 13) + head + pack(">I", zlib.crc32(head))


def claims(jpeg: bytes, *, height: int, width: int, marker: int = 0xC0) -> bytes:
    at = jpeg.index(b"\xff\xc0")
    head = jpeg[:at] + bytes((0xFF, marker)) + jpeg[at + 2 : at + 5]
    return head + pack(">HH", height, width) + jpeg[at + 9 :]


SMALL = base64.b64decode(JPEG)
SCAN = SMALL[SMALL.index(b"\xff\xda") : -2]
AGAIN = SMALL[:-2] + SCAN * 100
HOSTILE = {
    "no picture": b"GIF is not what this is",
    "cut off": painted(900, 900)[:300],
    "half of a JPEG": painted(900, 900, "JPEG")[:6_000],
    "half of a BMP": painted(900, 900, "BMP")[:900_000],
    "half of a PNG": painted(900, 900, "PNG")[:-200],
    "a bomb of pixels": png_of(60_000, 60_000),
    "a bomb of a JPEG": claims(SMALL, width=65_500, height=65_500),
    "held whole while it is unpacked": claims(SMALL, width=9_000, height=9_000, marker=0xC2),
    "gone over again and again": claims(
        SMALL[:-2] + SCAN * 100, width=900, height=900, marker=0xC2
    ),
    "a program": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>",
    "a film": painted(8, 8, "BMP")[:30],
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_picture_that_is_none_or_claims_too_much_is_refused(content: bytes) -> None:
    with pytest.raises(Problem, match="photo_"):
        kept(content, "x.jpg")


REFUSED = {
    "sides": claims(SMALL, width=MOST_SIDE + 1, height=5),
    "no side": claims(SMALL, width=5, height=0),
    "held whole": claims(SMALL, width=8, height=8, marker=0xC2),
    "many scans": SMALL[:-2] + SCAN * 4 + SMALL[-2:],
    "two sizes": SMALL[:2] + b"\xff\xff\xc0\0\x11" + SMALL[2:],
    "a PNG": painted(8, 8, "PNG"),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_a_map_of_somebody_else_holds_no_other_picture_than_kring_makes(content: bytes) -> None:
    assert not is_kept(base64.b64encode(content).decode())
    assert not is_kept(JPEG[:-1])
    assert is_kept(JPEG)


# --- under the map


@pytest.fixture
def screens(document: Document, tmp_path: Path, qtbot: QtBot) -> Screens:
    chosen = Settings(tmp_path / "settings.ini")
    chosen.motion = False
    document.add_map(crowd(3))
    screens = Screens(document, chosen, None)
    qtbot.addWidget(screens)
    screens.resize(1100, 760)
    screens.show()
    qtbot.waitUntil(lambda: bool(screens.map.view.map_scene.people))
    return screens


def lay(screens: Screens, photo: Any) -> None:
    """Lay a photo, and wait until it was read."""
    screens.photo_in.lay(photo)
    screens.photo_in.reading.wait()
    QApplication.processEvents()


def test_a_dropped_photo_lies_under_the_map_and_is_moved_by_hand_and_by_key(
    screens: Screens, tmp_path: Path, qtbot: QtBot
) -> None:
    document, view = screens.document, screens.map.view
    path = tmp_path / "Tekening.JPG"
    path.write_bytes(painted(400, 300))
    screens.go_to("table")
    screens.file_opening.open_files([path])
    screens.photo_in.reading.wait()
    QApplication.processEvents()
    assert screens.shown == "draw"
    assert view.map_scene.lens.id == "free"
    under = view.map_scene.drawing.underlay
    assert under.isVisible()
    assert under.is_framed
    assert max(item.zValue() for item in (under,)) < min(
        item.zValue() for item in view.map_scene.people.values()
    )
    hand = Hand(view, qtbot)

    def seen(point: QPointF) -> QPoint:
        return view.mapFromScene(point)

    assert view.viewport().rect().contains(seen(under.box.topLeft()))

    before = document.ground
    at = seen(under.box.center()) + QPoint(-60, -40)
    hand.drag(at, at + QPoint(30, 50))
    moved = document.ground
    assert sure(moved).x > sure(before).x
    assert sure(moved).y > sure(before).y
    assert sure(moved).width == sure(before).width
    corner = seen(under.box.bottomRight())
    hand.drag(corner, corner + QPoint(40, 30))
    assert sure(document.ground).width > sure(moved).width
    assert (sure(document.ground).x, sure(document.ground).y) == pytest.approx(
        (sure(moved).x, sure(moved).y)
    )
    document.undo()
    document.undo()
    assert document.ground == before
    for _ in range(3):
        hand.key(Qt.Key.Key_Right)
    assert sure(document.ground).x > sure(before).x
    document.undo()
    assert document.ground == before
    hand.key(Qt.Key.Key_Delete)
    assert document.ground is None
    assert not under.isVisible()
    document.undo()
    assert under.isVisible()

    pasted_under_the_map_it_was_pasted_in(screens)


def test_on_an_empty_map_nothing_is_said_over_a_photo_and_without_one_not_to_drag_it(
    screens: Screens,
) -> None:
    document, panel = screens.document, screens.map
    document.new_map("Another")
    assert panel.words.isVisible()
    lay(screens, QImage.fromData(painted(400, 300)))
    assert not panel.words.isVisible()
    assert panel.view.hinted.startswith("Drag the photo")
    document.undo()
    assert panel.words.isVisible()
    assert panel.view.hinted.startswith("Select the map or press Enter to choose a photo")
    document.redo()
    assert panel.view.hinted.startswith("Drag the photo")


def pasted_under_the_map_it_was_pasted_in(screens: Screens) -> None:
    document = screens.document
    image = QImage.fromData(painted(40, 30))
    QGuiApplication.clipboard().setImage(image)
    screens.clipboard.paste()
    document.new_map("Another")
    screens.photo_in.reading.wait()
    QApplication.processEvents()
    assert document.ground is None
    refused: list[Any] = []
    screens.photo_in.failed.connect(refused.append)
    lay(screens, QImage())
    assert [problem.code for problem in refused] == ["photo_damaged"]
    assert document.ground is None
    assert not screens.notice.isHidden()
    screens.clipboard.paste()
    screens.photo_in.reading.wait()
    QApplication.processEvents()
    assert document.ground is not None
    assert screens.notice.isHidden(), "it is said no longer that the other could not be read"


def test_a_photo_that_is_read_when_the_window_is_closed_goes_with_it(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    """It came to a library that was closed, and a bug was reported."""
    document.add_map(crowd(3))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show_document(document)
    window.show()
    photo_in = window.screens.photo_in
    photo_in.lay(QImage.fromData(painted(40, 30)))
    window.close()
    document.library.close()
    photo_in.reading.wait()
    QApplication.processEvents()
    assert document.ground is None


def test_one_photo_lies_there_and_each_that_came_is_a_step(document: Document) -> None:
    first = document.lay_photo(JPEG, 2.0)
    second = document.lay_photo(JPEG, 1.0)
    assert [photo.id for photo in document.map.all_of(Photo)] == [second]
    assert sure(document.ground).width == 1.0
    document.undo()
    assert [photo.id for photo in document.map.all_of(Photo)] == [first]
    assert document.remove_photo()
    assert not document.remove_photo()
    assert not document.move_photo(x=1.0)
    document.undo()
    assert sure(document.ground).photo == first
    with pytest.raises(Problem, match="photo_not_whole"):
        document.map.after({first: None})


def test_a_photo_stays_where_it_was_not_asked_for(document: Document, qapp: QApplication) -> None:
    document.add_map(crowd(1))
    look = look_of(document.map, "free", {"photo": True}, sectors=True)
    without = Portrait(document.map, look, PictureOptions()).png(1)
    document.lay_photo(kept(painted(40, 30), "x"), 2.0)
    assert Portrait(document.map, look, PictureOptions()).png(1) == without
    assert Portrait(document.map, look, PictureOptions(photo=True)).png(1) != without
    for selection in (EXCHANGE, HAND_IN, PROGRAM):
        assert not shared(document.map, selection, "nl").all_of(Photo)
    told = shared(document.map, EXCHANGE.switched("photo", on=True), "nl")
    assert told.all_of(Ground)[0].photo == told.all_of(Photo)[0].id
    key = document.continue_map(document.map.network.id, "later", None)
    assert key
    assert document.ground is None
