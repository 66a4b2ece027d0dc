"""A finding is declared once: what follows from that, and that nobody names findings elsewhere."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from app.analysis.findings import CLAIMS, findings
from app.analysis.findings.finding import Claim
from app.analysis.measures import all_measures
from app.analysis.questions import RULES
from app.models.network import Network, Partner, rules_of
from app.models.vocabulary import vocabulary
from tests.parsed import modules_with, nodes
from tests.test_every_sentence import made
from tools import findings as published

APP: Final = Path(__file__).parents[1] / "app"
ROOM: Final = APP / "analysis" / "findings"
CODES: Final = {claim.code for claim in CLAIMS}
OTHERS: Final = {
    *vocabulary().quadrants,
    *all_measures(),
    *(name for kind in (Partner, Network) for name in rules_of(kind)),
}
"""Ids of something else, of which some findings have their code: what is found there is this."""

ALLOWED: Final = {
    "analysis/figures.py": "a key of the answer of `kring analyse`, which is its own and stays",
    "analysis/ladder.py": "a step of the ladder is called as one of them",
    "analysis/study.py": "under which of two codes the owner's verdict on a partner is kept",
}


def _constants(code: str) -> set[object]:
    return {node.value for node in nodes(code) if isinstance(node, ast.Constant)}


def _asked_of_a_code(code: str) -> Iterator[str]:
    """Yield the codes with which the code of a finding is compared."""
    asked: list[ast.AST]
    for node in nodes(code):
        if isinstance(node, ast.Compare):
            about, asked = node.left, [node.left, *node.comparators]
        elif isinstance(node, ast.Match):
            about, asked = node.subject, list(node.cases)
        else:
            continue
        if isinstance(about, ast.Attribute) and about.attr in ("code", "because"):
            held = (part for one in asked for part in ast.walk(one))
            yield from (p.value for p in held if isinstance(p, ast.Constant) and p.value in CODES)


def _elsewhere(*words: str) -> list[tuple[str, str]]:
    """Return the modules beside the findings in which one of the words is written."""
    return [
        (path.relative_to(APP).as_posix(), code)
        for path, code in modules_with(APP, *words)
        if ROOM not in path.parents
    ]


def test_no_finding_is_named_outside_its_declaration() -> None:
    codes = CODES - OTHERS
    found = {module for module, code in _elsewhere(*codes) if _constants(code) & codes}
    assert found == ALLOWED.keys()


def test_nobody_asks_which_finding_it_is() -> None:
    asked = {module: list(_asked_of_a_code(code)) for module, code in _elsewhere(*CODES)}
    assert {module: codes for module, codes in asked.items() if codes} == {}


def test_no_code_is_there_twice() -> None:
    assert len(CODES) == len(CLAIMS)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.code)
def test_a_finding_has_a_name_and_leads_to_questions_that_are_asked(claim: Claim) -> None:
    assert claim.name
    assert claim.title is not None or claim.quadrant
    assert claim.leads_to.keys() <= RULES.keys()
    assert claim.quadrant in {"", *vocabulary().quadrants}
    assert claim.way in {None, *vocabulary().choices["direction"]}


def test_what_a_finding_stands_on_is_what_it_is_declared_to_stand_on() -> None:
    stood = set()
    for seed in range(120):
        for finding in findings(made(seed)):
            if finding.base is not None:
                assert finding.base.by == finding.claim.stands_on
                stood.add(finding.code)
    assert stood == {claim.code for claim in CLAIMS if claim.stands_on}


def test_the_page_is_as_declared() -> None:
    """`uv run python -m tools.findings` brings it in step."""
    content = published.PAGE.read_text("utf-8")
    assert published.in_step(content) == content
    rows = [line for line in content.splitlines() if line.startswith("| `")]
    for claim in CLAIMS:
        assert sum(row.startswith(f"| `{claim.code}` | {claim.shown_when}") for row in rows) == 1
