"""`kring compare`: two moments of one teacher, or the maps of two people."""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.commands.output import DONE, cell, heading, speak
from app.models.network import Map
from app.models.vocabulary import vocabulary
from app.words import joined, phrases, say, say_in


def describe(command: argparse.ArgumentParser) -> None:
    """Describe the command and its arguments."""
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
    from app.analysis import comparison, two_people
    from app.exchange.kring_file import read_kring

    language = speak(chosen.lang)
    a, b = (read_kring(path) for path in (chosen.a, chosen.b))
    is_same = a.network.series == b.network.series
    found = comparison.figures(a, b) if is_same else two_people.figures(a, b)
    if chosen.json:
        print(json.dumps(found, ensure_ascii=False, allow_nan=False))
        return DONE
    for map_, path in ((a, chosen.a), (b, chosen.b)):
        print(heading(map_.network.title or path.stem, path.name))
    print()
    names = {partner.id: partner.name for map_ in (a, b) for partner in map_.partners}
    lines = _moments(found, names, language, (a, b)) if is_same else _two_people(found, language)
    print("\n".join(lines), end="\n\n")
    return DONE


def _moments(
    found: Mapping[str, Any], names: Mapping[str, str], language: str, maps: tuple[Map, Map]
) -> Iterator[str]:
    """Yield the changes between two moments as lines of text, under four headings."""
    called, more = _chapters(), _details(found, names, language)
    earlier, later = maps
    unmet = [id_ for id_ in found["lost"] if later.partner(id_) is not None]
    first = [id_ for id_ in found["new"] if earlier.partner(id_) is not None]
    found = {
        **found,
        "new": [id_ for id_ in found["new"] if id_ not in first],
        "first_contact": first,
        "lost": [id_ for id_ in found["lost"] if id_ not in unmet],
        "unmet": unmet,
    }
    wide = max(len(label) for part in called.values() for label in part.values())
    for order, (chapter, part) in enumerate(called.items()):
        yield from ([""] if order else [])
        yield chapter
        for key, label in part.items():
            value = found[key]
            if isinstance(value, list):
                people = f"  {joined(names[id_] for id_ in value)}" if value else ""
                shown = f"{len(value)}{people}"
            else:
                shown = cell(value, language)
            yield f"  {label:<{wide}}  {shown}"
            yield from (f"    {text}  {amount}" for text, amount in more.get(key, ()))


def _chapters() -> dict[str, dict[str, str]]:
    """Return the names of the figures, by heading."""
    return {
        say("Who is on the map"): {
            "kept": say("Still here"),
            "new": say("New"),
            "first_contact": say("In contact for the first time"),
            "lost": say("No longer on the map"),
            "unmet": say("On the map, no longer in contact"),
            "merged": say("Merged with another partner"),
            "jaccard": say("Stability (Jaccard)"),
            "retention": say_in("Commands", "Share that stayed"),
            "turnover": say("Turnover"),
            "net_change": say("Net change"),
        },
        say("The contact itself"): {
            "frequency_up": say("More contact"),
            "frequency_down": say("Less contact"),
            "importance_up": say("Importance rated higher"),
            "importance_down": say("Importance rated lower"),
            "satisfaction_up": say("More satisfied"),
            "satisfaction_down": say("Less satisfied"),
            "wishes_realised": say("Contact changed as you wanted"),
            "kept_rated": say("Still here, answered both times"),
            "quadrant_changes": say("In another group"),
        },
        say("Who knows whom"): {
            "tie_jaccard_kept": say("Links that stayed (Jaccard)"),
        },
        say("The map as a whole"): {
            "ei_change": say("Change in E-I index by partners"),
            "iqv_change": say("Change in IQV of areas"),
            "bray_curtis_settings": say("Change in areas (Bray-Curtis)"),
            "signature_jsd": say("Change in pattern of contact (JSD)"),
        },
    }


def _details(
    found: Mapping[str, Any], names: Mapping[str, str], language: str
) -> Mapping[str, Sequence[tuple[str, Any]]]:
    """Return the lines below each figure, by its key: texts, each with an amount."""
    words = vocabulary()
    return {
        "net_change": [(say("Partners"), "{n_before} → {n_after}".format(**found))],
        "quadrant_changes": [
            (
                joined(
                    (words.quadrants[key].label(language) for key in (start, end)), between=" → "
                ),
                number,
            )
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


def _places(
    found: Mapping[str, Any], names: Mapping[str, str], language: str
) -> Iterator[tuple[str, str]]:
    """Yield the partners whose lines or betweenness changed, with values and ranks then and now."""
    from app.analysis.columns import columns

    titles = {c.id: c.title for c in columns(structure=True) if c.id in ("degree", "betweenness")}
    for place in found["positions"]:
        parts = []
        for measure, label in titles.items():
            then, now, rank_then, rank_now = (
                cell(place[f"{measure}_{name}"], language)
                for name in ("before", "after", "rank_before", "rank_after")
            )
            if then != now:
                rank = say("rank")
                parts.append(f"{label} {then} → {now} ({rank} {rank_then} → {rank_now})")
        if parts:
            yield names[place["partner"]], "; ".join(parts)


def _answers(side: Mapping[str, Any], language: str) -> str:
    """Return somebody's answers about all partners of a kind."""
    scales = vocabulary().scales
    return joined(
        joined(
            (
                scales[scale].step(code).label(language)
                for scale, code in (("frequency", contact), ("importance", weight))
                if code is not None
            ),
            between=", ",
        )
        or phrases.not_filled_in()
        for contact, weight in zip(side["frequency"], side["importance"], strict=True)
    )


def _two_people(found: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield the comparison of the maps of two people as lines of text."""
    words = vocabulary()
    for key, label in (
        ("shared", say("Types both have")),
        ("only_a", say("Only in the first")),
        ("only_b", say("Only in the second")),
    ):
        kinds = joined(words.kind_label(kind, language) for kind in found[key])
        yield f"{label}  {len(found[key])}{'  ' if kinds else ''}{kinds}"
        if key == "shared":
            for kind in found["shared_kinds"]:
                yield f"  {words.kind_label(kind['kind'], language)}"
                for side, whose in (("a", say("First")), ("b", say("Second"))):
                    yield f"    {whose}: {_answers(kind[side], language)}"
    for key, label in (
        ("kinds_jaccard", say("Types in common (Jaccard)")),
        ("bray_curtis_settings", say("Change in areas (Bray-Curtis)")),
        ("importance_tau_b", say("Importance alike (tau-b)")),
    ):
        yield f"{label}  {cell(found[key], language)}"
