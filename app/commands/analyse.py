"""`kring analyse`: every figure of a map, as JSON or as a table to read."""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from app.commands.output import DONE, PROBLEM, cell, flush, speak, tell
from app.models.problem import Problem
from app.models.vocabulary import vocabulary


def describe(command: argparse.ArgumentParser) -> None:
    """Say what the command is for and what it takes."""
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
            print(f"{map_.network.title or path.stem}  ({path.name})\n")
            print("\n".join(_table(found, language)), end="\n\n")
    return code


def _figure_names() -> dict[str, str]:
    """Return what each figure is called, in the order in which they are printed."""
    translate = QCoreApplication.translate
    return {
        "size": translate("Commands", "Partners"),
        "lines_drawn": translate("Commands", "Lines between partners drawn"),
        "ties": translate("Commands", "Ties between partners"),
        "density": translate("Commands", "Density"),
        "density_with_ego": translate("Commands", "Density with me"),
        "mean_degree": translate("Commands", "Mean degree"),
        "components": translate("Commands", "Components"),
        "isolates": translate("Commands", "Isolates"),
        "largest_component": translate("Commands", "Largest component"),
        "pairs_only_through_me": translate("Commands", "Pairs only through me"),
        "effective_size": translate("Commands", "Effective size"),
        "efficiency": translate("Commands", "Efficiency"),
        "constraint": translate("Commands", "Constraint"),
        "hierarchy": translate("Commands", "Hierarchy"),
        "ego_betweenness": translate("Commands", "Ego betweenness"),
        "ego_betweenness_normalised": translate("Commands", "Ego betweenness, normalised"),
        "hinge_partners": translate("Commands", "Hinge partners"),
        "external_share": translate("Commands", "Share outside the school"),
        "ei_heads": translate("Commands", "E-I index by heads"),
        "ei_contact": translate("Commands", "E-I index by contact"),
        "blau": translate("Commands", "Blau's diversity of settings"),
        "iqv": translate("Commands", "IQV of settings"),
        "hhi": translate("Commands", "Concentration of contact (HHI)"),
        "top_share": translate("Commands", "Largest share of contact"),
        "coordinator": translate("Commands", "Coordinator"),
        "consultant": translate("Commands", "Consultant"),
        "gatekeeper": translate("Commands", "Gatekeeper"),
        "liaison": translate("Commands", "Liaison"),
        "valid": translate("Commands", "Partners with both answers"),
        "concordant": translate("Commands", "Concordant pairs"),
        "discordant": translate("Commands", "Discordant pairs"),
        "tau_b": translate("Commands", "Kendall's tau-b"),
        "gamma": translate("Commands", "Goodman and Kruskal's gamma"),
        "spearman": translate("Commands", "Spearman's rho"),
    }


def _column_names() -> dict[str, str]:
    """Return what stands above each column of partners."""
    translate = QCoreApplication.translate
    return {
        "name": translate("Commands", "Partner"),
        "kind": translate("Commands", "Kind"),
        "frequency": translate("Commands", "Contact"),
        "importance": translate("Commands", "Importance"),
        "gap": translate("Commands", "Gap"),
        "quadrant": translate("Commands", "Quadrant"),
        "notable": translate("Commands", "Notable"),
        "wish_steps": translate("Commands", "Wish"),
        "degree": translate("Commands", "Degree"),
        "betweenness": translate("Commands", "Betweenness"),
    }


def _finding_names() -> dict[str, str]:
    """Return what each finding is called."""
    translate = QCoreApplication.translate
    return {
        "wish_more": translate("Commands", "Wished: more often"),
        "wish_less": translate("Commands", "Wished: less often"),
        "wish_same": translate("Commands", "As often as wished"),
        "important_and_dissatisfied": translate("Commands", "Important and not satisfied"),
        "important_no_contact": translate("Commands", "Important, no contact yet"),
        "no_notable_differences": translate("Commands", "No notable differences"),
        "notable_as_wished": translate("Commands", "Notable, and as wished"),
        "no_partners": translate("Commands", "No partners yet"),
        "few_rated": translate("Commands", "Few partners rated"),
        "inside_outside": translate("Commands", "Outside the school: partners, contacts"),
        "alignment": translate("Commands", "More important, also more often (pairs)"),
        "all_equally_important": translate("Commands", "All equally important"),
        "all_equally_often": translate("Commands", "All equally often"),
        "isolates": translate("Commands", "Know the others only through me"),
        "pairs_only_through_me": translate("Commands", "Pairs only through me"),
        "hinge_partners": translate("Commands", "Hinge partners"),
        "everybody_tied": translate("Commands", "All know each other"),
        "empty_settings": translate("Commands", "Settings with nobody"),
        "named_important": translate("Commands", "Named as most important"),
        "focus": translate("Commands", "For the whole group"),
        "do_together": translate("Commands", "Doing together"),
        "consult": translate("Commands", "Consulting"),
        "no_contact_yet": translate("Commands", "No contact yet"),
    }


_LEFT: Final = frozenset({"name", "kind", "quadrant"})
"""Columns of words; numbers stand to the right."""


def _table(found: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield the figures of one map as lines of text: one a figure, then a row a partner."""
    from app.analysis.study import NOTABLE_CODES

    names = {partner["id"]: partner["name"] for partner in found["partners"]}
    words = vocabulary()
    hinges = found["hinge_partners"]
    said = {**found, "hinge_partners": hinges and ", ".join(names[id_] for id_ in hinges)}
    if hinges == []:
        said["hinge_partners"] = "–"
    waiting = sum(partner["frequency"] == 0 for partner in found["partners"])
    if waiting:
        text = QCoreApplication.translate("Commands", "{n}, and {wished} without contact yet")
        text = text.replace("{wished}", str(waiting))
        said["size"] = text.replace("{n}", str(found["size"]))
    shown = [(label, cell(said[key], language)) for key, label in _figure_names().items()]
    shown += [
        (words.quadrants[id_].label(language), cell(number, language))
        for id_, number in found["quadrants"].items()
    ]
    wide = max(len(label) for label, _ in shown)
    yield from (f"{label:<{wide}}  {value}" for label, value in shown)
    yield ""
    columns = _column_names()
    rows = [list(columns.values())]
    for partner in found["partners"]:
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
    yield ""
    yield QCoreApplication.translate("Commands", "Findings")
    quadrants = {id_: term.label(language) for id_, term in words.quadrants.items()}
    notable = QCoreApplication.translate("Commands", "Notable")
    called = _finding_names() | quadrants
    called |= {code: f"{notable}: {quadrants[id_].lower()}" for id_, code in NOTABLE_CODES.items()}
    wide = max(len(called[finding["code"]]) for finding in found["findings"])
    for finding in found["findings"]:
        about = "  ".join(filter(None, (_said(finding, names, language), _base(finding["base"]))))
        yield f"  {called[finding['code']]:<{wide}}  {about}".rstrip()


def _base(base: Mapping[str, Any] | None) -> str:
    """Return of whom a finding that speaks of everybody speaks, where that is not everybody."""
    if base is None or (base["known"] == base["of"] and not base["wished"]):
        return ""
    text = QCoreApplication.translate("Commands", "(known of {known} of {of})")
    if base["known"] == base["of"]:
        text = QCoreApplication.translate("Commands", "({wished} without contact yet, left out)")
    for name in ("known", "of", "wished"):
        text = text.replace(f"{{{name}}}", str(base[name]))
    return text


def _said(finding: Mapping[str, Any], names: Mapping[str, str], language: str) -> str:
    """Return whom a finding is about, or how many of how many."""
    values = finding["values"]
    match finding["code"]:
        case "empty_settings":
            settings = vocabulary().settings.values()
            return ", ".join(s.label(language) for s in settings if not values[s.id])
        case "inside_outside":
            partners = values["outside"] + values["inside"]
            contacts = values["contacts_outside"] + values["contacts_inside"]
            return f"{values['outside']} / {partners}, {values['contacts_outside']} / {contacts}"
        case "few_rated":
            return f"{values['rated']} / {values['size']}"
        case "alignment":
            return f"{values['concordant']} / {values['pairs']}"
        case "pairs_only_through_me":
            return f"{values['pairs']} / {values['all_pairs']}"
        case _:
            return ", ".join(names[id_] for id_ in finding["people"])
