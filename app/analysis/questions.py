"""Which questions for reflection fit a map, in which order, and whom each is about.

`docs/questions.md` has the rule of every question, `resources/vocabulary/questions.toml` its words.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from app.analysis.alignment import FEWEST_RATED
from app.analysis.composition import WEEKLY, outside
from app.analysis.findings import CLAIMS, Look, differences, findings, wishes
from app.analysis.study import PUPIL, study
from app.models.network import Map, Partner
from app.models.vocabulary import Question, vocabulary

LOW: Final = 2
"""Up to this answer a statement on how the co-operation goes is rather not so."""
LEADERS: Final = frozenset({"leadership", "internal_support_coordinator", "school_board"})
"""Contact with them is asked about by what it could be used for, never by how it could be less."""
HIGH: Final = 4
"""From this answer on it is rather so."""


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
    look = Look(study(whole), findings(whole))
    found = {key: rule(look) or _from_findings(key, look) for key, rule in RULES.items()}
    fitting = [_made(key, one) for key, one in found.items() if one is not None]
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


def _made(question: str, found: _Found) -> Prompt:
    return Prompt(question=question, people=found.people, because=found.because)


def _from_findings(question: str, look: Look) -> _Found | None:
    """Return the partners of the strongest finding that leads to a question, or None."""
    for claim in CLAIMS:
        leads = claim.leads_to.get(question)
        found = look.of(claim)
        if leads and found and (people := leads(found, look)) is not None:
            return _Found(claim.code, tuple(dict.fromkeys(people)))
    return None


def _who(look: Look, holds: Callable[[Partner], bool]) -> _Found | None:
    """Return the partners of whom something holds by the owner's own answers, or None."""
    people = look.who(holds)
    return _Found("answers", people) if people else None


def _about(because: str, people: Iterable[Partner]) -> _Found | None:
    ids = tuple(dict.fromkeys(partner.id for partner in people))
    return _Found(because, ids) if ids else None


def _first_look(look: Look) -> _Found | None:
    return _Found("answers") if look.partners else None


def _pupil(look: Look) -> _Found | None:
    return _who(look, lambda partner: partner.kind == PUPIL)


def _no_pupil(look: Look) -> _Found | None:
    kinds = [partner.kind for partner in look.partners]
    if len([kind for kind in kinds if kind is not None]) < FEWEST_RATED or PUPIL in kinds:
        return None
    return _Found("answers")


def _my_expertise(look: Look) -> _Found | None:
    about = look.study.gaps
    if about.valid < FEWEST_RATED or any(partner.my_expertise.strip() for partner in look.partners):
        return None
    return _Found("answers")


def _trust(look: Look) -> _Found | None:
    return _who(look, lambda partner: _is_low(partner.trust))


def _equals(look: Look) -> _Found | None:
    return _who(look, lambda p: _is_low(p.equality) or "unequal" in p.hurdles)


def _language(look: Look) -> _Found | None:
    return _who(
        look,
        lambda p: (
            _is_low(p.shared_language) or _is_low(p.heard) or "different_language" in p.hurdles
        ),
    )


def _goal(look: Look) -> _Found | None:
    return _who(look, lambda p: _is_low(p.shared_goal) or "unclear_goal" in p.hurdles)


def _hurdles(look: Look) -> _Found | None:
    people = [partner for partner in look.partners if partner.hurdles]
    return _about("answers", sorted(people, key=lambda partner: -len(partner.hurdles)))


def _unwritten_rules(look: Look) -> _Found | None:
    return _who(look, lambda p: not _UNWRITTEN.isdisjoint(p.hurdles))


def _went_well(look: Look) -> _Found | None:
    return _who(look, lambda p: bool(p.positives) or (p.satisfaction or 0) >= HIGH)


def _time(look: Look) -> _Found | None:
    return _who(look, lambda p: not _OF_TIME.isdisjoint(p.hurdles))


def _leadership(look: Look) -> _Found | None:
    if not any("top_down" in partner.hurdles for partner in look.partners):
        return None
    leaders = [partner for partner in look.partners if partner.kind == "leadership"]
    return _Found("answers", tuple(partner.id for partner in leaders))


def _first_responsible(look: Look) -> _Found | None:
    return _who(look, lambda p: _role(p) == "family" and p.frequency is not None)


def _they_heard(look: Look) -> _Found | None:
    """Return the partners guessed to feel heard little, or much less than the owner."""
    return _who(
        look,
        lambda p: (
            p.they_heard is not None
            and (_is_low(p.they_heard) or (p.heard or 0) > p.they_heard + 1)
        ),
    )


def _reading(look: Look) -> _Found | None:
    return _who(
        look,
        lambda p: _is_low(p.equality) or _is_low(p.speaking_up) or bool(p.power_words),
    )


def _their_trust(look: Look) -> _Found | None:
    return _who(look, lambda p: _is_low(p.trust) or _is_low(p.uncertainty))


def _use_of_leaders(look: Look) -> _Found | None:
    return _who(look, lambda p: p.kind in LEADERS and (p.frequency or 0) >= WEEKLY)


def _with_the_group(look: Look) -> _Found | None:
    return _who(look, lambda p: "teach_together" in p.forms and bool(outside([p])))


def _learned(look: Look) -> _Found | None:
    return _who(
        look,
        lambda p: bool(outside([p])) and ("teach_together" in p.forms or "feedback" in p.positives),
    )


def _one_and_many(look: Look) -> _Found | None:
    people = [p for p in outside(look.partners) if p.focus == "pupil"]
    # The survey found it most of all with youth care.
    return _about("answers", sorted(people, key=lambda partner: partner.kind != "youth_care"))


def _limits(look: Look) -> _Found | None:
    return _who(look, lambda p: bool(p.my_craft or p.my_expertise.strip()) and not p.limits.strip())


def _expectations(look: Look) -> _Found | None:
    return _who(
        look,
        lambda p: (
            _role(p) != "pupil"
            and ("unclear_goal" in p.hurdles or p.satisfaction in (1, LOW))
            and not (p.my_expectation.strip() and p.their_expectation.strip())
        ),
    )


def _role(partner: Partner) -> str:
    return vocabulary().role_of(partner.kind, partner.setting)


def _energy(look: Look) -> _Found | None:
    costs = [partner for partner in look.partners if partner.energy == "costs"]
    gives = [partner for partner in look.partners if partner.energy == "gives"]
    return _about("answers", [*costs, *gives])


def _beside_another(look: Look) -> _Found | None:
    return _Found("answers") if look.study.gaps.valid >= FEWEST_RATED else None


def _sure(look: Look) -> _Found | None:
    return _Found("answers") if look.network.confidence is not None else None


def _agreed(look: Look) -> _Found | None:
    people = [p for p in look.partners if p.task_role_agreed in ("no", "partly")]
    return _about("answers", sorted(people, key=lambda partner: partner.task_role_agreed != "no"))


def _balance(look: Look) -> _Found | None:
    """Return the partners wished more and less, or else those who stand out either way."""
    for more, less in (
        (wishes.MORE, wishes.LESS),
        (differences.LESS_OFTEN, differences.LESS_NAMED),
    ):
        fewer = [p for p in look.people(less) if less is wishes.LESS or p.kind not in LEADERS]
        if look.of(more) and fewer:
            return _about(more.code, [*look.people(more), *fewer])
    return None


_UNWRITTEN: Final = frozenset(
    {"different_ways", "left_out", "teacher_left_out", "partner_left_out"}
)
_OF_TIME: Final = frozenset({"too_short", "time_pressure", "time_mine", "time_theirs"})


def _is_low(answer: int | None) -> bool:
    return answer is not None and answer <= LOW


def _no_answers(_: Look) -> None:
    """Return that no answer leads there: only findings do."""


RULES: Final[dict[str, Callable[[Look], _Found | None]]] = {
    "R01": _first_look,
    "R02": _no_answers,
    "R04": _no_answers,
    "R03": _no_answers,
    "R38": _use_of_leaders,
    "R08": _no_answers,
    "R09": _trust,
    "R37": _their_trust,
    "R10": _equals,
    "R36": _reading,
    "R35": _they_heard,
    "R12": _goal,
    "R43": _expectations,
    "R26": _agreed,
    "R11": _language,
    "R07": _no_answers,
    "R44": _no_answers,
    "R16": _hurdles,
    "R17": _unwritten_rules,
    "R19": _time,
    "R21": _leadership,
    "R14": _no_answers,
    "R15": _no_answers,
    "R39": _with_the_group,
    "R13": _no_answers,
    "R41": _one_and_many,
    "R20": _no_answers,
    "R22": _no_answers,
    "R05": _pupil,
    "R33": _no_pupil,
    "R34": _first_responsible,
    "R23": _energy,
    "R18": _went_well,
    "R40": _learned,
    "R06": _my_expertise,
    "R42": _limits,
    "R25": _sure,
    "R24": _beside_another,
    "R27": _balance,
}
"""By question, in the order in which the fitting ones are asked: from looking, by what differs and
what lies beneath, to what goes well and what to choose. The rule says what the owner's answers
lead to; where they lead to nothing, a finding may (`Claim.leads_to`)."""
