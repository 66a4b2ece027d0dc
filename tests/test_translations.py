"""Both languages are complete: every string in the code has its Dutch, and nothing else has."""

import ast
import re
import shutil
import subprocess
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import RESOURCES
from app.models.vocabulary import vocabulary

ROOT = RESOURCES.parent
SOURCE = RESOURCES / "translations" / "kring_nl.ts"
PLACE = re.compile(r"\{\w+\}")


def tool(name: str) -> str:
    found = shutil.which(name, path=sysconfig.get_path("scripts"))
    assert found, f"{name} comes with PySide6"
    return found


@pytest.fixture(scope="module")
def messages() -> Iterator[list[tuple[str, str, str, str]]]:
    """Context, English, Dutch and state of every string, as the code has them now."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "kring_nl.ts"
        shutil.copy(SOURCE, fresh)
        options = ["-extensions", "py", "-locations", "none", "-source-language", "en"]
        subprocess.run(
            [tool("pyside6-lupdate"), *options, str(ROOT / "app"), "-ts", str(fresh)],
            check=True,
            capture_output=True,
        )
        found = []
        for context in ET.parse(fresh).getroot().iter("context"):
            for message in context.iter("message"):
                translation = message.find("translation")
                assert translation is not None
                found.append(
                    (
                        context.findtext("name") or "",
                        message.findtext("source") or "",
                        translation.text or "",
                        translation.get("type") or "finished",
                    )
                )
        yield found


def test_every_string_in_the_code_has_its_dutch(messages) -> None:
    assert len(messages) > 250
    missing = [row[:2] for row in messages if row[3] == "unfinished" or not row[2].strip()]
    assert missing == []


MARKS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""What marks a text to be translated, and which of its arguments the text is."""


def marked() -> set[str]:
    """Every text the code marks, read by Python itself: also where the tool cannot see it."""
    found = set()
    for file in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            at = MARKS.get(name, len(node.args))
            if at < len(node.args) and isinstance(node.args[at], ast.Constant):
                found.add(node.args[at].value)
    return {text for text in found if isinstance(text, str)}


def test_the_tool_finds_every_text_the_code_marks(messages) -> None:
    assert len(marked()) > 900
    assert marked() - {english for _, english, _, _ in messages} == set()


PLURAL = re.compile(
    r"\{(n|count|then|now|rated|known|missing|left|new|lost|kept)\} (?:\w+ )?"
    r"(partners|pairs|others|minutes|moments|intentions|pages|maps|lines|are|have|do|"
    r"paren|anderen|minuten|momenten|voornemens|bladzijden|kaarten|lijnen|zijn|hebben|doen)\b"
)
AT_LEAST_TWO = {
    "{names} and {n} others",  # never *and 1 other*
    "With {n} partners there are {pairs} pairs. One by one you say whether the two know each "
    "other.",  # two at least, or there is no pair
    "The day of {n} intentions has gone by.",  # of one, its own words are said
}


def test_a_sentence_that_counts_has_another_for_one(messages) -> None:
    """Where the noun or the verb goes with a number, the same context says *1* or *one* as well."""
    single = re.compile(r"^(1|One|With one|Of one|That takes about a) ?")
    ones = {(context, "singular") for context, english, _, _ in messages if single.search(english)}
    alone = [
        english
        for context, english, dutch, _ in messages
        if (PLURAL.search(english) or PLURAL.search(dutch))
        and english not in AT_LEAST_TWO
        and (context, "singular") not in ones
    ]
    assert alone == []


def test_no_translation_is_left_of_a_string_that_went(messages) -> None:
    assert [row[:2] for row in messages if row[3] in ("vanished", "obsolete")] == []


def test_dutch_has_the_same_places_for_names_and_numbers(messages) -> None:
    different = [
        (english, dutch)
        for _, english, dutch, _ in messages
        if sorted(PLACE.findall(english)) != sorted(PLACE.findall(dutch))
    ]
    assert different == []


def test_dutch_never_judges(messages) -> None:
    judging = re.compile(r"\b(te weinig|te veel|tekort|goed gedaan|fout|slecht)\b", re.IGNORECASE)
    assert [dutch for _, _, dutch, _ in messages if judging.search(dutch)] == []


def test_the_compiled_translation_is_that_of_the_source(tmp_path: Path) -> None:
    compiled = tmp_path / "kring_nl.qm"
    subprocess.run(
        [tool("pyside6-lrelease"), "-silent", str(SOURCE), "-qm", str(compiled)], check=True
    )
    assert compiled.read_bytes() == SOURCE.with_suffix(".qm").read_bytes()


def test_every_word_of_the_vocabulary_is_there_in_both_languages() -> None:
    known = vocabulary()
    terms = [
        *known.settings.values(),
        *known.kinds.values(),
        *known.scales.values(),
        *(step for scale in known.scales.values() for step in scale.steps),
        *(term for listed in known.choices.values() for term in listed.values()),
        *known.quadrants.values(),
        *known.questions.values(),
    ]
    assert all(term.nl.strip() and term.en.strip() for term in terms)
