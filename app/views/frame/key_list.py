"""All keys, by the place in which they mean something, and what they do."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QKeySequence

from app.views.frame.command_list import groups
from app.views.map.toolbox import TOOLS
from app.views.widgets.keys import digits_of
from app.words import say

Rows = Sequence[tuple[str, str]]
"""Keys, and what they do."""


def in_menu() -> Iterator[tuple[str, Rows]]:
    """Yield the keys of the menu, from the table of commands."""
    native = QKeySequence.SequenceFormat.NativeText
    for group in groups():
        rows = tuple(
            (QKeySequence(command.keys[0]).toString(native), command.text)
            for command in group.commands
            if command.keys
        )
        if rows:
            yield group.name, rows


def by_hand() -> Iterator[tuple[str, Rows]]:
    """Yield the keys that no menu has, by the place where they work.

    A view that takes a key has it here too: `tests/views/test_help.py` reads the code for them.
    """
    yield from _on_map()
    yield from _in_lists()
    yield from _answering()
    yield from _looking()
    yield (
        say("Everywhere"),
        (
            ("Tab", say("go to the next item; within a group, use the arrow keys")),
            ("F10", say("open the menu; a letter goes to an entry")),
            ("Esc", say("close a message")),
        ),
    )


def _on_map() -> Iterator[tuple[str, Rows]]:
    yield (
        say("With someone selected"),
        (
            (digits_of("frequency"), say("how often you have contact")),
            (f"Shift + {digits_of('importance')}", say("how important the contact is")),
            ("S", say("one of my most important")),
            ("T", say("then select others: they know each other")),
            ("I", say("who this is")),
            ("F2", say("rename")),
            (say("Delete or Backspace"), say("take off the map; press again to delete")),
            (say("Arrow keys"), say("move between people")),
            (say("Ctrl + arrow keys"), say("show another part of a large map")),
            (say("A word"), say("goes to “Name or role”: what you type is a new name")),
        ),
    )
    yield (
        say("Tools of the map"),
        (
            *((tool.letter, tool.name()) for tool in TOOLS),
            ("D", say("move between outlines and text")),
            (say("Enter or F2"), say("change the text or the label")),
            (say("Arrow keys"), say("move what is selected")),
            (say("Delete or Backspace"), say("remove what is selected")),
            ("+  −", say("make the photo larger or smaller")),
            ("Esc", say("back")),
        ),
    )
    yield (
        say("Not on the map yet"),
        (
            ("Enter", say("onto the map")),
            ("F2", say("rename")),
            (say("Delete or Backspace"), say("remove; this can be undone")),
        ),
    )


def _in_lists() -> Iterator[tuple[str, Rows]]:
    yield (
        say("In a field"),
        (
            ("Esc", say("take back what you typed; from “Name or role”: to the map")),
            ("↓", say("choose the type of a new name")),
        ),
    )
    yield (
        say("Finding someone"),
        (
            (say("Enter, F3 or ↓"), say("the next one")),
            (say("Shift+F3 or ↑"), say("the one before")),
            ("F2", say("rename")),
            ("Esc", say("close")),
        ),
    )
    yield (
        say("In a table"),
        (
            (say("Enter or F2"), say("change this cell")),
            (say("Alt + ↑ or ↓"), say("sort by this column")),
            ("Ctrl+C", say("copy what is selected")),
            ("Shift+F10", say("what can be done with who is selected")),
            (say("Delete or Backspace"), say("remove; this can be undone")),
        ),
    )
    yield (
        say("In My maps"),
        (
            (say("Enter or Space"), say("open; unfold a map with several moments")),
            ("↑  ↓", say("another map")),
            ("Page Up, Page Down", say("further on in the list")),
            ("Home, End", say("to the beginning or the end")),
            (say("A letter"), say("look for a map")),
            ("→  ←", say("to the buttons of a map, and back")),
            ("F2", say("rename")),
            ("Delete", say("remove; this can be undone")),
            ("Esc", say("back")),
        ),
    )


def _answering() -> Iterator[tuple[str, Rows]]:
    yield (
        say("Where you choose an answer"),
        (
            (say("Arrow keys"), say("another answer")),
            ("Home, End", say("the first or the last answer")),
            ("Enter", say("this answer")),
            (say("Delete or Backspace"), say("empty an answer")),
        ),
    )
    yield (
        say("With one question at a time"),
        (
            (say("A number"), say("the answer with that number")),
            ("S", say("one of my most important")),
            ("Enter", say("at the end: go on; at a new moment: in contact")),
            (say("Space or →"), say("later")),
            (say("Backspace or ←"), say("one back")),
            ("F2", say("another name")),
            ("Delete", say("remove an answer")),
            ("Esc", say("to the map; your answers are saved")),
        ),
    )
    yield (
        say("Questions to talk about"),
        (
            ("Page Up, Page Down", say("the question before or the next")),
            ("Ctrl+Enter", say("the next question")),
        ),
    )


def _looking() -> Iterator[tuple[str, Rows]]:
    yield (
        say("In a chart, and with two maps side by side"),
        (
            (say("Arrow keys"), say("move between people")),
            ("+  −  0", say("larger, smaller, everyone")),
            ("Esc", say("no one selected")),
        ),
    )
    yield (
        say("On the ladder"),
        (("↑  ↓", say("plan to try a step higher or lower")),),
    )
    yield (
        say("In “How the map came about”"),
        (
            (say("Space"), say("play or pause")),
            ("←  →, Page Up, Page Down", say("go one step back or forward")),
            ("Home, End", say("to the beginning or the end")),
            ("Esc", say("back")),
        ),
    )
