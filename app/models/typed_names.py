"""Words that, where they stand, rather are a name: *Vera Logo*, *Jan Kok*, *Ib Hansen*."""

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

SHORT: Final = 3
"""Letters of a word that is no phrase: *ib* is, *i b* is not."""
_SHORT_SURNAME: Final = 8
"""Letters of a word that behind a name is one, where it has a capital: *Jan Tolk*, *Anna Gemeente*.
Longer ones say what somebody is."""
_CLASSES: Final = frozenset(("kleuters", "kleuterklas", "kleutergroep", "brugklas", "examenklas"))
"""Words that say which class, without a number behind them."""
_JOINING: Final = ("small", "whose")
"""What words do that stand within a name: *Els van Buren*, *Piet de Tolk*."""


class Token(NamedTuple):
    """A word as it was typed, with what it does in the sentence, or nothing."""

    key: str
    raw: str
    role: str


class TypedKind(NamedTuple):
    """A kind that stands in a part of a text, from one word to another."""

    start: int
    end: int
    kind: str
    sureness: str


class Reading(NamedTuple):
    """What a part of a text says: a kind, a kind that gives way, two at once, or something else."""

    kind: str = ""
    weak: bool = False
    conflict: bool = False
    vague: bool = False
    """It says what somebody does in words that fit several kinds: *begeleider*."""
    strange: bool = False
    """It holds words that are in no list: names, most likely."""
    own: bool = False
    """It is somebody of one's own family."""
    year: bool = False
    """It says which class, and not who: *groep 4* in *meester Wouter (groep 4)*."""


class Names:
    """Knows the words that are also first names or surnames, and what stands before a surname."""

    def __init__(
        self, forenames: Collection[str], surnames: Collection[str], titles: frozenset[str]
    ) -> None:
        """Take the keys of the words."""
        self._forenames = forenames
        self._surnames = surnames
        self._titles = titles

    def is_titled(self, tokens: Sequence[Token], one: TypedKind) -> bool:
        """Tell whether a word with a capital stands behind a title: *juf Bakker*."""
        if not tokens[one.start].raw.istitle():
            return False
        at = one.start - 1
        while at >= 0 and tokens[at].role in _JOINING:
            at -= 1
        return at >= 0 and tokens[at].key in self._titles

    def are_titled(self, parts: Sequence[Sequence[Token]]) -> bool:
        """Tell whether a text begins with a title.

        *Els (groep 4)* has that class, or is in it; *mevrouw Smit (groep 4)* has it.
        """
        return bool(parts) and parts[0][0].key in self._titles

    def may_be_named(self, tokens: Sequence[Token], found: Sequence[TypedKind]) -> bool:
        """Tell whether a word may be a name as well: behind a title, with a capital.

        *Mevrouw Bibliotheek* may be called so. *Dokter School* may, or be the doctor of the school.
        """
        return not self._titles.isdisjoint([token.key for token in tokens]) and any(
            self._follows_a_title(tokens, one) for one in found
        )

    def _follows_a_title(self, tokens: Sequence[Token], one: TypedKind) -> bool:
        before = [token for token in tokens[: one.start] if token.role != "small"][-1:]
        if before and before[0].key in self._titles and one.end - one.start == 1:
            return _looks_named(tokens[one.start].raw, before[0].raw)
        title = tokens[one.start]
        behind = tokens[one.end] if one.end < len(tokens) else title
        return title.key in self._titles and behind.key == "school" and not behind.raw.islower()

    def are_named(self, tokens: Sequence[Token], one: TypedKind, *, after_name: bool) -> bool:
        """Tell whether these words are rather a name than what somebody is."""
        is_one = one.end - one.start == 1
        key = (
            tokens[one.start].key
            if is_one
            else "".join([t.key for t in tokens[one.start : one.end]])
        )
        is_capital = tokens[one.start].raw.istitle()
        if key in self._forenames and is_capital and _is_before_a_name(tokens, one.end, len(key)):
            return True
        is_short = is_one and is_capital and one.start > 0 and len(key) <= _SHORT_SURNAME
        return (is_short or key in self._surnames) and (after_name or self.is_titled(tokens, one))


def _looks_named(raw: str, title: str) -> bool:
    """Tell whether a word is written as a name: *Logo*, or in a text of capitals *LOGO*."""
    return raw.istitle() or (raw.isupper() and title.isupper() and len(raw) > SHORT)


def is_short_name(raw: str) -> bool:
    """Tell whether a word is written as a short name is: *Lo*, not *lo* or *LO*."""
    return len(raw) <= SHORT and raw[:1].isupper() and not raw.isupper()


def _is_before_a_name(tokens: Sequence[Token], at: int, letters: int) -> bool:
    """Tell whether a name stands behind a first name; the shortest ones need none."""
    while at < len(tokens) and tokens[at].role in _JOINING:
        at += 1
    return tokens[at].raw.istitle() if at < len(tokens) else letters == SHORT


def without_years(tokens: Sequence[Token], weak: Sequence[TypedKind]) -> list[TypedKind]:
    """Leave out which class somebody has, where it is said who: *groep 4* of *juf Els, groep 4*."""
    return [
        one
        for one in weak
        if tokens[one.start].key not in _CLASSES
        and not (one.end < len(tokens) and tokens[one.end].key[:1].isdigit())
    ]
