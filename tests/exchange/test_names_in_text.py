"""Names that are said to be hidden are found in what was typed; words for what one is are not."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from app.exchange.names_in_text import names_in, still_named, typed_in
from app.exchange.pseudonyms import pseudonymous
from app.exchange.share import PARTS, PRESETS, Selection, part_of, shared
from app.models.network import RECORD_TYPES, Intention, Map, Network, Note, Partner, rules_of
from tests.each import each
from tests.models.editing import full_map

NAMED = [
    ("Noor", "Praten met Noor."),
    ("Noor", "praten met noor"),
    ("Noor", "Noors moeder"),
    ("Noor", "Noor’s moeder"),
    ("Noor", "(NOOR)"),
    ("Zoë", "Zoe zei niets"),
    ("Zoe", "Zoë zei niets"),
    ("Noor de Vries", "Noor zei niets"),
    ("Noor de Vries", "mevrouw De Vries-Jansen"),
    ("Noor de Vries", "noor zei niets"),
    ("Moeder van Noor", "Noor was er niet"),
    ("ouders van noor", "noor was er niet"),
    ("Juf Anke", "Anke belt"),
    ("Anne-Marie", "met Anne Marie"),
    ("J.P.", "met J.P. gebeld"),
    ("Bo", "met Bo gebeld"),
    ("佐藤", "今日は佐藤さんと話した"),
    ("Иван", "с Иван"),
    ("O'Brien", "met O’Brien"),
    ("M. el Hamdaoui", "familie El Hamdaoui"),
]
NOT_NAMED = [
    ("Noor", "in het noorden"),
    ("Sam", "samen en samengevat"),
    ("Ouders", "de ouders zeiden"),
    ("IB'er", "de ib'er zei"),
    ("Directeur", "de directeur"),
    ("Leerkracht groep 3", "elke leerkracht van groep 3"),
    ("Moeder van Noor", "de moeder van een ander"),
    ("Noor de Wit", "het wit van de klas"),
    ("Noor de Vries", "de grote van de klas"),
    ("", "iets"),
    ("…", "iets …"),
    ("Bo", "in bo's winkel"),
]


@each("name, text", NAMED)
def test_a_name_is_found(name: str, text: str) -> None:
    assert names_in(["", text], ["Iemand Anders", name]) == (name,)


@each("name, text", NOT_NAMED)
def test_a_word_that_is_no_name_is_not(name: str, text: str) -> None:
    assert names_in([text], [name]) == ()


def test_every_text_somebody_types_belongs_to_a_part_that_can_be_left_out() -> None:
    for kind in RECORD_TYPES:
        rules = rules_of(kind)
        for field in fields(kind):
            rule = rules.get(field.name)
            if rule is not None and rule.tidied is not None:
                part = part_of(kind, field.name)
                assert part in PARTS or not part or field.name == "kind", (kind, field.name)


def typed_everywhere(word: str) -> Map:
    """A map with a partner called after a word, which stands in every text of it as well."""
    records = []
    for record in full_map().records.values():
        rules = rules_of(type(record))
        texts: dict[str, Any] = {
            field.name: f"over {word}"
            for field in fields(record)
            if (rule := rules.get(field.name)) is not None
            and rule.tidied is not None
            and not (isinstance(record, Partner) and field.name in ("name", "kind"))
        }
        records.append(replace(record, **texts))
    return Map.of([*records, Partner(id="noor", name=word)])


@pytest.mark.parametrize("part", PARTS)
def test_whatever_goes_along_without_names_is_looked_through(part: str) -> None:
    whole = typed_everywhere("Noor")
    ready = shared(whole, Selection(parts=frozenset({part}) - {"names"}), "nl")
    holds = any("Noor" in str(record) for record in ready.records.values())
    assert ("Noor" in still_named(whole, ready).get(part, ())) == holds


def test_the_moment_that_goes_to_a_lecturer_is_looked_at() -> None:
    network = Network(id="n", series="s", moment=date(2026, 1, 1), moment_label="gesprek met Noor")
    whole = Map.of([network, Partner(id="p", name="Noor")])
    ready = shared(whole, PRESETS["hand_in"], "nl")
    assert still_named(whole, ready) == {"moment": ("Noor",)}


def test_whom_the_map_is_about_counts_as_well() -> None:
    whole = Map.of(
        [
            Network(id="n", series="s", subject="Sanne"),
            Note(id="t", text="Sanne in het midden", x=0.0, y=0.0),
        ]
    )
    ready = shared(whole, Selection(parts=frozenset({"drawing"})), "nl")
    assert still_named(whole, ready) == {"drawing": ("Sanne",)}


def test_nothing_typed_is_in_a_picture_without_names() -> None:
    bare = pseudonymous(typed_everywhere("Noor"), "nl")
    assert [text for record in bare.records.values() for _, text in typed_in(record) if text] == []


def test_an_intention_names_in_its_calendar() -> None:
    whole = Map.of(
        [
            Network(id="n", series="s"),
            Partner(id="p", name="Noor"),
            Intention(id="i", what="Noor bellen", due=date(2026, 9, 1)),
        ]
    )
    assert names_in([i.what for i in whole.all_of(Intention)], ["Noor"]) == ("Noor",)
