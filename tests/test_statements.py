"""The page that says where each statement of the articles is: what it names is there."""

import re

from app.analysis.findings import CLAIMS
from app.models.competences import framework
from app.models.network import RECORD_TYPES, rules_of
from app.models.vocabulary import vocabulary
from tests.test_a_new_field import ROOT

PAGE = (ROOT / "docs" / "statements.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if re.match(r"\| \d", line)
]


def test_every_statement_has_a_place_that_exists_and_a_verdict() -> None:
    known = vocabulary()
    names = {claim.code for claim in CLAIMS} | set(known.questions) | set(known.kinds)
    names |= {name for kind in RECORD_TYPES for name in rules_of(kind)}
    names |= {term for terms in known.choices.values() for term in terms}
    names |= set(framework().lines)
    assert len(ROWS) == 83
    for lines, statement, where, verdict in ROWS:
        gone = set(re.findall(r"`(\w+)`", where)) - names
        assert not gone, (lines, statement, gone)
        assert re.match(r"there|partly: |left out ", verdict), (lines, verdict)
