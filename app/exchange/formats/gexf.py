"""GEXF, the format of Gephi, versions 1.1 to 1.3."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import draft_of
from app.exchange.formats.graphml import edges_of, local, nodes_of
from app.exchange.formats.source import Source
from app.models.problem import Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if "<gexf" in source.text[:20_000]]


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        try:
            graph = next((one for one in source.xml if local(one.tag) == "graph"), None)
            if graph is None:
                raise Problem("import_damaged", file=source.path)
            titles = _titles(graph)
            people = [
                Person(
                    node.get("id", ""),
                    node.get("label", "") or node.get("id", ""),
                    _answers(node, "node", titles),
                )
                for node in nodes_of(graph)
            ]
            bonds = [_bond(edge, titles) for edge in edges_of(graph)]
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


def _answers(element: "Element", kind: str, titles: dict[tuple[str, str], str]) -> dict[str, str]:
    said = {}
    for one in element.iter():
        if local(one.tag) == "attvalue":
            key = one.get("for") or one.get("id") or ""
            value = (one.get("value") or "").strip()
            if value:
                said[titles.get((kind, key)) or key] = value
    return said


FORMAT: Final = Format("gexf", "GEXF (Gephi)", _takes, _read)
