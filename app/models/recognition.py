"""What somebody typed, read as one of the kinds of partner, or as none.

A name is never turned into a kind by chance: where what is typed could mean two things, nothing
is certain and both are offered. The words stand in `resources/vocabulary/words.toml`; from them
one index is made, so that a key pressed costs a few lookups and not a walk through the words.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from app.models.beginnings import WORD, beginning, starts
from app.models.misspelling import LEAST, SpellingCheck
from app.models.short_words import kind_of_short, kinds_of_short
from app.models.typed_names import (
    SHORT,
    Names,
    Reading,
    Token,
    TypedKind,
    is_short_name,
    without_years,
)
from app.models.word_forms import (
    ALONE,
    ENDING,
    IN_LAW,
    PARTS,
    SLASHED,
    SURE,
    WEAK,
    Entry,
    Written,
    bases,
    forms,
    index,
    key_of,
    phrases,
)

_LONGEST_TEXT: Final = 200
_LONGEST_PHRASE: Final = 7
"""Words that are looked up together, at most."""
_LONGEST_NAME: Final = 6
"""Words in which somebody is named, and says what they are."""
_WITHIN_A_NAME: Final = frozenset({"", "small", "whose", "and"})

_LONGEST_MISSPELLED: Final = 4
_LEAST_TITLED: Final = 8
"""Letters of a misspelled word. With a capital it may be a name: *Peeters* are no *peuters*."""
_LEAST_AROUND: Final = 9
"""Letters of a misspelled phrase with a known word in it: *tussensschoolse opvang*."""

_POSSESSIVE: Final = re.compile(r"['’´`]s?$")

_ROLES: Final = ("small", "vague", "whose", "and", "not")
"""What words do in a sentence; a word in two lists does the latter."""
_AT_HOME: Final = frozenset({"pupil", "parents", "family"})
"""Kinds that stay what they are, whoever they belong to: *moeder van leerling Sem*."""
_TEACHER: Final = "colleague"
_OUTSIDE: Final = "community"
_AT_SCHOOL: Final = "school"
"""Who is from the community, and of the school, may be either: *zwemjuf van school*."""
_OF_ONES_OWN: Final = frozenset({"parents", "family"})
"""Kinds that *mijn* takes away: one's own mother is not a pupil's."""


_Kinds = list[TypedKind]


_CONFLICT: Final = Reading(conflict=True)


class Recogniser:
    """Knows the words of all kinds: those of one language first, then those of the other."""

    def __init__(
        self,
        written: Written,
        labels: Mapping[str, Mapping[str, str]],
        settings: Mapping[str, str],
        language: str,
    ) -> None:
        """Take the words as they are written, the labels by language, and the settings of kinds."""
        self._settings = settings
        self._is_dutch = language == "nl"
        self._order = {kind: number for number, kind in enumerate(settings)}
        self._lists = {row["id"]: row for row in written["list"]}
        other = "en" if language == "nl" else "nl"
        own_words = phrases(written, labels[language], language)
        other_words = phrases(written, labels[other], other)
        bending = self._lists["bending"]["nl"]
        self._index = index(own_words, written, bending, language)
        self._other = index(other_words, written, bending, other)
        self._starts = [starts(own_words), starts(other_words)]
        self._roles = {key: role for role in _ROLES for key in self._keys(role, language)}
        self._own = frozenset(self._keys("own", language))
        self._misspelled = SpellingCheck(
            key
            for key, entry in self._index.items()
            if len(key) >= LEAST and entry.sureness == SURE
        )
        if self._is_dutch:
            self._roles |= {
                form: "vague" for key in self._keys("vague", "nl") for form in forms(key)
            }
        self._titles = frozenset([*self._keys("titles", "nl"), *self._keys("titles", "en")])
        self._names = Names(
            frozenset(self._keys("forenames", language)),
            frozenset(self._keys("surnames", language)),
            self._titles,
        )
        self.certain = lru_cache(maxsize=2048)(self._certain)
        self.offered = lru_cache(maxsize=256)(self._offered)
        self._found_in = lru_cache(maxsize=256)(self._found)

    def _keys(self, name: str, language: str) -> list[str]:
        return [key_of(word) or word for word in self._lists[name].get(language, ())]

    def prepare(self) -> None:
        """Make ready what only misspelled words need, before the first of them is typed."""
        self._meant("prepared")

    # Being certain.

    def _certain(self, typed: str) -> str | None:
        """Return the kind that a text names in so many words, or None."""
        whole = self._index.get(key_of(typed[:_LONGEST_TEXT]))
        if whole is not None and whole.sureness == SURE and not is_short_name(typed.strip()):
            return whole.kind
        if not self._is_dutch:
            known = self._index, self._roles
            short = kind_of_short(typed[:_LONGEST_TEXT], known, self._other)
            if short is not None:
                return short
        readings = list(map(self._read, parts := self._parts(typed)))
        if any(reading.conflict for reading in readings):
            return None
        said = [reading for reading in readings if reading.kind]
        chosen = [reading for reading in said if not reading.weak] or said
        chosen = [reading for reading in chosen if not reading.year] or chosen
        if chosen and chosen[0].year and any(reading.strange for reading in readings):
            return _TEACHER if self._names.are_titled(parts) else None
        if not chosen or not self._agree(reading.kind for reading in chosen):
            return None
        unclear = chosen[0].weak and any(reading.vague for reading in readings)
        return None if unclear else chosen[0].kind

    def is_somebody(self, typed: str) -> bool:
        """Tell whether a name stands before what somebody is: *Fatima, jeugdhulp*.

        *De Klimop, bso* is no name of a person, nor what is itself in the lists.
        """
        parts = self._parts(typed)
        if not parts or len(parts[0]) > _LONGEST_NAME:
            return False
        first = parts[0]
        found = self._found_in(first)
        end = found[0].start if found else len(first)
        named = first[:end]
        if not named or (not found and len(parts) < 2):
            return False
        return not named[0].role and all(
            token.role in _WITHIN_A_NAME and (token.role or token.raw.istitle()) for token in named
        )

    def _agree(self, kinds: Iterable[str]) -> bool:
        return len({self._settings[kind] for kind in kinds}) == 1

    def _parts(self, typed: str) -> list[tuple[Token, ...]]:
        """Return the parts of a text, which brackets, commas and dashes divide, in words."""
        parts = []
        text = SLASHED.sub(r"v\1", ENDING.sub(r"\1\2", typed[:_LONGEST_TEXT]))
        for part in PARTS.split(IN_LAW.sub("inlaw", text)):
            tokens = []
            for raw in WORD.findall(part):
                key = key_of(raw)
                role = "small" if key.isdigit() else self._roles.get(key or raw, "")
                if _POSSESSIVE.search(raw):
                    role = self._roles.get(key_of(_POSSESSIVE.sub("", raw)), role)
                tokens.append(Token(key, raw, role if key or role else "small"))
            if tokens:
                parts.append(tuple(tokens))
        return parts

    def _read(self, tokens: tuple[Token, ...]) -> Reading:
        """Read one part; the halves that *and* joins have to agree."""
        found = self._found_in(tokens)
        inside = {n for one in found for n in range(one.start, one.end)}
        bounds = [n for n, token in enumerate(tokens) if token.role == "and" and n not in inside]
        halves = [
            self._half(tokens, found, start, end)
            for start, end in zip(
                [0, *(n + 1 for n in bounds)], [*bounds, len(tokens)], strict=True
            )
            if start < end
        ]
        if len(halves) < 2:
            return halves[0] if halves else Reading()
        said = [half.kind for half in halves if half.kind]
        unclear = any(half.conflict or half.vague for half in halves)
        if unclear or (said and (not halves[0].kind or not self._agree(said))):
            return _CONFLICT
        return halves[0]

    def _half(self, tokens: tuple[Token, ...], found: _Kinds, start: int, end: int) -> Reading:
        """Read what stands between two *ands*: who it is, and after *van* whose."""
        mine = [one for one in found if start <= one.start < end]
        inside = {n for one in mine for n in range(one.start, one.end)}
        bare = [n for n in range(start, end) if n not in inside]
        first = mine[0].start if mine else end
        if mine and any(tokens[n].role == "not" for n in bare if n < first):
            return _CONFLICT
        whose = next((n for n in bare if tokens[n].role == "whose"), end)
        if any(tokens[n].role == "not" for n in bare if n > whose):
            return _CONFLICT
        head = self._phrase(tokens, mine, start, whose, strange=False)
        if self._settings.get(head.kind) == _OUTSIDE and any(
            tokens[n].key == _AT_SCHOOL for n in bare
        ):
            return _CONFLICT
        if whose == end:
            return head
        tail = self._phrase(tokens, mine, whose + 1, end, strange=head.strange and not head.vague)
        if head.weak and not tail.kind and any(whose < one.start for one in mine):
            return _CONFLICT  # whose it is may be a name: *juf van Buren*
        return tail if tail.own else self._joined(head, tail)

    def _joined(self, head: Reading, tail: Reading) -> Reading:
        """Return the reading of *head of tail*: *juf van de bso* belongs to the bso."""
        if head.conflict or head.kind in _AT_HOME or not (tail.kind or tail.conflict):
            return head
        if tail.conflict or not head.kind:
            at_home = tail.weak or tail.kind in _AT_HOME
            return (
                _CONFLICT if tail.conflict or at_home or not (head.vague or head.strange) else tail
            )
        if tail.weak or self._agree((head.kind, tail.kind)):
            return head
        if tail.kind == "pupil" or (tail.kind in _AT_HOME and not head.weak):
            return head  # *juf van de kleuterklas*, *huisarts van het gezin*
        return tail if head.weak and tail.kind not in _AT_HOME else _CONFLICT

    def _phrase(
        self, tokens: tuple[Token, ...], found: _Kinds, start: int, end: int, *, strange: bool
    ) -> Reading:
        """Read words that belong together; `strange` where only names stand before them."""
        mine = [one for one in found if start <= one.start < end]
        inside = {n for one in mine for n in range(one.start, one.end)}
        bare = [n for n in range(start, end) if n not in inside]
        named = bool(mine) and self._names.may_be_named(tokens, mine)
        if named and (len(mine) < 2 or not self._agree(one.kind for one in mine)):
            return _CONFLICT  # but *juf Gym* is of the school, named so or not
        vague = any(tokens[n].role == "vague" for n in bare)
        names = [n for n in bare if not tokens[n].role and not _POSSESSIVE.search(tokens[n].raw)]
        alone = not names and not vague and not strange and len(mine) == 1
        alone = alone and not is_short_name(tokens[mine[0].start].raw)
        alone = alone and not self._names.are_named(tokens, mine[0], after_name=False)
        sure = [
            one
            for one in mine
            if one.sureness != WEAK
            and (alone or self._stands(tokens, one, strange or any(n < one.start for n in names)))
        ]
        weak = [one for one in mine if one.sureness == WEAK and self._stands(tokens, one, names)]
        names += [one.start for one in mine if one not in sure and one not in weak]
        people = without_years(tokens, weak)
        year = not people
        weak = people or weak
        if sure:
            own = sure[0].start > 0 and tokens[sure[0].start - 1].key in self._own
            if own and sure[0].kind in _OF_ONES_OWN:
                return Reading(conflict=True, own=True)
            if not self._agree(one.kind for one in sure):
                return _CONFLICT
            return Reading(sure[0].kind)
        if weak:
            kind = weak[0].kind
            earlier = [n for n in names if n < weak[0].start]
            odd = any(tokens[n].raw.islower() for n in earlier)
            vague = vague or odd or any(tokens[n].role == "vague" for n in names)  # *stichting*
            told = strange or earlier or not self._agree(one.kind for one in weak)
            if vague or (kind == "pupil" and told):
                return _CONFLICT
            return Reading(kind, weak=True, year=year)
        return Reading(vague=vague, strange=bool(names))

    def _stands(self, tokens: tuple[Token, ...], one: TypedKind, after_name: object) -> bool:
        """Tell whether a word counts beside others: not where it may be a name."""
        raws = [token.raw for token in tokens[one.start : one.end]]
        loud = one.start > 0 and all(raw.isupper() for raw in raws) and len(raws[0]) > 1
        if loud and any(token.raw.islower() or token.raw.istitle() for token in tokens):
            return True
        named = self._names.are_named(tokens, one, after_name=bool(after_name))
        if one.sureness == WEAK:
            titled = self._names.is_titled(tokens, one)
            return not (named and raws[0].istitle() and not titled) or not one.start
        return one.sureness == SURE and not named

    # Finding words.

    def _found(self, tokens: tuple[Token, ...]) -> _Kinds:
        """Return the kinds in a part, the longest phrases first, then what is misspelled."""
        found: _Kinds = []
        start = 0
        while start < len(tokens):
            size = min(_LONGEST_PHRASE, len(tokens) - start)
            while size:
                key = "".join([token.key for token in tokens[start : start + size]])
                last = tokens[start + size - 1].role
                joins = size > 1 and (len(key) <= SHORT or last == "and")
                entry = None if joins else self._entry(key)
                if entry is not None:
                    found.append(TypedKind(start, start + size, *entry))
                    break
                size -= 1
            start += max(size, 1)
        return self._with_misspelled(tokens, found)

    def _entry(self, key: str) -> Entry | None:
        entry = self._index.get(key)
        if entry is not None or key in self._roles:
            return entry
        for base in bases(key) if self._is_dutch else ():
            entry = self._index.get(base)
            if entry is not None and entry.sureness != ALONE:
                return entry
        other = self._other.get(key) if len(key) > 4 else None
        return other if other is not None and other.sureness == SURE else None

    def _with_misspelled(self, tokens: tuple[Token, ...], found: _Kinds) -> _Kinds:
        """Put the words that were meant where nobody has a word for what stands there."""
        inside = {n: one for one in found for n in range(one.start, one.end)}
        roles = [token.role for token in tokens]
        large = [token.raw[:1].isupper() for token in tokens]  # within a text that of a name
        strange = {
            n for n in range(len(tokens)) if not (n in inside or roles[n] or (n and large[n]))
        }
        start = 0
        while strange and start < len(tokens):
            size = min(_LONGEST_MISSPELLED, len(tokens) - start)
            while size:
                window = range(start, start + size)
                over = {inside[n] for n in window if n in inside}
                later = slice(start + 1, start + size)
                by_chance = any(large[later]) and (over or any(roles[later]))
                if by_chance or (size > 1 and tokens[start].key in self._titles):
                    size -= 1  # *mw School* is no *mr school*
                    continue
                if not strange.isdisjoint(window) and all(
                    start <= one.start and one.end <= start + size for one in over
                ):
                    key = "".join([tokens[n].key for n in window])
                    titled = tokens[start].raw[:1].isupper()
                    least = _LEAST_AROUND if over else _LEAST_TITLED if titled else LEAST
                    kind = self._meant(key) if len(key) >= least else None
                    if kind is not None and over and not self._keeps(tokens, over, key):
                        kind = None
                    if kind is not None:
                        meant = TypedKind(start, start + size, kind, SURE)
                        found = sorted([meant, *(one for one in found if one not in over)])
                        break
                size -= 1
            start += max(size, 1)
        return found

    def _keeps(self, tokens: tuple[Token, ...], known: Iterable[TypedKind], key: str) -> bool:
        """Tell whether the words that are known stand in what was meant by `key`.

        They are no slips: *bso begeleidster* is no *busbegeleidster*.
        """
        keys = ["".join([token.key for token in tokens[one.start : one.end]]) for one in known]
        return all(word in meant for meant in self._misspelled.meant(key) for word in keys)

    def _meant(self, key: str) -> str | None:
        """Return the kind of the word that was meant; None where the likeliest disagree."""
        kinds = [self._index[word].kind for word in self._misspelled.meant(key)]
        return kinds[0] if kinds and self._agree(kinds) else None

    # Offering.

    def _offered(self, typed: str) -> tuple[str, ...]:
        """Return all kinds that a text may mean, the likeliest first."""
        kinds = [certain] if (certain := self.certain(typed)) else []
        *_, last = parts = [(), *self._parts(typed)]
        found = [one for part in parts for one in self._found_in(part)]
        for sureness in (SURE, ALONE, WEAK):
            kinds += [one.kind for one in found if one.sureness == sureness]
        if typed[2:] and not kinds:
            kinds = kinds_of_short(parts, self._index, self._other)
        for rows in self._starts:
            kinds += beginning(rows, key_of(typed))
            if len(last) > 1 and len(last[-1].key) >= SHORT:
                kinds += beginning(rows, last[-1].key)
        for token in last:
            if token.role == "vague":
                ends = {e.kind for k, e in self._index.items() if k.endswith(token.key)}
                kinds += sorted(ends, key=self._order.__getitem__)
        return tuple(dict.fromkeys(kinds))
