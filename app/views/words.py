"""The words of the screens that more than one view needs: fields, edits, settings, dates."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app import language
from app.models.edits import Edit
from app.models.network import Network, Partner
from app.models.vocabulary import folded, vocabulary
from app.models.writing import isolated

_PLACE: Final = re.compile(r"\{(\w+)\}")
_SOME: Final = 3
"""How many of a list of names or cells a sentence holds."""

_NUMBERED: Final = re.compile(r"(.*[^\W\d].*)\s(\d{1,2})")


def field_label(name: str) -> str:
    """Return what a field of a record is called on the screen."""
    translate = QCoreApplication.translate
    labels = {
        "name": translate("Words", "Name"),
        "kind": translate("Words", "Kind"),
        "setting": translate("Words", "Setting"),
        "entity": translate("Words", "Person, group or organisation"),
        "frequency": translate("Words", "Contact"),
        "importance": translate("Words", "Importance"),
        "named_important": translate("Words", "One of my most important"),
        "wished_frequency": translate("Words", "Wished contact"),
        "satisfaction": translate("Words", "Satisfaction"),
        "energy": translate("Words", "Energy"),
        "initiative": translate("Words", "Initiative"),
        "own_control": translate("Words", "Own control"),
        "trust": translate("Words", "Trust"),
        "equality": translate("Words", "Equality"),
        "shared_language": translate("Words", "Shared language"),
        "heard": translate("Words", "Being heard"),
        "shared_goal": translate("Words", "Shared goal"),
        "focus": translate("Words", "Aimed at"),
        "forms": translate("Words", "What we do"),
        "hurdles": translate("Words", "What makes it hard"),
        "positives": translate("Words", "What goes well"),
        "task_role_agreed": translate("Words", "Task and role agreed"),
        "goal": translate("Words", "Goal"),
        "my_expertise": translate("Words", "My expertise"),
        "their_expertise": translate("Words", "Their expertise"),
        "notes": translate("Words", "Notes"),
        "before_talk": translate("Words", "Before we talk"),
        "after_talk": translate("Words", "After we talked"),
        "my_hands": translate("Words", "What is in my hands"),
        "discuss": translate("Words", "To discuss"),
        "what": translate("Words", "What I intend"),
        "partner": translate("Words", "With whom"),
        "direction": translate("Words", "Which way"),
        "first_step": translate("Words", "First small step"),
        "due": translate("Words", "By when"),
        "sign": translate("Words", "How I shall notice"),
        "done": translate("Words", "Done"),
        "let_go": translate("Words", "Let go"),
        "outcome": translate("Words", "How it went"),
        "title": translate("Words", "Title"),
        "moment": translate("Words", "Date"),
        "moment_label": translate("Words", "Moment"),
        "ego_label": translate("Words", "My name in the middle"),
        "role": translate("Words", "My role"),
        "about": translate("Words", "What the map is about"),
        "subject": translate("Words", "Around whom"),
        "importance_overall": translate("Words", "Importance of co-operation"),
        "satisfaction_overall": translate("Words", "Satisfaction overall"),
        "confidence": translate("Words", "How sure I feel in it"),
        "lines_drawn": translate("Words", "Lines between partners drawn"),
        "finished": translate("Words", "Map finished"),
        "importance_cut": translate("Words", "From when on a contact is important"),
        "frequency_cut": translate("Words", "From when on contact is often"),
        "example": translate("Words", "Example"),
    }
    return labels[name]


def edit_name(edit: Edit) -> str:
    """Return what an edit did, as it stands behind *Undo*: *Contact: Ouders Sam*."""
    translate = QCoreApplication.translate
    actions = {
        "add_partner": translate("Words", "Add"),
        "remove_partner": translate("Words", "Remove"),
        "merge_partners": translate("Words", "Merge"),
        "move": translate("Words", "Move"),
        "place": translate("Words", "Place"),
        "to_tray": translate("Words", "Back to the tray"),
        "set_tie": translate("Words", "Tie"),
        "add_outline": translate("Words", "Outline"),
        "set_outline": translate("Words", "Outline"),
        "add_note": translate("Words", "Text on the map"),
        "set_note": translate("Words", "Text on the map"),
        "add_stroke": translate("Words", "Pen"),
        "erase": translate("Words", "Rub out"),
        "paste": translate("Words", "Paste"),
        "depart": translate("Words", "Not a partner any more"),
        "come_back": translate("Words", "A partner again"),
        "succeed": translate("Words", "Successor"),
        "look_back": translate("Words", "With the eyes of now"),
        "judge": translate("Words", "Your verdict on a finding"),
        "intend": translate("Words", "Intention"),
        "set_intention": translate("Words", "Intention"),
        "drop_intention": translate("Words", "Remove the intention"),
        "answer": translate("Words", "Notes on a question"),
        "take_over": translate("Words", "As in the file"),
    }
    what = actions.get(edit.action) or field_label(edit.action.removeprefix("set_").split(",")[0])
    records = [after or before for after, before in _pairs(edit)]
    partners = [record for record in records if isinstance(record, Partner)]
    if not partners:
        return what
    if len(partners) == 1:
        return f"{what}: {isolated(partners[0].name)}"
    return f"{what}: {people_count(partners)}"


def _pairs(edit: Edit) -> Iterable[tuple[object, object]]:
    return ((record, edit.before.get(key)) for key, record in edit.after.items())


def lowered(heading: str) -> str:
    """Return a heading as it goes on in the middle of a line."""
    return heading[:1].lower() + heading[1:]


def partner_count(count: int) -> str:
    """Return *18 partners*."""
    if count == 1:
        return QCoreApplication.translate("Words", "1 partner")
    return QCoreApplication.translate("Words", "{n} partners").replace("{n}", str(count))


def people_count(people: Iterable[Partner]) -> str:
    """Return how many partners there are: *17 partners, 1 without contact yet*.

    The first number is that of every figure: with whom there is contact, or may be.
    """
    frequencies = [partner.frequency for partner in people]
    waiting = frequencies.count(0)
    return counted_people(len(frequencies) - waiting, waiting)


def counted_people(count: int, waiting: int) -> str:
    """Return how many partners count, and with how many there is no contact yet."""
    text = partner_count(count)
    if not waiting:
        return text
    both = QCoreApplication.translate("Words", "{partners}, {n} without contact yet")
    return both.replace("{n}", str(waiting)).replace("{partners}", text)


def selected_count(count: int) -> str:
    """Return *3 selected*."""
    return QCoreApplication.translate("Words", "{n} selected").replace("{n}", str(count))


def setting_label(setting: str | None) -> str:
    """Return the name of a setting as it stands on the rim, or of having none."""
    if setting is None:
        return QCoreApplication.translate("Words", "No setting yet")
    return vocabulary().settings[setting].short(language.current())


def scale_label(scale: str, code: int | None) -> str:
    """Return an answer of a scale in full, or that there is none yet."""
    if code is None:
        return QCoreApplication.translate("Words", "not filled in")
    return vocabulary().scales[scale].step(code).label(language.current())


def map_title(network: Network) -> str:
    """Return the title of a map, also where it has none."""
    return network.title or untitled()


def untitled() -> str:
    """Return what stands where a map has no title."""
    return QCoreApplication.translate("Words", "Untitled map")


def moment_count(count: int) -> str:
    """Return *2 moments*."""
    return QCoreApplication.translate("Words", "{n} moments").replace("{n}", str(count))


def no_date() -> str:
    """Return what a moment is called that has neither a label nor a date."""
    return QCoreApplication.translate("Words", "no date")


def moment_name(network: Network) -> str:
    """Return what a moment of a series is called: its label, else its date."""
    return network.moment_label or shown_date(network.moment) or no_date()


def ego_label(network: Network) -> str:
    """Return what stands in the middle."""
    return network.ego_label or QCoreApplication.translate("Words", "Me")


def shown_date(moment: date | None) -> str:
    """Return a date as people write it, or nothing."""
    if moment is None:
        return ""
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), "d MMMM yyyy")


def initials(name: str) -> str:
    """Return the one or two letters that stand in a partner's disc, and the number of one of many.

    *Directie 1* is *Di1* and *Duo- of parallelcollega 1* is *DP1*: by the number alone kinds that
    begin alike could not be told apart.
    """
    if numbered := _NUMBERED.fullmatch(name):
        kind = _words_in(re.sub(r"\([^)]*\)?", " ", numbered[1]))
        if kind:
            return (kind[0][:2].capitalize() if len(kind) == 1 else _ends(kind)) + numbered[2]
    words = _words_in(re.sub(r"\([^)]*\)?", " ", name))
    if len(words) < 2:  # *Ouders (Sam)*: what stands in brackets tells them apart
        words = _words_in(name)
    if not words:
        return name[:1]
    if len(words) == 1:
        first = _letter(words[0])
        rest = words[0][words[0].index(first) + 1 :].lstrip("'’")
        return (first + (rest[:1] if words[0].isupper() else "")).upper()
    return _ends(words)


def _ends(words: Sequence[str]) -> str:
    return (_letter(words[0]) + _letter(words[-1])).upper()


def _letter(word: str) -> str:
    return next(c for c in word if c.isalnum())


def _words_in(name: str) -> list[str]:
    return [word for word in name.replace("-", " ").split() if any(c.isalnum() for c in word)]


def some_of(texts: Sequence[str]) -> str:
    """Return the first few of many texts, and how many more there are."""
    first = ", ".join(isolated(text) for text in texts[:_SOME])
    more = len(texts) - _SOME
    if more <= 0:
        return first
    text = QCoreApplication.translate("Words", "{first} and {n} more")
    return text.replace("{first}", first).replace("{n}", str(more))


def named_alike(names: Iterable[str], here: Iterable[Partner]) -> str:
    """Say of names that come which of them are there already; nothing where none is."""
    known = {folded(partner.name) for partner in here}
    twice = [name for name in names if folded(name) in known]
    if not twice:
        return ""
    text = QCoreApplication.translate("Words", "Already on the map under this name: {who}.")
    return text.replace("{who}", some_of(tuple(dict.fromkeys(twice))))


def not_filled_in() -> str:
    """Return what stands where there is no answer yet."""
    return QCoreApplication.translate("Words", "not filled in")


def mixed() -> str:
    """Return what stands where the answers of several partners differ."""
    return QCoreApplication.translate("Words", "mixed")


def filled(text: str, **values: object) -> str:
    """Return a sentence with its places filled: `{name}` with what `name` is.

    In one go, so that a name that holds a place is not filled itself; and each text isolated, so
    that a name written from right to left does not turn the sentence.
    """

    def value(place: re.Match[str]) -> str:
        return isolated(str(values[place[1]])) if place[1] in values else place[0]

    return _PLACE.sub(value, text)


def literal(text: str) -> str:
    """Return a text as a menu or a button takes it: an ampersand would underline what follows."""
    return text.replace("&", "&&")


def clear_label(field: str) -> str:
    """Return the name of the button that empties a field."""
    return QCoreApplication.translate("Words", "Clear: {field}").format(field=field)
