"""The words of the product are complete in both languages, agree, and are recognised."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from app import RESOURCES
from app.models.network import MECHANISMS, Partner, rules_of
from app.models.vocabulary import LANGUAGES, Scale, Term, _read, folded, vocabulary

WORDS = vocabulary()

TERMS = {
    **{f"setting {key}": term for key, term in WORDS.settings.items()},
    **{f"kind {key}": term for key, term in WORDS.kinds.items()},
    **{f"scale {key}": term for key, term in WORDS.scales.items()},
    **{f"quadrant {key}": term for key, term in WORDS.quadrants.items()},
    **{f"question {key}": term for key, term in WORDS.questions.items()},
    **{
        f"{listed} {key}": term
        for listed, terms in WORDS.choices.items()
        for key, term in terms.items()
    },
}


def texts_of(term: Term) -> dict[str, str]:
    return {
        field.name: getattr(term, field.name)
        for field in fields(term)
        if isinstance(getattr(term, field.name), str)
    }


@pytest.mark.parametrize("file", sorted((RESOURCES / "vocabulary").iterdir()), ids=lambda f: f.stem)
def test_the_files_are_toml_and_read_as_such(file: Path) -> None:
    assert _read(file.stem) == tomllib.loads(file.read_text(encoding="utf-8"))


def test_a_word_is_there_in_both_languages() -> None:
    for name, term in TERMS.items():
        texts = texts_of(term)
        for dutch in [field for field in texts if field.endswith("nl")]:
            english = dutch.removesuffix("nl") + "en"
            assert bool(texts[dutch]) == bool(texts[english]), name
        assert term.nl, name
        assert term.en, name
        assert (term.label("nl"), term.label("en")) == (term.nl, term.en), name
        assert all(text == text.strip() and "\n" not in text for text in texts.values()), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_of_a_list_look_the_same(language: str) -> None:
    lists: list[Mapping[str, Term]]
    lists = [WORDS.settings, WORDS.kinds, WORDS.scales, WORDS.quadrants, *WORDS.choices.values()]
    for terms in lists:
        labels = [folded(term.label(language)) for term in terms.values()]
        assert len(set(labels)) == len(labels), labels


def test_the_lists_hold_what_the_product_promises() -> None:
    assert len(WORDS.settings) == 6
    assert len(WORDS.kinds) == 68
    assert len(WORDS.questions) == 44
    assert sum(setting.inside_school for setting in WORDS.settings.values()) == 1
    assert list(WORDS.quadrants) == [
        "important_often",
        "important_less_often",
        "often_less_important",
        "background",
        "not_filled_in",
    ]


def test_a_kind_belongs_to_a_setting_and_is_something() -> None:
    for kind in WORDS.kinds.values():
        assert kind.setting in WORDS.settings, kind
        assert kind.entity in WORDS.choices["entity"], kind


def test_every_setting_has_a_kind_and_a_short_label() -> None:
    assert {kind.setting for kind in WORDS.kinds.values()} == set(WORDS.settings)
    for setting in WORDS.settings.values():
        assert len(setting.short("nl")) <= len(setting.nl)
        assert len(setting.short("en")) <= len(setting.en)


def test_the_mechanisms_have_words() -> None:
    assert set(WORDS.choices["mechanisms"]) == set(MECHANISMS)


@pytest.mark.parametrize("scale", WORDS.scales.values(), ids=WORDS.scales.keys())
def test_the_steps_of_a_scale_are_numbered_and_worded(scale: Scale) -> None:
    codes = [step.code for step in scale.steps]
    assert codes == list(range(0 if scale.id == "frequency" else 1, codes[-1] + 1))
    assert codes[-1] == (6 if scale.id == "frequency" else 5)
    assert scale.version >= 1
    assert scale.higher_means
    for language in LANGUAGES:
        labels = {step.label(language) for step in scale.steps}
        shorts = {step.short(language) for step in scale.steps}
        assert len(labels) == len(shorts) == len(codes)
        assert all(labels)
        assert all(shorts)
    assert scale.step(codes[0]).code == codes[0]
    with pytest.raises(KeyError):
        scale.step(7)


@pytest.mark.parametrize(
    ("scale", "kind", "field"),
    [
        ("frequency", Partner, "frequency"),
        ("frequency", Partner, "wished_frequency"),
        ("importance", Partner, "importance"),
        ("satisfaction", Partner, "satisfaction"),
    ],
)
def test_the_answers_of_a_scale_are_those_a_field_may_hold(
    scale: str, kind: type, field: str
) -> None:
    codes = {step.code for step in WORDS.scales[scale].steps}
    assert {code for code in range(-9, 99) if rules_of(kind)[field].is_kept_by(code)} == codes


def test_more_frequent_means_more_contacts() -> None:
    assert [WORDS.contacts(code) for code in range(7)] == [0, 1, 3, 10, 40, 120, 200]
    assert all(
        step.contacts is None
        for scale in WORDS.scales.values()
        if scale.id != "frequency"
        for step in scale.steps
    )


def test_own_words_are_their_own_name() -> None:
    assert WORDS.kind_label("parents", "en") == WORDS.kinds["parents"].en
    assert WORDS.kind_label("de buurvrouw", "en") == "de buurvrouw"
    assert WORDS.kind_label(None, "nl") == ""


def test_folding_takes_away_what_does_not_matter() -> None:
    assert folded("  Bouw\u00adcoördinator ") == folded("bouw\u00adcoordinator")
    assert folded("IB’er") == "ib'er"
    assert folded("école  É") == "ecole e"
    assert folded("   ") == ""


def test_inside_the_school_is_what_is_known_to_be() -> None:
    assert WORDS.is_inside("in_school")
    assert not any(WORDS.is_inside(setting) for setting in ("community", "somewhere", None))


def test_nobody_wishes_that_there_is_no_contact_yet() -> None:
    wished, asked = WORDS.wished, WORDS.scales["frequency"]
    assert [step.code for step in wished.steps] == [step.code for step in asked.steps]
    assert wished.steps[1:] == asked.steps[1:]
    for language, word in (("nl", "geen contact"), ("en", "no contact")):
        assert wished.step(0).label(language) == wished.step(0).short(language) == word
