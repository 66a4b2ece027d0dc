"""A name that is written from right to left never turns the sentence round it.

The screens are walked past in `test_received_texts`.
"""

import contextlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from app import language
from app.application import do as run
from app.exchange.kring_file import write_kring
from app.models.network import Map
from app.report.compose import compose
from app.report.wanted import ReportChoices
from app.views.map.lens_and_layers import look_of
from app.views.picture.portrait import PictureOptions, Portrait
from tests.report.reading import word_texts
from tests.views.marked import marked_map

NAME = "אבא של סאם"
ISOLATED = re.compile("\u2068[^\u2068\u2069]*\u2069")


def turned(text: str) -> bool:
    """Tell whether something from right to left shares an isolate, or a line, with our own words.

    A tab ends what can be turned, as the end of a line does.
    """
    text = text.replace(f"{NAME} 1 new", NAME)  # a name of somebody
    while inner := ISOLATED.findall(text):
        if any(map(_mixed, inner)):
            return True
        text = ISOLATED.sub("", text)
    return _mixed(text)


def _mixed(text: str) -> bool:
    parts = re.split(r"[\n\t]", text)
    return any(re.search("[א-ת]", part) and re.search("[A-Za-z]", part) for part in parts)


def test_the_check_finds_what_is_turned() -> None:
    assert turned(f"{NAME}: weekly")
    assert not turned(f"\u2068{NAME}\u2069: weekly")
    assert not turned(f"{NAME}\nweekly")
    assert turned(f"With \u2068{NAME} (weekly)\u2069.")
    assert not turned(f"With \u2068\u2068{NAME}\u2069 (weekly)\u2069.")


@pytest.fixture
def _as_before() -> Iterator[None]:
    yield
    language.install("en")


@pytest.mark.usefixtures("_as_before")
@pytest.mark.parametrize("command", ["analyse", "compare"])
def test_no_command_lets_a_name_turn_its_line(command: str, tmp_path: Path) -> None:
    whole = marked_map(lambda field: NAME)
    paths = [tmp_path / "a.kring", tmp_path / "b.kring"]
    for path in paths:
        write_kring(whole, path)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert run([command, *map(str, paths[: 2 if command == "compare" else 1])]) == 0
    assert [line for line in out.getvalue().splitlines() if turned(line)] == []


@pytest.mark.usefixtures("_as_before", "qapp")
def test_no_report_lets_a_name_turn_its_sentence(tmp_path: Path) -> None:
    whole = marked_map(lambda field: NAME)
    file, before, made = (tmp_path / name for name in ("a.kring", "before.kring", "a.docx"))
    write_kring(whole, before)
    network = replace(whole.network, id="later")
    gone, changed = whole.partners[0], replace(whole.partners[1], frequency=6, importance=1)
    kept = [r for r in whole.records.values() if r not in (whole.network, gone, whole.partners[1])]
    write_kring(Map.of([network, changed, *(r for r in kept if gone.id not in str(r))]), file)
    command = ["report", str(file), "--compare", str(before), "--lang", "en", "-o", str(made)]
    assert run(command) == 0
    texts = word_texts(made)
    assert any(NAME in text for text in texts)
    assert [text for text in texts if turned(text)] == []


def strings(thing: object) -> Iterator[str]:
    """Everything that is said in a report as data."""
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from strings(getattr(thing, field.name))
    elif isinstance(thing, Mapping):
        yield from strings([*thing.keys(), *thing.values()])
    elif isinstance(thing, list | tuple):
        for one in thing:
            yield from strings(one)


@pytest.mark.usefixtures("_as_before", "qapp")
@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_nothing_composed_for_a_pdf_lets_a_name_turn_its_sentence(spoken: str) -> None:
    language.install(spoken)
    whole = marked_map(lambda field: NAME)
    composed = compose(whole, None, ReportChoices())
    texts = [*strings(composed.report)]
    assert any(NAME in text for text in texts)
    assert [text for text in texts if turned(text)] == []


@pytest.mark.usefixtures("_as_before", "qapp")
@pytest.mark.parametrize("lens", ["free", "gap"])
def test_no_picture_lets_a_name_turn_what_stands_above_it(lens: str) -> None:
    whole = marked_map(lambda field: NAME)
    portrait = Portrait(whole, look_of(whole, lens, {}, sectors=True), PictureOptions())
    assert NAME in portrait.details
    assert not turned(portrait.details)
    assert not turned(portrait.title)


@pytest.mark.usefixtures("_as_before")
@pytest.mark.parametrize("cell", ["ego_id", "frequency", "form"])
def test_what_convert_says_is_not_turned(cell: str, tmp_path: Path) -> None:
    egos, alters = tmp_path / "egos.csv", tmp_path / NAME
    egos.write_text("ego_id\n1\n", encoding="utf-8")
    heads = ["ego_id", "alter_id", *([cell] if cell != "ego_id" else [])]
    row = {"ego_id": "1", "alter_id": "a"} | {cell: NAME}
    alters.write_text(f"{','.join(heads)}\n{','.join(row[h] for h in heads)}\n", encoding="utf-8")
    said = io.StringIO()
    words = ["convert", "--egos", egos, "--alters", alters, "-o", tmp_path / "out", "--lang", "en"]
    with contextlib.redirect_stderr(said):
        run(list(map(str, words)))
    assert NAME in said.getvalue()
    assert [line for line in said.getvalue().splitlines() if turned(line)] == []


@pytest.mark.usefixtures("_as_before")
def test_what_a_command_says_of_a_cover_is_not_turned(tmp_path: Path) -> None:
    whole = marked_map(lambda field: NAME)
    write_kring(whole, tmp_path / "a.kring")
    said = io.StringIO()
    words = ["report", tmp_path / "a.kring", "--anonymous", "--cover", f"Sam, {NAME}"]
    with contextlib.redirect_stderr(said):
        run([*map(str, words), "-o", str(tmp_path / "a.docx"), "--lang", "en"])
    assert NAME in said.getvalue()
    assert [line for line in said.getvalue().splitlines() if turned(line)] == []
