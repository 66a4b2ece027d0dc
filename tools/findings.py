"""Brings `docs/findings.md` in step with the declarations of the findings.

    uv run python -m tools.findings

Each finding is a row of the table of its chapter, and of what has to be known for it where it
speaks of everybody; what stands round the tables is yours to write. `--check` changes nothing and
ends with 1 where it would.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from app.analysis.findings import CLAIMS, Claim

PAGE: Final = Path(__file__).parents[1] / "docs" / "findings.md"
_CHAPTERS: Final = {
    "wishes": "### Wishes and satisfaction",
    "no_contact": "### No contact yet",
    "stands_out": "### Who stands out",
    "filled_in": "### How far the map is filled in",
    "whole": "### The whole map",
    "described": "### Descriptions",
}
_NEEDS: Final = {
    "rated": "contact and importance",
    "placed": "setting and contact; partners and contact are counted of the same people",
    "settled": (
        "a setting, of everybody on the map, wished partners included: while one has none, "
        "nothing is said"
    ),
    "told": "what they are about; where it has people, it can do without",
    "lines": "of each pair: whether they know each other",
}


def in_step(content: str) -> str:
    """Return the page with every finding as it is declared."""
    lines = content.split("\n")
    _put(lines, "### What a finding stands on", _needs())
    for chapter, heading in _CHAPTERS.items():
        _put(lines, heading, (_row(claim) for claim in CLAIMS if claim.chapter == chapter))
    return "\n".join(lines)


def _put(lines: list[str], heading: str, rows: Iterable[str]) -> None:
    """Put rows in the first table below a heading, under its own two first lines."""
    start = lines.index(heading)
    first = next(at for at in range(start, len(lines)) if lines[at].startswith("|---")) + 1
    end = next(at for at in range(first, len(lines)) if not lines[at].startswith("|"))
    lines[first:end] = rows


def _row(claim: Claim) -> str:
    return f"| `{claim.code}` | {claim.shown_when} | {claim.about} | {claim.values} |"


def _needs() -> Iterable[str]:
    for by, need in _NEEDS.items():
        codes = ", ".join(f"`{claim.code}`" for claim in CLAIMS if claim.stands_on == by)
        yield f"| {codes} | {need} |"


def main(arguments: list[str]) -> int:
    """Write the page where it is not in step, or with `--check` tell of it."""
    content = PAGE.read_text("utf-8")
    wanted = in_step(content)
    if wanted == content:
        return 0
    print(PAGE.name)
    if "--check" in arguments:
        return 1
    PAGE.write_text(wanted, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
