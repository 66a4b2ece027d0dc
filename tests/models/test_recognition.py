"""What teachers type is read as a kind, or as none: never as a wrong one."""

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.models.vocabulary import LANGUAGES, MOST_OFFERED, _read, vocabulary
from app.models.word_forms import key_of
from tests.each import each
from tests.sure import sure

WORDS = vocabulary()
HERE = Path(__file__).parent
ENOUGH = 0.88
"""The part of what is typed that has to come in its setting without a question."""


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((HERE / name).read_text(encoding="utf-8").splitlines()))


HELD_OUT = rows("typed_held_out.csv")
"""What teachers type, written down before the words were."""
NAMES = rows("typed_names.csv")
"""Names of invented people, and what can be several kinds: nothing to be certain of."""


def setting_of(typed: str, language: str) -> str | None:
    kind = WORDS.certain(typed, language)
    return kind.setting if kind else None


def told(typed: list[tuple[str, str, str]]) -> tuple[float, list[tuple[str, str]]]:
    """Return which part came in the right setting, and what came in a wrong one."""
    read = [(words, setting_of(words, tongue), right) for words, tongue, right in typed]
    right = sum(found == wanted for _, found, wanted in read)
    wrong = [(words, found) for words, found, wanted in read if found not in (None, wanted)]
    return right / len(read), wrong


def listed(change: Any = lambda typed: typed) -> list[tuple[str, str, str]]:
    return [
        (changed, row["language"], WORDS.kinds[row["kind"]].setting)
        for row in HELD_OUT
        if (changed := change(row["typed"])) is not None
    ]


# --- the words as they are written


def written() -> Iterator[tuple[Any, Any, Any]]:
    for row in _read("words")["word"]:
        for language in LANGUAGES:
            for sureness in ("", "alone_", "weak_"):
                for phrase in row.get(sureness + language, ()):
                    yield phrase, language, row["kind"]


def test_every_kind_has_words_and_no_word_has_two_kinds() -> None:
    kinds: dict[tuple[str, str], set[str]] = {}
    for phrase, language, kind in written():
        assert key_of(phrase), phrase
        kinds.setdefault((language, key_of(phrase)), set()).add(kind)
    assert {key: found for key, found in kinds.items() if len(found) > 1} == {}
    for language in LANGUAGES:
        have = {
            kind for (tongue, _), found in kinds.items() if tongue == language for kind in found
        }
        assert have == WORDS.kinds.keys() - {"other"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_written_word_is_offered_and_means_no_other_setting(language: str) -> None:
    for phrase, tongue, kind in written():
        if tongue == language:
            assert WORDS.kinds[kind] in WORDS.recognise(phrase, language), phrase
            assert setting_of(phrase, language) in (None, WORDS.kinds[kind].setting), phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_kind_is_that_kind(language: str) -> None:
    for kind in WORDS.kinds.values():
        if kind.id != "other":
            assert WORDS.certain(kind.label(language), language) == kind
            prompted = kind if kind.prompt("nl") else None
            assert WORDS.certain(kind.prompt(language), language) == prompted, kind


# --- what people type


def test_what_teachers_type_comes_in_its_setting() -> None:
    right, wrong = told(listed())
    assert wrong == []
    assert right >= ENOUGH


@pytest.mark.parametrize(
    "shape",
    [
        "{} Karin",
        "Karin {}",
        "Karin ({})",
        "{} - Karin de Boer",
        "Karin, {}",
        "({}) Karin",
        "{}\t",
        "  {}  ",
    ],
)
def test_a_name_behind_or_before_changes_nothing(shape: str) -> None:
    right, wrong = told(listed(shape.format))
    assert wrong == []
    assert right >= ENOUGH


@pytest.mark.parametrize("change", [str.upper, str.title, str.lower, str.capitalize])
def test_capitals_change_nothing(change: Any) -> None:
    right, wrong = told(listed(change))
    assert wrong == []
    assert right >= ENOUGH


@pytest.mark.parametrize("seed", range(4))
def test_one_typing_error_does_not_defeat_it(seed: int) -> None:
    # Where the slip leaves another word (*form tuor*, a form), that word is read.
    chance = random.Random(seed)

    def slip(typed: str) -> str | None:
        if len(typed) < 9 or " " in typed:
            return None
        at = chance.randrange(1, len(typed) - 1)
        before, letter, after = typed[:at], typed[at], typed[at + 1 :]
        return chance.choice(
            [
                before + after,
                before + letter + letter + after,
                before + after[0] + letter + after[1:],
                before + chance.choice("aeinorst") + after,
            ]
        )

    right, wrong = told(listed(slip))
    assert wrong == []
    assert right >= ENOUGH


@each(
    "typed, kind",
    [
        ("directrice", "leadership"),
        ("interne begeleider", "internal_support_coordinator"),
        ("RT-er", "special_needs_teacher"),
        ("rt er", "special_needs_teacher"),
        ("Gymjuf", "colleague"),
        ("juf Annelies groep 4", "colleague"),
        ("groep 4 juf Annelies", "colleague"),
        ("collega's", "colleague"),
        ("Ab de Vries IB", "internal_support_coordinator"),
        ("IB: Karin", "internal_support_coordinator"),
        ("Anna (gemeente)", "municipality"),
        ("Anna gemeente", "municipality"),
        ("Gemeente Anna", "municipality"),
        ("Anna van de gemeente", "municipality"),
        ("Karin Leerplicht", "attendance_officer"),
        ("gymjuf van school", "colleague"),
        ("logopedist van school", "speech_therapist"),
        ("stiefmoeder Karin", "parents"),
        ("stiefzus Els", "family"),
        ("moeder van leerling Sem", "parents"),
        ("moeder v. Sem", "parents"),
        ("leerling (Sem)", "pupil"),
        ("juf Fatima (bso)", "after_school_care"),
        ("juf Fatima, bso", "after_school_care"),
        ("juf van de bso", "after_school_care"),
        ("Karin van de BSO", "after_school_care"),
        ("(School)psycholoog", "school_psychologist"),
        ("ouder(s)", "parents"),
        ("buurvrouw en buurman", "local_community"),
        ("ouders van Sem en Noor", "parents"),
        ("speciaal onderwijs", "other_school"),
        ("ortopedagoog", "educational_psychologist"),
        ("psygoloog", "school_psychologist"),
        ("kwaliteidszorg", "quality_coordinator"),
        ("collga", "colleague"),
        ("pleegmoeder", "parents"),
        ("logo", "speech_therapist"),
        ("schoolmaatschappelijkwerkster", "school_social_work"),
        ("senco", "internal_support_coordinator"),
        ("bso begeleidster", "after_school_care"),
        ("meester Wouter (groep 5)", "colleague"),
        ("juf Hanneke (groep 1/2)", "colleague"),
        ("groep 4: juf Els", "colleague"),
        ("leerling Sanne (groep 6)", "pupil"),
        ("ambulant begeleider SWV", "outreach_support_teacher"),
        ("konsierge", "support_staff"),
        ("fisioterapeut", "physiotherapist"),
        ("CJG consulente", "neighbourhood_team"),
        ("huisarts van het gezin", "doctor"),
        ("juf van de eerste kleuterklas", "colleague"),
        ("coach nieuwe leerkrachten", "school_coach"),
    ],
)
def test_words_of_dutch_schools(typed: str, kind: str) -> None:
    assert sure(WORDS.certain(typed, "nl")).id == kind
    assert WORDS.recognise(typed, "nl")[0].id == kind


def test_a_name_is_no_kind() -> None:
    read = {row["typed"]: WORDS.certain(row["typed"], row["language"]) for row in NAMES}
    assert {typed: kind for typed, kind in read.items() if kind} == {}


@pytest.mark.parametrize("name", ["Vera", "Jan", "Els de", "Piet van der", "Juf van"])
def test_behind_a_name_no_short_word_with_a_capital_is_certain(name: str) -> None:
    short = [
        words
        for words, language, kind in written()
        if language == "nl" and words.isalpha() and len(words) <= 5
    ]
    assert len(short) > 150
    certain = [typed for words in short if WORDS.certain(typed := f"{name} {words.title()}", "nl")]
    at_school = {
        typed for typed in certain if name[:3] == "Juf" and setting_of(typed, "nl") == "in_school"
    }
    assert set(certain) == at_school


@each(
    "typed",
    [
        "ib'er en ouders",
        "directeur bso",
        "leerkracht en ouders",
        "begeleider leerling Tim",
        "vriendin van leerling Sem",
        "ib van de vorige school",
        "juf van mijn dochter",
        "mijn moeder",
        "oud-collega Karin",
        "groep",
        "x" * 5000,
        "",
        "()",
        "'",
        "&",
        "van",
    ],
)
def test_what_can_be_two_things_or_none_is_not_certain(typed: str) -> None:
    found = WORDS.certain(typed, "nl")
    assert found is None or typed == "groep"


@each("typed, language",
    [
        *((typed, "nl") for typed in """
            Anna Gemeente; Jan Politie; Els Museum; Tim Moskee; Karin School; mw School; mw school
            dhr. Kerk; mevrouw Gemeente; meneer Opvang; mama Gemeente; Bart van Gemeente
            zwemjuf van school; dansdocent op school; voetbaltrainer van de school; bieb van school
            gitaarjuf van school; buurvrouw van school; imam van school; bso juf van school
            schoonmoeder Karin; schoonvader; schoonouders van Els; schoonzus Petra; zwager Henk
            schoonbroertje Tim; mijn schoonfamilie; oma van schoonzoon
        """.replace("\n", ";").split(";")),
        *((typed, "en") for typed in """
            Anna Council; Ms School; Mr Church; Mrs Library; Tom Mosque
            swim coach at school; dance teacher of the school; football coach from school
            mother in law; Mother-in-law Karen; brother-in-law Tim; Sam's mother in law
        """.replace("\n", ";").split(";")),
    ],
)  # fmt: skip
def test_who_has_the_name_of_something_is_not_that(typed: str, language: str) -> None:
    assert WORDS.certain(typed.strip(), language) is None


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_typed_is_read_without_a_fault(seed: int) -> None:
    chance = random.Random(seed)
    signs = "abz ÀéßǅЖ字'’-.,;:()[]{}&+/|\t\n09\u200b\u202e\ufeff\U0001f600 van en juf "
    for _ in range(300):
        typed = "".join(chance.choice(signs) for _ in range(chance.randrange(40)))
        for language in LANGUAGES:
            certain, offered = WORDS.certain(typed, language), WORDS.recognise(typed, language)
            assert certain is None or certain == offered[0]
            assert len(offered) <= MOST_OFFERED


# --- offering


def test_what_is_not_certain_is_offered() -> None:
    def offered(typed: str) -> set[Any]:
        return {kind.id for kind in WORDS.recognise(typed, "nl")}

    assert {"leadership", "after_school_care"} <= offered("directeur bso")
    assert "outreach_support_teacher" in offered("Ab de Vries")
    assert offered("begeleider")
    assert {kind.id for kind in WORDS.recognise("ond", "nl")} & {
        "support_team",
        "teaching_assistant",
    }
    assert "parents" in offered("oud")
    for typed in ("mum", "mum Sam", "Sam's mum", "MUM"):
        assert "parents" in offered(typed), typed
    assert "parent_council" in offered("pta De Linde")


@pytest.mark.parametrize("typed", ["", "   ", "qqq", "zzzz zzz", "'", "()"])
def test_what_means_nothing_offers_nothing(typed: str) -> None:
    assert WORDS.recognise(typed, "nl") == []


def test_no_more_are_offered_than_can_be_read() -> None:
    assert len(WORDS.recognise("s", "nl")) == MOST_OFFERED


def test_two_letters_cost_lookups_and_no_walk_through_the_words() -> None:
    WORDS.prepare("nl")
    calls = 0

    def count(frame: Any, event: Any, _argument: Any) -> None:
        nonlocal calls
        calls += event == "call" and "/app/" in frame.f_code.co_filename

    sys.setprofile(count)
    try:
        for typed in ("q", "qo", "Wijkag", "moeder vn leerlng Semm"):
            WORDS.certain(typed, "nl")
            WORDS.recognise(typed, "nl")
    finally:
        sys.setprofile(None)
    assert calls < 400


# --- person, group or organisation


@each(
    "kind, name, entity",
    [
        ("after_school_care", "bso", "organisation"),
        ("after_school_care", "juf Fatima (bso)", "person"),
        ("after_school_care", "team bso", "organisation"),
        ("after_school_care", "(moeder) Els", "person"),
        ("parents", "Ouders Sam", "group"),
        ("parents", "moeder van Mila", "person"),
        ("parents", "Sam's mum", "person"),
        ("parents", "vader en moeder van Sem", "group"),
        ("family", "opa Piet", "person"),
        ("family", "opa en oma", "group"),
        ("colleague", "team groep 5", "group"),
        ("colleague", "juf Els", "person"),
        ("police", "wijkagent Mo", "person"),
        ("pupil", "leerlingen groep 6", "group"),
        ("youth_care", "Fatima, jeugdhulp", "person"),
        ("youth_care", "Fatima jeugdhulp", "person"),
        ("youth_care", "Karin van de jeugdzorg", "person"),
        ("youth_care", "Pluryn, jeugdhulp", "organisation"),
        ("youth_care", "Stichting Elver, jeugdhulp", "organisation"),
        ("neighbourhood_team", "Marieke de Boer (wijkteam)", "person"),
        ("neighbourhood_team", "Noord, wijkteam", "organisation"),
        ("neighbourhood_team", "Wijkteam Noord", "organisation"),
        ("after_school_care", "De Klimop, bso", "organisation"),
        ("after_school_care", "'t Honk (bso)", "organisation"),
    ],
)
def test_a_name_says_whether_it_is_one_person(kind: str, name: str, entity: str) -> None:
    assert WORDS.entity(name, WORDS.kinds[kind]) == entity


TYPED_WHO = rows("typed_who.csv")
"""What teachers type, with the kinds it may be, and whether that is one person."""


def test_what_teachers_type_is_a_person_a_group_or_an_organisation() -> None:
    wrong, unknown = [], 0
    for row in TYPED_WHO:
        meant = [WORDS.kinds[kind] for kind in row["kinds"].split()]
        found = WORDS.certain(row["typed"], row["language"])
        unknown += found is None
        kind = found or meant[0]  # as it is chosen from the list
        who = WORDS.entity(row["typed"], kind)
        if who != row["who"] or kind.setting not in {one.setting for one in meant}:
            wrong.append((row["typed"], kind.id, who))
    assert wrong == []
    assert unknown <= len(TYPED_WHO) // 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_and_word_for_a_person_makes_one(language: str) -> None:
    lists = {row["id"]: row.get(language, ()) for row in _read("words")["list"]}
    for word in [*lists["titles"], *lists["one"]]:
        for kind in ("after_school_care", "parents", "colleague"):
            assert WORDS.entity(f"{word} Truus", WORDS.kinds[kind]) == "person", (word, kind)


@pytest.mark.parametrize("capitals", [str.lower, str.upper, str.capitalize])
def test_capitals_change_nobody_into_a_group(capitals: Any) -> None:
    for typed in ("juf anneke groep 6", "leesoma truus", "voorleesouder", "moeder van sem"):
        assert WORDS.entity(capitals(typed), WORDS.kinds["parents"]) == "person", typed


# --- short Dutch words in English


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("kdv", "after_school_care"),
        ("kdv De Bij", "after_school_care"),
        ("BSO", "after_school_care"),
        ("RT-er", "special_needs_teacher"),
        ("ib'er", "internal_support_coordinator"),
        ("ib-er Anja", "internal_support_coordinator"),
        ("GGD", "public_health"),
        ("swv", "inclusive_education_partnership"),
    ],
)
def test_a_short_dutch_word_gives_its_type_in_english_as_well(typed: str, kind: str) -> None:
    assert WORDS.certain(typed, "en") == WORDS.certain(typed, "nl") == WORDS.kinds[kind]


@pytest.mark.parametrize(
    "typed",
    ["gym", "logo", "Kine", "Tejo", "Roc", "Oma Jansen", "bso or not", "IB", "dokter School"],
)
def test_a_short_dutch_word_that_is_a_name_or_an_english_one_gives_nothing(typed: str) -> None:
    assert WORDS.certain(typed, "en") is None


def test_of_what_teachers_type_no_short_dutch_word_is_misread_in_english() -> None:
    """What is certain in the other language is right; whatever else is asked."""
    dutch = [row for row in HELD_OUT if row["language"] == "nl" and len(key_of(row["typed"])) <= 4]
    read = [(setting_of(row["typed"], "en"), WORDS.kinds[row["kind"]].setting) for row in dutch]
    assert len([found for found, right in read if found == right]) > len(read) / 2
    assert [found for found, right in read if found not in (None, right)] == []
