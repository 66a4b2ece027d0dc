"""One way to write what looks the same, whatever it comes from; nothing unseen in a name."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.kring_file import from_json, to_json
from app.exchange.lists import read_people
from app.exchange.three_files import read_three_files
from app.models.network import Intention, Map, Network, Partner, Tie
from app.models.problem import Problem
from app.models.rules import cleaned, cleaned_text
from app.models.text_form import alike, in_form, is_seen, isolated, normalised
from app.models.vocabulary import folded, vocabulary
from tests.sure import sure

FILE = Path("a.kring")
ROOT = Path(__file__).parents[2]
DECOMPOSED = unicodedata.normalize("NFD", "Zoë Gïjs")
COMPOSED = unicodedata.normalize("NFC", DECOMPOSED)
STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
UNSEEN = (
    "\u200b",
    "\u2060\u200b",
    "\u202e",
    "\u3164",
    "\u2800",
    "\ufeff",
    "\u00ad",
    "\u200d",
    "\u0301",
)


@pytest.mark.parametrize("marks", ["\u0301\u0316", "\u0f73", "\uff9e\u0345"])
@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_marks_heaped_on_a_letter_take_no_time(form: Any, marks: str) -> None:
    heaped = f"a{marks * 200_000}b"  # to put them in order takes Python minutes
    assert len(in_form(form, heaped)) < 100
    assert normalised(heaped)[-1] == "b"


@pytest.mark.parametrize("text", ["Zoë", "e\u0301" * 40, "안녕하세요" * 20, "สวัสดีครับ" * 20])
@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_text_that_can_be_read_keeps_its_marks(form: Any, text: str) -> None:
    assert in_form(form, text) == unicodedata.normalize(form, text)


def test_nothing_else_asks_for_a_form_of_a_text() -> None:
    asking = [
        one.name for one in (ROOT / "app").rglob("*.py") if ".normalize(" in one.read_text("utf-8")
    ]
    assert asking == ["text_form.py"]


@pytest.mark.parametrize("sign", [*STEERING, "\u200b", "\u2060", "\ufeff", "\u00ad", "\u180e"])
def test_a_sign_that_is_not_seen_makes_no_other_name(sign: str) -> None:
    assert cleaned(f"S{sign}am{sign}") == "Sam"
    assert cleaned_text(f"S{sign}am\n{sign}x") == "Sam\nx"
    assert folded(f"S{sign}am") == folded("Sam")
    assert alike(f"S{sign}AM") == alike("Sam")


@pytest.mark.parametrize(
    "text", ["👩\u200d🏫 juf", "❤️", "کتاب\u200cخانه", "क्\u200dष", "🏴\U000e0067\U000e007f"]
)
def test_signs_that_are_part_of_a_picture_or_a_script_stay(text: str) -> None:
    assert cleaned(text) == text


def test_joiners_between_latin_letters_go() -> None:
    assert cleaned("S\u200dam\u200c \ufe0fB\u200d") == "Sam B"


@pytest.mark.parametrize("text", UNSEEN)
def test_a_name_of_which_nothing_is_seen_is_none(text: str) -> None:
    assert not is_seen(text)
    assert cleaned(text) == cleaned(f" {text} ") == ""


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_normalised_stays_so(text: str) -> None:
    once = normalised(normalised(text))
    assert normalised(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & set(STEERING)


def written(**changes: object) -> bytes:
    """A file as another program may write it: the text of a small map, changed."""
    whole = Map.of(
        [
            Network(id="m", series="s", title="T"),
            Partner(id="pa", name="A", kind="soort", notes="n"),
            Partner(id="pb", name="B"),
            Tie(id="t", a="pa", b="pb"),
            Intention(id="i", what="w", partner="pa"),
        ]
    )
    text = to_json(whole).decode()
    for old, new in changes.items():
        text = text.replace(f'"{old}"', json.dumps(new))
    return text.encode()


def test_a_file_is_read_in_one_way_of_writing_ids_kinds_names_and_texts() -> None:
    decomposed = unicodedata.normalize("NFD", "é")
    read = from_json(
        written(pa=decomposed, A=DECOMPOSED, soort=DECOMPOSED, n=f"{DECOMPOSED}\n", T=DECOMPOSED),
        FILE,
    )
    partner = read.partners[0]
    assert (partner.id, partner.name, partner.kind) == ("é", COMPOSED, COMPOSED)
    assert (partner.notes, read.network.title) == (f"{COMPOSED}\n", COMPOSED)
    assert read.tie_between("é", "pb") is not None
    assert read.all_of(Intention)[0].partner == "é"


def test_ids_that_look_the_same_are_one_id_twice() -> None:
    with pytest.raises(Problem, match="file_duplicate_id"):
        from_json(written(pa="é", pb=unicodedata.normalize("NFD", "é")), FILE)


@pytest.mark.parametrize("name", UNSEEN)
def test_a_file_with_a_name_of_which_nothing_is_seen_is_refused(name: str) -> None:
    with pytest.raises(Problem, match="file_bad_value") as caught:
        from_json(written(A=name), FILE)
    assert caught.value.values["place"] == "partners 1, name"


@pytest.mark.parametrize("code", ["\\u202e", "e\\u0301"])
def test_what_json_writes_as_a_number_is_read_the_same_way(code: str) -> None:
    content = written(A="Sam").decode().replace('"Sam"', f'"Sam{code}"').encode()
    assert from_json(content, FILE).partners[0].name in ("Sam", "Samé")


def test_a_name_that_turns_the_line_is_straightened() -> None:
    assert from_json(written(A="Sam\u202egnirk"), FILE).partners[0].name == "Samgnirk"


def test_a_pasted_list_is_written_in_one_way() -> None:
    assert [p.name for p in read_people(f"{DECOMPOSED}\n\u202eSam\n\u200b", "nl").partners] == [
        COMPOSED,
        "Sam",
    ]


def test_tables_that_write_an_id_in_two_ways_mean_the_same_person(tmp_path: Path) -> None:
    one, other = unicodedata.normalize("NFC", "José"), unicodedata.normalize("NFD", "José")
    for name, text in {
        "egos": f"ego_id\n{one}\n",
        "alters": f"ego_id,alter_id,label\n{other},{one},{DECOMPOSED}\n{one},b,B\n",
        "ties": f"ego_id,alter_a,alter_b,state\n{one},{other},b,yes\n",
    }.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    egos, alters, ties = (tmp_path / f"{name}.csv" for name in ("egos", "alters", "ties"))
    whole = read_three_files(egos, alters, ties).converted[0].map
    assert whole.network.title == one
    assert sure(whole.partner(one)).name == COMPOSED
    assert len(whole.ties) == 1


def test_kinds_are_recognised_however_their_accents_are_written() -> None:
    word = "Conciërge"
    found = {
        vocabulary().certain(unicodedata.normalize(form, word), "nl") for form in ("NFC", "NFD")
    }
    assert len(found) == 1


def test_a_name_from_right_to_left_is_isolated_and_any_other_left_alone() -> None:
    assert isolated("Sam") == "Sam"
    assert isolated("日本 Zoë 🧑") == "日本 Zoë 🧑"
    assert isolated("שם") == "\u2068שם\u2069"
    assert isolated("Sam (أحمد)") == "\u2068Sam (أحمد)\u2069"
    assert isolated(isolated("שם")) == isolated("שם")
    assert isolated("a\u202eb") == "\u2068a\u202eb\u2069"
    assert normalised(isolated("שם")) == "שם"
