"""GraphML: of networkx, Gephi, Cytoscape, yEd, igraph and SocNetV, and as Kring writes it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import (
    MOST_EDGES,
    MOST_NODES,
    check_variables,
    draft_of,
    label_of,
    title_of,
    unboxed,
)
from app.exchange.formats.source import Source
from app.exchange.formats.wording import Wording
from app.models.network import Map, Network, Partner, rules_of
from app.models.problem import Problem
from app.models.text_form import in_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

OWN: Final = "kring_ecology"
"""The mark of a graph whose variables are our own fields."""
_ID: Final = "graphml"


def local(tag: object) -> str:
    """Return the name of an element without its namespace."""
    return str(tag).rpartition("}")[2]


def is_graphml(source: Source) -> bool:
    """Tell whether a file says that it is GraphML."""
    return re.search(r"<(\w+:)?graphml\b", source.text[:20_000]) is not None


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if is_graphml(source)]


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        try:
            root = source.xml
            graphs = [one for one in root if local(one.tag) == "graph"]
            if not graphs:
                raise Problem("import_damaged", file=source.path)
            keys = keys_of(root)
            check_variables(source.path, len(keys))
            for number, graph in enumerate(graphs, start=1):
                yield _draft(source, graph, keys, title_of(source, number, len(graphs)))
        except Problem as problem:
            yield problem


def keys_of(root: "Element") -> dict[tuple[str, str], tuple[str, str]]:
    """Return the name and the default of every key, by what it is for and its id."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for one in root.iter():
        if local(one.tag) != "key":
            continue
        name = one.get("attr.name", "") or one.get("id", "")
        default = next(((c.text or "") for c in one if local(c.tag) == "default"), "")
        found[one.get("for", "all"), one.get("id", "")] = (name, default)
    return found


def answers(
    element: "Element", kind: str, keys: Mapping[tuple[str, str], tuple[str, str]]
) -> dict[str, str]:
    """Return the data of an element, by the names of the keys, without empty ones."""
    said = {}
    for (of, _), (name, default) in keys.items():
        if default.strip() and of in (kind, "all"):
            said[name] = default.strip()
    for one in element:
        if local(one.tag) != "data":
            continue
        key = one.get("key", "")
        name = (keys.get((kind, key)) or keys.get(("all", key)) or (key, ""))[0]
        label = next((inner for inner in one.iter() if local(inner.tag) in _DRAWN), None)
        text = "".join((one if label is None else label).itertext()).strip()
        if text:
            said[name if label is None else "label"] = text
    return said


_DRAWN: Final = ("NodeLabel", "EdgeLabel")
"""Where yEd keeps a label: in the drawing; a box has one for open and one for closed."""


def nodes_of(graph: "Element") -> Iterator["Element"]:
    """Yield the nodes of a graph, no more than show that they are too many."""
    return islice((one for one in graph.iter() if local(one.tag) == "node"), MOST_NODES + 1)


def edges_of(graph: "Element") -> Iterator["Element"]:
    """Yield the edges of a graph, no more than show that they are too many."""
    return islice((one for one in graph.iter() if local(one.tag) == "edge"), MOST_EDGES + 1)


def boxes_of(graph: "Element") -> dict[str, str]:
    """Return in which box each node stands, the outermost one: nodes can hold nodes."""
    found = {}
    waiting = [(graph, "")]
    while waiting:
        element, box = waiting.pop()
        for inner in element:
            key = inner.get("id", "") if local(inner.tag) == "node" else ""
            if key and box:
                found[key] = box
            if len(inner):
                waiting.append((inner, box or key))
    return found


def _draft(
    source: Source, graph: "Element", keys: Mapping[tuple[str, str], tuple[str, str]], title: str
) -> Draft:
    people = []
    for node in nodes_of(graph):
        said = answers(node, "node", keys)
        name = label_of(said)
        people.append(Person(node.get("id", ""), name or node.get("id", ""), said))
    bonds = [
        Bond(edge.get("source", ""), edge.get("target", ""), said=answers(edge, "edge", keys))
        for edge in edges_of(graph)
    ]
    said = answers(graph, "graph", keys)
    people = unboxed(people, bonds, boxes_of(graph))
    draft = draft_of(source.path, _ID, said.get("title") or title, people, bonds)
    draft.said = said
    if said.get(OWN):
        _restore(draft)
    return draft


def _restore(draft: Draft) -> None:
    """Read what Kring wrote itself: every field by its name, and the state of every tie."""
    draft.exact = True
    draft.drawn = draft.said.get("lines_drawn") == "true"
    for person in draft.people:
        person.kind = person.said.get("kind", "")
        person.setting = person.said.get("setting") or None
        person.notes = person.said.get("notes", "")
        try:
            person.x, person.y = float(person.said["x"]), float(person.said["y"])
        except (KeyError, ValueError):
            person.x = person.y = None
    for bond in draft.bonds:
        bond.state = bond.said.get("state", "yes")


# Out.

_TYPES: Final = {"integer": "int", "real": "double", "boolean": "boolean"}


def fields_out() -> dict[str, str]:
    """Return the fields of a partner that a graph can hold, with their types in GraphML."""
    rules = rules_of(Partner)
    left = ("id", "name")
    return {f: _TYPES.get(rules[f].stored_as, "string") for f in rules if f not in left}


def about_out() -> dict[str, str]:
    """Return the fields of a map as a whole that a graph can hold, with their GraphML types."""
    rules = rules_of(Network)
    left = ("id", "series", "example", "theirs")
    return {f: _TYPES.get(rules[f].stored_as, "string") for f in rules if f not in left}


def written(value: object) -> str:
    """Return a value as it stands in a file for analysis."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ";".join(map(str, value))
    return str(value)


def graphml(title: str, whole: Map) -> str:
    """Return a map as GraphML, with the owner as a node that is marked as such."""
    fields = fields_out()
    about = about_out()
    keys = [
        ("graph", OWN, "boolean"),
        *(("graph", name, kind) for name, kind in about.items()),
        ("node", "label", "string"),
        ("node", "ego", "boolean"),
        *(("node", name, kind) for name, kind in fields.items()),
        ("edge", "state", "string"),
        ("edge", "weight", "double"),
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(
            f'<key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>'
            for of, name, kind in keys
        ),
        '<graph id="G" edgedefault="undirected">',
    ]
    network = whole.network
    said = {name: getattr(network, name) for name in about}
    lines += _data("graph", {OWN: True, **said, "title": network.title or title})
    ego = "ego"
    while whole.partner(ego):
        ego += "_"
    lines += [f"<node id={quoteattr(ego)}>"]
    lines += [*_data("node", {"label": network.ego_label or "Ik", "ego": True}), "</node>"]
    for partner in whole.partners:
        said = {name: getattr(partner, name) for name in fields}
        lines += [f"<node id={quoteattr(partner.id)}>"]
        lines += [*_data("node", {"label": partner.name, "ego": False, **said}), "</node>"]
    for partner in whole.partners:
        ends = f"source={quoteattr(ego)} target={quoteattr(partner.id)}"
        weight = {} if partner.frequency is None else {"weight": float(partner.frequency)}
        lines += [f"<edge {ends}>", *_data("edge", weight), "</edge>"]
    for tie in whole.asked_pairs:
        if tie.state != "no":  # to other programs an edge is a tie, whatever is said of it
            ends = f"source={quoteattr(tie.a)} target={quoteattr(tie.b)}"
            lines += [f"<edge {ends}>", *_data("edge", {"state": tie.state}), "</edge>"]
    return "\n".join([*lines, "</graph>", "</graphml>", ""])


def _data(of: str, said: Mapping[str, object]) -> list[str]:
    return [
        f'<data key="{of}_{name}">{escape(in_xml(written(value)))}</data>'
        for name, value in said.items()
        if value is not None and value not in ("", ())
    ]


def _write(maps: Sequence[tuple[str, Map]], _wording: Wording) -> dict[str, bytes]:
    return {f"{title}.graphml": graphml(title, whole).encode() for title, whole in maps}


_PROGRAMS: Final = "Gephi, Cytoscape, SocNetV, networkx"
FORMAT: Final = Format(_ID, "GraphML", _takes, _read, _write, _PROGRAMS)
