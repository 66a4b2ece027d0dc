"""One word for one thing, and none that judges: words that were given up do not come back.

What a person reads is looked through: every text of the code, the vocabulary, the guide of the
lesson and the pages about the method. A word may stand where a reason is given for it.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app import RESOURCES
from app.views.frame.command_list import groups
from tests.test_translations import PLACE, forms
from tools import words

ROOT = Path(__file__).parents[1]

GIVEN_UP = {
    "nl": {
        r"\bkloof|\bkloven": "verschil: a gulf between people is a judgement",
        r"beoordel": "invullen: teachers mark pupils, not the people they work with",
        r"\bcijfer(s)? geven": "een antwoord kiezen: as above",
        r"\boordeel|\boordelen": "what a teacher says of a finding is an answer",
        r"te plaatsen|geplaatst": "een plek geven: children are placed in care",
        r"×/": "whole words: keer per jaar",
        r"\bdiegene\b|\bdiens\b|\bhoezeer\b": "stiff",
        r"uit beeld|verwaterd|laat maar": "geen contact meer; niet nu",
        r"scharnier|\bspringt": "verbinder; valt op",
        r"plaatje|\bvel\b": "afbeelding; bladzijde",
        r"niet bij de les(?! gevraagd)": "means that somebody does not pay attention",
        r"genoemd|\bnoem je\b|\bje noemt": "nobody is named on one map: the answer itself is said",
        r"(?-i:[Ss]amen-doen)": "samen-DOEN, as the research writes it; else samen doen",
        r"kwadrant": "vak",
        r"\blens\b": "a word of makers: kaart op belang, te zien bij Verschil",
        r"\bToon\b": "laat zien",
        r"\becologie": "kaart, netwerk",
        r"\bmaker\b": "ik, in a report of one's own",
        r"exporte": "opslaan als",
        r"ogen van nu": "zo kijk ik er nu op terug",
        r"leidinggevend|\bde leiding\b|\bmanagement": "directie",
        r"onderlinge lijn": "lijn tussen partners",
        r"\bintentie": "voornemen",
        r"\b(de|deze|dezelfde|elke|enkele|welke) soort\b": "het soort, where it is the type",
        r"\breeks|vorige keer": "moment, vorig moment",
        r"(niet|kan|worden) gewijzigd worden|afgesloten": "afgerond, alleen bekijken",
        r"openlaten": "overslaan",
        r"\b[Uu]w?\b(?!-)": "je",
        r"\b(doe|doen) je al echt|\becht iets\b": "puts down the other contacts",
        r"\bte (weinig|veel)\b|\btekort\b": "no contact is too much or too little",
        r"\b(goed gedaan|fout|slecht)\b": "Kring gives no marks",
    },
    "en": {
        r"\b(every|some|no|any)body\b": "everyone, someone, no one",
        r"\bwhom\b": "who",
        r"\banew\b|\botherwise\b|\bshall\b|\breckon": "again, differently, will, worked out",
        r"\bwhoever\b|\bfor who\b": "anyone who",
        r"\bhinge": "connecting partner",
        r"\blens\b": "a word of makers: how the map is arranged",
        r"\bquadrant": "group",
        r"\bplot\b": "chart",
        r"\bfigures?\b|\bdigits?\b(?!,| and)": "number",
        r"\bintention|\bintended\b": "plan",
        r"\bwished\b|\bwishes\b": "would like",
        r"\bsettings?\b": "area: a setting is a school or a nursery",
        r"\bkinds?\b": "type",
        r"\bties?\b|\btied\b": "link",
        r"\btap\b": "select",
        r"back-up": "backup; back up",
        r"co-operat": "working together",
        r"\bnorms?\b": "target",
        r"\bnotabl": "stands out",
        r"\brub out": "erase",
        r"\bverdict": "answer",
        r"\bbegins?\b": "start",
        r"\bfilled in\b": "answered, rated",
        r"\bfor good\b": "permanently",
        r"\bmarks?\b": "symbol; an ID; a code: marks are given to pupils",
        r"\bmiddle\b": "centre",
        r"\b(is|are|being|not|was) kept\b|kept already": "saved",
        r"\bany more\b": "no longer",
        r"named as|less named": "rated: nobody is named on one map",
        r"\bfellow student": "another student",
        r"samen-doen": "doing it together",
        r"\b(ib|VO)\b|\bmunicipal|\bremedial\b|\byouth care\b": "words of Dutch schools",
        r"\btoo (little|much)\b|\bbadly\b": "no contact is too much or too little",
    },
}

ALLOWED = {
    "nl": {
        "geen oordeel": "says what Kring does not do",
        "geen oordelen": "says what Kring does not do",
        "is niet ‘te weinig’": "says what an answer is not",
        "te veel bestanden": "of a computer",
        "geeft een fout": "of a disk",
    },
    "en": {
        "nows whom": "a set phrase: who knows whom",
        "not a verdict": "says what Kring does not do",
        "(samen-DOEN in the research)": "said once, to be found again",
        "“too little”": "says what an answer is not",
        "quadrants: Martilla": "the word of the source",
        "share of your ties (Burt": "the word of the source",
        "What kind of change": "no type of partner",
        "quotation marks": "signs",
        "towards the middle": "of numbers",
        "Mark as finished": "a verb",
        "Mark the earlier": "a verb",
        "this co-operation": "the scale as it stands in every file: decision 18",
        "Samen-DOEN door onderwijs en externe partners in coronatijd": "the title of an article",
    },
}
"""The phrases in which a word may stand all the same, and why."""


def vocabulary_texts(tongue: str) -> Iterator[str]:
    """Yield what the vocabulary shows; what people type and what columns are called is theirs."""
    shown = re.compile(rf"(short_|prompt_)?{tongue}$")

    def inside(value: object) -> Iterator[str]:
        if isinstance(value, list):
            for one in value:
                yield from inside(one)
        elif isinstance(value, dict):
            for key, one in value.items():
                if isinstance(one, str) and shown.match(key):
                    yield one
                else:
                    yield from inside(one)

    for file in sorted((RESOURCES / "vocabulary").glob("*.toml")):
        if file.stem not in ("words", "lists"):
            yield from inside(tomllib.loads(file.read_text("utf-8")))


def page_texts(tongue: str) -> Iterator[str]:
    """Yield the lines of the pages that are for teachers."""
    yield from (RESOURCES / "guide" / f"lesson_{tongue}.md").read_text("utf-8").splitlines()


@cache
def shown_texts(tongue: str) -> list[str]:
    catalogue = words.updated(words.DUTCH.read_bytes())
    said = [pair for message in catalogue if message.id for pair in forms(message)]
    return [
        *(dutch if tongue == "nl" else english for english, dutch in said),
        *vocabulary_texts(tongue),
        *page_texts(tongue),
    ]


def bare(text: str, tongue: str) -> str:
    """Return a text without the names of its places and the phrases that are allowed."""
    for phrase in ALLOWED[tongue]:
        text = text.replace(phrase, "")
    return PLACE.sub("", text)


@pytest.mark.parametrize("tongue", GIVEN_UP)
def test_no_word_that_was_given_up_is_said(tongue: str) -> None:
    texts = shown_texts(tongue)
    assert len(texts) > 1300
    again = [
        f"{found[0]} ({better}): {text}"
        for text in texts
        for read in [bare(text, tongue)]
        for word, better in GIVEN_UP[tongue].items()
        if (found := re.search(word, read, re.IGNORECASE))
    ]
    assert again == []


def test_no_worked_example_says_such_a_word() -> None:
    """Whoever follows a page of `docs/changes` writes what stands there."""
    pages = "".join(page.read_text("utf-8") for page in (ROOT / "docs" / "changes").glob("*.md"))
    said = re.findall(r'^\+.*say\("(.+?)"', pages, re.MULTILINE)
    assert len(said) > 10
    for text in said:
        assert not [word for word in GIVEN_UP["en"] if re.search(word, text, re.IGNORECASE)], text


@pytest.mark.parametrize("tongue", ALLOWED)
def test_what_is_allowed_is_still_said(tongue: str) -> None:
    said = "\n".join(shown_texts(tongue))
    assert [phrase for phrase in ALLOWED[tongue] if phrase not in said] == []


def test_no_text_says_a_key_or_a_limit_that_is_declared() -> None:
    keys = {key for group in groups() for command in group.commands for key in command.keys}
    typed = re.compile(rf"(?<![+\w])({'|'.join(map(re.escape, keys))})(?![+\w])")
    # That two make a pair is no limit.
    limit = re.compile(r"\b(at least|fewer than|once there are) (?!2 partners)\d", re.IGNORECASE)
    ids = (message.id for message in words.extracted() if message.id)
    texts = [text for id_ in ids for text in ([id_] if isinstance(id_, str) else id_)]
    assert [text for text in texts if typed.search(text) or limit.search(text)] == []
