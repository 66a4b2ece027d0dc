"""Each format of the field gives the map it says, and each trap in it is one we know."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.exchange.formats.all_formats import FORMATS, read_all, read_sources
from app.exchange.formats.arrivals import Arrivals, arrive, check, named
from app.exchange.formats.draft import Choices, Draft
from app.exchange.formats.source import Source
from app.exchange.formats.text import read_sheet, read_text
from app.models.network import Map
from app.models.problem import Problem
from tests.sure import as_a, sure

NONE = Choices()
RATED = Choices("contact_frequency", "importance")


def arrivals(choices: Choices = NONE, /, **files: str | bytes) -> Arrivals:
    """What comes of files, by their name with `__` for the dot."""
    sources = [
        Source(
            Path("in") / name.replace("__", "."), text.encode() if isinstance(text, str) else text
        )
        for name, text in files.items()
    ]
    return arrive(read_sources(sources), choices)


def maps(choices: Choices = NONE, /, **files: str | bytes) -> list[Map]:
    found = arrivals(choices, **files)
    assert found.left == []
    return [one.map for one in found.maps]


def notices(choices: Choices = NONE, /, **files: str | bytes) -> list[str]:
    return [n.code for one in arrivals(choices, **files).maps for n in one.notices]


def rated(whole: Map) -> dict[str, tuple[int | None, int | None, str | None]]:
    return {p.name: (p.frequency, p.importance, p.setting) for p in whole.partners}


def tied(whole: Map) -> set[tuple[str, ...]]:
    names = {p.id: p.name for p in whole.partners}
    return {tuple(sorted((names[t.a], names[t.b]))) for t in whole.ties}


# Network Canvas.

EGO = (
    "networkCanvasEgoUUID,networkCanvasCaseID,sessionStart,role,confidence\r\n"
    "f1,case_1,2026-09-14T09:00:00.000Z,Leraar,2\r\n"
)
NODES = (
    "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,contact_frequency,importance,"
    "setting_school,setting_family,setting_support,position_x,position_y,"
    "position_screenSpaceX,position_screenSpaceY\r\n"
    "1,f1,e1,Directie,4,2,true,false,false,0.5,0.3,960.00,756.00\r\n"
    "2,f1,e2,'=Jeugdhulp,1,4,false,true,true,0.2,0.7,384.00,324.00\r\n"
    "3,f1,e3,Museum,,,false,false,false,,,,\r\n"
)
EDGES = (
    "edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,"
    "networkCanvasTargetUUID\r\n1,1,2,f1,t1,e1,e2\r\n"
)


def test_network_canvas_in_csv() -> None:
    (whole,) = maps(RATED, s_ego__csv=EGO, s_attributeList_P__csv=NODES, s_edgeList_w__csv=EDGES)
    assert whole.network.title == "case_1"
    assert (whole.network.role, whole.network.confidence) == ("Leraar", 2)
    assert str(whole.network.moment) == "2026-09-14"
    assert rated(whole) == {
        "Directie": (4, 2, "in_school"),
        "=Jeugdhulp": (1, 4, "pupil_and_family"),
        "Museum": (None, None, None),
    }
    assert [p.id for p in whole.partners] == ["e1", "e2", "e3"]
    assert tied(whole) == {("=Jeugdhulp", "Directie")}
    assert (whole.partners[0].x, whole.partners[0].y) == (0, -0.4), "not of the screen"


def test_merged_sessions_are_told_apart_though_node_ids_run_on() -> None:
    ego = EGO + "f2,case_2,,,\r\n"
    nodes = NODES + "4,f2,e9,Directie,6,4,true,false,false,,,,\r\n"
    one, two = maps(RATED, p_ego__csv=ego, p_attributeList_P__csv=nodes, p_edgeList__csv=EDGES)
    assert (len(one.partners), len(two.partners)) == (3, 1)
    assert two.network.lines_drawn
    assert tied(two) == set()


def test_ego_variables_nobody_answered_are_missing_from_the_file() -> None:
    bare = "networkCanvasEgoUUID,networkCanvasCaseID\r\nf1,case_1\r\n"
    (whole,) = maps(RATED, s_ego__csv=bare, s_attributeList_P__csv=NODES)
    assert whole.network.role == ""


NC_GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
 xmlns:nc="http://schema.networkcanvas.com/xmlns">
<key id="v1" attr.name="name" attr.type="string" for="node"/>
<key id="v2" attr.name="contact_frequency" attr.type="int" for="node"/>
<key id="v3_a" attr.name="setting_school" attr.type="boolean" for="node"/>
<key id="v3_b" attr.name="setting_family" attr.type="boolean" for="node"/>
<graph edgedefault="undirected" nc:caseId="case_1">
<data key="networkCanvasUUID">f1</data>
<node id="1"><data key="networkCanvasUUID">e1</data><data key="v1">Directie</data>
<data key="v2">5</data><data key="v3_a">true</data></node>
<node id="2"><data key="networkCanvasUUID">e2</data><data key="v1">Museum</data></node>
<edge id="1" source="1" target="2"><data key="networkCanvasSourceUUID">e1</data>
<data key="networkCanvasTargetUUID">e2</data></edge>
</graph></graphml>"""


def test_a_session_in_both_shapes_is_one_map_and_its_graphml_decides() -> None:
    (whole,) = maps(RATED, s__graphml=NC_GRAPHML, s_ego__csv=EGO, s_attributeList_P__csv=NODES)
    assert rated(whole) == {"Directie": (5, None, "in_school"), "Museum": (None, None, None)}
    assert tied(whole) == {("Directie", "Museum")}


def test_what_the_variables_mean_has_to_be_chosen() -> None:
    sources = [Source(Path("a_attributeList_P.csv"), NODES.encode())]
    drafts = [one for one in read_sources(sources) if isinstance(one, Draft)]
    with pytest.raises(Problem) as told:
        check(drafts, Choices())
    assert told.value.code == "import_needs"
    assert "contact_frequency" in as_a(tuple, told.value.values["variables"])
    with pytest.raises(Problem, match="import_no_variable"):
        check(drafts, Choices("nearness"))
    check(drafts, RATED)


def test_a_variable_that_is_named_need_not_be_where_there_is_nobody() -> None:
    empty = "nodeID,networkCanvasEgoUUID,networkCanvasUUID\r\n"
    files = {"s_ego.csv": EGO, "s_attributeList.csv": empty}
    sources = [Source(Path(name), text.encode()) for name, text in files.items()]
    (draft,) = (one for one in read_sources(sources) if isinstance(one, Draft))
    check([draft], RATED)
    names = read_sources([Source(Path("list.txt"), b"An\nBo\n")])
    with pytest.raises(Problem, match="import_only_names"):
        check([one for one in names if isinstance(one, Draft)], RATED)


@pytest.mark.parametrize("files", [{"s_ego__csv": EGO}, {"s_edgeList_w__csv": EDGES}])
def test_a_session_without_its_table_of_people_is_no_map_of_nobody(files: dict[str, str]) -> None:
    found = arrivals(RATED, **files)
    assert found.maps == []
    assert [problem.code for problem in found.left] == ["import_no_alters"]


def test_the_end_that_is_high_can_be_turned_over() -> None:
    turned = Choices("contact_frequency", "importance", turned=frozenset({"importance"}))
    (whole,) = maps(turned, s_attributeList_P__csv=NODES)
    assert rated(whole)["Directie"][:2] == (4, 4)
    assert rated(whole)["=Jeugdhulp"][:2] == (1, 2)


def test_a_protocol_says_how_the_answers_are_worded() -> None:
    options = [{"label": "Wekelijks", "value": "w"}, {"label": "Maandelijks", "value": "m"}]
    content = {"codebook": {"node": {"t": {"variables": {"v": {
        "name": "contact_frequency", "options": options}}}}}}  # fmt: skip
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("protocol.json", json.dumps(content))
    nodes = NODES.replace("Directie,4", "Directie,w").replace("Jeugdhulp,1", "Jeugdhulp,m")
    (whole,) = maps(RATED, a_attributeList_P__csv=nodes, p__netcanvas=packed.getvalue())
    assert [p.frequency for p in whole.partners] == [4, 3, None]


# easyNWK.


def alter(key: int, name: str, **more: object) -> dict[str, object]:
    return {"id": key, "name": name, "role": "Kolleg*in", "deceased": False, "edgeType": 1,
            "angle": -120.0, "distance": 50.0, "note": ""} | more  # fmt: skip


EASY = {
    "versions": [
        {"id": 1, "title": "begin", "date": "2026-09-14", "nwk": {
            "ego": {"name": "student_01"},
            "alteri": [
                alter(1, "Collega"),
                alter(2, "Hulp", angle=-20.0),
                alter(3, "Zus", angle=20.0, edgeType=0),
                alter(4, "Buur", angle=120.0),
                alter(5, "Dood", deceased=True),
                alter(6, "Ver", distance=101.0),
                alter(7, "Nergens", distance=0),
            ],
            "connections": [{"id1": 1, "id2": 2}, {"id1": 2, "id2": 1}, {"id1": 1, "id2": 5}]}},
        {"id": 2, "title": "eind", "date": "2027-05-10", "nwk": {
            "ego": {"name": "student_01"}, "alteri": [alter(1, "Collega")], "connections": []}},
    ],
    "currentVersion": 2,
}  # fmt: skip


def test_easynwk_gives_a_moment_a_version_and_neither_contact_nor_importance() -> None:
    text = "﻿" + json.dumps(EASY)
    begin, end = maps(e__json=text)
    assert begin.network.series == end.network.series
    assert (str(begin.network.moment), end.network.moment_label) == ("2026-09-14", "eind")
    assert rated(begin) == {
        "Collega": (None, None, "in_school"),
        "Hulp": (None, None, "support_and_care"),
        "Zus": (0, None, "pupil_and_family"),
        "Buur": (None, None, "community"),
    }
    assert tied(begin) == {("Collega", "Hulp")}
    spot = begin.partners[0]
    assert (spot.x, spot.y) == (-0.25, 0.433), "below on the left"
    assert notices(e__json=text) == ["import_dead", "import_outside", "import_ties_twice"]
    assert [name for name, _ in named(arrivals(e__json=text).maps)] == [
        "student_01 begin", "student_01 eind",
    ]  # fmt: skip


def test_near_is_read_as_important_where_that_is_chosen() -> None:
    begin, _ = maps(Choices(near=True), e__json=json.dumps(EASY))
    assert {p.importance for p in begin.partners} == {3}


def test_an_old_nwk_is_text_of_windows_and_who_has_no_place_was_deleted() -> None:
    text = (
        "E;student_01;41;\r\nF;1;14.9.2026\r\nN;1;Directie;;Ko;\r\nN;2;Ouders van Zoë;w;He;\r\n"
        "N;3;+Oud;m;Ko;\r\nN;4;Weg;;Ko;\r\nP;1;1;0.40;0.57;1\r\nP;1;2;0.78;0.76;2\r\n"
        "P;1;3;0.3;0.6;0\r\nL;1;1;2\r\n"
    ).encode("cp1252")
    (whole,) = maps(s__nwk=text)
    assert [p.name for p in whole.partners] == ["Directie", "Ouders van Zoë"]
    assert tied(whole) == {("Directie", "Ouders van Zoë")}
    assert str(whole.network.moment) == "2026-09-14"


# egor, EgoWeb, EgoNet, VennMaker.

EGOS = "egoID,label,role\n1,een,Leraar\n2,twee,\n"
ALTERS = (
    "egoID,alterID,label,contact_frequency,importance,setting\n"
    "1,1,A,4,2,school\n1,2,B,NA,NA,NA\n2,1,C,6,4,network\n"
)
AATIES = "egoID,Source,Target,weight\n1,1,2,1\n1,2,1,1\n2,1,1,1\n1,1,9,1\n"


def test_egor_in_three_files() -> None:
    files = {"egos__csv": EGOS, "alters__csv": ALTERS, "aaties__csv": AATIES}
    one, two = maps(RATED, **files)
    assert rated(one) == {"A": (4, 2, "in_school"), "B": (None, None, None)}
    assert tied(one) == {("A", "B")}
    assert two.network.title == "twee"
    assert sorted(notices(RATED, **files)) == [
        "import_ties_own", "import_ties_strange", "import_ties_twice",
    ]  # fmt: skip


def test_egor_in_one_file_and_in_two() -> None:
    one = (
        "egoID;netsize;egoID.1;contact.1;importance.1;contact.2;importance.2;X1.to.2\n"
        "1;2;1;4;2;2;5;3\n2;1;2;6;4;;;0\n"
    )
    first, second = maps(Choices("contact", "importance"), o__csv=one)
    assert [(p.frequency, p.importance) for p in first.partners] == [(4, 2), (2, 5)]
    assert len(first.ties) == 1, "a weight above 0 is a tie"
    assert (len(second.partners), len(second.ties)) == (1, 0)
    alters = "egoID,alterID,label,contact_frequency,importance\n2,1,A,6,4\n2,2,B,3,3\n"
    wide = "egoID,label,netsize,alter.1.1.2\n2,twee,2,1\n"
    (whole,) = maps(RATED, two_alters__csv=alters, two_egos__csv=wide)
    assert (whole.network.title, tied(whole)) == ("twee", {("A", "B")})


@pytest.mark.parametrize("ego", ["ego_ID", "egoID", ".egoID", "ego_id", "EgoID"])
@pytest.mark.parametrize("ends", [("from", "to"), ("Source", "Target"), (".srcID", ".tgtID")])
def test_headings_are_known_in_other_peoples_words(ego: str, ends: tuple[Any, Any]) -> None:
    alters = f"{ego};alterID;label;contact;importance\n1;1;A;4;5\n1;2;B;3;1\n"
    ties = f"{ego};{ends[0]};{ends[1]}\n1;1;2\n"
    (whole,) = maps(Choices("contact", "importance"), a__csv=alters, t__csv=ties)
    assert rated(whole) == {"A": (4, 5, None), "B": (3, 1, None)}
    assert tied(whole) == {("A", "B")}, "without a state it is a tie"


def test_our_own_three_files_need_no_choice() -> None:
    (whole,) = maps(
        egos__csv="ego_id;role\nleraar1;leraar\n",
        alters__csv='ego_id;alter_id;label;type;group;frequency;importance\nleraar1;a1;Zoë;parents;community;"2,0";NA\n',
        ties__csv="ego_id;alter_a;alter_b;state\n",
    )
    (partner,) = whole.partners
    assert (partner.id, partner.kind, partner.setting) == ("a1", "parents", "community")
    assert (partner.frequency, partner.importance) == (2, None)
    assert not whole.network.lines_drawn


def test_egoweb_quotes_nothing_and_below_zero_is_no_answer() -> None:
    alters = (
        "EgoID,Interview ID,Start Time,ROLE,Density,Alter Number,Alter Name,"
        "CONTACT_1,IMP,Alter ID\n"
        'student,11,2026,Leraar,0.2,1,"Directie" van; A,4,2,101\n'
        "student,11,2026,Leraar,0.2,2,Museum,-2,-4,102\n"
    )
    pairs = (
        (
            "Interview ID,EgoID,Alter 1 Number,Alter 1 Name,Alter 2 Number,Alter 2 Name,KNOW\n"
            "11,student,1,x,2,y,-1\n"
        )
        .replace("KNOW", "KNOW,Alter 1 ID,Alter 2 ID")
        .replace("-1\n", "-1,101,102\n")
    )
    (whole,) = maps(Choices("CONTACT_1", "IMP"), a__csv=alters, p__csv=pairs)
    assert rated(whole) == {'"Directie" van, A': (4, 2, None), "Museum": (None, None, None)}
    assert [t.state for t in whole.asked_pairs] == ["unknown"]
    assert whole.network.role == "Leraar"


def test_egonet_has_two_tables_in_one_file_and_ids_from_0() -> None:
    raw = (
        '"EgoID","EgoName","AlterID","AlterName","Sex","Contact","Belang"\n'
        '"1","student_01","0","Directie","1","4","2"\n"1","student_01","1","Museum","1","2","5"\n'
        "\n"
        '"EgoID","EgoName","AlterID1","AlterName1","AlterID2","AlterName2","Know"\n'
        '"1","student_01","0","Directie","1","Museum","1"\n'
    )
    (whole,) = maps(Choices("Contact", "Belang"), r__csv=raw)
    assert [p.id for p in whole.partners] == ["0", "1"]
    assert (rated(whole)["Directie"][:2], len(whole.ties)) == ((4, 2), 1)


def test_two_of_one_name_in_a_vna_are_refused() -> None:
    vna = '*Node data\n"ID", "Contact value"\n "An_" "4"\n "An_" "2"\n*Tie data\nFROM TO "Know"\n'
    (problem,) = arrivals(v__vna=vna).left
    assert problem.code == "import_person_twice"


def test_a_vna_is_read() -> None:
    vna = (
        '*Node data\n"ID", "Contact value"\n "ik" "_"\n "An B" "4"\n "Museum" "2"\n'
        '*Tie data\nFROM TO "Know"\n"ik" "An B" 1\n"ik" "Museum" 1\n"An B" "Museum" 0\n'
    )
    (whole,) = maps(Choices("Contact value"), v__vna=vna)
    assert rated(whole) == {"An B": (4, None, None), "Museum": (2, None, None)}
    assert tied(whole) == set()
    assert whole.network.id == "f5048865e9075523a080ecfbb34f80a9", "of who read this file before"


def test_vennmaker_has_decimal_commas_and_no_ties() -> None:
    text = (
        '"id_Alter";"id_Ego";"Name";"x_begin";"y_begin";"Belang_begin";"Contact_begin"\n'
        '1;0;"Directie";512,0000;230,0000;"2";"4"\n'
    )
    (whole,) = maps(ALTER_student_01__csv=text)
    assert rated(whole) == {"Directie": (4, 2, None)}
    assert (whole.network.title, whole.network.lines_drawn) == ("student_01", False)


# Graphs.

PAJEK = (
    '*Vertices 4\r\n1 "Ik" 0.5 0.5\r\n2 "Directie" 0.53 0.30\r\n3 "Ib\'er"\r\n4 "Museum"\r\n'
    '*Arcs :2 "contact"\r\n1 2 4\r\n1 3 2\r\n*Edges :1 "werkt samen"\r\n2 3 1\r\n'
)


def test_pajek_with_several_relations_invents_nobody() -> None:
    (whole,) = maps(p__net=PAJEK)
    assert rated(whole) == {
        "Directie": (4, None, None), "Ib'er": (2, None, None), "Museum": (None, None, None),
    }  # fmt: skip
    assert tied(whole) == {("Directie", "Ib'er")}


@pytest.mark.parametrize(
    "text",
    [
        "dl n=3 format=fullmatrix labels embedded\ndata:\n Ik A B\nIk 0 1 1\nA 1 0 1\nB 1 1 0\n",
        "DL n=3\nformat = edgelist1\nlabels:\nIk,A,B\ndata:\n1 2\n1 3\n2 3 2.5\n",
        "dl n = 3, format = fullmatrix\nlabels:\nIk\nA\nB\ndata:\n0 1 1\n1 0 1\n1 1 0\n",
        "DL n=3\nformat = edgelist1\nlabels embedded:\ndata:\nIk A\nIk B\nA B\n",
        "dl n=3 format=nodelist1 labels embedded data:\nIk A B\nA B\n",
        "DL N=3\nLabels:\nIk A B\nData:\n0 1 1 1\n0 1 1 1 0\n",
    ],
)
def test_dl_in_all_its_shapes(text: str) -> None:
    (whole,) = maps(d__dl=text)
    assert {p.name for p in whole.partners} == {"A", "B"}
    assert tied(whole) == {("A", "B")}


GRAPHML = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    '<key id="d0" for="node" attr.name="label" attr.type="string"/>'
    '<key id="d1" for="edge" attr.name="weight" attr.type="double"/>'
    '<graph edgedefault="directed">{nodes}{edges}</graph></graphml>'
)


def graphml(names: str, edges: str) -> str:
    nodes = "".join(f'<node id="{n}"><data key="d0">{n}</data></node>' for n in names.split())
    ends = "".join(
        f'<edge source="{one[0]}" target="{one[1]}"><data key="d1">{one[2:] or 1}</data></edge>'
        for one in edges.split()
    )
    return GRAPHML.format(nodes=nodes, edges=ends)


def test_the_weight_of_the_tie_with_ego_is_offered_as_contact() -> None:
    text = graphml("z a b", "za4.0 zb2.0 ab1")
    (whole,) = maps(Choices("weight", ego="z"), g__graphml=text)
    assert rated(whole) == {"a": (4, None, None), "b": (2, None, None)}


def test_who_is_ego_is_told_by_name_or_ties_or_asked() -> None:
    assert {p.name for p in maps(g__graphml=graphml("z a b", "za zb"))[0].partners} == {"a", "b"}
    (problem,) = arrivals(g__graphml=graphml("z a b c", "za zb bc")).left
    assert problem.code == "import_no_ego"
    assert problem.values["names"] == ("z", "a", "b", "c")
    assert len(maps(Choices(ego="A"), g__graphml=graphml("z a b c", "za zb bc"))[0].partners) == 3


def test_gexf() -> None:
    text = (
        '<gexf xmlns="http://www.gexf.net/1.2draft"><graph><attributes class="node">'
        '<attribute id="0" title="importance" type="long"/></attributes><nodes>'
        '<node id="ego" label="Ik"/><node id="1" label="Directie"><attvalues>'
        '<attvalue for="0" value="2"/></attvalues></node></nodes><edges>'
        '<edge source="ego" target="1" weight="4.0"/></edges></graph></gexf>'
    )
    (whole,) = maps(Choices("weight"), g__gexf=text)
    assert rated(whole) == {"Directie": (4, 2, None)}


# Lists, and CSV from anywhere.


def test_a_list_as_a_teacher_has_it() -> None:
    text = (
        "﻿Naam;Soort;Hoe vaak;Belang;Ster\r\nDirectie;directie;wekelijks;2;\r\n"
        '"Ouders van ""Sam""";ouders;een paar keer per jaar;5;x\r\n'
        "Ib'er;ib;5;3,0;\r\nMuseum;;;;\r\n"
    )
    (whole,) = maps(l__csv=text)
    assert [(p.name, p.kind, p.frequency, p.importance) for p in whole.partners] == [
        ("Directie", "leadership", 4, 2),
        ('Ouders van "Sam"', "parents", 2, 5),
        ("Ib'er", "internal_support_coordinator", 5, 3),
        ("Museum", "cultural_institution", None, None),
    ]
    assert [p.named_important for p in whole.partners] == [None, True, None, None]


def test_a_plain_list_of_names() -> None:
    (whole,) = maps(names__txt="- Directie\n- Ouders van Sam\n")
    assert [p.name for p in whole.partners] == ["Directie", "Ouders van Sam"]


def workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = sure(book.active)
    for row in (("Naam", "Rol", "Contact", "Belang"), ("An", "ouder", 4, 5.0), ("Bo", "ib", 2, 3)):
        sheet.append(row)
    ties = book.create_sheet("lijnen")
    for ends in (("van", "naar"), ("An", "Bo")):
        ties.append(ends)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_excel_with_a_second_sheet_of_ties() -> None:
    (whole,) = maps(w__xlsx=workbook())
    assert {n: r[:2] for n, r in rated(whole).items()} == {"An": (4, 5), "Bo": (2, 3)}
    assert tied(whole) == {("An", "Bo")}


def test_libreoffice() -> None:
    cell = '<table:table-cell office:value-type="{}"{}>{}</table:table-cell>'
    rows = "".join(
        "<table:table-row>" + "".join(
            cell.format("float", f' office:value="{v}"', "")
            if isinstance(v, int) else cell.format("string", "", f"<text:p>{v}</text:p>")
            for v in row
        ) + "</table:table-row>"
        for row in (("Naam", "Belang"), ("An", 5))
    )  # fmt: skip
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        f'<table:table table:name="A">{rows}<table:table-row '
        'table:number-rows-repeated="1048570"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
        "</office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    (whole,) = maps(w__ods=packed.getvalue())
    assert rated(whole) == {"An": (None, 5, None)}


TABLE = "egoID,alterID,label,frequency,importance\n1,1,Zoë,4,5\n1,2,B,2,1\n"


@pytest.mark.parametrize(
    "text",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.encode("utf-16-le"),
        TABLE.encode("cp1252"),
        TABLE.replace("Zoë", "Zoe\u0308").encode(),
        TABLE.replace(",", ";").encode(),
        TABLE.replace(",", "\t").encode(),
        TABLE.replace(",", "|").encode(),
        b"sep=;\r\n" + TABLE.replace(",", ";").encode(),
        TABLE.replace("egoID,alterID", '"egoID","alterID"').encode(),
        '"","egoID","alterID","label","frequency","importance"\n"1",1,1,"Zoë",4,5\n"2",1,2,"B",2,1\n'.encode(),
        '"egoID","alterID","label","frequency","importance"\n"1",1,1,"Zoë",4,5\n"2",1,2,"B",2,1\n'.encode(),
        TABLE.replace("4,5", "4.0,5.0").encode(),
        TABLE.replace(",", ";").replace("4;5", "4,0;5,0").encode(),
        TABLE.replace("2,1\n", "2,1,,,\n").encode(),
        TABLE.replace("\n", "\r").encode(),
    ],
)
def test_csv_from_anywhere(text: bytes) -> None:
    (whole,) = maps(t__csv=text)
    assert rated(whole) == {"Zoë": (4, 5, None), "B": (2, 1, None)}


def test_rows_that_end_early_and_cells_with_line_breaks() -> None:
    (whole,) = maps(t__csv='egoID,alterID,label,frequency,importance\n1,1,"A\nB",4,5\n1,2,C\n')
    assert rated(whole) == {"A B": (4, 5, None), "C": (None, None, None)}


def test_a_bad_row_is_named_by_its_number() -> None:
    (problem,) = arrivals(t__csv="egoID,alterID,label\n1,1,A\n\n1,,B\n").left
    assert (problem.code, problem.values["line"]) == ("import_row", 4)


def test_an_encoding_is_found_out() -> None:
    assert read_text("Zoë".encode("mac_roman") * 1) != ""
    assert read_text(b"\x00\x01\x02\x03" * 100) == ""
    assert read_sheet(Path("x"), "a|b\n1|2\n").heading == ("a", "b")


# Many at once.


def test_a_zip_a_folder_and_single_files_give_the_same(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    files = {"egos.csv": EGOS, "alters.csv": ALTERS, "aaties.csv": AATIES}
    for name, text in files.items():
        (tmp_path / "in" / name).write_text(text, "utf-8")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(f"../../{name}", text)
        archive.writestr("__MACOSX/._egos.csv", b"\0\0")
    ways = ([tmp_path / "in"], [tmp_path / "all.zip"], [tmp_path / "in" / n for n in files])
    found = [[m for _, m in named(arrive(read_all(way), RATED).maps)] for way in ways]
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 2


@pytest.mark.parametrize("way", ["folder", "zip", "files"])
def test_files_come_in_the_order_in_which_people_count(tmp_path: Path, way: str) -> None:
    names = [f"Student {n}.txt" for n in (10, 2, 1)]
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name in names:
            (tmp_path / "in" / name).write_text("An\nBo\n", "utf-8")
            archive.write(tmp_path / "in" / name, name)
    paths = {
        "folder": [tmp_path / "in"],
        "zip": [tmp_path / "all.zip"],
        "files": [tmp_path / "in" / name for name in names],
    }[way]
    titles = [one.map.network.title for one in arrive(read_all(paths), RATED).maps]
    assert titles == ["Student 1", "Student 2", "Student 10"]


def test_what_is_broken_stays_out_whole_and_the_others_come() -> None:
    found = arrivals(RATED, a__graphml=graphml("ik a", "ika"), b__graphml="<graphml><graph>")
    assert len(found.maps) == 1
    assert [one.code for one in found.left] == ["import_damaged"]


def test_formats_are_listed_once() -> None:
    assert len({one.id for one in FORMATS}) == len(FORMATS)
