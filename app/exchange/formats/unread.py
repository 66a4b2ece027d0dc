"""What Kring knows and does not read: without this it would be taken for a list of names."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.exchange.formats.draft import Draft, Format
from app.exchange.formats.source import Source
from app.models.problem import Problem

_XML: Final = r"(?:<[?!][^>]*>\s*)*"
_GRAPHS: Final = {
    "Graphviz": r"(?:(?:/\*[^*]*\*/|(?://|#)[^\n]*\n)\s*)*(?:strict\s+)?(?:di)?graph\b[^\n{\[]*\{"
    r"|graph(?: [\d.]+){3}\s*\nnode ",
    "Tulip": r"(?:;[^\n]*\n\s*)*\(tlp\s",
    "LEDA": r"(?:#[^\n]*\n\s*)*LEDA\.GRAPH\b",
    "NWB": r"(?:#[^\n]*\n\s*)*\*nodes\b",
    "TGF": r"(?:[^\s#]\S*(?:[ \t][^\n]*)?\n)+#[ \t]*\n\S+[ \t]+\S+",
    "multiline adjacency list": r"\S+ \d+\n\S+ \{",
    "graph6": r">>(?:graph|digraph|sparse)6<<",
    "Matrix Market": r"%%MatrixMarket\b",
    "DIMACS": r"(?:c\b[^\n]*\n)*p\s+\w+\s+\d+\s+\d+\s*\n",
    "XGMML": rf"{_XML}<graph\b",
    "DyNetML": rf"{_XML}<(?:DynamicNetwork|MetaNetwork|DyNetML)\b",
    "Mermaid": r"(?:graph|flowchart)\s+(?:TB|TD|BT|RL|LR)\b",
    "PlantUML": r"@startuml\b",
    "Cypher": r"(?:create|merge|match)\s*\(",
    "RDF": r"@(?:prefix|base)\s",
    "YAML": r"(?:---\s*\n)?(?:\w+:[^\n]*\n)*?nodes:\s*\n",
    "matrix": r"[^\d\n,;]+\n(?:[-\d.]+(?:[ \t]+[-\d.]+)+[ \t]*\n)+\Z",
}
"""Formats of graphs by how a file of them begins."""
_ENDINGS: Final = {
    ".nnf": "NNF", ".noa": "Cytoscape", ".eda": "Cytoscape", ".cys": "Cytoscape", ".g6": "graph6",
    ".gephi": "Gephi", ".##h": "UCINET", ".##d": "UCINET", ".graphmlz": "visone",
    ".rds": "R", ".rdata": "R", ".rda": "R",
}  # fmt: skip
"""The same by their endings: they are no text, or text that any list could begin with."""
_TEXTS: Final = re.compile(
    r"begin:v(?:card|calendar)\b|(?:from|received|return-path|subject):\s[^\n]*\n(?:[\w-]+:|\s)"
    r"|@\w+\s*\{|TY  - |#!/|\[\w+\]\s*\n\w+\s*=|WEBVTT\b|\d+\r?\n\d\d:\d\d:\d\d,\d{3} --> ",
    re.I,
)
"""How texts begin that are no list of names: cards, mail, references, subtitles."""


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if _format(source) or _TEXTS.match(_start(source))]


def _start(source: Source) -> str:
    return source.text[:5000].lstrip("\ufeff \t\r\n")


def _format(source: Source) -> str:
    """Return how the format of a graph is called; "" where it is none of these."""
    if found := _ENDINGS.get(source.path.suffix.casefold()):
        return found
    start = _start(source)
    beginnings = (n for n, shape in _GRAPHS.items() if re.match(shape, start, re.I))
    return next(beginnings, "")


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        if name := _format(source):
            yield Problem("import_other_graph", file=source.path, format=name)
        else:
            yield Problem("import_unknown", file=source.path)


FORMAT: Final = Format("unread", "", _takes, _read)
