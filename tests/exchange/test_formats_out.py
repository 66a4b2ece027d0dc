"""What is written for other programs is read by them, and comes back with all they can hold."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from app.analysis.figures import figures
from app.exchange.formats import tables_in_words
from app.exchange.formats.all_formats import FORMATS, read_sources, written
from app.exchange.formats.arrivals import arrive
from app.exchange.formats.draft import Choices
from app.exchange.formats.network_canvas_out import PROTOCOL
from app.exchange.formats.source import Source
from app.exchange.three_columns import UnusualRow, read_columns
from app.exchange.three_files import read_three_files
from app.models.network import Map, Network, Partner, Tie, rules_of
from app.models.rules import Rule
from app.models.vocabulary import vocabulary
from app.words import speak
from app.words.tables import wording
from tests.examples import few
from tests.maps import maps

PEOPLE = [
    Partner(id="a", name="Zoë", kind="parents", setting="pupil_and_family", frequency=2,
            importance=5, named_important=True, x=0.25, y=-0.5, notes="één"),
    Partner(id="b", name="=1+1", setting="in_school", frequency=0, importance=3),
    Partner(id="c", name="Museum", wished_frequency=3, forms=("information",), taken_off=True),
]  # fmt: skip
FORM = next(iter(vocabulary().choices["forms"]))
WHOLE = Map.of([
    Network(id="n", series="s", title="Kaart", role="Leraar", lines_drawn=True, confidence=2),
    *PEOPLE[:2],
    replace(PEOPLE[2], forms=(FORM,)),
    Tie(id="t1", a="a", b="b"), Tie(id="t2", a="b", b="c", state="unknown"),
])  # fmt: skip


def out(to: str, whole: Map = WHOLE) -> dict[str, bytes]:
    write = written()[to].write
    assert write is not None
    return write([("kaart", whole)], wording())


def back(files: dict[str, bytes], choices: Choices | None = None) -> Map:
    sources = [Source(Path("in") / name, content) for name, content in files.items()]
    found = arrive(read_sources(sources), choices or Choices())
    (one,) = found.maps
    return one.map


def told(partner: Partner, *without: str) -> dict[str, object]:
    left = {"id", "angle", "successor_of", "still_there", "entity", *without}
    return {f: getattr(partner, f) for f in rules_of(Partner) if f not in left}


def pairs(whole: Map) -> set[tuple[str, str, str]]:
    return {(min(t.a, t.b), max(t.a, t.b), t.state) for t in whole.asked_pairs if t.state != "no"}


def test_graphml_comes_back_whole() -> None:
    again = back(out("graphml"))
    assert [told(p) for p in again.partners] == [told(p) for p in WHOLE.partners]
    assert pairs(again) == pairs(WHOLE)
    assert (again.network.title, again.network.role) == ("Kaart", "Leraar")
    assert again.network.lines_drawn


@given(maps())
@settings(max_examples=few(15), deadline=None, suppress_health_check=list(HealthCheck))
def test_any_map_comes_back_from_graphml(whole: Map) -> None:
    again = back(out("graphml", whole))
    expected = {p.id: (p.frequency, p.importance, p.setting) for p in whole.partners}
    assert {p.id: (p.frequency, p.importance, p.setting) for p in again.partners} == expected
    assert pairs(again) == pairs(whole)


def test_networkx_reads_the_same_measures(nx: Any) -> None:
    people = [Partner(id=key, name=key, frequency=3, importance=4) for key in "abcdef"]
    ends = ("ab", "bc", "cd", "bd")
    ties = [Tie(id=f"t{pair}", a=pair[0], b=pair[1]) for pair in ends]
    whole = Map.of([Network(id="n", series="s", lines_drawn=True), *people, *ties])
    graph = nx.read_graphml(io.BytesIO(out("graphml", whole)["kaart.graphml"]))
    (ego,) = [node for node, said in graph.nodes(data=True) if said.get("ego")]
    assert set(graph[ego]) == set("abcdef")
    assert graph.nodes["a"]["importance"] == 4
    graph.remove_node(ego)
    ours = figures(whole)
    assert nx.density(graph) == ours["density"]
    assert nx.number_connected_components(graph) == ours["components"]


def test_r_reads_numbers_and_no_column_is_called_name() -> None:
    files = out("r")
    assert set(files) == {"egos.csv", "alters.csv", "aaties.csv", "codebook.csv", "read_kring.R"}
    alters = list(csv.DictReader(io.StringIO(files["alters.csv"].decode())))
    assert "name" not in alters[0]
    assert [row["alterID"] for row in alters] == ["1", "2", "3"]
    assert [row["frequency"] for row in alters] == ["2", "0", "NA"]
    assert alters[1]["label"] == "'=1+1"
    ties = list(csv.DictReader(io.StringIO(files["aaties.csv"].decode())))
    assert ties == [{"egoID": "1", "Source": "1", "Target": "2", "weight": "1"}]
    known = {row["variable"] for row in csv.DictReader(io.StringIO(files["codebook.csv"].decode()))}
    assert set(alters[0]) - known <= {"egoID", "label"}
    tables = {n: files[n] for n in ("egos.csv", "alters.csv", "aaties.csv")}
    again = back(tables)
    assert [told(p) for p in again.partners] == [told(p) for p in WHOLE.partners]
    assert [p.id for p in again.partners] == ["a", "b", "c"]
    assert pairs(again) == {("a", "b", "yes")}, "who does not know is no tie in R"


def test_network_canvas_comes_back() -> None:
    again = back(out("network-canvas"), Choices("contact_frequency", "importance"))
    kept = ("frequency", "importance", "setting", "named_important", "x", "y", "name")
    assert [[getattr(p, f) for f in kept] for p in again.partners] == [
        [getattr(p, f) for f in kept] for p in WHOLE.partners
    ]
    assert pairs(again) == {("a", "b", "yes")}
    assert (again.network.title, again.network.confidence) == ("Kaart", 2)


def test_the_protocol_asks_on_our_scales() -> None:
    files = out("network-canvas")
    with zipfile.ZipFile(io.BytesIO(files[PROTOCOL])) as archive:
        protocol = json.loads(archive.read("protocol.json"))
    assert protocol["schemaVersion"] == 8
    (node,) = protocol["codebook"]["node"].values()
    asked = {one["name"]: one.get("options") for one in node["variables"].values()}
    assert [one["value"] for one in asked["contact_frequency"]] == list(range(7))
    assert [one["value"] for one in asked["importance"]] == [1, 2, 3, 4, 5]
    assert [one["value"] for one in asked["setting"]] == list(vocabulary().settings)
    used = {
        v for stage in protocol["stages"] for v in json.dumps(stage).split('"') if "-aaaa-" in v
    }
    codebook = json.dumps(protocol["codebook"])
    assert all(key in codebook for key in used)


def test_excel_has_numbers_as_numbers_and_no_formulas() -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(out("xlsx")["kring.xlsx"]))
    assert len(book.sheetnames) == 5
    sheet = book[book.sheetnames[3]]
    rows = list(sheet.iter_rows(values_only=True))
    at = {name: n for n, name in enumerate(rows[0])}
    assert [row[at["frequency"]] for row in rows[1:]] == [2, 0, None]
    assert rows[1][at["x"]] == 0.25
    cells = [cell for one in book for row in one.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert "'=1+1" in [cell.value for cell in cells]


def test_what_nobody_answered_has_no_column_in_words() -> None:
    name = f"{wording().partners}.csv"
    (head, *_) = csv.reader(io.StringIO(out("csv")[name].decode("utf-8-sig")))
    assert wording().field("notes") in head
    assert wording().field("goal") not in head
    bare = Map.of([Network(id="n", series="s"), Partner(id="a", name="An")])
    (head, *_) = csv.reader(io.StringIO(out("csv", bare)[name].decode("utf-8-sig")))
    asked = ("name", "kind", "setting", "frequency", "importance")
    assert head == [wording().map, *map(wording().field, asked)]
    unasked = Map.of([bare.network, Partner(id="a", name="An", wished_frequency=0)])
    (head, *_) = csv.reader(io.StringIO(out("csv", unasked)[name].decode("utf-8-sig")))
    assert wording().field("wished_frequency") in head, "none wished is an answer"


def test_csv_is_in_both_dialects() -> None:
    files = out("csv")
    names = [name for name in files if name not in ("egos.csv", "alters.csv", "ties.csv")]
    assert len(names) == 2
    assert all(files[name].startswith(b"\xef\xbb\xbf") for name in names)
    assert b"a,Zo\xc3\xab" in files["alters.csv"]
    again = back({name: files[name] for name in ("egos.csv", "alters.csv", "ties.csv")})
    assert [told(p) for p in again.partners] == [told(p) for p in WHOLE.partners]
    assert pairs(again) == pairs(WHOLE)


@pytest.mark.parametrize("one", [one.id for one in FORMATS if one.write])
def test_everything_that_was_written_comes_back_once_and_nothing_else(one: str) -> None:
    files = [Source(Path("in") / name, content) for name, content in out(one).items()]
    found = arrive(read_sources(files), Choices("contact_frequency", "importance"))
    assert [len(arrival.map.partners) for arrival in found.maps] == [3]
    assert not found.left


@pytest.mark.parametrize("one", [one.id for one in FORMATS if one.write])
def test_an_empty_map_is_written(one: str) -> None:
    assert out(one, Map.of([Network(id="n", series="s")]))


def test_a_file_in_which_nothing_stands_is_no_table_in_words() -> None:
    assert not tables_in_words.takes([Source(Path("leeg.csv"), b" \n \n")])


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("beside", ["the links", "nothing", "no partners"])
def test_tables_in_words_are_read_without_those_in_codes(language: str, beside: str) -> None:
    try:
        speak(language)
        files = [(name, content) for name, content in out("csv").items() if name[0].isupper()]
    finally:
        speak("nl")
    assert len(files) == 2
    files = {"the links": files, "nothing": files[:1], "no partners": files[1:]}[beside]
    sources = [Source(Path("in") / name, content) for name, content in files]
    assert tables_in_words.takes(sources) == sources
    found = arrive(read_sources(sources), Choices())
    assert not found.left
    (one,) = found.maps
    assert [notice.code for notice in one.notices] == ["import_in_words"]
    assert [partner.name for partner in one.map.partners] == ["Zoë", "=1+1", "Museum"]
    if beside != "no partners":
        fields = ("kind", "setting", "frequency", "importance", "named_important", "notes")
        for again, before in zip(one.map.partners, WHOLE.partners, strict=True):
            assert {f: getattr(again, f) for f in fields} == {f: getattr(before, f) for f in fields}
    names = {partner.id: partner.name for partner in one.map.partners}
    tied = {(names[t.a], names[t.b], t.state) for t in one.map.ties}
    links = {("Zoë", "=1+1", "yes"), ("=1+1", "Museum", "unknown")}
    assert tied == (set() if beside == "nothing" else links)
    assert one.map.network.lines_drawn is (beside != "nothing")


def _something(rule: Rule, n: int) -> Any:
    known = vocabulary()
    listed = known.settings if rule.listed == "settings" else known.choices.get(rule.listed, {})
    terms = list(listed)
    if rule.kind in ("scale", "number"):
        return rule.least + n % (rule.most - rule.least + 1)
    if rule.stored_as == "boolean":
        return n % 2 == 0
    if terms:
        return (terms[0], terms[-1]) if rule.stored_as == "list" else terms[n % len(terms)]
    if rule.kind == "day":
        return date(2026, 9, 14)
    return 0.5 if rule.stored_as == "real" else f'Wat: {n}, "zo"; =é'


def _filled() -> Map:
    """Return a map of which every field that a table could hold says something."""
    fields = {f: r for f, r in rules_of(Partner).items() if f not in ("id", "x", "y", "taken_off")}
    first, second = ({f: _something(r, n) for f, r in fields.items()} for n in (1, 2))
    people = [
        Partner(id="p1", x=0.5, y=-0.25, **first), Partner(id="p2", taken_off=True, **second),
    ]  # fmt: skip
    said = {f: _something(r, 2) for f, r in rules_of(Network).items() if f not in LEFT}
    ties = [Tie(id="t1", a="p1", b="p2", state="no"), Tie(id="t2", a="p1", b="p3", state="unknown"),
            Tie(id="t3", a="p2", b="p3")]  # fmt: skip
    return Map.of([Network(id="n", series="s", **said), *people, Partner(id="p3", name="-"), *ties])


LEFT = {"id", "series", "example", "theirs"}
LOST = {
    "graphml": (set(), {"no"}),
    "r": (set(), {"no", "unknown"}),
    "network-canvas": (
        {
            "moment_label", "ego_label", "about", "subject", "importance_overall", "three_words",
            "satisfaction_overall", "own_expertise", "finished", "importance_cut", "frequency_cut",
        },
        {"no", "unknown"},
    ),
    "xlsx": (set(), set()),
    "csv": (set(), set()),
}  # fmt: skip
"""What a format cannot hold, as `docs/file-format.md` lists it: of the map, and of pairs."""


@pytest.mark.parametrize("one", [one.id for one in FORMATS if one.write])
def test_what_comes_back_lacks_what_the_format_cannot_hold_and_nothing_else(one: str) -> None:
    whole = _filled()
    choices = Choices("contact_frequency", "importance") if one == "network-canvas" else Choices()
    again = back(out(one, whole), choices)
    of_map, of_pairs = LOST[one]
    assert again.partners == whole.partners
    for field in rules_of(Network).keys() - LEFT:
        is_same = getattr(again.network, field) == getattr(whole.network, field)
        assert is_same is (field not in of_map), field
    before = {(tie.ends, tie.state) for tie in whole.asked_pairs}
    after = {(tie.ends, tie.state) for tie in again.asked_pairs}
    assert before - after == {(ends, state) for ends, state in before if state in of_pairs}
    assert not after - before


def test_the_three_tables_come_back_whole_by_their_own_reader(tmp_path: Path) -> None:
    whole = _filled()
    files = out("csv", whole)
    egos, alters, ties = (tmp_path / f"{name}.csv" for name in ("egos", "alters", "ties"))
    for path in (egos, alters, ties):
        path.write_bytes(files[path.name])
    found = read_three_files(egos, alters, ties)
    assert not found.notices
    again = found.converted[0].map
    assert again.partners == whole.partners
    for field in rules_of(Network).keys() - LEFT:
        assert getattr(again.network, field) == getattr(whole.network, field), field
    assert {(t.ends, t.state) for t in again.ties} == {(t.ends, t.state) for t in whole.ties}
    with pytest.raises(UnusualRow):  # it would pass over what is in these
        read_columns(egos, alters, ties)


@pytest.mark.parametrize("one", [one.id for one in FORMATS if one.write])
def test_a_note_that_looks_like_a_formula_comes_back_as_it_was(one: str) -> None:
    said = Partner(id="a", name="=An", notes="=1+1", goal="-")
    again = back(out(one, Map.of([Network(id="n", series="s", title="k"), said])))
    assert (again.partners[0].name, again.partners[0].notes) == ("=An", "=1+1")


@pytest.mark.parametrize("to", ["graphml", "xlsx", "csv", "r", "network-canvas"])
def test_a_sign_that_no_file_can_hold_takes_no_map_along(to: str) -> None:
    odd = Map.of([Network(id="n", series="s", title="a\ufffeb\uffff"),
                  Partner(id="a", name="An\ufffe")])  # fmt: skip
    assert len(back(out(to, odd)).partners) == 1
