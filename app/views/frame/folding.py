"""Folding the sides of the window, by key and by button."""

from app.views.frame.page import Page
from app.views.frame.screen_list import SCREENS
from app.views.frame.window_layout import fold_key


def toggle(page: Page, name: str) -> None:
    """Fold the `left` or the `right` to a strip, or show it again; it stays so."""
    screen = SCREENS[page.shown]
    if name == "right" and screen.folds:
        page.part(screen.build).fold_side()  # type: ignore[attr-defined]
        return
    side = page.room.left if name == "left" else page.room.right
    if not side.isVisible():
        return
    folded = not side.is_folded
    page.settings.fold(fold_key(screen, name), folded=folded)
    shows_right = name == "right" and not (folded or screen.beside)
    makes_way = shows_right and page.room.is_crowded(page.width())
    if makes_way or (name == "left" and folded):
        page.quick_add.left_for_map.emit()
    elif name == "left":
        page.take_names()
    page.room_requested.emit(True)  # noqa: FBT003 (Qt takes no name here)
    if name == "right" and side.is_folded and not folded:
        page.side_requested.emit()  # nothing else there to be shown


def unfold_form(page: Page) -> None:
    """Show the form at the right, where somebody is led to it."""
    page.room_requested.emit(True)  # noqa: FBT003
    if page.room.right.is_folded:
        toggle(page, "right")


def unfold(page: Page, name: str) -> None:
    """Show a side that was folded by hand; one that folds by itself does as it likes."""
    if page.settings.folds.get(name):
        page.settings.fold(name, folded=False)
