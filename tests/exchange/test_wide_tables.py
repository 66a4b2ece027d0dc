"""Tables with a row an ego, however their columns are spelled; and what is no such table."""

from pathlib import Path

import pytest

from app.exchange.formats.draft import Choices
from app.exchange.formats.text import read_sheet
from app.exchange.formats.wide_tables import layout_of
from tests.exchange.test_formats import arrivals, maps, rated, tied

WIDE = {
    "numbers glued to names": "egoID;name1;freq1;name2;freq2;close12\nx;An;4;Bo;3;1\n",
    "underscores": "id,name_1,freq_1,name_2,freq_2,know_1_2\nx,An,4,Bo,3,1\n",
    "the alter first": "respondent,alter1_name,alter1_freq,alter2_name,alter2_freq,alter1_alter2\n"
    "x,An,4,Bo,3,yes\n",
    "the alter last": "egoID;naam_alter1;freq_alter1;naam_alter2;freq_alter2;kent_1_2\n"
    "x;An;4;Bo;3;ja\n",
    "brackets": "id,name[1],freq[1],name[2],freq[2],know[1][2]\nx,An,4,Bo,3,1\n",
    "zeros before": "egoID;name01;freq01;name02;freq02;close0102\nx;An;4;Bo;3;1\n",
    "a column of theirs too": "egoID;freq;name1;freq1;name2;freq2;close12\nx;6;An;4;Bo;3;1\n",
}


@pytest.mark.parametrize("text", WIDE.values(), ids=WIDE)
def test_a_row_an_ego_is_known_in_every_spelling(text: str) -> None:
    (whole,) = maps(Choices("freq"), wide__csv=text)
    assert whole.network.title == "x"
    assert rated(whole) == {"An": (4, None, None), "Bo": (3, None, None)}
    assert tied(whole) == {("An", "Bo")}


def test_a_survey_that_only_counts_who_was_named_is_a_row_an_ego() -> None:
    gss = (
        "year,id,age,sex,numgiven,sex1,sex2,sex3,age1,age2,age3,close12,close13,close23\n"
        "2004,1,33,1,2,1,2,,40,50,,1,,\n2004,2,22,2,0,,,,,,,,,\n2004,3,44,2,3,1,1,2,30,31,32,3,0,1\n"
    )
    first, nobody, third = maps(Choices(""), gss__csv=gss)
    assert [len(one.partners) for one in (first, nobody, third)] == [2, 0, 3]
    assert tied(third) == {("1", "2"), ("2", "3")}
    found = arrivals(Choices(""), gss__csv=gss).maps
    assert [n.code for one in found for n in one.notices] == ["import_tie_codes"], "3 is a stranger"


def test_twelve_alters_in_a_row_keep_their_ties_apart() -> None:
    numbers = range(1, 13)
    pairs = [(a, b) for a in numbers for b in numbers if a < b]
    heading = [*(f"name{n}" for n in numbers), *(f"close{a}{b}" for a, b in pairs)]
    row = [*(f"P{n}" for n in numbers), *("1" if b == a + 1 else "0" for a, b in pairs)]
    text = f"egoID,{','.join(heading)}\n1,{','.join(row)}\n"
    (whole,) = maps(Choices(""), wide__csv=text)
    assert tied(whole) == {tuple(sorted((f"P{n}", f"P{n + 1}"))) for n in range(1, 12)}


def test_who_was_not_named_is_nobody() -> None:
    text = "egoID,name1,freq1,name2,freq2,name3,freq3\n1,An,4,,,NA,NA\n"
    (whole,) = maps(Choices("freq"), wide__csv=text)
    assert rated(whole) == {"An": (4, None, None)}


ORDINARY = {
    "two telephones": "Naam;Telefoon1;Telefoon2;Mail1;Mail2\nAn;06;07;a@b;c@d\n",
    "two parents": "Leerling;Ouder1;Ouder2;Telefoon1;Telefoon2;Tel12\nAn;Jo;Bo;06;07;1\n",
    "two who are called": "id;Naam;Naam1;Tel1;Naam2;Tel2\n1;An;Jo;06;Bo;07\n",
    "three weeks": "id;Naam;week1;week2;week3;week12;week13;week23\n1;An;2;3;4;1;0;1\n",
}


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY)
def test_an_ordinary_list_is_no_row_an_ego(text: str) -> None:
    assert not layout_of(read_sheet(Path("lijst.csv"), text)).is_sure
    (whole,) = maps(lijst__csv=text)
    assert [one.name for one in whole.partners] == ["An"]


@pytest.mark.parametrize("items", ["trust1,trust2,trust12", "trust.1,trust.2,trust.3"])
def test_questions_of_the_ego_are_about_nobody_else(items: str) -> None:
    egos = f"egoID,netsize,{items}\n1,1,1,2,3\n2,0,1,2,3\n"
    alters = "egoID,alterID,label,contact,importance\n1,1,An,4,5\n"
    ties = "egoID,from,to\n"
    one, two = maps(
        Choices("contact", "importance"), egos__csv=egos, alters__csv=alters, aaties__csv=ties
    )
    assert (rated(one), rated(two)) == ({"An": (4, 5, None)}, {})
