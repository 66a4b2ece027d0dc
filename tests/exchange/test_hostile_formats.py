"""Hostile files of every format: a sentence or a right import, never a traceback or a hang."""

import io
import json
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import sentence
from app.exchange.formats.all_formats import read_sources, written
from app.exchange.formats.arrivals import arrive, check, named
from app.exchange.formats.draft import Choices, Draft
from app.exchange.formats.source import Source, gather
from app.exchange.kring_file import from_json, to_json
from app.models.problem import Problem
from app.words.tables import wording
from tests.exchange import test_formats as good
from tests.exchange import test_odd_formats as odd
from tests.exchange.test_formats_out import WHOLE
from tests.exchange.test_hostile_files import no_hang
from tests.sure import as_a

INPUTS = int(os.environ.get("KRING_HOSTILE_FORMATS", "480"))
"""How many; set it to a hundred thousand to be surer."""
MOST_TRIED_AGAIN = 300
"""Maps of one input that are written and read again: a row repeated gives thousands that are alike."""
CHOICES = (
    Choices(), good.RATED, Choices("weight", ego="Ik"), Choices("CONTACT", "IMPORTANCE", near=True),
    Choices("contact", "importance", turned=frozenset({"contact", "importance"})),
)  # fmt: skip
PIECES = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b";", b",", b"\t", b"\r", b"\n\n", b"-", b"=1+1",
    b"@SUM(A1)", b"NaN", b"inf", b"1e999", b"-1", b"9" * 400, b"0x10", b"NA", b"true", b"<", b">",
    b"</node>", b"&amp;", b"&x;", b"*Vertices 99999999\n", b"*Matrix\n", b"dl n=999999999 data:\n",
    b"{", b"}", b"[" * 3000, b"null", b"[]", b"\xe2\x80\xae", b"\xed\xa0\x80", b"e\xcc\x81",
    b"x" * 5000, b"../../etc/passwd", b"\xc2\x85", b"\x1a", b"\x0b", b"\xd9\xa3", b"\xc2\xb2",
]  # fmt: skip


def files() -> dict[str, bytes]:
    """Return one good file of every format, by its name."""
    found: dict[str, bytes | str] = {
        "s_ego.csv": good.EGO, "s_attributeList_P.csv": good.NODES, "s_edgeList_w.csv": good.EDGES,
        "nc.graphml": good.NC_GRAPHML, "easy.json": json.dumps(good.EASY),
        "egos.csv": good.EGOS, "alters.csv": good.ALTERS, "aaties.csv": good.AATIES,
        "p.net": good.PAJEK, "g.graphml": good.graphml("ik a b", "ika ikb ab"),
        "old.nwk": "E;een;4;\nF;1;14.9.2026\nN;1;An;;Ko;\nN;2;Bo;w;He;\nP;1;1;.4;.5;1\nP;1;2;.7;.7;2\nL;1;1;2\n",
        "m.dl": "dl n=3 format=fullmatrix labels embedded\ndata:\n Ik A B\nIk 0 1 1\nA 1 0 1\nB 1 1 0\n",
        "one.csv": "egoID;netsize;contact.1;importance.1;contact.2;importance.2;X1.to.2\n1;2;4;2;5;3;1\n",
        "web.csv": "EgoID,Interview ID,Alter Number,Alter Name,CONTACT,Alter ID\nx,1,1,An,4,101\n",
        "pairs.csv": "Interview ID,EgoID,Alter 1 Number,Alter 2 Number,KNOW\n1,x,1,2,1\n",
        "raw.csv": '"EgoID","EgoName","AlterID","AlterName","C"\n"1","x","0","An","4"\n\n"EgoID","EgoName","AlterID1","AlterName1","AlterID2","AlterName2","K"\n',
        "v.vna": '*Node data\n"ID", "C"\n "ik" "_"\n "An" "4"\n*Tie data\nFROM TO "K"\n"ik" "An" 1\n',
        "ALTER_a.csv": '"id_Alter";"id_Ego";"Name";"x_begin";"Belang_begin"\n1;0;"An";5,1;"2"\n',
        "list.csv": "Naam;Rol;Belang\nAn;ouder;3,0\n", "list.txt": "- An\n- Bo, ouder\n",
        "w.xlsx": good.workbook(), "map.kring": to_json(WHOLE),
        "n.csv": "Id,Label,contact\n0,Ik,\n1,An,4\n", "e.csv": "Source,Target,Weight\n0,1,2.0\n",
        "wie.csv": "Van;Naar\nAn;Bo\n", "g.gdf": "nodedef>name VARCHAR,label VARCHAR\n1,Ik\n2,An\nedgedef>node1 VARCHAR,node2 VARCHAR\n1,2\n",
        "hidden.xlsx": odd.HIDDEN_IN_EXCEL, "hidden.ods": odd.HIDDEN_IN_LIBREOFFICE,
        "s.sif": "Ik\tkent\tAn\tBo\nAn\tkent\tBo\n", "l.lgl": "# Ik\nAn 4\nBo 2\n", "w.txt": "Ik An 4\nAn Bo 1\n",
        "pijl.txt": "Ik -> An\nAn -> Bo\n", "m.gml": 'graph [ node [ id 0 label "Ik" ] node [ id 1 ] edge [ source 0 target 1 ] ]',
        "d3.json": '{"nodes":[{"name":"Ik"},{"name":"An"}],"links":[{"source":0,"target":1}]}',
        "g.gexf": '<gexf><graph><nodes><node id="ego" label="Ik"/><node id="1" label="An"/></nodes>'
        '<edges><edge source="ego" target="1" weight="4"/></edges></graph></gexf>',
    }  # fmt: skip
    for to, one in written().items():
        for name, content in one.write([("kaart", WHOLE)], wording()).items():  # type: ignore[misc]
            found[f"{to}_{name}"] = content
    return {n: c if isinstance(c, bytes) else c.encode() for n, c in found.items()}


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """Return a file that somebody, or a bad stick, did something to."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice((1, 2, 10, 200)))
        way = chance.randrange(8)
        if way == 0:
            content = content[:at]
        elif way == 1:
            content = content[:at] + content[end:]
        elif way == 2:
            content = content[:at] + chance.choice(PIECES) + content[at:]
        elif way == 3:
            content = content[:at] + chance.choice(PIECES) + content[end:]
        elif way == 4:
            content = content[:at] + content[at:end] * chance.choice((2, 50)) + content[end:]
        elif way == 5:
            content = content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
        elif way == 6:
            old, new = chance.sample((b",", b";", b'"', b"\n", b"1", b" "), 2)
            content = content.replace(old, new)
        else:
            coding = chance.choice(("utf-16", "cp1252", "utf-8-sig", "utf-16-be", "mac_roman"))
            content = content.decode("utf-8", "replace").encode(coding, "replace")
    return content


def tried(sources: list[Source], choices: Choices) -> None:
    """Import as the command does; whatever comes must be whole, or told in a sentence."""
    with no_hang():
        found = list(read_sources(sources))
        drafts = [one for one in found if isinstance(one, Draft)]
        arrivals = arrive(found, choices)
        try:
            check(drafts, choices)
        except Problem as problem:
            arrivals.left.append(problem)
        for name, whole in named(arrivals.maps)[:MOST_TRIED_AGAIN]:
            assert name
            assert from_json(to_json(whole), Path("again.kring")) == whole
        for said in (*arrivals.left, *(n for one in arrivals.maps for n in one.notices)):
            assert sentence(said)


@pytest.mark.parametrize("slice_", range(6))
def test_spoiled_files_are_read_or_refused(slice_: int) -> None:
    known = files()
    names = list(known)
    for number in range(slice_, INPUTS, 6):
        chance = random.Random(number)
        picked = chance.sample(names, chance.choice((1, 1, 1, 3)))
        sources = [Source(Path("in") / name, spoiled(known[name], chance)) for name in picked]
        try:
            tried(sources, chance.choice(CHOICES))
        except Exception as error:
            raise AssertionError(f"input {number}: {picked}") from error


def laughing() -> bytes:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    entities = f'<?xml version="1.0"?><!DOCTYPE g [<!ENTITY l0 "lol">{laughs}]>'
    return f"{entities}<graphml>&l11;</graphml>".encode()


def looking_outside() -> bytes:
    entity = '<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return f"{entity}<graphml><graph>&x;</graph></graphml>".encode()


def zipped(*members: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return made.getvalue()


def far_away() -> bytes:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    book = Workbook()
    for at in ("A1", "XFD104857"):
        as_a(Worksheet, book.active)[at] = "x"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


BOMBS: dict[str, Callable[[], bytes]] = {
    "laughs.graphml": laughing,
    "outside.graphml": looking_outside,
    "deep.graphml": lambda: b"<graphml>" + b"<a>" * 100_000,
    "nodes.graphml": lambda: b"<graphml><graph>" + b'<node id="1"/>' * 1_300_000,
    "boxes.graphml": lambda: (
        b"<graphml><graph>"
        + b'<node id="1"><graph>' * 30_000
        + b"</graph></node>" * 30_000
        + b"</graph></graphml>"
    ),
    "keys.graphml": lambda: (
        b"<graphml>"
        + b"".join(b'<key id="%d" for="node"><default>1</default></key>' % n for n in range(60_000))
        + b"<graph>"
        + b'<node id="1"/>' * 4_000
        + b"</graph></graphml>"
    ),
    "deep.json": lambda: b'{"alteri":"connections",' + b'"a":[' * 100_000,
    "zeros.zip": lambda: zipped(*((f"{n}.csv", b"0" * 15_000_000) for n in range(7))),
    "sheet.xlsx": lambda: zipped(("xl/workbook.xml", b"<a/>" + b" " * 61_000_000)),
    "far.xlsx": far_away,
    "wide.csv": lambda: b"a;" * 3_000_000,
    "many.dl": lambda: b"dl n=1999 data:\n" + b"1 " * 3_000_000,
    "nodes.net": lambda: b"*Vertices 3000000\n" + b"".join(b"%d\n" % n for n in range(60_000)),
    "broken.gdf": lambda: b"nodedef\n> name VARCHAR,label VARCHAR\n1,Ik\n",
    "heading.csv": lambda: b"egoID,alterID," + b"\xc3\xa9" * 3_000_000 + b"\n1,2,3\n",
    "wide.gdf": lambda: b"nodedef>name VARCHAR\n1,Ik\n" + b"{}," * 6_000_000 + b"\n",
    "long.lgl": lambda: b"# Ik\nAn 4\n" + b"\xc3\xa9" * 3_000_000 + b" 2\n",
    "quoted.net": lambda: b'*Vertices 2\n1 "' + b"[" * 5_000_000 + b'" 0.5\n2 "Ib"\n',
    "arrows.txt": lambda: b"An -- " * 400_000 + b"\nBo -> An\n",
    "comments.txt": lambda: b"#" * 4000 + b"/**/" * 1000,
    "xml.txt": lambda: b"<!><?>" * 1000,
    "deep.gml": lambda: b"graph [ node [ " + b"a [ " * 200_000,
    "brackets.gml": lambda: b"graph [ " + b"]" * 5_000_000,
    "deep2.json": lambda: b'{"nodes":[], "links":' + b"[" * 100_000,
    "links.json": lambda: (
        b'{"nodes":[], "links":[' + b'{"source":1,"target":2},' * 300_000 + b"1]}"
    ),
    "quote.csv": lambda: b'a,b\n"' + b"x,\n" * 120_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_do_no_harm(name: str, tmp_path: Path) -> None:
    import resource

    (tmp_path / name).write_bytes(BOMBS[name]())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        sources, left = gather([tmp_path])
    except Problem as problem:
        sources, left = [], [problem]
    assert all(sentence(problem) for problem in left)
    tried(sources, Choices())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 500_000


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    from app.exchange.map_folder import write_named

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../../../evil.txt", "An\nBo\n")
        archive.writestr("C:\\evil\\..\\con.txt", "An\nBo\n")
    sources, _ = gather([tmp_path / "a.zip"])
    maps = named(arrive(read_sources(sources), Choices()).maps)
    made = write_named(maps, tmp_path / "out")
    assert {path.parent for path in made} == {tmp_path / "out"}
    assert sorted(path.name for path in made) == ["con-.kring", "evil.kring"]
