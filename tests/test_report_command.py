"""`kring report`: what it writes, and what it says when it cannot."""

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app import RESOURCES, language
from app.application import do as run
from app.exchange.kring_file import read_kring, write_kring
from app.models.network import Map, Network, Partner
from app.models.problem import Problem
from app.report import compose
from app.report.parts import PARTS
from app.report.wanted import ReportChoices
from app.views.report.maker import _arguments
from tests.pictures import example
from tests.report.reading import pdf_text, word_text

EXAMPLES = RESOURCES / "examples"
EXAMPLE = EXAMPLES / "example_en.kring"


@pytest.fixture(autouse=True)
def _application_of_the_other_tests(qapp: QApplication) -> Iterator[Any]:
    yield qapp
    language.install("en")


def report(out: Path, *more: str, file: Path = EXAMPLE, tongue: str = "en") -> int:
    return run(["report", str(file), "--lang", tongue, "-o", str(out), *more])


@pytest.mark.parametrize(
    ("tongue", "said", "name", "read"),
    [
        ("en", "You would like more", "a.pdf", pdf_text),
        ("nl", "Met Ouders", "A.DOCX", word_text),
    ],
)
def test_it_writes_the_worked_example(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    read: Callable[..., Any],
    tongue: str,
    said: str,
) -> None:
    file = EXAMPLES / f"example_{tongue}.kring"
    assert report(tmp_path / name, file=file, tongue=tongue) == 0
    text = read(tmp_path / name)
    assert read_kring(file).network.title in text
    assert said in text
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert capsys.readouterr().out == ""


def test_names_on_the_pictures_can_be_selected_too(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    parts = [word for part in PARTS if part != "maps" for word in ("--without", part)]
    assert report(out, *parts, "--lens", "importance") == 0
    text = pdf_text(out)
    for partner in read_kring(EXAMPLE).partners:
        assert partner.name.split()[-1] in text


def test_sixty_partners_and_an_empty_map(tmp_path: Path) -> None:
    write_kring(example(60), tmp_path / "many.kring")
    write_kring(Map.of([Network(id="n", series="n")]), tmp_path / "none.kring")
    assert report(tmp_path / "many.pdf", file=tmp_path / "many.kring") == 0
    assert report(tmp_path / "none.pdf", file=tmp_path / "none.kring") == 0
    assert "58 partners, and 2 without contact yet" in pdf_text(tmp_path / "many.pdf")
    assert "There is no one on the map yet" in pdf_text(tmp_path / "none.pdf")


@pytest.mark.parametrize(("name", "read"), [("a.pdf", pdf_text), ("a.docx", word_text)])
def test_an_anonymous_report_holds_no_names(
    tmp_path: Path, name: str, read: Callable[..., Any]
) -> None:
    whole = example(12)
    named = whole.after({p.id: replace(p, name=f"Zqxw{n}") for n, p in enumerate(whole.partners)})
    write_kring(named, tmp_path / "named.kring")
    assert report(tmp_path / name, "--anonymous", file=tmp_path / "named.kring") == 0
    text = read(tmp_path / name)
    assert "Zqxw" not in text
    assert "Parents 1" in text


def test_two_moments_stand_beside_each_other(tmp_path: Path) -> None:
    before = Map.of([Network(id="n", series="s"), Partner(id="a", name="Ann", frequency=2)])
    after = Map.of([Network(id="m", series="s"), Partner(id="a", name="Ann", frequency=5)])
    write_kring(before, tmp_path / "before.kring")
    write_kring(after, tmp_path / "after.kring")
    more = "--compare", str(tmp_path / "before.kring")
    assert report(tmp_path / "a.pdf", *more, file=tmp_path / "after.kring") == 0
    text = pdf_text(tmp_path / "a.pdf")
    assert "More contact" in text
    assert "Stability 1 of 1" in text


def test_a_map_of_another_series_is_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_kring(example(3), tmp_path / "other.kring")
    assert report(tmp_path / "a.pdf", "--compare", str(tmp_path / "other.kring")) == 1
    assert "other.kring is not an earlier moment of this map" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_another_kind_of_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(tmp_path / "a.odt") == 1
    assert "cannot save a report as a.odt" in capsys.readouterr().err


def test_pages_are_written_to_be_looked_at(tmp_path: Path) -> None:
    assert report(tmp_path / "a.pdf", "--pages", str(tmp_path), "--without", "maps") == 0
    pages = sorted(tmp_path.glob("*.png"))
    assert [page.name for page in pages][:2] == ["001.png", "002.png"]
    assert pages[0].read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("where", ["full disk", "open elsewhere"])
def test_the_old_file_stays_whole_where_the_new_one_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    out = tmp_path / "a.docx"
    out.write_bytes(b"old")

    def refuse(*_: Path | int) -> None:
        raise OSError(errno.ENOSPC if where == "full disk" else errno.EACCES, "no")

    place, name = (os, "fsync") if where == "full disk" else (Path, "replace")
    monkeypatch.setattr(place, name, refuse)
    assert report(out, "--without", "maps") == 1
    monkeypatch.undo()
    assert out.read_bytes() == b"old"
    assert "a.docx" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(tmp_path / "nowhere" / "a.pdf", "--without", "maps") == 1
    assert "a.pdf" in capsys.readouterr().err


def test_every_tick_of_the_window_reaches_what_the_process_composes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ReportChoices] = []

    def compose_nothing(_whole: Map, _before: Any, wanted: ReportChoices) -> None:
        asked.append(wanted)
        raise Problem("part_missing")

    monkeypatch.setattr(compose, "compose", compose_nothing)
    ticks = [field.name for field in fields(ReportChoices) if field.default is False]
    for tick in ticks:
        ticked: dict[str, Any] = {tick: True}
        wanted = replace(ReportChoices(parts=frozenset(PARTS)), **ticked)
        said = _arguments(wanted, ".pdf", compares=False, dots=0, grey=False)
        report(tmp_path / "a.pdf", *said[said.index("report.pdf") + 1 :])
        assert asked[-1] == wanted
    assert "photo" in ticks


def test_an_anonymous_report_is_without_the_photo_whatever_was_ticked() -> None:
    chosen = ReportChoices(photo=True)
    assert compose.compose(example(1), None, chosen).with_photo
    assert not compose.compose(example(1), None, replace(chosen, anonymous=True)).with_photo
