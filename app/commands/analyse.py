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
            print(heading(map_.network.title or path.stem, path.name) + "\n")
            print("\n".join(_table(found, language)), end="\n\n")
    return code


def _figure_names() -> dict[str, str]:
    """Return what each figure is called, in the order in which they are printed."""
    return {
        "size": say("Partners"),
        "lines_drawn": say_in("Commands", "Lines between partners drawn"),
        "ties": say("Ties between partners"),
        "density": say("Density"),
        "density_with_ego": say("Density with me"),
        "mean_degree": say("Mean degree"),
        "components": say("Components"),
        "isolates": say("Isolates"),
        "largest_component": say("Largest component"),
        "pairs_only_through_me": say("Pairs only through me"),
        "effective_size": say("Effective size"),
        "efficiency": say("Efficiency"),
        "constraint": say("Constraint"),
        "hierarchy": say("Hierarchy"),
        "ego_betweenness": say("Ego betweenness"),
        "ego_betweenness_normalised": say("Ego betweenness, normalised"),
        "hinge_partners": say("Hinge partners"),
        "external_share": say("Share outside the school"),
        "ei_heads": say("E-I index by heads"),
        "ei_contact": say("E-I index by contact"),
        "blau": say("Blau's diversity of settings"),
        "iqv": say("IQV of settings"),
        "hhi": say("Concentration of contact (HHI)"),
        "top_share": say("Largest share of contact"),
        "coordinator": say("Coordinator"),
        "consultant": say("Consultant"),
        "gatekeeper": say("Gatekeeper"),
        "liaison": say("Liaison"),
        "valid": say("Partners with both answers"),
        "concordant": say("Concordant pairs"),
        "discordant": say("Discordant pairs"),
        "tau_b": say("Kendall's tau-b"),
        "gamma": say("Goodman and Kruskal's gamma"),
        "spearman": say("Spearman's rho"),
    }


def _column_names() -> dict[str, str]:
    """Return what stands above each column of partners."""
    return {
        "name": say("Partner"),
        "kind": say("Kind"),
        "frequency": say("Contact"),
        "importance": say("Importance"),
        "gap": say("Gap"),
        "quadrant": say("Quadrant"),
        "notable": say("Notable"),
        "wish_steps": say("Wish"),
        "degree": say("Degree"),
        "betweenness": say("Betweenness"),
    }


def _finding_names() -> dict[str, str]:
    """Return what each finding is called."""
    return {
        "wish_more": say("Wished: more often"),
        "wish_less": say("Wished: less often"),
        "wish_same": say("As often as wished"),
        "important_and_dissatisfied": say("Important and not satisfied"),
        "important_no_contact": say("Important, no contact yet"),
        "no_notable_differences": say("No notable differences"),
        "notable_as_wished": say("Notable, and as wished"),
        "no_partners": say("No partners yet"),
        "few_rated": say("Few partners rated"),
        "inside_outside": say("Outside the school: partners, contacts"),
        "alignment": say("More important, also more often (pairs)"),
        "all_equally_important": say_in("Commands", "All equally important"),
        "all_equally_often": say_in("Commands", "All equally often"),
        "isolates": say("Know the others only through me"),
        "pairs_only_through_me": say("Pairs only through me"),
        "hinge_partners": say("Hinge partners"),
        "everybody_tied": say("All know each other"),
        "empty_settings": say("Settings with nobody"),
        "named_important": say("Named as most important"),
        "focus": say("For the whole group"),
        "do_together": say_in("Commands", "Doing together"),
        "consult": say("Consulting"),
        "no_contact_yet": say("No contact yet"),
    }


_LEFT: Final = frozenset({"name", "kind", "quadrant"})
"""Columns of words; numbers stand to the right."""


def _table(found: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield the figures of one map as lines of text: one a figure, then a row a partner."""
    from app.analysis.study import NOTABLE_CODES

    names = {partner["id"]: partner["name"] for partner in found["partners"]}
    words = vocabulary()
    hinges = found["hinge_partners"]
    said = {**found, "hinge_partners": hinges and joined(names[id_] for id_ in hinges)}
    if hinges == []:
        said["hinge_partners"] = "–"
    waiting = sum(partner["frequency"] == 0 for partner in found["partners"])
    if waiting:
        text = say("{n}, and {wished} without contact yet")
        text = filled(text, wished=waiting)
        said["size"] = filled(text, n=found["size"])
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
    yield say("Findings")
    quadrants = {id_: term.label(language) for id_, term in words.quadrants.items()}
    notable = say("Notable")
    called = _finding_names() | quadrants
    called |= {
        code: joined((notable, quadrants[id_].lower()), between=": ")
        for id_, code in NOTABLE_CODES.items()
    }
    wide = max(len(called[finding["code"]]) for finding in found["findings"])
    for finding in found["findings"]:
        about = "  ".join(filter(None, (_said(finding, names, language), _base(finding["base"]))))
        yield f"  {called[finding['code']]:<{wide}}  {about}".rstrip()


def _base(base: Mapping[str, Any] | None) -> str:
    """Return of whom a finding that speaks of everybody speaks, where that is not everybody."""
    if base is None or (base["known"] == base["of"] and not base["wished"]):
        return ""
    text = say("(known of {known} of {of})")
    if base["known"] == base["of"]:
        text = say("({wished} without contact yet, left out)")
    for name in ("known", "of", "wished"):
        text = text.replace(f"{{{name}}}", str(base[name]))
    return text


def _said(finding: Mapping[str, Any], names: Mapping[str, str], language: str) -> str:
    """Return whom a finding is about, or how many of how many."""
    values = finding["values"]
    match finding["code"]:
        case "empty_settings":
            settings = vocabulary().settings.values()
            return joined(s.label(language) for s in settings if not values[s.id])
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
            return joined(names[id_] for id_ in finding["people"])
