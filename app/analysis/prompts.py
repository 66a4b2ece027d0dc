"""Which questions for reflection fit a map, in which order, and whom each is about.

`docs/questions.md` has the rule of every question.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from app.analysis.alignment import FEWEST
from app.analysis.findings import Finding, findings
from app.analysis.study import study
from app.models.network import Map, Partner
from app.models.vocabulary import Question, vocabulary

LOW: Final = 2
"""Up to this answer a statement on how the co-operation goes is rather not so."""
HIGH: Final = 4
"""From this answer on it is rather so."""

_FAMILY: Final = frozenset({"parents", "family", "parent_council"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question for reflection, as it belongs to a map."""

    question: str
    """The id of the question in the vocabulary."""
    people: tuple[str, ...] = ()
    """The ids of the partners it is about; empty where it is about nobody in particular."""
    because: str | None = None
    """The code of the finding it follows from, `answers` for what the owner answered of
    partners, or None where nothing on this map leads to it."""

    @property
    def fits(self) -> bool:
        """Tell whether something on the map leads to the question."""
        return self.because is not None


def prompts(whole: Map) -> tuple[Prompt, ...]:
    """Return the questions one can ask oneself, those that fit the map first.

    Within the fitting ones the order is that of `RULES`, and within the others that of the
    vocabulary. A finding of which the owner said that it is not so leads to nothing.
    """
    look = _Look(whole)
    fitting = [prompt for key, rule in RULES.items() if (prompt := _made(key, rule(look)))]
    asked = {prompt.question for prompt in fitting}
    others = (Prompt(question=q.id) for q in questions() if q.id not in asked)
    return (*fitting, *others)


def questions() -> tuple[Question, ...]:
    """Return the questions for reflection on one's own; the others are for an exchange."""
    return tuple(q for q in vocabulary().questions.values() if q.id in RULES)


@dataclass(frozen=True, slots=True)
class _Found:
    because: str
    people: tuple[str, ...] = ()


def _made(question: str, found: _Found | None) -> Prompt | None:
    if found is None:
        return None
    return Prompt(question=question, people=found.people, because=found.because)


class _Look:
    """What the rules ask of a map."""

    def __init__(self, whole: Map) -> None:
        self.network = whole.network
        self.study = study(whole)
        self.partners: tuple[Partner, ...] = self.study.partners
        self._findings: dict[str, list[Finding]] = {}
        for finding in findings(whole):
            if finding.verdict is not False:
                self._findings.setdefault(finding.code, []).append(finding)

    def first(self, *codes: str) -> Finding | None:
        """Return the finding of the first of these codes that is there."""
        return next((self._findings[code][0] for code in codes if code in self._findings), None)

    def people(self, code: str) -> tuple[Partner, ...]:
        """Return the partners that the findings of a code are about."""
        known = {partner.id: partner for partner in self.study.whole.partners}
        return tuple(known[key] for f in self._findings.get(code, ()) for key in f.people)

    def by(self, code: str, holds: Callable[[Partner], bool] = lambda _: True) -> _Found | None:
        """Return the people of a finding of whom something holds, or None for nobody."""
        return _about(code, [partner for partner in self.people(code) if holds(partner)])

    def who(self, holds: Callable[[Partner], bool]) -> _Found | None:
        """Return the partners of whom something holds by the owner's own answers, or None."""
        return _about("answers", [partner for partner in self.partners if holds(partner)])

    def count(self, code: str, name: str) -> int | None:
        """Return a number that a finding holds, or None without it."""
        finding = self.first(code)
        return None if finding is None else int(finding.values[name] or 0)


def _about(because: str, people: Iterable[Partner]) -> _Found | None:
    ids = tuple(dict.fromkeys(partner.id for partner in people))
    return _Found(because, ids) if ids else None


def _first_look(look: _Look) -> _Found | None:
    return _Found("answers") if look.partners else None


def _difference(look: _Look) -> _Found | None:
    codes = ("notable_less_often", "notable_less_named")
    first = look.first(*codes)
    people = [partner for code in codes for partner in look.people(code)]
    return None if first is None else _about(first.code, people)


def _weekly(look: _Look) -> _Found | None:
    return look.by("often_less_important")


def _voice_of_parents(look: _Look) -> _Found | None:
    return look.by("important_less_often", lambda partner: partner.kind in _FAMILY)


def _pupil(look: _Look) -> _Found | None:
    kinds = [partner.kind for partner in look.partners]
    if len([kind for kind in kinds if kind is not None]) < FEWEST or "pupil" in kinds:
        return None
    return _Found("answers")


def _my_expertise(look: _Look) -> _Found | None:
    about = look.study.gaps
    if about.valid < FEWEST or any(partner.my_expertise.strip() for partner in look.partners):
        return None
    return _Found("answers")


def _their_expertise(look: _Look) -> _Found | None:
    return look.by("important_less_often", lambda partner: not partner.their_expertise.strip())


def _control(look: _Look) -> _Found | None:
    return look.by("important_and_dissatisfied") or look.by("important_less_often")


def _trust(look: _Look) -> _Found | None:
    return look.who(lambda partner: _is_low(partner.trust)) or look.by("important_less_often")


def _equals(look: _Look) -> _Found | None:
    return look.who(lambda p: _is_low(p.equality) or "unequal" in p.hurdles)


def _language(look: _Look) -> _Found | None:
    return look.who(
        lambda p: (
            _is_low(p.shared_language) or _is_low(p.heard) or "different_language" in p.hurdles
        )
    )


def _goal(look: _Look) -> _Found | None:
    return look.who(lambda p: _is_low(p.shared_goal) or "unclear_goal" in p.hurdles)


def _prevention(look: _Look) -> _Found | None:
    if look.count("focus", "count") != 0 or not look.count("focus", "pupil"):
        return None
    return _about("focus", [p for p in look.partners if p.focus == "pupil"])


def _doing_together(look: _Look) -> _Found | None:
    return look.by("consult") if look.count("do_together", "count") == 0 else None


def _in_the_group(look: _Look) -> _Found | None:
    if look.first("do_together") is None:
        return None
    if any("teach_together" in partner.forms for partner in look.partners):
        return None
    cut = look.network.importance_cut
    return _about("do_together", [p for p in look.partners if (p.importance or 0) >= cut])


def _hurdles(look: _Look) -> _Found | None:
    people = [partner for partner in look.partners if partner.hurdles]
    return _about("answers", sorted(people, key=lambda partner: -len(partner.hurdles)))


def _unwritten_rules(look: _Look) -> _Found | None:
    return look.who(lambda p: "different_ways" in p.hurdles or "left_out" in p.hurdles)


def _went_well(look: _Look) -> _Found | None:
    return look.who(lambda p: bool(p.positives) or (p.satisfaction or 0) >= HIGH)


def _time(look: _Look) -> _Found | None:
    pressed = look.who(lambda p: "too_short" in p.hurdles or "time_pressure" in p.hurdles)
    return pressed or look.by("important_and_dissatisfied")


def _own_practice(look: _Look) -> _Found | None:
    known = look.count("consult", "known")
    people = [p for p in look.partners if "consult_pupil" in p.forms]
    if known is None or 2 * len(people) < known:
        return None
    return _about("consult", people)


def _leadership(look: _Look) -> _Found | None:
    top_down = any("top_down" in partner.hurdles for partner in look.partners)
    leaders = [partner for partner in look.partners if partner.kind == "leadership"]
    if top_down:
        return _Found("answers", tuple(partner.id for partner in leaders))
    return look.by("often_less_important", lambda partner: partner.kind == "leadership")


def _surroundings(look: _Look) -> _Found | None:
    return _Found("empty_settings") if look.count("empty_settings", "community") == 0 else None


def _energy(look: _Look) -> _Found | None:
    costs = [partner for partner in look.partners if partner.energy == "costs"]
    gives = [partner for partner in look.partners if partner.energy == "gives"]
    return _about("answers", [*costs, *gives])


def _beside_another(look: _Look) -> _Found | None:
    return _Found("answers") if look.study.gaps.valid >= FEWEST else None


def _sure(look: _Look) -> _Found | None:
    return _Found("answers") if look.network.confidence is not None else None


def _agreed(look: _Look) -> _Found | None:
    people = [p for p in look.partners if p.task_role_agreed in ("no", "partly")]
    return _about("answers", sorted(people, key=lambda partner: partner.task_role_agreed != "no"))


def _balance(look: _Look) -> _Found | None:
    for more, less in (
        ("wish_more", "wish_less"),
        ("notable_less_often", "notable_less_named"),
    ):
        if look.first(more) and look.first(less):
            return _about(more, [*look.people(more), *look.people(less)])
    return None


def _is_low(answer: int | None) -> bool:
    return answer is not None and answer <= LOW


RULES: Final[dict[str, Callable[[_Look], _Found | None]]] = {
    "R01": _first_look,
    "R02": _difference,
    "R04": _voice_of_parents,
    "R03": _weekly,
    "R08": _control,
    "R09": _trust,
    "R10": _equals,
    "R12": _goal,
    "R26": _agreed,
    "R11": _language,
    "R07": _their_expertise,
    "R16": _hurdles,
    "R17": _unwritten_rules,
    "R19": _time,
    "R21": _leadership,
    "R14": _doing_together,
    "R15": _in_the_group,
    "R13": _prevention,
    "R20": _own_practice,
    "R22": _surroundings,
    "R05": _pupil,
    "R23": _energy,
    "R18": _went_well,
    "R06": _my_expertise,
    "R25": _sure,
    "R24": _beside_another,
    "R27": _balance,
}
"""By question, in the order in which the fitting ones are asked: from looking, by what differs and
what lies beneath, to what goes well and what to choose."""
