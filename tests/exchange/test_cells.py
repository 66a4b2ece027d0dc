"""What leaves for a spreadsheet is text there, and file names can be written anywhere."""

import unicodedata

import pytest

from app.exchange.cells import guarded, unguarded
from app.exchange.clipboard import to_text
from app.exchange.files import RESERVED, safe_name
from app.exchange.lists import read_people
from app.models.network import Partner

FORMULAS = ("=1+1", "+31 6 Sam", "-Sam", "@SUM(A1)", " =HYPERLINK()", "＝1", "\t=1")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_begins_like_a_formula_is_guarded_and_read_back(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["-0.5", "+3", "4", "-1,25", "Sam", "'s Middags", "'t Hart", ""])
def test_numbers_and_names_stay_as_they_are(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


def test_partners_that_are_copied_are_no_formulas_elsewhere_and_come_back_whole() -> None:
    partner = Partner(id="p", name="=cmd|' /C calc'!A0", kind="+eigen soort")
    name, kind, *_ = to_text([partner], "nl").split("\t")
    assert (name[0], kind[0]) == ("'", "'")
    assert read_people(to_text([partner], "nl"), "nl").partners[0].name == partner.name


def test_a_proposed_file_name_can_be_written_on_every_system() -> None:
    for text in ("con", "LPT1", "../../etc/x", "a/b\\c:d*?", "", "  ", ".hidden", "x" * 5000):
        name = safe_name(text)
        assert name
        assert name.casefold() not in RESERVED
        assert len(name.encode()) <= 201
        assert not set(name) & set('<>:"/\\|?*.')
    assert len(safe_name("कि" * 400).encode()) <= 201


def test_a_proposed_file_name_keeps_letters_with_marks_in_any_script() -> None:
    assert safe_name("हिन्दी शिक्षक") == "हिन्दी शिक्षक"
    assert safe_name(unicodedata.normalize("NFD", "Reünie")) == "Reünie"
    assert safe_name("Amira's dad") == "Amira's dad"
