"""Where maps come from: new ones, those from files and from backups."""

from pathlib import Path

from app.models.problem import Problem
from app.views.frame.page import Page
from app.views.frame.screen_list import maps
from app.words import say


def new_map(page: Page) -> None:
    """Begin an empty map, in the lens in which everybody has a place."""
    if page.document.new_map(say("My network")):
        page.show_freely()
        page.go_to_map()


def ask_next(page: Page) -> None:
    """Lead to the questions about a next moment of the open map."""
    if page.document.is_open:
        page.go_to("maps")
        page.part(maps).ask_next()


def choose_file(page: Page) -> None:
    """Ask for files and open them; a map that is not mine stays out at first."""
    from PySide6.QtWidgets import QFileDialog  # its enums take a while to make

    from app.views.widgets.save_dialog import folder

    kinds = (say("All files that Kring reads (*)"), say("Kring maps (*.kring)"))
    names, _ = QFileDialog.getOpenFileNames(
        page, say("Open a map"), str(folder()), ";;".join(kinds)
    )
    page.file_opening.open_files([Path(name) for name in names])


def show_exchange(page: Page) -> None:
    """Show the map of somebody else again, or ask for the file of one."""
    if page.guest is None:
        choose_file(page)
    else:
        page.go_to("exchange")


def show_backups(page: Page) -> None:
    """Show the backups Kring made, to put maps back from."""
    from app.views.library.backups import Backups

    shown = Backups(page.document, page)
    shown.put_back.connect(page.notices.put_back)
    shown.open()


def toggle_file_type(page: Page) -> None:
    """Let `.kring` files open with Kring from the file manager, or no longer."""
    from app import file_type
    from app.background import Task

    was_on = file_type.is_on()
    try:
        (file_type.turn_off if was_on else file_type.turn_on)()
    except Problem as problem:
        page.notices.problem(problem)
        return
    Task(page).start(file_type.tell_system)
    if was_on:
        page.notice.tell(say("Double-clicking a .kring file no longer opens Kring."))
    else:
        page.notice.tell(say("Double-clicking a .kring file now opens it in Kring."))
