"""The words of the screens that more than one view needs: counts, settings, titles, moments."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from app.models.network import Network, Partner
from app.models.vocabulary import folded, vocabulary
from app.words import current_language, filled, say
from app.words.catalog import joined
from app.words.dates_and_numbers import shown_date
from app.words.field_names import field_label

_SOME: Final = 3
"""How many of a list of names or cells a sentence holds."""

_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def lowered(heading: str) -> str:
    """Return a heading as it goes on in the middle of a line."""
    return heading[:1].lower() + heading[1:]


def raised(text: str) -> str:
    """Return a text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def partner_count(count: int) -> str:
    """Return *18 partners*."""
    if count == 1:
        return say("1 partner")
    return say("{n} partners", n=count)


def important_unmet() -> str:
    """Return what somebody is who matters without contact yet."""
    return say("Important, no contact yet")


def people_count(people: Iterable[Partner]) -> str:
    """Return the number of partners in words: *17 partners, 1 without contact yet*.

    The first number is that of every figure: with whom there is contact, or may be.
    """
    frequencies = [partner.frequency for partner in people]
    waiting = frequencies.count(0)
    return counted_people(len(frequencies) - waiting, waiting)


def counted_people(count: int, waiting: int) -> str:
    """Count the partners who count, and those without contact yet."""
    text = partner_count(count)
    if not waiting:
        return text
    both = say("{partners}, and {n} without contact yet")
    return filled(both, n=waiting, partners=text)


def selected_count(count: int) -> str:
    """Return *3 selected*."""
    return say("{n} selected", n=count)


def kind_beside(partner: Partner) -> str:
    """Return the kind of a partner as it stands by the name; nothing where the name says it."""
    kind = vocabulary().kind_label(partner.kind, current_language())
    return "" if folded(kind) == folded(partner.name) else kind


def setting_label(setting: str | None) -> str:
    """Return the name of a setting as it stands on the rim, or of having none."""
    return setting_labels(current_language())[setting]


@cache
def setting_labels(language: str) -> Mapping[str | None, str]:
    """Return the names of all settings, and of having none, as `setting_label` has them."""
    known = vocabulary().settings.values()
    return {None: say("No area yet")} | {one.id: one.short(language) for one in known}


def numbered(text: str, setting: str | None) -> str:
    """Return a text with the number of a setting after it, for where no colour says which it is."""
    if setting is None:
        return text
    number = [*vocabulary().settings].index(setting) + 1
    between = " " if text[-1:].isdigit() else ""  # or it would be part of that number
    return f"{text}{between}{str(number).translate(_RAISED)}"


def scale_label(scale: str, code: int | None) -> str:
    """Return an answer of a scale in full, or that there is none yet."""
    if code is None:
        return say("not answered")
    return vocabulary().scales[scale].step(code).label(current_language())


def map_title(network: Network) -> str:
    """Return the title of a map, also where it has none."""
    return network.title or untitled()


def untitled() -> str:
    """Return the title of a map that has none."""
    return say("Untitled map")


def moment_count(count: int) -> str:
    """Return *2 moments*."""
    return say("{n} moments", n=count)


def no_date() -> str:
    """Return the name of a moment that has neither a label nor a date."""
    return say("no date")


def moment_name(network: Network) -> str:
    """Return the name of a moment of a series: its label, else its date."""
    return network.moment_label or shown_date(network.moment) or no_date()


def intention_states() -> dict[str, str]:
    """Return what can come of an intention, by `Intention.state`, as a button says it."""
    return {"open": say("Not yet"), **{name: field_label(name) for name in ("done", "let_go")}}


def ego_label(network: Network) -> str:
    """Return the label in the middle."""
    return network.ego_label or say("Me")


def some_of(texts: Sequence[str]) -> str:
    """Return the first few of many texts, and how many more there are."""
    first = joined(text for text in texts[:_SOME])
    more = len(texts) - _SOME
    if more <= 0:
        return first
    text = say("{first} and {n} more")
    return filled(text, first=first, n=more)


def named_alike(names: Iterable[str], here: Iterable[Partner]) -> str:
    """Say of names that come which of them are there already; nothing where none is."""
    known = {folded(partner.name) for partner in here}
    twice = [name for name in names if folded(name) in known]
    if not twice:
        return ""
    text = say("Already on the map with this name: {who}.")
    return filled(text, who=some_of(tuple(dict.fromkeys(twice))))


def not_filled_in() -> str:
    """Return the words for a missing answer."""
    return say("not answered")


def mixed() -> str:
    """Return the words for answers that differ between partners."""
    return say("mixed")


def literal(text: str) -> str:
    """Return a text as a menu or a button takes it: an ampersand would underline what follows."""
    return text.replace("&", "&&")


def clear_label(field: str) -> str:
    """Return the name of the button that empties a field."""
    return say("Clear: {field}").format(field=field)
