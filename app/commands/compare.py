"""`kring compare`: two moments of one teacher, or the maps of two people."""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.commands.output import DONE, cell, speak
from app.models.network import Map
from app.models.vocabulary import vocabulary


def describe(command: argparse.ArgumentParser) -> None:
    """Say what the command is for and what it takes."""
    command.description = (
        "Compare two moments of one series, partner by partner, or the maps of two "
        "people, by kind and setting. Undefined figures are n/a, or null in JSON. What differs "
        "between two moments is no effect of anything yet."
    )
    command.add_argument("a", type=Path, metavar="A.kring", help="the earlier map, or mine")
    command.add_argument("b", type=Path, metavar="B.kring", help="the later map, or theirs")
    command.add_argument("--json", action="store_true", help="print one JSON object on one line")


def run(chosen: argparse.Namespace) -> int:
    """Print what differs, or what is in common."""
    from app.analysis import comparison, encounter
    from app.exchange.kring_file import read_kring

    language = speak(chosen.lang)
    a, b = (read_kring(path) for path in (chosen.a, chosen.b))
    is_same = a.network.series == b.network.series
    found = comparison.figures(a, b) if is_same else encounter.figures(a, b)
    if chosen.json:
        print(json.dumps(found, ensure_ascii=False, allow_nan=False))
        return DONE
    for map_, path in ((a, chosen.a), (b, chosen.b)):
        print(f"{map_.network.title or path.stem}  ({path.name})")
    print()
    names = {partner.id: partner.name for map_ in (a, b) for partner in map_.partners}
    lines = _moments(found, names, language, b) if is_same else _two_people(found, language)
    print("\n".join(lines), end="\n\n")
    return DONE


def _moments(
    found: Mapping[str, Any], names: Mapping[str, str], language: str, later: Map
) -> Iterator[str]:
    """Yield what became of a map between two moments as lines of text, under four headings."""
    translate = QCoreApplication.translate
    words = vocabulary()
    called = {
        translate("Commands", "Who is on the map"): {
            "kept": translate("Commands", "Kept"),
            "new": translate("Commands", "New"),
            "lost": translate("Commands", "Not there any more"),
            "unmet": translate("Commands", "On the map, no contact any more"),
            "jaccard": translate("Commands", "Stability (Jaccard)"),
            "retention": translate("Commands", "Retention"),
            "turnover": translate("Commands", "Turnover"),
            "net_change": translate("Commands", "Net change"),
        },
        translate("Commands", "The contact itself"): {
            "frequency_up": translate("Commands", "More contact"),
            "frequency_down": translate("Commands", "Less contact"),
            "importance_up": translate("Commands", "More important"),
            "importance_down": translate("Commands", "Less important"),
            "satisfaction_up": translate("Commands", "More satisfied"),
            "satisfaction_down": translate("Commands", "Less satisfied"),
            "wishes_realised": translate("Commands", "Contact went as wished"),
            "kept_rated": translate("Commands", "Kept, with all answers twice"),
            "quadrant_changes": translate("Commands", "In another quadrant"),
        },
        translate("Commands", "Who knows whom"): {
            "tie_jaccard_kept": translate("Commands", "Ties that stayed (Jaccard)"),
        },
        translate("Commands", "The map as a whole"): {
            "ei_change": translate("Commands", "E-I index by heads, change"),
            "iqv_change": translate("Commands", "IQV of settings, change"),
            "bray_curtis_settings": translate("Commands", "Other settings (Bray-Curtis)"),
            "signature_jsd": translate("Commands", "Other pattern of contact (JSD)"),
        },
    }
    more = {
        "net_change": [
            (translate("Commands", "Partners"), "{n_before} → {n_after}".format(**found))
        ],
        "quadrant_changes": [
            (" → ".join(words.quadrants[key].label(language) for key in (start, end)), number)
            for start, row in found["quadrant_table"].items()
            for end, number in row.items()
            if number and start != end
        ],
        "tie_jaccard_kept": list(_places(found, names, language)),
        "signature_jsd": [
            (words.settings[key].label(language), f"{change:+d}")
            for key, change in found["setting_changes"].items()
            if change
        ],
    }
    unmet = [id_ for id_ in found["lost"] if later.partner(id_) is not None]
    found = {**found, "lost": [id_ for id_ in found["lost"] if id_ not in unmet], "unmet": unmet}
    wide = max(len(label) for part in called.values() for label in part.values())
    for order, (heading, part) in enumerate(called.items()):
        yield from ([""] if order else [])
        yield heading
        for key, label in part.items():
            value = found[key]
            if isinstance(value, list):
                people = f"  {', '.join(names[id_] for id_ in value)}" if value else ""
                shown = f"{len(value)}{people}"
            else:
                shown = cell(value, language)
            yield f"  {label:<{wide}}  {shown}"
            yield from (f"    {text}  {amount}" for text, amount in more.get(key, ()))


def _places(
    found: Mapping[str, Any], names: Mapping[str, str], language: str
) -> Iterator[tuple[str, str]]:
    """Yield of whom lines or betweenness differ, with then and now and their ranks."""
    translate = QCoreApplication.translate
    for place in found["positions"]:
        parts = []
        for measure, label in (
            ("degree", translate("Commands", "Lines")),
            ("betweenness", translate("Commands", "Between others")),
        ):
            then, now, rank_then, rank_now = (
                cell(place[f"{measure}_{name}"], language)
                for name in ("before", "after", "rank_before", "rank_after")
            )
            if then != now:
                rank = translate("Commands", "rank")
                parts.append(f"{label} {then} → {now} ({rank} {rank_then} → {rank_now})")
        if parts:
            yield names[place["partner"]], "; ".join(parts)


def _two_people(found: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield what the maps of two people have in common as lines of text."""
    translate = QCoreApplication.translate
    words = vocabulary()
    for key, label in (
        ("shared", translate("Commands", "Kinds both have")),
        ("only_a", translate("Commands", "Only in the first")),
        ("only_b", translate("Commands", "Only in the second")),
    ):
        kinds = ", ".join(words.kind_label(kind, language) for kind in found[key])
        yield f"{label}  {len(found[key])}{'  ' if kinds else ''}{kinds}"
    for key, label in (
        ("kinds_jaccard", translate("Commands", "Kinds in common (Jaccard)")),
        ("bray_curtis_settings", translate("Commands", "Other settings (Bray-Curtis)")),
        ("importance_tau_b", translate("Commands", "Importance alike (tau-b)")),
    ):
        yield f"{label}  {cell(found[key], language)}"
