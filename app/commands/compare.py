"""`kring compare`: two moments of one teacher, or the maps of two people."""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.commands.output import DONE, cell, speak
from app.models.vocabulary import vocabulary


def describe(command: argparse.ArgumentParser) -> None:
    """Say what the command is for and what it takes."""
    command.description = (
        "Compare two moments of one series, partner by partner, or the maps of two "
        "people, by kind and setting. Undefined figures are n/a, or null in JSON."
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
    lines = _moments(found, names, language) if is_same else _two_people(found, language)
    print("\n".join(lines), end="\n\n")
    return DONE


def _moments(found: Mapping[str, Any], names: Mapping[str, str], language: str) -> Iterator[str]:
    """Yield what became of a map between two moments as lines of text."""
    translate = QCoreApplication.translate
    called = {
        "kept": translate("Commands", "Kept"),
        "new": translate("Commands", "New"),
        "lost": translate("Commands", "Not there any more"),
        "jaccard": translate("Commands", "Stability (Jaccard)"),
        "retention": translate("Commands", "Retention"),
        "turnover": translate("Commands", "Turnover"),
        "net_change": translate("Commands", "Net change"),
        "frequency_up": translate("Commands", "More contact"),
        "frequency_down": translate("Commands", "Less contact"),
        "importance_up": translate("Commands", "More important"),
        "importance_down": translate("Commands", "Less important"),
        "kept_rated": translate("Commands", "Kept, with all answers twice"),
        "quadrant_changes": translate("Commands", "In another quadrant"),
        "wishes_realised": translate("Commands", "Contact went as wished"),
        "tie_jaccard_kept": translate("Commands", "Ties that stayed (Jaccard)"),
        "bray_curtis_settings": translate("Commands", "Other settings (Bray-Curtis)"),
        "signature_jsd": translate("Commands", "Other pattern of contact (JSD)"),
    }
    wide = max(map(len, called.values()))
    for key, label in called.items():
        value = found[key]
        if isinstance(value, list):
            people = f"  {', '.join(names[id_] for id_ in value)}" if value else ""
            yield f"{label:<{wide}}  {len(value)}{people}"
        else:
            yield f"{label:<{wide}}  {cell(value, language)}"
    words = vocabulary().quadrants
    moved = [
        (f"{words[start].label(language)} → {words[end].label(language)}", number)
        for start, row in found["quadrant_table"].items()
        for end, number in row.items()
        if number and start != end
    ]
    yield from (f"  {text}  {number}" for text, number in moved)


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
