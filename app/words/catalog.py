"""What the app says: English in the code, Dutch in `resources/translations/nl.po` (gettext).

What is read is `nl.mo`, which `python -m tools.words` makes of it.

A text has named places, `{name}`, which are filled in one go, so that what a person typed is never
looked through for places itself; and each is isolated, so that a name written from right to left
does not turn the sentence.
"""

import gettext
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from app import RESOURCES
from app.models.text_form import isolated

LANGUAGES: Final = ("nl", "en")
"""The languages that are complete; the code itself speaks English."""

_PLACE: Final = re.compile(r"\{(\w+)\}")
_ENGLISH: Final = gettext.NullTranslations()


class _Spoken:
    """The language that is spoken now, for the whole app."""

    language = "en"
    catalogue = _ENGLISH


def speak(language: str) -> None:
    """Say everything from now on in `language`, one of `LANGUAGES`."""
    _Spoken.language = language
    _Spoken.catalogue = _read(language)


def current_language() -> str:
    """Return the language that is spoken now, one of `LANGUAGES`."""
    return _Spoken.language


def say(text: str, /, **places: object) -> str:
    """Return `text` in the language that is spoken, with its places filled."""
    said = _Spoken.catalogue.gettext(text)
    return filled(said, **places) if places else said


def say_in(context: str, text: str, /, **places: object) -> str:
    """Return `text` as `say`, where the same English means two things: `context` says which."""
    return filled(_Spoken.catalogue.pgettext(context, text), **places)


def say_n(one: str, many: str, n: int, /, **places: object) -> str:
    """Return `one` or `many`, as the language has it for `n`, which also fills the place `{n}`."""
    return filled(_Spoken.catalogue.ngettext(one, many, n), n=n, **places)


def marked(text: str) -> str:
    """Return `text` as it is: marks what `say` is given later for the catalogue."""
    return text


def filled(text: str, /, **places: object) -> str:
    """Return `text`, already in the language that is spoken, with its places filled.

    A place that is not given stays as it is.
    """
    parts = _PLACE.split(text) if places else [text]
    for n in range(1, len(parts), 2):
        name = parts[n]
        value = str(places[name]) if name in places else f"{{{name}}}"
        parts[n] = value if value.isascii() else isolated(value)
    return "".join(parts)


def joined(texts: Iterable[object], /, *, between: str = ", ") -> str:
    """Join texts within a sentence, each isolated as in `filled`."""
    written = list(map(str, texts))
    whole = between.join(written)
    return whole if whole.isascii() else between.join(map(isolated, written))


@lru_cache(maxsize=2)
def _read(language: str) -> gettext.NullTranslations:
    """Return a catalogue; kept, as another theme speaks the same language again."""
    if language == "en":
        return _ENGLISH
    with (RESOURCES / "translations" / f"{language}.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled)
