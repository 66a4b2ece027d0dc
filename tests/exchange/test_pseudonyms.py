"""A map under pseudonyms: nobody can be recognised by words, and all that was rated is there."""

from dataclasses import fields, replace

from hypothesis import given, settings

from app.exchange.pseudonyms import pseudonymous
from app.models.network import Map, Network, Partner, Tie
from app.models.vocabulary import vocabulary
from tests.examples import few
from tests.maps import maps

KEPT = (
    *("setting", "entity", "frequency", "importance", "named_important", "wished_frequency"),
    *("satisfaction", "initiative", "x", "y", "angle"),
)
IDS = {"id", "series", "a", "b", "members"}


def names(whole: Map) -> list[str]:
    return [partner.name for partner in whole.partners]


def people(*kinds: str | None, setting: str | None = None) -> Map:
    partners = [
        Partner(id=f"p{n}", name=f"Sam {n}", kind=kind, setting=setting)
        for n, kind in enumerate(kinds)
    ]
    return Map.of([Network(id="n", series="s", title="Mijn kring"), *partners])


def test_names_become_kind_and_number_in_the_order_of_the_map() -> None:
    whole = people("parents", "speech_therapist", "parents")
    assert names(pseudonymous(whole, "nl")) == ["Ouders 1", "Logopedist 1", "Ouders 2"]
    assert names(pseudonymous(whole, "en"))[0] == "Parents 1"


def test_own_words_and_other_are_called_after_the_setting_and_counted_together() -> None:
    whole = people("buurvrouw Annie", "other", None, setting="community")
    called = names(pseudonymous(whole, "nl"))
    assert called == [f"Buurt, sport en vrije tijd {n}" for n in (1, 2, 3)]
    assert [p.kind for p in pseudonymous(whole, "nl").partners] == [None, "other", None]


def test_without_kind_and_setting_somebody_is_a_partner() -> None:
    assert names(pseudonymous(people(None, "zus"), "nl")) == ["Partner 1", "Partner 2"]


def test_every_kind_gives_a_word_that_says_something() -> None:
    for kind in vocabulary().kinds:
        for tongue in ("nl", "en"):
            called = names(pseudonymous(people(kind, setting="in_school"), tongue))[0]
            letters = called.removesuffix(" 1").lstrip("(")
            assert letters[0].isupper() or letters[0].isdigit()
            assert len(letters) >= 5
            assert "…" not in letters


@settings(max_examples=few(20), deadline=None)
@given(maps())
def test_only_words_of_the_vocabulary_are_left(whole: Map) -> None:
    hidden = pseudonymous(whole, "nl")
    known = vocabulary()
    listed = {term for terms in known.choices.values() for term in terms}
    listed |= set(known.settings) | set(known.kinds)
    for record in hidden.records.values():
        for field in fields(record):
            value = getattr(record, field.name)
            if field.name in IDS or not isinstance(value, str) or value == "":
                continue
            if field.name == "name":
                word, _, number = value.rpartition(" ")
                assert number.isdigit()
                assert word in {called(kind) for kind in (*known.kinds, None)} | {
                    setting.short("nl") for setting in known.settings.values()
                }
            else:
                assert value in listed, field.name


def called(kind: str | None) -> str:
    return names(pseudonymous(people(kind), "nl"))[0].rpartition(" ")[0]


@settings(max_examples=few(20), deadline=None)
@given(maps())
def test_ratings_places_and_ties_stay_and_nobody_shares_a_name(whole: Map) -> None:
    hidden = pseudonymous(whole, "en")
    assert [p.id for p in hidden.partners] == [p.id for p in whole.partners]
    for before, after in zip(whole.partners, hidden.partners, strict=True):
        assert all(getattr(before, name) == getattr(after, name) for name in KEPT)
    assert [(t.a, t.b, t.state) for t in hidden.ties] == [(t.a, t.b, t.state) for t in whole.ties]
    assert len(set(names(hidden))) == len(whole.partners)
    assert pseudonymous(whole, "en") == hidden


def test_a_finished_map_with_a_tie_is_not_changed_itself() -> None:
    whole = people("parents", "parents").after({"t": Tie(id="t", a="p0", b="p1")})
    whole = whole.after({"n": replace(whole.network, finished=True)})
    before = dict(whole.records)
    pseudonymous(whole, "nl")
    assert whole.records == before
