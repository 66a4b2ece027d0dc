"""`kring analyse`: every figure of a map, as JSON or as a table to read."""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from app.commands.output import DONE, PROBLEM, cell, flush, heading, speak, tell
from app.models.problem import Problem
from app.models.vocabulary import vocabulary
from app.words import filled, joined, say, say_in


def describe(command: argparse.ArgumentParser) -> None:
    """Describe the command and its arguments."""
    command.description = (
        "Print the figures of each map. Undefined figures are n/a, or null in JSON."
    )
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a .kring file")
    command.add_argument(
        "--json", action="store_true", help="print one JSON object per file, each on one line"
    )


def run(chosen: argparse.Namespace) -> int:
    """Print the figures of each file."""
    from app.analysis.figures import figures
    from app.analysis.findings import findings
    from app.exchange.kring_file import read_kring

    language = speak(chosen.lang)
    code = DONE
    for path in chosen.files:
        try:
            map_ = read_kring(path)
        except Problem as problem:
            flush()
            tell(problem)
            code = PROBLEM
            continue
        found = figures(map_)
        found["findings"] = [
            {
                "code": finding.code,
                "people": list(finding.people),
                "values": dict(finding.values),
                "notable": finding.notable,
                "base": finding.base and finding.base._asdict(),
            }
            for finding in findings(map_)
        ]
        if chosen.json:
            print(json.dumps(found, ensure_ascii=False, allow_nan=False))
        else:
            print(heading(map_.network.title or path.stem, path.name) + "\n")
            print("\n".join(_table(found, language)), end="\n\n")
    return code


def _column_names() -> dict[str, str]:
    """Return the heading of each column of partners, as the table of the window has it."""
    from app.analysis.columns import columns

    titles = {column.id: column.title for column in columns(structure=True)}
    titles |= {"notable": say("Stands out"), "wish_steps": say("Contact I would like")}
    return {id_: titles[id_] for id_ in _COLUMNS}


_COLUMNS: Final = (
    "name",
    "kind",
    "frequency",
    "importance",
    "gap",
    "quadrant",
    "notable",
    "wish_steps",
    "degree",
    "betweenness",
)
"""The figures of a partner, in the order in which they are printed."""

_APART: Final = frozenset({"quadrants", "partners", "findings"})
"""What is no plain figure, and is printed below them."""


def _called(key: str) -> str:
    """Return the name of a figure."""
    from app.words.measures import printed

    if key == "lines_drawn":
        return say_in("Commands", "Links between partners drawn")
    return printed(key)


_LEFT: Final = frozenset({"name", "kind", "quadrant"})
"""Columns of words; numbers stand to the right."""


def _table(found: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield the figures of one map as lines of text: one a figure, then a row a partner."""
    yield from _figures(found, language)
    yield ""
    yield from _rows(found["partners"], language)
    yield ""
    yield from _findings(found)


def _figures(found: Mapping[str, Any], language: str) -> Iterator[str]:
    names = {partner["id"]: partner["name"] for partner in found["partners"]}
    hinges = found["hinge_partners"]
    said = {**found, "hinge_partners": hinges and joined(names[id_] for id_ in hinges)}
    if hinges == []:
        said["hinge_partners"] = "–"
    waiting = sum(partner["frequency"] == 0 for partner in found["partners"])
    if waiting:
        text = say("{n}, and {wished} without contact yet")
        text = filled(text, wished=waiting)
        said["size"] = filled(text, n=found["size"])
    shown = [
        (_called(key), cell(figure, language)) for key, figure in said.items() if key not in _APART
    ]
    quadrants = vocabulary().quadrants
    shown += [
        (quadrants[id_].label(language), cell(number, language))
        for id_, number in found["quadrants"].items()
    ]
    wide = max(len(label) for label, _ in shown)
    yield from (f"{label:<{wide}}  {value}" for label, value in shown)


def _rows(partners: list[dict[str, Any]], language: str) -> Iterator[str]:
    words = vocabulary()
    columns = _column_names()
    rows = [list(columns.values())]
    for partner in partners:
        said = {
            **partner,
            "kind": words.kind_label(partner["kind"], language) or None,
            "quadrant": partner["quadrant"]
            and words.quadrants[partner["quadrant"]].label(language),
        }
        rows.append([cell(said[key], language) for key in columns])
    widths = [max(len(row[column]) for row in rows) for column in range(len(columns))]
    for row in rows:
        cells = (
            f"{cell:<{width}}" if key in _LEFT else f"{cell:>{width}}"
            for key, cell, width in zip(columns, row, widths, strict=True)
        )
        yield "  ".join(cells).rstrip()


def _findings(found: Mapping[str, Any]) -> Iterator[str]:
    from app.analysis.findings import claim_of

    names = {partner["id"]: partner["name"] for partner in found["partners"]}
    yield say("Findings")
    called = {finding["code"]: claim_of(finding["code"]).name for finding in found["findings"]}
    wide = max(map(len, called.values()))
    for finding in found["findings"]:
        figures = claim_of(finding["code"]).figures
        about = figures(finding["values"]) if figures else joined(map(names.get, finding["people"]))
        about = "  ".join(filter(None, (about, _base(finding["base"]))))
        yield f"  {called[finding['code']]:<{wide}}  {about}".rstrip()


def _base(base: Mapping[str, Any] | None) -> str:
    """Return the base of a finding about everybody, where it is not everybody."""
    if base is None or (base["known"] == base["of"] and not base["wished"]):
        return ""
    text = say("(known of {known} of {of})")
    if base["known"] == base["of"]:
        text = say("({wished} without contact yet, left out)")
    for name in ("known", "of", "wished"):
        text = text.replace(f"{{{name}}}", str(base[name]))
    return text
