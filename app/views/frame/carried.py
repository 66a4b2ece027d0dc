"""What a person is at, taken along when the screens are built anew: the keyboard, and a message."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from app.views.frame.notice import Message
from app.views.frame.page import Page
from app.words import current_language

_AGAIN: Final = 40
"""Milliseconds until it is looked once more where the keyboard was: sides come a moment later."""
_TRIES: Final = 12

_Way = tuple[tuple[type[QWidget], int], ...]
"""From a page down to a widget: of what kind, and the how manieth of that kind there."""


class CarriedOver(NamedTuple):
    """Where the keyboard is, and what is said, in which language."""

    way: _Way
    at: tuple[int, int] | int | None
    """The cell, or the place in a text."""
    said: Message | None
    language: str
    does: Callable[[Page], Callable[[], object] | None]
    """What the button of the message does, on a page that is built anew."""


def carry(page: Page) -> CarriedOver:
    """Return the keyboard's place and the message, to carry to a page that is built anew."""
    said = page.notice.said
    focus = page.window().focusWidget()
    is_inside = focus is not None and page.isAncestorOf(focus) and focus.isVisibleTo(page)
    return CarriedOver(
        way=_way(focus, page) if focus is not None and is_inside else (),
        at=_at(focus) if is_inside else None,
        said=said,
        language=current_language(),
        does=_led(said.does if said is not None else None, page),
    )


def carry_on(page: Page, carried: CarriedOver) -> None:
    """Say on a page what was said, and give the keyboard to where it was.

    Another language has no words for what was said: who chose it has seen that, and Undo is in
    the menu.
    """
    if carried.said is not None and carried.language == current_language():
        page.notice.go_on(carried.said._replace(does=carried.does(page)))
    if carried.way:
        _look(page, carried, page.window().focusWidget(), _TRIES)


def _look(page: Page, carried: CarriedOver, rests: QWidget | None, tries: int) -> None:
    """Give the keyboard to where it was, once that is there; somebody who went on stays there."""
    if page.window().focusWidget() is not rests:
        return
    found = _found(carried.way, page)
    if found is not None:
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        _go_to(found, carried.at)
    elif tries:
        QTimer.singleShot(_AGAIN, page, partial(_look, page, carried, rests, tries - 1))


def _way(widget: QWidget, page: QWidget) -> _Way:
    steps: list[tuple[type[QWidget], int]] = []
    while widget is not page:
        above = widget.parentWidget()
        assert above is not None  # it stands on the page
        steps.append((type(widget), _alike(above, type(widget)).index(widget)))
        widget = above
    return tuple(reversed(steps))


def _found(way: _Way, page: QWidget) -> QWidget | None:
    at = page
    for kind, number in way:
        alike = _alike(at, kind)
        if number >= len(alike):
            return None
        at = alike[number]
    return at if at.isVisible() and at.isEnabled() else None


def _alike(above: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in above.children() if type(one) is kind]


def _at(widget: QWidget | None) -> tuple[int, int] | int | None:
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        return widget.currentIndex().row(), widget.currentIndex().column()
    return widget.cursorPosition() if isinstance(widget, QLineEdit) else None


def _go_to(widget: QWidget, at: Any) -> None:
    if isinstance(widget, QAbstractItemView) and at is not None:
        widget.setCurrentIndex(widget.model().index(*at))
    elif isinstance(widget, QLineEdit):
        widget.setCursorPosition(at)


def _led(does: Any, page: Page) -> Callable[[Page], Any]:
    """Return a function that does the same on another page."""
    if isinstance(does, partial):
        inner = _led(does.func, page)
        return lambda to: partial(inner(to), *does.args)
    owner = getattr(does, "__self__", None)
    names = [name for name, part in vars(page).items() if part is owner]
    if owner is None or not names:
        return lambda _: does
    return lambda to: getattr(getattr(to, names[0]), does.__name__)
