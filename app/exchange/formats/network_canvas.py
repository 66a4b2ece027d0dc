"""Network Canvas 6 and 8: the CSV files and the GraphML of its exporter, one a session or merged.

Where the GraphML of a session is there, it is read: it tells *not asked* from *none of these*. The
protocol (`.netcanvas`), where it is given too, says how the answers are worded.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import check_variables
from app.exchange.formats.graphml import answers, edges_of, is_graphml, keys_of, local, nodes_of
from app.exchange.formats.network_canvas_out import write
from app.exchange.formats.source import NOT_UNPACKED, Source
from app.exchange.formats.tables import state_of
from app.exchange.formats.text import Line, Sheet, cell
from app.models.problem import Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ID: Final = "network-canvas"
_NC: Final = "{http://schema.networkcanvas.com/xmlns}"
_EGO: Final = "networkcanvasegouuid"
_UUID: Final = "networkcanvasuuid"
_ENDS: Final = ("networkcanvassourceuuid", "networkcanvastargetuuid")
_OF_THE_PROGRAM: Final = re.compile(
    r"networkCanvas\w+|nodeID|edgeID|from|to|session\w+|APP_VERSION|COMMIT_HASH|"
    r"\w+_(x|y|screenSpaceX|screenSpaceY)|label",
    re.I,
)
_PARTS: Final = re.compile(r"_(ego|attributeList(_.*)?|edgeList(_.*)?)$", re.I)
_UNIQUE: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_SESSION: Final = re.compile(rf"_{_UNIQUE.pattern}$", re.I)


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if _is_ours(source)]


def _is_ours(source: Source) -> bool:
    if is_graphml(source):
        return "schema.networkcanvas.com" in source.text[:20_000]
    if "protocol.json" in source.parts:
        return True
    return any(_EGO in sheet.keys or _is_matrix(sheet) for sheet in source.tables)


def _is_matrix(sheet: Sheet) -> bool:
    """Tell whether it is the adjacency matrix of a session: who is tied to whom, by their ids."""
    names = sheet.heading[1:]
    return bool(names) and not sheet.heading[0] and all(map(_UNIQUE.fullmatch, names))


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    options = _options(sources)
    done: set[str] = set()
    drafts: list[Draft] = []
    for source in sources:
        if not is_graphml(source):
            continue
        try:
            found = list(_graphs(source))
        except Problem as problem:
            yield problem
            continue
        done |= {ego for ego, _ in found}
        drafts += [draft for _, draft in found]
    sheets = [sheet for s in sources for sheet in s.tables]
    more = [draft for ego, draft in _sessions(sheets) if ego not in done]
    if more and not any(map(_is_of_people, sheets)):
        yield Problem("import_no_alters", file=more[0].file)
        more = []
    drafts += more
    if not drafts and not sheets:
        for source in sources:
            if "protocol.json" in source.parts:
                yield Problem("import_protocol_only", file=source.path)
    for draft in drafts:
        draft.options = options
        yield draft


# One session, whichever way it is written.


def _draft(
    file: Path,
    title: str,
    people: list[Person],
    bonds: list[Bond],
    said: dict[str, str],
    start: str,
) -> Draft:
    return Draft(
        file,
        _ID,
        title,
        people,
        bonds,
        drawn=True,
        said={k: v for k, v in said.items() if not _OF_THE_PROGRAM.fullmatch(k)},
        moment=_day(start),
        asks=True,
        # Nobody asks this but Kring: then all variables are fields of ours, as Kring writes them.
        exact=any("still_there" in person.said for person in people),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _person(key: str, said: dict[str, str], line: int) -> Person:
    x, y = _place(said)
    kept = {k: v for k, v in said.items() if v != "" and not _OF_THE_PROGRAM.fullmatch(k)}
    named = _named(kept)
    name = kept.pop(named, "") if named else said.get("label", "")
    return Person(key, name, kept, x=x, y=y, line=line)


def _named(said: dict[str, str]) -> str:
    """Return the variable with the name, as Network Canvas finds it: *name*, else one like it."""
    keys = {variable.casefold(): variable for variable in said}
    for exact in ("name", "naam"):
        if exact in keys:
            return keys[exact]
    words = {low: re.split(r"[^a-z]+", low) for low in keys}
    close = ("nickname", "fullname", "firstname", "roepnaam", "voornaam", "name", "naam")
    return next((keys[low] for word in close for low in keys if word in words[low]), "")


def _place(said: dict[str, str]) -> tuple[float | None, float | None]:
    """Return a place on the screen, from 0 to 1, as one around the middle.

    In `screenSpace` of version 6 `y` is turned over and in pixels; the plain one is right.
    """
    for name, value in said.items():
        stem, _, end = name.rpartition("_")
        if end in ("x", "X") and not stem.endswith("screenSpace"):
            other = said.get(f"{stem}_{'y' if end == 'x' else 'Y'}", "")
            try:
                x, y = float(value), float(other)
            except ValueError:
                continue
            if 0 <= x <= 1 and 0 <= y <= 1:
                return round(2 * x - 1, 4), round(2 * y - 1, 4)
    return None, None


# GraphML.


def _graphs(source: Source) -> Iterator[tuple[str, Draft]]:
    root = source.xml
    keys = keys_of(root)
    check_variables(source.path, len(keys))
    for graph in root:
        if local(graph.tag) == "graph":
            yield _graph(source, graph, keys)


def _graph(
    source: Source, graph: "Element", keys: dict[tuple[str, str], tuple[str, str]]
) -> tuple[str, Draft]:
    said = answers(graph, "graph", keys)
    ego = said.get("networkCanvasUUID", "")
    title = graph.get(f"{_NC}caseId") or _SESSION.sub("", source.stem)
    ids = {}
    people = []
    for node in nodes_of(graph):
        cells = answers(node, "node", keys)
        key = cells.get("networkCanvasUUID", "") or node.get("id", "")
        ids[node.get("id", "")] = key
        people.append(_person(key, cells, 0))
    bonds = []
    for edge in edges_of(graph):
        cells = answers(edge, "edge", keys)
        a = cells.get("networkCanvasSourceUUID", "") or ids.get(edge.get("source", ""), "?")
        b = cells.get("networkCanvasTargetUUID", "") or ids.get(edge.get("target", ""), "?")
        bonds.append(Bond(a, b))
    start = graph.get(f"{_NC}sessionStartTime", "")
    return ego, _draft(source.path, title, people, bonds, said, start)


# CSV.


def _sessions(sheets: Iterable[Sheet]) -> Iterator[tuple[str, Draft]]:
    """Yield the session of every ego in these tables, in the order of the egos."""
    egos: dict[str, tuple[Sheet, Line | None]] = {}
    nodes: dict[str, list[tuple[Sheet, Line]]] = {}
    edges: dict[str, list[tuple[Sheet, Line]]] = {}
    matrices = [sheet for sheet in sheets if _is_matrix(sheet)]
    for sheet in (one for one in sheets if one not in matrices):
        rows = nodes if _is_of_people(sheet) else edges if sheet.has(*_ENDS) else None
        for line in sheet.lines:
            ego = cell(line, sheet.at(_EGO))
            if rows is not None:
                rows.setdefault(ego, []).append((sheet, line))
                egos.setdefault(ego, (sheet, None))
            else:
                egos[ego] = (sheet, line)
    for ego, (sheet, own) in egos.items():
        said = _cells(sheet, own) if own else {}
        title = said.get("networkCanvasCaseID", "") or _SESSION.sub(
            "", _PARTS.sub("", sheet.file.stem)
        )
        people = [_of_row(table, row) for table, row in nodes.get(ego, [])]
        bonds = [
            Bond(cell(row, table.at(_ENDS[0])), cell(row, table.at(_ENDS[1])))
            for table, row in edges.get(ego, [])
        ]
        if ego not in edges:
            bonds = [bond for one in matrices for bond in _of_matrix(one, people)]
        yield ego, _draft(sheet.file, title, people, bonds, said, said.get("sessionStart", ""))


def _is_of_people(sheet: Sheet) -> bool:
    return sheet.has(_UUID) and not sheet.has(*_ENDS)


def _of_row(sheet: Sheet, line: Line) -> Person:
    """Return somebody; who has no name is called by type and number."""
    person = _person(cell(line, sheet.at(_UUID)) or cell(line, 0), _cells(sheet, line), line.number)
    kind = re.search(r"_attributeList_(.+)$", sheet.file.stem, re.I)
    number = cell(line, sheet.at("nodeid")) or str(line.number - 1)
    person.name = person.name or f"{kind[1] if kind else ''} {number}".strip()
    return person


def _of_matrix(sheet: Sheet, people: Sequence[Person]) -> Iterator[Bond]:
    """Yield the ties in a matrix among these people, each once."""
    known = {person.key for person in people}
    found = set()
    for line in sheet.lines:
        for name, tied in zip(sheet.heading[1:], line.cells[1:], strict=False):
            ends = frozenset((line.cells[0], name))
            if len(ends) == 2 and ends <= known and state_of(tied or "0") == "yes":
                found.add(ends)
    yield from (Bond(min(ends), max(ends)) for ends in sorted(found, key=sorted))


def _cells(sheet: Sheet, line: Line) -> dict[str, str]:
    return {
        name: value for at, name in enumerate(sheet.heading) if name and (value := cell(line, at))
    }


# The protocol.


def _options(sources: Sequence[Source]) -> dict[str, dict[str, str]]:
    """Return the wording of the answers to each variable of the protocols that are given."""
    found: dict[str, dict[str, str]] = {}
    for source in sources:
        if "protocol.json" not in source.parts:
            continue
        try:
            with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
                protocol = json.loads(archive.read("protocol.json"))
            for kind in protocol["codebook"].get("node", {}).values():
                for variable in kind.get("variables", {}).values():
                    found[str(variable["name"])] = _worded(variable.get("options"))
        except (*NOT_UNPACKED, KeyError, AttributeError, TypeError):
            continue  # the answers are there without it
    return {name: worded for name, worded in found.items() if worded}


def _worded(options: Any) -> dict[str, str]:
    return {
        str(one["value"]): str(one["label"])
        for one in options or ()
        if isinstance(one, dict) and "value" in one and "label" in one
    }


FORMAT: Final = Format(
    _ID, "Network Canvas", _takes, _read, write, "Network Canvas 6, Network Canvas 8, ideanet"
)
