"""A map without what tells who is on it: names become kind and number, own words go."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from app.models.network import Map, Network, Outline, Partner, Record, Tie
from app.models.vocabulary import vocabulary

_TELLING: Final = 5
"""A shorter first word of a kind (*care / support coordinator*) does not say what it is."""


def pseudonymous(whole: Map, language: str) -> Map:
    """Return the map as somebody else may see it, its partners called *Ouders 1*, *Ouders 2*.

    Who has no kind of the vocabulary is called after their setting, and else *Partner*; they are
    numbered in the order in which they stand in the map, so the same map gives the same names.
    Ratings, places and ties stay. All that is in the owner's own words goes (titles, labels, own
    kinds, notes, texts, answers, intentions), and so do lines drawn by hand and what no picture
    shows (mechanisms, hurdles and the like). Ids stay.
    """
    names = pseudonyms(whole.partners, language)
    records: list[Record] = [_network(whole.network)]
    records += [_partner(partner, names[partner.id]) for partner in whole.partners]
    records += [Tie(id=tie.id, a=tie.a, b=tie.b, state=tie.state) for tie in whole.asked_pairs]
    records += [
        Outline(id=outline.id, members=outline.members) for outline in whole.all_of(Outline)
    ]
    return Map.of(records)


def pseudonyms(partners: Iterable[Partner], language: str) -> dict[str, str]:
    """Return pseudonyms for the partners, by id: kind or setting, and number."""
    counted: Counter[str] = Counter()
    names: dict[str, str] = {}
    for partner in partners:
        called = _called(partner.kind, partner.setting, language)
        counted[called] += 1
        names[partner.id] = f"{called} {counted[called]}"
    return names


def what_people_are_called(language: str) -> tuple[str, ...]:
    """Return all words that may stand for a name, before the number, each once."""
    words = vocabulary()
    of_kinds = (_called(kind, None, language) for kind in words.kinds)
    of_settings = (_called(None, setting, language) for setting in words.settings)
    return tuple(dict.fromkeys([*of_kinds, *of_settings, _called(None, None, language)]))


def _called(kind_id: str | None, setting: str | None, language: str) -> str:
    """Return the word for what a partner is, in the words of the vocabulary only."""
    words = vocabulary()
    kind = words.kinds.get(kind_id or "")
    if kind is not None and kind.id != "other":
        label = kind.label(language)
        first = re.split(r" / | \([^)]*\)$", label)[0]
        called = first if len(first) >= _TELLING else label
    elif setting is not None:
        called = words.settings[setting].short(language)
    else:
        called = "Partner"
    start = 1 if called.startswith("(") else 0
    return called[: start + 1].upper() + called[start + 1 :]


def _network(network: Network) -> Network:
    return Network(
        id=network.id,
        series=network.series,
        moment=network.moment,
        importance_overall=network.importance_overall,
        satisfaction_overall=network.satisfaction_overall,
        confidence=network.confidence,
        lines_drawn=network.lines_drawn,
        importance_cut=network.importance_cut,
        frequency_cut=network.frequency_cut,
    )


def _partner(partner: Partner, name: str) -> Partner:
    known = partner.kind in vocabulary().kinds
    return Partner(
        id=partner.id,
        name=name,
        kind=partner.kind if known else None,
        setting=partner.setting,
        entity=partner.entity,
        frequency=partner.frequency,
        importance=partner.importance,
        named_important=partner.named_important,
        wished_frequency=partner.wished_frequency,
        satisfaction=partner.satisfaction,
        initiative=partner.initiative,
        x=partner.x,
        y=partner.y,
        taken_off=partner.taken_off,
        angle=partner.angle,
    )
