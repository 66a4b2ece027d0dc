"""What a map says. Each finding is one entry, a `Claim`: its rule, its words, what follows from it.

A new one is an entry in one of the modules here and a place in `all_findings.py`; the screen, the
report, the questions, `kring analyse` and `docs/findings.md` take it from there.
"""

from app.analysis.findings.all_findings import CLAIMS, claim_of, findings, told, within
from app.analysis.findings.finding import Claim, Finding, Look
from app.analysis.findings.opening_sentence import opening
from app.analysis.findings.shared_words import names, wish_of

__all__ = [
    "CLAIMS",
    "Claim",
    "Finding",
    "Look",
    "claim_of",
    "findings",
    "names",
    "opening",
    "told",
    "wish_of",
    "within",
]
