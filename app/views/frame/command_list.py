"""What can be done from the menu or with a key: one list, with what each command does."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from app.analysis.lens import LENSES
from app.views.frame import file_actions, folding, partner_actions
from app.views.frame.page import Page
from app.views.frame.printing import nothing
from app.views.frame.screen_list import SCREENS, part_of
from app.views.widgets import keys
from app.words import say


class Command(NamedTuple):
    """One thing a person can do from the menu or with a key."""

    id: str
    text: str
    does: Callable[[Page], object]
    keys: tuple[str, ...] = ()
    checkable: bool = False
    live: bool = True
    """It can be had in live mode; what leads away from the map cannot."""


class Group(NamedTuple):
    """Commands that belong together: a part of the menu, and of the list of keys."""

    name: str
    sections: tuple[tuple[Command, ...], ...]
    """The menu has a line between two of them."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """Return the commands of all sections, one after the other."""
        return tuple(command for section in self.sections for command in section)


def groups() -> tuple[Group, ...]:
    """Return all commands in the order of the menu."""
    return (
        Group(
            say("Map"),
            (_own_maps(), _handing_over(), _on_paper()),
        ),
        Group(
            say("Edit"),
            (_steps(), _clipboard(), _selecting(), _kept()),
        ),
        Group(
            say("Partners"),
            (_asking(), _about_one(), _drawing()),
        ),
        Group(
            say("View"),
            (_screens("screens"), _looking(), _zooming()),
        ),
        Group("Kring", (_kring(),)),
    )


def _own_maps() -> tuple[Command, ...]:
    return (
        *_screens("maps"),
        Command(
            "about_map",
            say("About this map"),
            lambda page: page.about_requested.emit(""),
            ("Ctrl+I",),
            live=False,
        ),
        Command("next_moment", say("New moment …"), file_actions.ask_next, live=False),
        Command("new_map", say("New map"), file_actions.new_map, ("Ctrl+N",), live=False),
        Command(
            "open_file", say("Open a file …"), file_actions.choose_file, ("Ctrl+O",), live=False
        ),
        Command("example", say("See an example"), Page.open_example, live=False),
        Command(
            "pupil_example",
            say("See an example around one pupil"),
            Page.open_pupil_example,
            live=False,
        ),
    )


def _handing_over() -> tuple[Command, ...]:
    return (
        *_screens("handing_over"),
        Command(
            "export",
            say("Back up to a file …"),
            lambda page: page.exports.copy(),
            ("Ctrl+Shift+S",),
            live=False,
        ),
        Command("backups", say("Restore from a backup …"), file_actions.show_backups, live=False),
        Command(
            "exchange",
            say("Compare with someone else's map …"),
            file_actions.show_exchange,
            ("Ctrl+Shift+E",),
            live=False,
        ),
    )


def _on_paper() -> tuple[Command, ...]:
    return (
        Command(
            "picture",
            say("Save as a picture …"),
            lambda page: page.exports.picture(),
            ("Ctrl+Shift+P",),
        ),
        Command("print", say("Print …"), _print, ("Ctrl+P",)),
        Command(
            "copy_picture",
            say("Copy as a picture"),
            lambda page: page.exports.copy_picture(),
            ("Ctrl+Shift+C",),
        ),
        Command(
            "report",
            say("Report …"),
            lambda page: page.exports.report(),
            ("Ctrl+Shift+R",),
            live=False,
        ),
        Command(
            "last_folder",
            say("Open the folder of the last file"),
            lambda page: page.exports.open_last(),
        ),
    )


def _steps() -> tuple[Command, ...]:
    return (
        Command("undo", say("Undo"), lambda page: page.edits.undo(), ("Ctrl+Z",)),
        Command("redo", say("Redo"), lambda page: page.edits.redo(), ("Ctrl+Shift+Z", "Ctrl+Y")),
    )


def _clipboard() -> tuple[Command, ...]:
    return (
        Command("cut", say("Cut"), lambda page: page.clipboard.cut(), ("Ctrl+X",)),
        Command("copy", say("Copy"), lambda page: page.clipboard.copy(), ("Ctrl+C",)),
        Command(
            "paste",
            say("Paste people or a list of names"),
            lambda page: page.clipboard.paste(),
            ("Ctrl+V",),
        ),
    )


def _selecting() -> tuple[Command, ...]:
    return (
        Command("find", say("Find a partner …"), partner_actions.find, ("Ctrl+F",)),
        Command(
            "select_all",
            say("Select everyone"),
            lambda page: page.edits.select_all(),
            ("Ctrl+A",),
        ),
        Command(
            "select_kind",
            say("Select everyone of this type"),
            lambda page: page.edits.select_kind(),
            ("Ctrl+Shift+K",),
        ),
        Command(
            "select_setting",
            say("Select everyone in this area"),
            lambda page: page.edits.select_setting(),
            ("Ctrl+Shift+A",),
        ),
    )


def _kept() -> tuple[Command, ...]:
    return (
        Command(
            "saved",
            say("Changes are saved automatically"),
            lambda page: page.notices.saved(),
            ("Ctrl+S",),
        ),
        Command(
            "next_part",
            say("Go to the next part of the window"),
            lambda page: page.room.go_to_part(1),
            ("Ctrl+F6",),
        ),
        Command(
            "previous_part",
            say("Go to the previous part of the window"),
            lambda page: page.room.go_to_part(-1),
            ("Ctrl+Shift+F6",),
        ),
        Command(
            "message",
            say("Show the last message again"),
            lambda page: page.notices.again(),
            ("Ctrl+Alt+M",),
        ),
    )


def _asking() -> tuple[Command, ...]:
    return (
        Command(
            "add",
            say("Add a partner"),
            partner_actions.go_to_quick_add,
            ("Ctrl+L", "Insert"),
        ),
        *_screens("asking"),
    )


def _about_one() -> tuple[Command, ...]:
    return (
        Command("rename", say("Rename …"), partner_actions.rename),
        Command(
            "star",
            say("Star as one of my most important partners"),
            lambda page: page.edits.star(),
        ),
        Command(
            "tie",
            say("Link these people"),
            partner_actions.tie_selected,
            (keys.TIE,),
        ),
        Command("give", say("Choose type and area …"), partner_actions.give, ("Ctrl+K",)),
        Command(
            "unknown",
            say("Select everyone without an area"),
            lambda page: page.edits.select_unknown(),
        ),
        Command(
            "merge",
            say("Merge into one"),
            lambda page: page.edits.merge(),
            ("Ctrl+Shift+M",),
        ),
        Command("move", say("Move with the arrow keys"), partner_actions.move, ("F4",)),
        Command("take_off", say("Take off the map"), lambda page: page.map.view.take_off()),
        Command("remove", say("Delete permanently"), lambda page: page.edits.remove()),
    )


def _drawing() -> tuple[Command, ...]:
    return (
        Command(
            "outline",
            say("Draw an outline around these people"),
            partner_actions.outline,
            ("Ctrl+G",),
        ),
        Command(
            "write",
            say("Add text to the map"),
            partner_actions.write_text,
            ("Ctrl+Shift+X",),
        ),
        Command(
            "drawn",
            say("Find an outline or text …"),
            partner_actions.list_drawn,
            ("Ctrl+Shift+D",),
        ),
        Command("photo", say("Put a photo of a drawing under the map"), partner_actions.photo),
    )


def _looking() -> tuple[Command, ...]:
    return (
        *_lenses(),
        Command(
            "sectors",
            say("Group by area"),
            _toggle_sectors,
            ("F9",),
            checkable=True,
        ),
        Command(
            "make_room", say("Make room"), lambda page: page.map.view.make_room(), ("Shift+F9",)
        ),
        Command(
            "fold_left",
            say("Show or hide the names on the left"),
            partial(folding.toggle, name="left"),
            ("Ctrl+F9",),
        ),
        Command(
            "fold_right",
            say("Show or hide the right side"),
            partial(folding.toggle, name="right"),
            ("Ctrl+Shift+F9",),
        ),
        Command("legend", say("Legend"), lambda page: page.map.toggle_legend(), (keys.LEGEND,)),
        Command(
            "live",
            say("Full screen (map only)"),
            lambda page: page.live_requested.emit(),
            (keys.FULL_SCREEN,),
            checkable=True,
        ),
    )


def _zooming() -> tuple[Command, ...]:
    return (
        Command(
            "zoom_in", say("Zoom in"), lambda page: page.map.view.zoom_in(), ("Ctrl++", "Ctrl+=")
        ),
        Command("zoom_out", say("Zoom out"), lambda page: page.map.view.zoom_out(), ("Ctrl+-",)),
        Command("fit", say("Show the whole map"), lambda page: page.map.view.fit(), ("Ctrl+0",)),
    )


def _kring() -> tuple[Command, ...]:
    return (
        Command(
            "file_type",
            say("Open .kring files with Kring"),
            file_actions.toggle_file_type,
            checkable=True,
        ),
        Command("lock", say("Lock now"), lambda page: page.lock_requested.emit(), ("F12",)),
        Command(
            "about",
            say("About Kring and its keys"),
            lambda page: page.help_requested.emit(),
            ("F1",),
        ),
        Command("quit", say("Quit"), lambda page: page.quit_requested.emit(), ("Ctrl+Q",)),
    )


def commands() -> tuple[Command, ...]:
    """Return all commands, one after the other."""
    return tuple(command for group in groups() for command in group.commands)


def _screens(menu: str) -> tuple[Command, ...]:
    """Return the commands that lead to the screens of a part of the menu."""
    return tuple(
        Command(row.id, row.text(), partial(Page.go_to, screen=row.id), row.keys, live=row.live)
        for row in SCREENS.values()
        if row.text is not None and row.menu == menu
    )


def _lenses() -> Iterator[Command]:
    """Return the commands that look through each lens."""
    for lens in LENSES.values():
        text = say("Arrange: {lens}", lens=lens.name())
        yield Command(f"lens_{lens.id}", text, partial(_look, lens=lens.id), (lens.key,))


def _look(page: Page, lens: str) -> None:
    page.map.look_through(lens)


def _print(page: Page) -> None:
    row = SCREENS[page.shown]
    page.exports.paper(row.prints(page, part_of(page, row)) if row.prints else nothing())


def _toggle_sectors(page: Page) -> None:
    page.settings.sectors = not page.settings.sectors
