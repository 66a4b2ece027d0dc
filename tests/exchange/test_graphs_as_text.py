"""Graphs as lines of text, as GML and as JSON; and what is told of those that are not read."""

import json
from typing import Any

import pytest

from app.errors import sentence
from app.exchange.formats.draft import Choices
from app.exchange.formats.unread import _GRAPHS
from tests.exchange.test_formats import arrivals, maps, rated, tied

AN_AND_BO = {"An": (4, None, None), "Bo": (2, None, None)}
WEIGHED = "Ik An 4\nIk Bo 2\nAn Bo 1\n"
GML = (
    'Creator "igraph version 0.10"\nVersion 1\ngraph\n[\n  directed 0\n  # een opmerking [\n'
    '  node\n  [\n    id 0\n    name "Ik"\n  ]\n  node\n  [\n    id 1\n    label "An"\n'
    "    graphics [ x 1.0 y 2.0 ]\n  ]\n  node [ id 2 label \"Zo&#235;\" ]\n"
    "  edge [ source 0 target 1 weight 4 ]\n  edge [ source 0 target 2 weight 2 ]\n"
    "  edge [ source 2 target 1 ]\n]\n"
)  # fmt: skip
NAMES = ("Ik", "An", "Bo")
NUMBERED = [{"id": n, "name": name} for n, name in enumerate(NAMES)]
ENDS = [(0, 1, 4), (0, 2, 2), (1, 2, 1)]
LINKS = [{"source": a, "target": b, "weight": weight} for a, b, weight in ENDS]
NAMED = [{"from": NAMES[a], "to": NAMES[b], "weight": weight} for a, b, weight in ENDS]
CYTOSCAPE = [
    *({"data": {"id": str(n), "name": name}} for n, name in enumerate(NAMES)),
    *({"data": {"id": f"e{a}{b}", "source": str(a), "target": str(b), "weight": weight}}
      for a, b, weight in ENDS),
]  # fmt: skip


@pytest.mark.parametrize(
    "files",
    [
        {"x__sif": "Ik kent An Bo\nAn kent Bo\nCas\n"},
        {"x__sif": "Ik\tkent\tAn\tBo\nAn\twerkt met\tBo\nCas\n"},
        {"x__txt": "Ik\tpp\tAn\nIk\tpp\tBo\nAn\tpp\tBo\nCas\n"},
        {"x__lgl": "# Ik\nAn\nBo\n# An\nBo\n# Cas\n"},
        {"x__adjlist": "# networkx\nIk An Bo\nAn Bo\nBo\nCas\n"},
    ],
)
def test_lines_of_links_are_a_graph_with_who_stands_alone(files: Any) -> None:
    (whole,) = maps(**files)
    assert list(rated(whole)) == ["An", "Bo", "Cas"]
    assert tied(whole) == {("An", "Bo")}


@pytest.mark.parametrize(
    "files",
    [
        {"x__ncol": WEIGHED},
        {"x__txt": WEIGHED},
        {"x__lgl": "# Ik\nAn 4\nBo 2\n# An\nBo 1\n"},
        {"x__edgelist": "Ik An {'weight': 4}\nIk Bo {'weight': 2}\nAn Bo {}\n"},
        {"x__csv": "Persoon;Kent;Kracht\nIk;An;4\nIk;Bo;2\nAn;Bo;1\n"},
        {"x__csv": "i,j,w\nIk,An,4\nIk,Bo,2\nAn,Bo,1\n"},
        {"x__json": json.dumps({"nodes": NUMBERED, "links": LINKS})},
        {"x__json": json.dumps({"nodes": [{"name": one} for one in NAMES], "links": LINKS})},
        {"x__json": json.dumps({"elements": [{"label": n} for n in NAMES], "connections": NAMED})},
        {"x__json": json.dumps({"graph": {"nodes": {n: {} for n in NAMES}, "edges": NAMED}})},
        {"x__json": json.dumps(CYTOSCAPE)},
        {"x__cyjs": json.dumps({"elements": {"nodes": CYTOSCAPE[:3], "edges": CYTOSCAPE[3:]}})},
    ],
)
def test_what_is_said_of_a_link_comes_along(files: Any) -> None:
    variable = {"x__csv": files.get("x__csv", ";").splitlines()[0][-1]}.get(next(iter(files)))
    chosen = {"t": "Kracht", "w": "w"}.get(variable or "", "weight")
    (whole,) = maps(Choices(chosen), **files)
    assert rated(whole) == AN_AND_BO
    assert tied(whole) == {("An", "Bo")}


@pytest.mark.parametrize("text", ["Ik -> An\nIk -> Bo\nAn -> Bo\n", "Ik,An\nIk,Bo\nAn,Bo\n"])
def test_pairs_need_no_heading(text: str) -> None:
    (whole,) = maps(x__txt=text)
    assert tied(whole) == {("An", "Bo")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("An de Vries\nBo de Vries\n", ["An de Vries", "Bo de Vries"]),
        ("An - ouder\nBo - ouder\n", ["An - ouder", "Bo - ouder"]),
        ("An, ouder\nBo, ouder\n", ["An", "Bo"]),
        ("An\tjuf\t4\nBo\tjuf\t3\n", ["An", "Bo"]),
        ("An Jansen 1\nBo Jansen 2\n", ["An Jansen 1", "Bo Jansen 2"]),
    ],
)
def test_a_list_of_names_stays_one(text: str, names: list[str]) -> None:
    assert list(rated(maps(x__txt=text)[0])) == names


def test_gml_as_programs_write_it() -> None:
    (whole,) = maps(Choices("weight"), x__gml=GML)
    assert rated(whole) == {"An": (4, None, None), "Zoë": (2, None, None)}
    assert tied(whole) == {("An", "Zoë")}


def test_every_kind_of_tie_of_netdraw_is_one() -> None:
    text = (
        '*Node data\nID, role\n"Ik" x\n"An" m\n"Bo" f\n*Tie data\nFROM TO friends advice\n'
        '"Ik" "An" 1 0\n"Ik" "Bo" 0 3\n"An" "Bo" 0 1\n'
    )
    (whole,) = maps(Choices("advice"), x__vna=text)
    assert rated(whole)["Bo"][0] == 3
    assert tied(whole) == {("An", "Bo")}


UNREAD = {
    "Graphviz": "/* x */ strict graph {\n  Ik -- An;\n}\n",
    "Tulip": '(tlp "2.3"\n(nodes 0 1)\n(edge 0 0 1)\n)\n',
    "LEDA": "LEDA.GRAPH\nstring\nint\n-2\n2\n|{Ik}|\n|{An}|\n",
    "NWB": '*Nodes 1\nid*int label*string\n1 "Ik"\n',
    "TGF": "1 Ik\n2 An\n#\n1 2 kent\n",
    "multiline adjacency list": "Ik 1\nAn {}\nAn 0\n",
    "matrix": "Ik An Bo\n0 1 1\n1 0 0\n1 0 0\n",
    "graph6": ">>graph6<<Cl\n",
    "Matrix Market": "%%MatrixMarket matrix coordinate pattern\n2 2 1\n2 1\n",
    "DIMACS": "c een graaf\np edge 2 1\ne 1 2\n",
    "XGMML": '<?xml version="1.0"?><graph label="x"><node id="1"/></graph>',
    "DyNetML": "<DynamicNetwork><MetaNetwork/></DynamicNetwork>",
    "Mermaid": "graph TD\n  Ik --> An\n",
    "PlantUML": "@startuml\nIk -- An\n@enduml\n",
    "Cypher": "CREATE (a:Person {name:'Ik'})\n",
    "RDF": "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n",
    "YAML": "nodes:\n- id: Ik\n- id: An\n",
}


@pytest.mark.parametrize("name", _GRAPHS)
def test_a_graph_that_is_not_read_is_told_by_its_format(name: str) -> None:
    (problem,) = arrivals(x__txt=UNREAD[name]).left
    assert (problem.code, problem.values["format"]) == ("import_other_graph", name)
    assert "GraphML" in sentence(problem)


@pytest.mark.parametrize(
    "files",
    [
        {"x__vcf": "BEGIN:VCARD\nFN:An de Vries\nEND:VCARD\n"},
        {"x__eml": "From: a@x.nl\nTo: b@x.nl\n\nAn\n"},
        {"x__json": '{"nodes": [], "links": []}'},
        {"x__py": "import os\n"},
    ],
)
def test_other_texts_are_no_list(files: Any) -> None:
    assert [one.code for one in arrivals(**files).left] == ["import_unknown"]


def test_a_matrix_of_two_kinds_of_things_is_told() -> None:
    (problem,) = arrivals(x__csv=";Sport;Koor\nAn;1;0\nBo;0;1\n").left
    assert problem.code == "import_two_modes"


@pytest.mark.parametrize("text", ["{" * 5000 + '"nodes" "links"', '{"nodes": [1, "links"'])
def test_json_that_is_broken_is_damaged(text: str) -> None:
    assert [one.code for one in arrivals(x__json=text).left] == ["import_damaged"]


def test_lines_and_numbers_that_say_nothing_break_no_reader() -> None:
    (whole,) = maps(x__ncol=f", ,\n{WEIGHED}")
    assert tied(whole) == {("An", "Bo")}
    endless = "9" * 5000
    for text in (f"dl n={endless} data:\n1", f"id;tie_1_{endless};tie_2_3\n1;1;1\n"):
        assert arrivals(x__csv=text).left
    nodes = f"dl n=2 format=edgelist1\ndata:\n{endless} 2\n"
    assert arrivals(x__dl=nodes).left
