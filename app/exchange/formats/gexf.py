"""GEXF, the format of Gephi, versions 1.1 to 1.3."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import check_variables, draft_of, unboxed
from app.exchange.formats.graphml import boxes_of, edges_of, local, nodes_of
from app.exchange.formats.source import Source
from app.models.problem import Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if re.search(r"<(\w+:)?gexf\b", source.text[:20_000])]


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        try:
            graph = next((one for one in source.xml if local(one.tag) == "graph"), None)
            if graph is None:
                raise Problem("import_damaged", file=source.path)
            titles, usual = _titles(graph), _usual(graph)
            check_variables(source.path, len(titles))
            people = [
                Person(
                    node.get("id", ""),
                    node.get("label", "") or node.get("id", ""),
                    {**usual, **_answers(node, "node", titles)},
                )
                for node in nodes_of(graph)
            ]
            bonds = [_bond(edge, titles) for edge in edges_of(graph)]
            boxes = {n.get("id", ""): n.get("pid", "") for n in nodes_of(graph) if n.get("pid")}
            people = unboxed(people, bonds, boxes_of(graph) | boxes)
            yield draft_of(source.path, "gexf", source.stem, people, bonds)
        except Problem as problem:
            yield problem


def _bond(edge: "Element", titles: dict[tuple[str, str], str]) -> Bond:
    said = _answers(edge, "edge", titles)
    if edge.get("weight"):
        said.setdefault("weight", edge.get("weight", ""))
    return Bond(edge.get("source", ""), edge.get("target", ""), said=said)


def _titles(graph: "Element") -> dict[tuple[str, str], str]:
    found = {}
    for group in graph.iter():
        if local(group.tag) == "attributes":
            for one in group:
                found[group.get("class", ""), one.get("id", "")] = one.get("title", "")
    return found


def _usual(graph: "Element") -> dict[str, str]:
    """Return the defaults of a node's attributes, by title."""
    return {
        one.get("title", ""): (default.text or "").strip()
        for group in graph.iter()
        if local(group.tag) == "attributes" and group.get("class") == "node"
        for one in group
        for default in one
        if local(default.tag) == "default" and (default.text or "").strip()
    }


def _answers(element: "Element", kind: str, titles: dict[tuple[str, str], str]) -> dict[str, str]:
    """Return the attributes of an element; of those that change in time, the last."""
    said = {}
    values = [
        one
        for group in element
        if local(group.tag) == "attvalues"
        for one in group
        if local(one.tag) == "attvalue"
    ]
    for one in sorted(values, key=lambda value: value.get("start") or ""):
        key = one.get("for") or one.get("id") or ""
        value = (one.get("value") or "").strip()
        if value:
            said[titles.get((kind, key)) or key] = value
    return said


FORMAT: Final = Format("gexf", "GEXF (Gephi)", _takes, _read)
