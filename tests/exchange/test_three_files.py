"""The field's three CSV files become maps, or a sentence names the cell that is wrong."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import sentence
from app.exchange.kring_file import from_json, to_json
from app.exchange.three_files import KNOWN_COLUMNS, Conversion, read_three_files
from app.models.problem import Problem
from app.models.vocabulary import vocabulary
from tests.sure import sure

DATA = Path(__file__).parent / "data"
EGOS = "ego_id\nik\n"
ALTERS = (
    "ego_id,alter_id,type,group,frequency,importance\n"
    "ik,p1,parents,pupil_and_family,2,5\n"
    "ik,p2,leadership,in_school,4,2\n"
)
TIES = "ego_id,alter_a,alter_b,state\nik,p1,p2,yes\n"


@pytest.fixture
def convert(tmp_path: Path) -> Callable[..., Any]:
    def converted(
        egos: str = EGOS, alters: str = ALTERS, ties: bytes | str | None = TIES
    ) -> Conversion:
        paths: list[Any] = []
        for name, content in (("egos", egos), ("alters", alters), ("ties", ties)):
            if content is None:
                paths.append(None)
                continue
            path = tmp_path / f"{name}.csv"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths.append(path)
        return read_three_files(*paths)

    return converted


def from_data(prefix: str = "") -> Conversion:
    egos, alters, ties = (DATA / f"{prefix}{name}.csv" for name in ("egos", "alters", "aaties"))
    return read_three_files(egos, alters, ties)


def problem_of(convert: Callable[..., Any], **files: Any) -> tuple[object, ...]:
    with pytest.raises(Problem) as caught:
        convert(**files)
    values = caught.value.values
    return (
        caught.value.code,
        Path(str(values["file"])).name,
        values.get("line"),
        values.get("column"),
    )


def test_the_worked_example_comes_in_whole() -> None:
    (converted,) = from_data().converted
    map_ = converted.map
    assert [partner.id for partner in map_.partners] == [f"p{n}" for n in range(1, 9)]
    parents = map_.partner("p4")
    assert sure(parents).name == "Ouders"
    assert (sure(parents).kind, sure(parents).setting) == ("parents", "pupil_and_family")
    assert (sure(parents).frequency, sure(parents).importance, sure(parents).satisfaction) == (
        2,
        5,
        3,
    )
    assert (sure(parents).wished_frequency, sure(parents).named_important) == (3, True)
    assert (sure(parents).focus, sure(parents).forms, sure(parents).energy) == (None, (), None)
    assert len(map_.ties) == 7
    assert sure(map_.tie_between("p7", "p6")).state == "yes"
    assert map_.network.title == "ik"
    assert map_.network.lines_drawn
    assert not from_data().notices


@pytest.mark.parametrize("prefix", ["begin_", "end_"])
def test_every_cell_of_a_survey_is_in_the_maps(prefix: str) -> None:
    conversion = from_data(prefix)
    with (DATA / f"{prefix}alters.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with (DATA / f"{prefix}aaties.csv").open(encoding="utf-8") as file:
        tie_rows = list(csv.DictReader(file))
    maps = {one.ego: one.map for one in conversion.converted}
    assert sum(len(map_.partners) for map_ in maps.values()) == len(rows) > 40
    assert sum(len(map_.ties) for map_ in maps.values()) == len(tie_rows) > 100
    for row in rows:
        partner = maps[row["ego_id"]].partner(row["alter_id"])
        said = {
            "type": sure(partner).kind,
            "group": sure(partner).setting,
            "frequency": sure(partner).frequency,
            "frequency_wish": sure(partner).wished_frequency,
            "importance": sure(partner).importance,
            "named_important": int(sure(sure(partner).named_important)),
            "satisfaction": sure(partner).satisfaction,
            "focus": sure(partner).focus,
            "form": ";".join(sure(partner).forms),
        }
        assert {key: "" if value is None else str(value) for key, value in said.items()} == {
            key: row[key] for key in said
        }
    for row in tie_rows:
        assert (
            sure(maps[row["ego_id"]].tie_between(row["alter_a"], row["alter_b"])).state
            == row["state"]
        )
    with (DATA / f"{prefix}egos.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            network = maps[row["ego_id"]].network
            assert str(network.importance_overall) == row["importance_of_cooperation"]
            assert str(network.satisfaction_overall) == row["satisfaction_overall"]


def test_begin_and_end_of_one_teacher_share_series_and_partners_but_are_two_maps() -> None:
    begin = {one.ego: one.map for one in from_data("begin_").converted}
    end = {one.ego: one.map for one in from_data("end_").converted}
    assert begin.keys() == end.keys()
    for ego in begin:
        assert begin[ego].network.series == end[ego].network.series
        assert begin[ego].network.id != end[ego].network.id
        kept = {p.id for p in begin[ego].partners} & {p.id for p in end[ego].partners}
        assert len(kept) >= 10
        for id_ in kept:
            assert sure(begin[ego].partner(id_)).kind == sure(end[ego].partner(id_)).kind
    assert len({map_.network.series for map_ in begin.values()}) == len(begin)


@pytest.mark.parametrize(
    ("egos", "ties", "drawn"),
    [
        (EGOS, TIES, True),
        (EGOS, None, False),
        (EGOS, "ego_id,alter_a,alter_b,state\n", False),
        ("ego_id,lines_drawn\nik,yes\n", None, True),
        ("ego_id,lines_drawn\nik,1.0\n", "ego_id,alter_a,alter_b,state\n", True),
        ("ego_id,lines_drawn\nik,FALSE\n", TIES, False),
        ("ego_id,lines_drawn\nik,nee\n", TIES, False),
        ("ego_id,lines_drawn\nik,NA\n", TIES, True),
        ("ego_id,lines_drawn\nik,\n", None, False),
    ],
)
def test_lines_that_were_not_asked_are_not_drawn(
    convert: Callable[..., Any], egos: str, ties: str | None, drawn: bool
) -> None:
    conversion = convert(egos=egos, ties=ties)
    assert conversion.converted[0].map.network.lines_drawn is drawn
    assert len(conversion.converted[0].map.ties) == (ties == TIES)


def test_one_without_ties_among_others_who_have_them_knows_that_nobody_is_tied(
    convert: Callable[..., Any],
) -> None:
    egos = "ego_id\nik\nother\n"
    first, other = convert(egos=egos, alters=ALTERS + "other,q1,,,1,1\n").converted
    assert first.map.network.lines_drawn
    assert other.map.network.lines_drawn


def test_a_file_of_ties_without_rows_says_what_it_is_taken_for(convert: Callable[..., Any]) -> None:
    codes = [notice.code for notice in convert(ties="ego_id,alter_a,alter_b,state\n").notices]
    assert codes == ["csv_no_ties"]
    assert not convert(ties=None).notices


def test_other_lines_make_another_map_and_those_of_before_the_same_one(
    convert: Callable[..., Any],
) -> None:
    ids = {
        convert(egos=egos, ties=ties).converted[0].map.network.id
        for egos, ties in ((EGOS, TIES), (EGOS, None), ("ego_id,lines_drawn\nik,no\n", TIES))
    }
    assert len(ids) == 3
    known = convert(egos="ego_id,lines_drawn\nik,yes\n").converted[0].map.network.id
    assert known == convert().converted[0].map.network.id == "c1cf2b0cd0ad5ebe8570f46b26a681db"


# Files as other programs write them.


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "missing", ["NA", "<NA>", "NaN", "nan", "N/A", "#N/A", "NULL", "None", ".", "#NULL!", ""]
)
def test_a_cell_without_an_answer_is_not_answered_however_it_is_written(
    convert: Callable[..., Any], separator: str, missing: str
) -> None:
    alters = (
        f"ego_id,alter_id,label,type,group,frequency,frequency_wish,importance,named_important,"
        f"satisfaction,focus,form,inside_school,contacts_per_year\nik,p1{f',{missing}' * 12}\n"
    ).replace(",", separator)
    conversion = convert(alters=alters, ties=None)
    partner = conversion.converted[0].map.partner("p1")
    assert partner.name == "p1"
    assert {partner.kind, partner.setting, partner.frequency, partner.wished_frequency} == {None}
    assert {partner.importance, partner.satisfaction, partner.focus} == {None}
    assert (partner.named_important, partner.forms) == (None, ())
    assert not conversion.notices


def test_a_mark_may_be_na(convert: Callable[..., Any]) -> None:
    alters = "ego_id,alter_id,label\nNA,NA,Ouders\n"
    (one,) = convert(egos="ego_id\nNA\n", alters=alters, ties=None).converted
    assert [partner.id for partner in one.map.partners] == ["NA"]


@pytest.mark.parametrize("number", ["2", "2.0", "2.00", "2.", '"2"', '"2,0"', "+2"])
def test_a_whole_number_is_one_however_it_is_written(
    convert: Callable[..., Any], number: str
) -> None:
    alters = (
        "ego_id,alter_id,frequency,importance,named_important,inside_school,contacts_per_year,group"
        f"\nik,p1,{number},{number},1.0,TRUE,3.0,in_school\n"
    )
    conversion = convert(alters=alters, ties=None)
    partner = conversion.converted[0].map.partner("p1")
    assert (partner.frequency, partner.importance, partner.named_important) == (2, 2, True)
    assert not conversion.notices


@pytest.mark.parametrize("row", ["ik,p1", "ik,p1,", "ik,p1,,", "ik,p1,,,,,"])
def test_a_row_may_end_early_or_late_without_saying_more(
    convert: Callable[..., Any], row: str
) -> None:
    alters = f"ego_id,alter_id,label,frequency\n{row}\n"
    partner = convert(alters=alters, ties=None).converted[0].map.partner("p1")
    assert (partner.name, partner.frequency) == ("p1", None)


@pytest.mark.parametrize(
    "heading", ['"","ego_id","alter_id"', ',"ego_id","alter_id"', "ego_id,alter_id"]
)
def test_row_names_of_r_are_left_out_and_said(convert: Callable[..., Any], heading: str) -> None:
    alters = heading + '\n"1","ik","p1"\n"2","ik","p2"\n'
    conversion = convert(alters=alters, ties=None)
    assert [partner.id for partner in conversion.converted[0].map.partners] == ["p1", "p2"]
    assert [(n.code, n.values["columns"]) for n in conversion.notices] == [
        ("csv_unnamed_columns", ("1",))
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_cell_may_be_quoted_whatever_separates_them(
    convert: Callable[..., Any], separator: str
) -> None:
    def quoted(text: str) -> str:
        rows = [line.split(",") for line in text.splitlines()]
        return "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)

    found = convert(egos=quoted(EGOS), alters=quoted(ALTERS), ties=quoted(TIES))
    assert to_json(found.converted[0].map) == to_json(convert().converted[0].map)


def test_a_line_that_tells_a_spreadsheet_what_separates_is_no_heading(
    convert: Callable[..., Any],
) -> None:
    found = convert(alters="sep=;\n" + ALTERS.replace(",", ";"))
    assert to_json(found.converted[0].map) == to_json(convert().converted[0].map)
    broken = "sep=;\nego_id;alter_id;frequency\nik;p1;9\n"
    assert problem_of(convert, alters=broken) == ("csv_bad_value", "alters.csv", 3, "frequency")


@pytest.mark.parametrize("file", ["egos", "alters", "ties"])
@pytest.mark.parametrize("content", [",", ",\n", ";", " \n , \n", '""', "sep=;", "\x1a,\u200b\n"])
def test_a_file_with_next_to_nothing_in_it_is_a_sentence(
    convert: Callable[..., Any], file: str, content: str
) -> None:
    code, name, *_ = problem_of(convert, **{file: content})
    assert (code, name) == ("file_empty", f"{file}.csv")


def test_all_that_can_stand_in_a_cell_is_said(convert: Callable[..., Any]) -> None:
    with pytest.raises(Problem) as caught:
        convert(alters="ego_id,alter_id,group\nik,p1,school\n")
    said = sentence(caught.value)
    assert all(setting in said for setting in vocabulary().settings)


def test_the_same_files_give_the_same_maps(convert: Callable[..., Any]) -> None:
    first, again = convert().converted[0].map, convert().converted[0].map
    assert to_json(first) == to_json(again)
    other = convert(alters=ALTERS.replace(",5\n", ",4\n")).converted[0].map
    assert other.network.id != first.network.id
    assert other.network.series == first.network.series


def test_the_series_of_an_ego_never_changes(convert: Callable[..., Any]) -> None:
    assert convert().converted[0].map.network.series == "91343419a0b35b7b8868c5731925064f"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_ways_spreadsheets_write_csv(
    convert: Callable[..., Any], delimiter: str, newline: str, mark: str
) -> None:
    def written(text: str) -> str:
        return mark + text.replace(",", delimiter).replace("\n", newline)

    there = convert(egos=written(EGOS), alters=written(ALTERS), ties=written(TIES))
    assert there.converted[0].map == convert().converted[0].map
    assert not there.notices


def test_an_empty_cell_is_not_answered(convert: Callable[..., Any]) -> None:
    alters = "ego_id,alter_id,type,group,frequency,importance,named_important,form\nik,p1,,,,,,\n"
    partner = (
        convert(alters=alters, ties="ego_id,alter_a,alter_b,state\n").converted[0].map.partners[0]
    )
    assert (partner.frequency, partner.importance, partner.setting) == (None, None, None)
    assert (partner.kind, partner.named_important, partner.forms) == (None, None, ())
    assert partner.name == "p1"


def test_empty_rows_spaces_and_capitals_in_the_heading_do_not_matter(
    convert: Callable[..., Any],
) -> None:
    egos = "\n EGO_ID ,Role\n,\n  ik  , primary_teacher \n\n"
    network = convert(egos=egos).converted[0].map.network
    assert (network.title, network.role) == ("ik", "primary_teacher")


def test_a_role_that_is_a_kind_gets_its_name(convert: Callable[..., Any]) -> None:
    network = convert(egos="ego_id,role\nik,careers_adviser\n").converted[0].map.network
    assert network.role == "decaan / loopbaanbegeleider"


def test_names_come_from_the_kind_and_are_numbered_where_it_recurs(
    convert: Callable[..., Any],
) -> None:
    alters = (
        "ego_id,alter_id,label,type,form\n"
        "ik,p1,,parents,inform;act_together\n"
        "ik,p2,,parents,\n"
        "ik,p3,Ouders Sam,parents,\n"
        "ik,p4,,buurvrouw,\n"
        "ik,p5,,,\n"
        "ik,p6,,speech_therapist,\n"
    )
    map_ = convert(alters=alters).converted[0].map
    assert [partner.name for partner in map_.partners] == [
        "Ouders / verzorgers 1",
        "Ouders / verzorgers 2",
        "Ouders Sam",
        "Buurvrouw",
        "p5",
        "Logopedist",
    ]
    assert map_.partner("p1").forms == ("inform", "act_together")
    assert map_.partner("p4").kind == "buurvrouw"


def test_without_a_column_group_the_setting_follows_from_the_kind(
    convert: Callable[..., Any],
) -> None:
    alters = "ego_id,alter_id,type\nik,p1,parents\nik,p2,buurvrouw\n"
    settings = [p.setting for p in convert(alters=alters).converted[0].map.partners]
    assert settings == ["pupil_and_family", None]


def test_an_ego_without_partners_is_a_map(convert: Callable[..., Any]) -> None:
    none = convert(alters="ego_id,alter_id\n", ties="ego_id,alter_a,alter_b,state\n")
    assert none.converted[0].map.partners == ()


def test_partners_may_be_called_what_we_would_call_a_map_or_a_tie(
    convert: Callable[..., Any],
) -> None:
    plain = convert().converted[0].map
    for taken in (plain.ties[0].id, plain.network.series):
        alters = ALTERS + f"ik,{taken},,,,\n"
        map_ = convert(alters=alters).converted[0].map
        assert len(map_.partners) == 3
        assert from_json(to_json(map_), Path("x")) == map_


def test_unknown_columns_are_left_out_with_one_notice(convert: Callable[..., Any]) -> None:
    alters = (
        ALTERS.replace("importance\n", "importance,age,shoe\n")
        .replace(",5\n", ",5,40,41\n")
        .replace(",2\nik", ",2,50,42\nik")
        .replace("4,2\n", "4,2,1,1\n")
    )
    notices = convert(alters=alters).notices
    assert [(n.code, n.values["count"], n.values["columns"]) for n in notices] == [
        ("csv_unknown_columns", 2, ("age", "shoe")),
    ]


def test_derived_columns_are_told_apart_from_what_they_derive_from(
    convert: Callable[..., Any],
) -> None:
    alters = (
        "ego_id,alter_id,group,frequency,inside_school,contacts_per_year\n"
        "ik,p1,in_school,4,1,40\n"
        "ik,p2,in_school,4,0,40\n"
        "ik,p3,,,1,40\n"
    )
    notices = convert(alters=alters).notices
    assert [(n.code, n.values["column"], n.values["line"], n.values["count"]) for n in notices] == [
        ("csv_contradiction", "inside_school", 3, 2),
        ("csv_contradiction", "contacts_per_year", 4, 1),
    ]


def test_a_quoted_cell_may_hold_delimiters_but_a_name_no_line_break(
    convert: Callable[..., Any],
) -> None:
    alters = 'ego_id,alter_id,label\nik,p1,"Ouders, Sam ""en"" Noor"\nik,p2,"Ib\ner"\n'
    assert problem_of(convert, alters=alters) == ("csv_bad_text", "alters.csv", 3, "label")
    map_ = convert(alters=alters.replace("Ib\ner", "Ib'er")).converted[0].map
    assert map_.partner("p1").name == 'Ouders, Sam "en" Noor'


def test_lines_are_counted_as_an_editor_does(convert: Callable[..., Any]) -> None:
    alters = 'ego_id,alter_id,notes,frequency\nik,p1,"a\nb\nc",3\n\nik,p2,x,9\n'
    assert problem_of(convert, alters=alters) == ("csv_bad_value", "alters.csv", 6, "frequency")


def alter_with(column: str, value: str) -> dict[str, str]:
    return {"alters": f"ego_id,alter_id,{column}\nik,p1,\nik,p2,{value}\n"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (alter_with("frequency", "7"), ("csv_bad_value", "alters.csv", 3, "frequency")),
        (alter_with("frequency", "-1"), ("csv_bad_value", "alters.csv", 3, "frequency")),
        (alter_with("frequency", "3.5"), ("csv_bad_value", "alters.csv", 3, "frequency")),
        (alter_with("frequency", "na"), ("csv_bad_value", "alters.csv", 3, "frequency")),
        (alter_with("frequency", "٣"), ("csv_bad_value", "alters.csv", 3, "frequency")),
        (alter_with("importance", "0"), ("csv_bad_value", "alters.csv", 3, "importance")),
        (alter_with("importance", "9" * 5000), ("csv_bad_value", "alters.csv", 3, "importance")),
        (alter_with("frequency_wish", "x"), ("csv_bad_value", "alters.csv", 3, "frequency_wish")),
        (alter_with("satisfaction", "6"), ("csv_bad_value", "alters.csv", 3, "satisfaction")),
        (alter_with("group", "school"), ("csv_bad_value", "alters.csv", 3, "group")),
        (alter_with("focus", "all"), ("csv_bad_value", "alters.csv", 3, "focus")),
        (alter_with("form", "inform;x"), ("csv_bad_value", "alters.csv", 3, "form")),
        (alter_with("form", "inform;inform"), ("csv_bad_value", "alters.csv", 3, "form")),
        (alter_with("named_important", "2"), ("csv_bad_value", "alters.csv", 3, "named_important")),
        (alter_with("label", "x" * 121), ("csv_bad_text", "alters.csv", 3, "label")),
        (alter_with("type", "a\x07"), ("csv_bad_text", "alters.csv", 3, "type")),
        (
            {"alters": "ego_id,alter_id\nik,\n"},
            ("csv_bad_text", "alters.csv", 2, "alter_id"),
        ),
        (
            {"alters": "ego_id,alter_id\nik,p1\nik,p1\n"},
            ("csv_partner_twice", "alters.csv", 3, "alter_id"),
        ),
        (
            {"alters": "ego_id,alter_id\nnobody,p1\n"},
            ("csv_unknown_ego", "alters.csv", 2, "ego_id"),
        ),
        (
            {"alters": "ego_id,alter_id\nik,p1,extra\n"},
            ("csv_cell_count", "alters.csv", 2, None),
        ),
        ({"alters": "ego_id,type\nik,x\n"}, ("csv_missing_column", "alters.csv", None, "alter_id")),
        (
            {"alters": "ego_id,alter_id,alter_id\nik,a,b\n"},
            ("csv_column_twice", "alters.csv", None, "alter_id"),
        ),
        ({"alters": 'ego_id,alter_id\nik,"p1\n'}, ("csv_broken", "alters.csv", 2, None)),
        (
            {"alters": "ego_id,alter_id\n" + "".join(f"ik,p{n}\n" for n in range(501))},
            ("csv_too_many_partners", "alters.csv", 502, "ego_id"),
        ),
        ({"egos": "ego_id\nik\nik\n"}, ("csv_ego_twice", "egos.csv", 3, "ego_id")),
        ({"egos": "ego_id,role\n,x\n"}, ("csv_bad_text", "egos.csv", 2, "ego_id")),
        ({"egos": "ego_id\n"}, ("csv_no_egos", "egos.csv", None, None)),
        (
            {"egos": "ego_id,satisfaction_overall\nik,9\n"},
            ("csv_bad_value", "egos.csv", 2, "satisfaction_overall"),
        ),
        ({"ties": TIES + "nobody,p1,p2,yes\n"}, ("csv_unknown_ego", "ties.csv", 3, "ego_id")),
        ({"ties": TIES + "ik,p1,p9,yes\n"}, ("csv_unknown_partner", "ties.csv", 3, "alter_b")),
        ({"ties": TIES + "ik,p9,p1,yes\n"}, ("csv_unknown_partner", "ties.csv", 3, "alter_a")),
        ({"ties": TIES + "ik,p1,p2,yes\n"}, ("csv_tie_twice", "ties.csv", 3, "alter_b")),
        ({"ties": TIES + "ik,p2,p1,unknown\n"}, ("csv_tie_twice", "ties.csv", 3, "alter_b")),
        ({"ties": TIES + "ik,p2,p2,yes\n"}, ("csv_tie_to_itself", "ties.csv", 3, "alter_b")),
        (
            {"ties": TIES.replace("yes", "maybe")},
            ("csv_bad_value", "ties.csv", 2, "state"),
        ),
        ({"ties": TIES.replace("yes", "")}, ("csv_bad_value", "ties.csv", 2, "state")),
        ({"ties": TIES.encode("utf-16")}, ("file_encoding", "ties.csv", None, None)),
        ({"ties": TIES.encode() + b"\xe9"}, ("file_encoding", "ties.csv", None, None)),
        ({"ties": TIES + "\0"}, ("file_encoding", "ties.csv", None, None)),
        ({"ties": ""}, ("file_empty", "ties.csv", None, None)),
    ],
)
def test_what_cannot_be_kept_is_named_with_its_place(
    convert: Callable[..., Any], files: dict[Any, Any], expected: tuple[Any, ...]
) -> None:
    assert problem_of(convert, **files) == expected


def test_more_rows_than_any_survey_has_are_refused(convert: Callable[..., Any]) -> None:
    assert problem_of(convert, ties=TIES + "\n" * 300_000)[0] == "csv_too_large"
    assert problem_of(convert, egos="ego_id" + ",x" * 2_000 + "\n")[0] == "csv_too_large"


def test_the_known_columns_are_the_ones_we_document() -> None:
    text = (Path(__file__).parents[2] / "docs" / "file-format.md").read_text(encoding="utf-8")
    for column in set().union(*KNOWN_COLUMNS.values()):
        assert f"`{column}`" in text, column
