"""Graphs as JSON: of networkx, D3, Cytoscape, sigma, vis.js, Kumu, and the JSON Graph Format."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import draft_of, label_of, title_of
from app.exchange.formats.source import Source
from app.models.problem import Problem

_NODES: Final = ("nodes", "elements", "vertices")
_EDGES: Final = ("links", "edges", "connections")
_KEYS: Final = ("id", "_id", "key")
_ENDS: Final = (("source", "target"), ("from", "to"), ("_outV", "_inV"))
_INSIDE: Final = ("data", "attributes", "metadata")
"""Under which of these a node or an edge has what is said of it."""


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if _is_graph(source)]


def _is_graph(source: Source) -> bool:
    text = source.text
    if text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return False
    of_elements = all(f'"{name}"' in text for name in ("data", "source", "target"))
    has_both = all(any(f'"{one}"' in text for one in some) for some in (_NODES, _EDGES))
    return has_both or of_elements


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        try:
            found = json.loads(source.text.lstrip("\ufeff"))
        except (ValueError, RecursionError):
            yield Problem("import_damaged", file=source.path)
            continue
        graphs = list(_graphs(found))
        if not graphs:
            yield Problem("import_unknown", file=source.path)
        for number, (nodes, edges) in enumerate(graphs, start=1):
            try:
                yield _draft(source, nodes, edges, title_of(source, number, len(graphs)))
            except Problem as problem:
                yield problem


def _graphs(found: Any) -> Iterator[tuple[list[Any], list[Any]]]:
    """Yield the nodes and the edges of each graph, wherever programs put them."""
    if isinstance(found, list):  # the elements of Cytoscape, one after the other
        ties = [_ends(_said(one)) is not None for one in found]
        yield (
            [one for one, is_tie in zip(found, ties, strict=True) if not is_tie],
            [one for one, is_tie in zip(found, ties, strict=True) if is_tie],
        )
        return
    if not isinstance(found, dict):
        return
    inside = found.get("graph"), found.get("elements"), *_items(found.get("graphs"))
    for graph in (found, *(one for one in inside if isinstance(one, dict))):
        nodes: Any = next((graph[name] for name in _NODES if graph.get(name)), None)
        edges: Any = next((graph[name] for name in _EDGES if graph.get(name)), None)
        if _items(nodes) and (edges is not None or graph is not found):
            yield _items(nodes), _items(edges)


def _items(found: Any) -> list[Any]:
    """Return a list as it is, and what stands under ids as a list with these."""
    if isinstance(found, dict):
        return [{"id": key, **one} for key, one in found.items() if isinstance(one, dict)]
    return found if isinstance(found, list) else []


def _said(item: Any) -> dict[str, str]:
    """Return what is said of a node or an edge; a bare word is its id."""
    if not isinstance(item, dict):
        return {"id": _text(item)} if _text(item) else {}
    parts = [item.get(name) for name in _INSIDE]
    whole = {**item, **{k: v for part in parts if isinstance(part, dict) for k, v in part.items()}}
    for end in ("source", "target"):  # D3 puts the whole node at the end of an edge
        if isinstance(whole.get(end), dict):
            said = _said(whole[end])
            whole[end] = next((said[name] for name in (*_KEYS, "name") if name in said), "")
    return {str(name): text for name, value in whole.items() if (text := _text(value))}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _ends(said: dict[str, str]) -> tuple[str, str] | None:
    return next((pair for pair in _ENDS if said.keys() >= {*pair}), None)


def _draft(source: Source, nodes: Sequence[Any], edges: Sequence[Any], title: str) -> Draft:
    people: list[Person] = []
    called: dict[str, str] = {}
    for at, item in enumerate(nodes):
        said = _said(item)
        key = next((said.pop(name) for name in _KEYS if name in said), "")
        name = label_of(said) or key
        called.setdefault(name, key or str(at))  # without an id, edges say the name or the place
        if name:
            people.append(Person(key or str(at), name, said))
    keys = {one.key for one in people}
    bonds = []
    for item in edges:
        said = _said(item)
        pair = _ends(said)
        if pair is not None:
            a, b = (end if end in keys else called.get(end, end) for end in map(said.pop, pair))
            about = {name: cell for name, cell in said.items() if name not in _KEYS}
            bonds.append(Bond(a, b, said=about))
    return draft_of(source.path, "json", title, people, bonds)


FORMAT: Final = Format("json", "JSON", _takes, _read)
