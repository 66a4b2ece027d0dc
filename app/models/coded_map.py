"""What a group keeps of a map that was handed in: answers with a code, and nothing personal.

No names, texts, own words for kinds, positions or dates; and no ids, but for marks made of them
with a salt of the group's own, by which the same respondent and partner are known again within
the group and nowhere else.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from typing import Final

from app.models.consent import Consent
from app.models.digest import blake2s
from app.models.frozen import frozen
from app.models.network import Map, Network, Partner, rules_of
from app.models.vocabulary import vocabulary

OWN_WORDS: Final = "own_words"
"""What every kind that is not in the vocabulary is kept as."""

_MARK_BYTES: Final = 16


@frozen
class CodedPartner:
    """One partner: every field but the mark is that of `Partner` by the same name."""

    mark: str = ""
    kind: str | None = None
    """The id of a kind of the vocabulary, or `OWN_WORDS`."""
    setting: str | None = None
    frequency: int | None = None
    importance: int | None = None
    named_important: bool | None = None
    wished_frequency: int | None = None
    focus: str | None = None
    forms: tuple[str, ...] = ()


@frozen
class CodedMap:
    """One map; every field that is one of `Network` as well is that one."""

    respondent: str = ""
    """The same for all maps of one person."""
    mark: str = ""
    """The same for all states of one map."""
    importance_overall: int | None = None
    satisfaction_overall: int | None = None
    confidence: int | None = None
    own_expertise: int | None = None
    lines_drawn: bool = False
    partners: tuple[CodedPartner, ...] = ()
    ties: tuple[tuple[str, str, int], ...] = ()
    """How many of the partners that count know each other, by the two settings."""
    agreed: bool = False
    """Whoever handed it in ticked what it is for."""
    wall: bool = False
    """And that its picture may be shown beside others."""
    withdrawal: str = ""
    """By which they can have it taken out (`consent.sealed`)."""


_PARTNER_FIELDS: Final = tuple(
    f.name for f in fields(CodedPartner) if f.name not in ("mark", "kind")
)
_OF_MAP: Final = tuple(f.name for f in fields(CodedMap) if f.name in rules_of(Network))

_RULES: Final = {
    **{name: rules_of(Partner)[name] for name in _PARTNER_FIELDS},
    **{name: rules_of(Network)[name] for name in _OF_MAP},
}

OVERALL: Final = tuple(name for name in _OF_MAP if rules_of(Network)[name].kind == "scale")
"""The answers about the whole map."""


def coded(whole: Map, salt: bytes, consent: Consent | None = None) -> CodedMap:
    """Return the part of a map that a group with this `salt` keeps."""
    mark = marker(salt)
    network = whole.network
    return CodedMap(
        respondent=mark("series:" + network.series),
        mark=mark("map:" + network.id),
        partners=tuple(_partner(partner, mark) for partner in whole.partners),
        ties=_ties(whole) if network.lines_drawn else (),
        agreed=consent is not None,
        wall=consent is not None and consent.wall,
        withdrawal="" if consent is None else consent.withdrawal,
        **{field: getattr(network, field) for field in _OF_MAP},
    )


def checked(one: CodedMap) -> CodedMap:
    """Return the kept part of a map. Raises ValueError for an answer outside its list."""
    records: tuple[CodedMap | CodedPartner, ...] = (one, *one.partners)
    for record in records:
        for field in fields(record):
            value, rule = getattr(record, field.name), _RULES.get(field.name)
            if rule is not None and value is not None and not rule.allows(value):
                raise ValueError(field.name)
    return one


def marker(salt: bytes) -> Callable[[str], str]:
    """Return a function that turns an id into a mark, always the same one, by a secret salt."""

    def mark(id_: str) -> str:
        return blake2s(id_.encode(), key=salt[:32], size=_MARK_BYTES).hex()

    return mark


def _partner(partner: Partner, mark: Callable[[str], str]) -> CodedPartner:
    kind = partner.kind
    if kind is not None and kind not in vocabulary().kinds:
        kind = OWN_WORDS
    kept = {field: getattr(partner, field) for field in _PARTNER_FIELDS}
    return CodedPartner(mark=mark("partner:" + partner.id), kind=kind, **kept)


def _ties(whole: Map) -> tuple[tuple[str, str, int], ...]:
    setting = {p.id: p.setting for p in whole.partners if p.frequency != 0}
    found: Counter[tuple[str, str]] = Counter()
    for tie in whole.ties:
        a, b = setting.get(tie.a), setting.get(tie.b)
        if tie.state == "yes" and a is not None and b is not None:
            found[min(a, b), max(a, b)] += 1
    return tuple((a, b, count) for (a, b), count in sorted(found.items()))
