"""Both languages are complete: every text in the code has its Dutch, and nothing else has."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from app.models.vocabulary import Step, Term, vocabulary
from tests.sure import sure
from tools import words

PLACE = re.compile(r"\{\w+\}")


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    """Every text of the code, with its Dutch."""
    return [message for message in words.updated(words.DUTCH.read_bytes()) if message.id]


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """Yield each form of a text in English with the same form in Dutch."""
    if isinstance(message.id, tuple):
        yield from zip(message.id, sure(message.string), strict=True)
    else:
        yield str(message.id), str(message.string)


def test_every_text_in_the_code_has_its_dutch(messages: list[Message]) -> None:
    assert len(messages) > 1000
    missing = [message.id for message in messages if not words.is_translated(message)]
    assert missing == []


def test_the_catalogue_is_as_the_tool_writes_it() -> None:
    """So no Dutch is left of a text that went, and the differences of a change can be read."""
    written = words.DUTCH.read_bytes()
    assert words.as_written(words.updated(written)) == written


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    compiled = words.compiled(words.updated(words.DUTCH.read_bytes()))
    assert words.DUTCH.with_suffix(".mo").read_bytes() == compiled


def test_dutch_has_the_same_places_for_names_and_numbers(messages: list[Message]) -> None:
    different = [
        (english, dutch)
        for message in messages
        for english, dutch in forms(message)
        if sorted(PLACE.findall(english)) != sorted(PLACE.findall(dutch))
    ]
    assert different == []


def test_every_word_of_the_vocabulary_is_there_in_both_languages() -> None:
    known = vocabulary()
    terms: list[Term | Step] = [
        *known.settings.values(),
        *known.kinds.values(),
        *known.scales.values(),
        *(step for scale in known.scales.values() for step in scale.steps),
        *(term for listed in known.choices.values() for term in listed.values()),
        *known.quadrants.values(),
        *known.questions.values(),
    ]
    assert all(term.nl.strip() and term.en.strip() for term in terms)
