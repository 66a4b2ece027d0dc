"""Walk over what is in a window, as the keyboard and a screen reader do, and say what is wrong.

Every function takes what is shown and returns its faults, one sentence each; an empty list is good.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from typing import Any, TypeVar
from unittest.mock import patch

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from app.views.map.people_items import PartnerItem
from app.views.widgets import reading_order, theme
from app.views.widgets.buttons import Heading
from app.views.widgets.segmented import Segment
from tests.pictures import PEOPLE
from tests.sure import sure

_NAMES = [*(person[0] for person in PEOPLE), "Mijn ecologie"]

LEAST = 24
"""Pixels of the smallest target, either way (WCAG 2.5.8)."""
ROLES_THAT_TELL_NOTHING = (QAccessible.Role.NoRole, QAccessible.Role.Client)
_LETTERS = re.compile(r"\w")
_Widget = TypeVar("_Widget", bound=QWidget)


def stops(window: QWidget) -> list[QWidget]:
    """Return what Tab goes past, in its order: `out_of_order` goes there with the key."""
    return reading_order.stops(window)


def passed(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Return what has the keyboard after each press of a key, until it is where it began."""
    found: list[QWidget] = []
    window.setFocus()
    window.setUpdatesEnabled(False)  # nobody looks on the way
    while True:
        QTest.keyClick(sure(window.windowHandle()), key)
        at = window.focusWidget()
        if at is None or at is window or at in found:
            break
        found.append(at)
    window.setUpdatesEnabled(True)
    return found


def visible(window: QWidget, kind: type[_Widget] | tuple[type[_Widget], ...]) -> Iterator[_Widget]:
    """Yield what is seen of a kind; `findChildren` goes past the screens that were before too."""
    for child in window.children():
        if isinstance(child, QWidget) and child.isVisible():
            if isinstance(child, kind):
                yield child
            yield from visible(child, kind)


def named(widget: QWidget) -> str:
    """Return the name a screen reader gives a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def role(widget: QWidget) -> QAccessible.Role:
    """Return the role a screen reader gives a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role() if interface is not None else QAccessible.Role.NoRole


def told(widget: QWidget) -> str:
    """Return a widget so that a fault can be found in the code."""
    above = widget.parentWidget()
    where = type(above).__name__ if above is not None else ""
    text = getattr(widget, "text", None)
    words = text() if callable(text) else ""
    return f"{where}/{type(widget).__name__} {words or named(widget)!r}"


def unsaid(window: QWidget) -> list[str]:
    """Tell what has the keyboard and no name, or a role that tells nothing."""
    faults = []
    for widget in stops(window):
        if not named(widget).strip():
            faults.append(f"no name: {told(widget)}")
        asked = widget.accessibleName() if isinstance(widget, QComboBox) else ""
        if isinstance(widget, QComboBox) and (not asked or asked not in named(widget)):
            faults.append(f"is called after its answer alone: {told(widget)}")
        if role(widget) in ROLES_THAT_TELL_NOTHING:
            faults.append(f"no role: {told(widget)}")
    return faults


def otherwise_said(window: QWidget) -> list[str]:
    """Tell what is called otherwise than it reads: who speaks to the computer says what is seen."""
    faults = []
    for button in visible(window, QAbstractButton):
        words = _plain(button.text())
        if _LETTERS.search(words) and words not in _plain(named(button)):
            faults.append(f"reads {words!r}, is called {named(button)!r}: {told(button)}")
    return faults


def _plain(text: str) -> str:
    text = re.sub(r"&(?!&)|[…▾⁨⁩]|‐\n", "", text)  # a word that is broken is one word
    return " ".join(text.replace("&&", "&").lower().split())


def said_twice(window: QWidget) -> list[str]:
    """Tell whose description only says what its name says."""
    faults = []
    for widget in stops(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        more = interface.text(QAccessible.Text.Description) if interface is not None else ""
        again = re.escape(_plain(more).strip(" .:"))
        if more and re.search(rf"(?<!\w){again}(?!\w)", _plain(named(widget))):
            faults.append(f"{named(widget)!r} is said once more, as {more!r}: {told(widget)}")
    return faults


def too_small(window: QWidget) -> list[str]:
    """Tell which targets are smaller than a finger that trembles needs."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    return [
        f"{widget.width()}x{widget.height()}: {told(widget)}"
        for widget in visible(window, kinds)
        if widget.isEnabled()
        and not isinstance(widget.parentWidget(), QComboBox)  # all of that is the target
        and (widget.width() < LEAST or widget.height() < LEAST)
    ]


def cut_short(window: QWidget) -> list[str]:
    """Tell which words have no room: of labels that do not wrap and of buttons Qt draws."""
    faults = []
    for label in visible(window, QLabel):
        if not label.text() or _breaks(label):
            continue
        if label.wordWrap():
            need = QSize(0, label.heightForWidth(label.width()))
        else:
            need = label.sizeHint()
        if need.width() > label.width() + 1 or need.height() > label.height() + 1:
            faults.append(f"needs {need.toTuple()}, has {label.size().toTuple()}: {told(label)}")
    for button in visible(window, QAbstractButton):
        if not _LETTERS.search(button.text()) or _breaks(button):
            continue
        if button.hasHeightForWidth():
            need = QSize(0, button.heightForWidth(button.width()))
        elif isinstance(button, QPushButton | QToolButton | QRadioButton | QCheckBox):
            need = button.sizeHint()
        else:
            continue
        if need.width() > button.width() + 1 or need.height() > button.height() + 1:
            faults.append(f"needs {need.toTuple()}, has {button.size().toTuple()}: {told(button)}")
    return faults


def _breaks(widget: QWidget) -> bool:
    """Tell whether a widget breaks or shortens its words itself; that has tests of its own."""
    return type(widget).__name__ in ("_Segment", "FewLines", "OneLine", "MapTitle", "FoldedCombo")


def cut_in_paint(window: QWidget) -> list[str]:
    """Tell which words are cut with dots where they are painted: by us, and in fields.

    What people are called may be: how long that is nobody knows.
    """
    with _shortened() as found:
        window.grab()
    for field in visible(window, QLineEdit):
        hint = field.placeholderText()
        need = field.fontMetrics().horizontalAdvance(hint) + _FRAME
        if not field.text() and need > field.width():
            found.append(f"hint needs {need}, has {field.width()}: {told(field)} {hint!r}")
    for combo in visible(window, QComboBox):
        need = combo.fontMetrics().horizontalAdvance(combo.currentText()) + _ARROW
        if need > combo.width() and not _breaks(combo):
            found.append(f"needs {need}, has {combo.width()}: {told(combo)}")
    return list(dict.fromkeys(found))


_FRAME, _ARROW = 12, 28
"""Pixels beside the words of a field, and of a list that opens."""


@contextmanager
def _shortened() -> Iterator[list[str]]:
    """Note the words of the catalogue that are cut with dots."""
    found: list[str] = []
    plain = QFontMetrics.elidedText, QFontMetricsF.elidedText

    def noted(whole: Any) -> Any:
        def elided(metrics: Any, text: str, *given: Any) -> str:
            shown: str = whole(metrics, text, *given)
            # Beside a name a kind may be as well, with its area: the form below has both.
            if shown != text and " · " not in text and not any(name in text for name in _NAMES):
                found.append(f"{text!r} is cut to {shown!r}")
            return shown

        return elided

    with (
        patch.object(QFontMetrics, "elidedText", noted(plain[0])),
        patch.object(QFontMetricsF, "elidedText", noted(plain[1])),
    ):
        yield found


def cut_off(window: QWidget) -> list[str]:
    """Tell what lies beyond the edge of its window, or of a panel that does not scroll that way."""
    faults = []
    for widget in stops(window):
        where = QRect(widget.mapTo(window, QPoint()), widget.size())
        above = widget.parentWidget()
        while above is not None and above is not window:
            area = above.parentWidget()
            if isinstance(area, QAbstractScrollArea):
                off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
                room = QRect(above.mapTo(window, QPoint()), above.size())
                if area.horizontalScrollBarPolicy() != off:
                    where.setLeft(max(where.left(), room.left()))
                    where.setRight(min(where.right(), room.right()))
                elif where.left() < room.left() - 1 or where.right() > room.right() + 1:
                    faults.append(f"{where.getRect()} beyond {room.getRect()}: {told(widget)}")
                    break
                where = where.intersected(room) if not room.intersects(where) else where
                where.setTop(max(where.top(), room.top()))
                where.setBottom(min(where.bottom(), room.bottom()))
            above = above.parentWidget()
        else:
            if not where.isEmpty() and not window.rect().contains(where):
                faults.append(f"{where.getRect()} beyond the window: {told(widget)}")
    return faults


def wider_than_its_room(window: QWidget) -> list[str]:
    """Tell what is wider than the panel that scrolls it, but never that way; and cut choices."""
    faults = []
    for area in visible(window, QScrollArea):
        inside, off = area.widget(), Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        stays = area.horizontalScrollBarPolicy() == off and area.widgetResizable()
        if inside is not None and stays:
            room = area.viewport().width()
            if inside.width() > room + 1:
                faults.append(f"{inside.width()} in {room}: {told(area)}")
    for one in visible(window, Segment):
        need = QFontMetrics(theme.font("strong")).horizontalAdvance(one.text())
        if not one.hasHeightForWidth() and need > one.width() - 8:
            faults.append(f"needs {need}, has {one.width() - 8}: {told(one)}")
    return faults


def out_of_order(window: QWidget) -> list[str]:
    """Tell where Tab goes another way than one reads, and what it does not reach."""
    where_from = window.focusWidget()
    gone = passed(window, Qt.Key.Key_Tab)
    # Asked only now: of answers of which one is chosen Qt leaves out the others at the first visit.
    never = [one for one in stops(window) if one not in gone]
    faults = [f"Tab does not come to {told(one)}" for one in never]
    if passed(window, Qt.Key.Key_Backtab) != gone[::-1]:
        faults.append("Shift+Tab goes another way than Tab")
    if where_from is not None:
        where_from.setFocus()
    ways = [[*_above(one)][::-1] for one in gone]
    for (one, way), (other, beside) in combinations(zip(gone, ways, strict=True), 2):
        pairs = zip(way, beside, strict=False)
        parts = next((pair for pair in pairs if pair[0] is not pair[1]), None)
        if parts is None:
            continue  # what scrolls, and what is in it
        first, then = (QRect(part.mapTo(window, QPoint()), part.size()) for part in parts)
        where = _read_before(then, first)
        if where:
            faults.append(f"{told(one)} comes before {told(other)}, which stands {where} it")
    return faults


def _read_before(then: QRect, first: QRect) -> str:
    """Tell how one place stands to another it should come before; nothing where it need not."""
    beside = then.right() < first.left() or then.left() > first.right()
    if then.bottom() < first.top() and not beside:
        return "above"
    both = min(then.bottom(), first.bottom()) - max(then.top(), first.top())
    is_a_row = 2 * both > min(then.height(), first.height())
    return "left of" if is_a_row and then.right() < first.left() else ""


def too_many_stops(window: QWidget) -> list[str]:
    """Tell of what Tab goes past one by one where the arrows could: buttons of the same make."""
    alike = Counter(
        tuple(type(one).__name__ for one in _above(widget))
        for widget in stops(window)
        if not isinstance(widget, (QCheckBox, Heading))  # an answer, and what leads to answers
    )
    return [
        f"{count} stops: {' in '.join(make)}" for make, count in alike.items() if count > _ALIKE
    ]


_ALIKE = 4
"""So many of the same make are walked past with Tab."""


def _above(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def unseen(window: QWidget, every: int = 1) -> list[str]:
    """Give the keyboard to every stop in turn, and tell where that is not to be seen."""
    faults, where_from = [], window.focusWidget()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F24)  # from now on it is no mouse
    for number, widget in enumerate(stops(window)):
        if number % every:
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not widget.hasFocus():
            continue
        seen = seen_part(widget, window)
        if seen.isEmpty():
            faults.append(f"out of sight: {told(widget)}")
            continue
        around = seen.adjusted(-5, -5, 5, 5).intersected(window.rect())
        having = window.grab(around).toImage()
        window.setFocus()
        QApplication.processEvents()
        if differing(having, window.grab(around).toImage()) < 24:
            faults.append(f"looks the same with the keyboard: {told(widget)}")
    if where_from is not None:
        where_from.setFocus()
    return faults


def seen_part(widget: QWidget, window: QWidget) -> QRect:
    """Return the part of a widget that is not scrolled away."""
    seen = QRect(widget.mapTo(window, QPoint()), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        seen &= QRect(above.mapTo(window, QPoint()), above.size())
        above = above.parentWidget()
    return seen & window.rect()


def differing(one: QImage, other: QImage) -> int:
    """Return how many pixels of two pictures differ."""
    if one.size() != other.size():
        return one.width() * one.height()
    return int((pixels_of(one) != pixels_of(other)).any(axis=2).sum())


def pixels_of(image: QImage) -> np.ndarray:
    """Return the channels of each pixel of a picture, row by row."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[:, :, 2::-1].copy()


# What is painted.

TEXT, GRAPHICS = 4.5, 3.0
"""Contrast of letters, and of whatever else carries meaning (WCAG 1.4.3 and 1.4.11)."""
THIN = 0.8
"""How much of the contrast of one small letter is left between the pixels of a screen."""


def too_faint(window: QWidget) -> list[str]:
    """Tell which words, and which people on a map, do not stand out in the pixels painted."""
    with _texts_painted() as painted:
        shown = window.grab().toImage()
    pixels = pixels_of(shown)
    light = luminance(pixels)
    faults = []
    for where, what in (*_written(window), *painted, *_labels(window)):
        found = standing_out(light, where.intersected(window.rect()))
        least = TEXT * THIN if what.startswith("initials") else TEXT
        if found is not None and found < least:
            faults.append(f"{found:.1f}: {what}")
    for where, what in _discs(window):
        found = _edge(pixels, where, window.rect())
        if found is not None and found < GRAPHICS:
            faults.append(f"edge {found:.1f}: {what}")
    return faults


def standing_out(whole: np.ndarray, where: QRect) -> float | None:
    """Return the contrast of what is painted in a place with its ground; None where it is bare."""
    light = whole[where.top() : where.bottom() + 1, where.left() : where.right() + 1]
    if min(light.shape) < 5:
        return None
    counts = np.bincount((light.ravel() * _STEPS).round().astype(np.int32))
    if np.count_nonzero(counts) < 2:
        return None
    return float(_contrast(light, int(np.argmax(counts)) / _STEPS).max())


_STEPS = 100_000
"""So many kinds of light are told apart."""


def luminance(pixels: np.ndarray) -> np.ndarray:
    """Return the relative luminance of pixels (WCAG)."""
    found: np.ndarray = _LINEAR[pixels] @ np.array([0.2126, 0.7152, 0.0722])
    return found


_CHANNEL = np.arange(256) / 255
_LINEAR = np.where(_CHANNEL <= 0.04045, _CHANNEL / 12.92, ((_CHANNEL + 0.055) / 1.055) ** 2.4)


def _contrast(light: np.ndarray, ground: float) -> np.ndarray:
    high, low = np.maximum(light, ground), np.minimum(light, ground)
    found: np.ndarray = (high + 0.05) / (low + 0.05)
    return found


def _written(window: QWidget) -> Iterator[tuple[QRect, str]]:
    """Yield the words that Qt draws itself: of labels, buttons, fields and cells."""
    for kind, around in ((QLabel, 0), (QAbstractButton, 5), (QLineEdit, 5), (QComboBox, 5)):
        for widget in visible(window, kind):
            said = "currentText" if isinstance(widget, QComboBox) else "text"
            text = getattr(widget, said)()
            text = text or getattr(widget, "placeholderText", str)()
            if not _LETTERS.search(text) or not widget.isEnabled():
                continue
            seen = seen_part(widget, window)
            if seen.size() != widget.size():
                continue
            seen = seen.adjusted(around, around, -around, -around)
            at = window.childAt(seen.center())
            if at is widget or (at is not None and widget.isAncestorOf(at)):
                yield seen, told(widget)
    for view in visible(window, QAbstractItemView):
        model = view.model()
        if model is None:
            continue
        seen, offset = seen_part(view.viewport(), window), view.viewport().mapTo(window, QPoint())
        for row in range(min(model.rowCount(), 12)):
            for column in range(1 if isinstance(view, QListView) else model.columnCount()):
                index = model.index(row, column, view.rootIndex())
                where = view.visualRect(index).translated(offset)
                if seen.contains(where) and _LETTERS.search(str(index.data() or "")):
                    yield where.adjusted(3, 3, -3, -3), f"{type(view).__name__} {index.data()!r}"


@contextmanager
def _texts_painted() -> Iterator[list[tuple[QRect, str]]]:
    """Note the words that we paint, and where in the picture."""
    found: list[tuple[QRect, str]] = []
    plain = QPainter.drawText

    def noted(painter: QPainter, *given: Any) -> Any:
        text = next(one for one in given if isinstance(one, str))
        metrics = painter.fontMetrics()
        first = given[0]
        if isinstance(first, QRect | QRectF) and not isinstance(given[1], str):
            where = painter.boundingRect(QRectF(first), int(given[1]), text)
        else:
            at = QPointF(first) if isinstance(first, QPoint | QPointF) else QPointF(*given[:2])
            where = QRectF(metrics.boundingRect(text)).translated(at)
        turned = painter.deviceTransform().mapRect(where).toAlignedRect()
        on = painter.device()  # a picture that is kept may be painted elsewhere
        if len(text.strip()) > 1 and isinstance(on, QWidget):
            corners = (turned.topLeft(), turned.center(), turned.bottomRight())
            if _LETTERS.search(text) and all(on.window().childAt(at) is on for at in corners):
                found.append((turned, f"painted {text!r}"))
        return plain(painter, *given)

    with patch.object(QPainter, "drawText", noted):
        yield found


def _people(window: QWidget) -> Iterator[tuple[QGraphicsView, PartnerItem]]:
    for view in visible(window, QGraphicsView):
        for person in getattr(view.scene(), "people", {}).values():
            if person.isVisible():
                yield view, person


def _labels(window: QWidget) -> Iterator[tuple[QRect, str]]:
    """Yield the initials and the names of people on a map."""
    for view, person in _people(window):
        name = person.partner.name + (" (faded)" if person.marks[3] else "")
        inner = person.diameter * 0.25
        letters = QRectF(-inner, -inner, 2 * inner, 2 * inner)
        label = person.label if person.is_named else QRectF()
        for area, what in ((letters, "initials of"), (label, "label of")):
            where = _in_window(view, person, area, window)
            if not where.isEmpty():
                yield where, f"{what} {name}"


def _discs(window: QWidget) -> Iterator[tuple[QRect, str]]:
    for view, person in _people(window):
        half = person.diameter / 2
        where = _in_window(view, person, QRectF(-half, -half, 2 * half, 2 * half), window)
        if not where.isEmpty():
            yield where, f"{person.partner.name}, {person.marks}"


def _in_window(view: QGraphicsView, person: PartnerItem, area: QRectF, window: QWidget) -> QRect:
    """Return where part of a person is in the window; empty where that is not all in sight."""
    box = view.mapFromScene(person.mapRectToScene(area)).boundingRect()
    where = box.translated(view.viewport().mapTo(window, QPoint()))
    corners = (where.topLeft(), where.topRight(), where.bottomLeft(), where.bottomRight())
    is_seen = all(window.childAt(corner) is view.viewport() for corner in corners)
    return where if is_seen and not area.isEmpty() else QRect()


def _edge(pixels: np.ndarray, where: QRect, whole: QRect) -> float | None:
    """Return how far a disc stands out from the ground around it, from its middle outwards."""
    around = where.adjusted(-5, -5, 5, 5)
    if not whole.contains(around):
        return None
    middle = around.center()
    across = luminance(pixels[middle.y(), around.left() : around.right() + 1])
    down = luminance(pixels[around.top() : around.bottom() + 1, middle.x()])
    lines = (across, across[::-1], down, down[::-1])
    return float(np.median([_contrast(line[4 : len(line) // 3], line[0]).max() for line in lines]))


CHECKS = (
    unsaid,
    otherwise_said,
    said_twice,
    too_small,
    cut_short,
    cut_off,
    wider_than_its_room,
    out_of_order,
    too_many_stops,
)
"""What takes no time; `unseen` paints."""
