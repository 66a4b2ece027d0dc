"""What all tables of a group are made of: a table as data, and what its rows are called."""

from dataclasses import dataclass

from app.analysis.group.published import Published
from app.models.coded import OWN_WORDS
from app.models.vocabulary import vocabulary
from app.words import current_language, say


@dataclass(frozen=True, slots=True)
class GroupTable:
    """One table, and what was published beside it."""

    id: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...] = ()
    """The id of the kind or setting of each row; none where the rows are something else."""
    beside: tuple[Published, ...] = ()
    notes: tuple[str, ...] = ()
    """What has to be known to read it."""


def called(id_: str) -> str:
    """Return what a kind or a setting is called in a table."""
    if id_ == OWN_WORDS:
        return say("in own words")
    words, language = vocabulary(), current_language()
    if id_ in words.settings:
        return words.settings[id_].short(language)
    return words.kind_label(id_, language)


def picture_names() -> dict[str, str]:
    """Return what the pictures of a group are called, by their id."""
    return {
        "ecology": say("Our network"),
        "plane": say("Chart"),
        "clusters": say("Who knows whom"),
    }


def how_to_read(id_: str) -> str:
    """Return what a picture of a group shows, in one sentence."""
    return {
        "ecology": say(
            "Closer to the centre: more important. The tail starts where contact would put it. "
            "Larger: on more maps."
        ),
        "plane": say("To the right: more contact. Higher: more important. Larger: on more maps."),
        "clusters": say(
            "Larger: more partners. Darker: more of them know each other. A line: between areas. "
            "The dotted ring: how much we differ."
        ),
    }[id_]
