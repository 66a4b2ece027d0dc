"""What the variables of a file mean: as somebody chose, else as their names say."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from app.exchange.formats.draft import Choices, Draft, ticked
from app.exchange.formats.text import key as key_of
from app.exchange.list_headings import SCALES, field_of_heading
from app.models.vocabulary import list_words, vocabulary

TOP: Final = {scale: most + 1 for scale, (_, most) in SCALES.items()}
"""From what an answer is taken off where a scale is turned over; a 0 stays *no contact*."""


@dataclass(frozen=True, slots=True)
class VariableMeaning:
    """Which variable holds what, of those in a file."""

    contact: str = ""
    importance: str = ""
    setting: str = ""
    star: str = ""
    kind: str = ""
    notes: str = ""


def found_in(draft: Draft, choices: Choices) -> VariableMeaning:
    """Return the meaning of the variables: as chosen, else as their names say it.

    What a variable of a study means its name does not say (`Draft.asks`), but our own do.
    """
    said: dict[str, str] = {}
    for name in draft.variables:
        field = field_of_heading(name)
        if field and (not draft.asks or field not in TOP or key_of(name) == field):
            said.setdefault(field, name)
    return VariableMeaning(
        _chosen(draft, choices.contact, said.get("frequency", "")),
        _chosen(draft, choices.importance, said.get("importance", "")),
        _chosen(draft, choices.setting, said.get("setting", "") or _options_of_settings(draft)),
        said.get("named_important", ""),
        _chosen(draft, choices.kind, said.get("kind", "")),
        said.get("notes", ""),
    )


def suggested(draft: Draft) -> Choices:
    """Return the choices that the names of the variables make likely, for a person to look at.

    One of which every option has a column is looked at as one: an option holds no answer.
    """
    likely: dict[str, str] = {}
    whole = ticked(draft)
    options = tuple(f"{name}_" for name in whole)
    for name in (*whole, *(one for one in draft.variables if not one.startswith(options))):
        field = field_of_heading(name)
        is_unknown = field in (None, "other_scale")
        words = re.split(r"[^a-z]+", name.casefold())
        for scale, known in (("frequency", _CONTACT), ("importance", _IMPORTANCE)):
            if field == scale or (is_unknown and any(map(known.match, words))):
                likely.setdefault(scale, name)
    return Choices(likely.get("frequency"), likely.get("importance"))


_CONTACT: Final = re.compile("contact|freq|often|vaak|kontakt|weight")
_IMPORTANCE: Final = re.compile("import|belang|wichtig|imp$")


def _chosen(draft: Draft, wanted: str | None, otherwise: str) -> str:
    """Return the variable that was meant; where this file does not have it, as its names say."""
    if not wanted:
        return otherwise if wanted is None else ""
    names = draft.variables
    for alike in (str, str.casefold, key_of):
        for name in names:
            if alike(name) == alike(wanted):
                return name
    return wanted if any(name.startswith(f"{wanted}_") for name in names) else otherwise


def needs(draft: Draft, choices: Choices) -> bool:
    """Tell whether it has to be chosen first which variable is contact, or importance."""
    chosen = choices.contact is not None or choices.importance is not None
    found = found_in(draft, choices)
    return draft.asks and not chosen and not (found.contact and found.importance)


@lru_cache(maxsize=1)
def _setting_words() -> dict[str, str]:
    known = vocabulary().settings.values()
    found = {
        key_of(text): setting.id
        for setting in known
        for text in (setting.id, setting.nl, setting.en, setting.short_nl, setting.short_en)
    }
    for row in list_words()["setting"]:
        for word in (*row["nl"], *row["en"]):
            found.setdefault(key_of(word), row["setting"])
    return found


def setting_of(text: str) -> str | None:
    """Return the setting that a word stands for; None where it stands for none."""
    return _setting_words().get(key_of(text))


def _options_of_settings(draft: Draft) -> str:
    """Return a variable of which every option has a column of its own, and most are settings."""
    stems: dict[str, list[bool]] = {}
    for name in draft.variables:
        stem, _, option = name.partition("_")
        if option:
            stems.setdefault(stem, []).append(setting_of(option) is not None)
    fits = {
        stem: sum(known)
        for stem, known in stems.items()
        if 2 * sum(known) > len(known) and (len(known) > 1 or field_of_heading(stem) == "setting")
    }
    return max(fits, key=lambda stem: fits[stem], default="")
