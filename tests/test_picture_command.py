"""`kring picture`: what it writes, and what it says when it cannot."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app import RESOURCES, language
from app.application import do as run
from app.exchange.kring_file import write_kring
from app.models.network import Map, Network, Partner

ROOT = Path(__file__).parents[1]
EXAMPLE = RESOURCES / "examples" / "example_nl.kring"


@pytest.fixture(autouse=True)
def _application_of_the_other_tests(qapp: QApplication) -> Iterator[Any]:
    yield qapp
    language.install("en")


def files(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def picture(out: Path, *more: str, file: Path = EXAMPLE, lens: str = "importance") -> int:
    return run(["picture", str(file), "--lens", lens, "--lang", "nl", "-o", str(out), *more])


@pytest.mark.parametrize(
    ("name", "begins"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("A.PDF", b"%PDF")]
)
def test_it_writes_the_kind_of_file_the_name_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, begins: bytes
) -> None:
    assert picture(tmp_path / name) == 0
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert files(tmp_path) == [name]
    assert capsys.readouterr().out == ""


def test_on_paper_without_colours_there_are_none(tmp_path: Path) -> None:
    assert picture(tmp_path / "a.png", "--grey") == 0
    assert picture(tmp_path / "b.png") == 0
    assert most_colourful(tmp_path / "a.png") < 40 < most_colourful(tmp_path / "b.png")


def most_colourful(file: Path) -> int:
    """How much the parts of the most colourful pixel differ; ink is a little blue."""
    image = QImage(str(file))
    pixels = [image.pixelColor(x, y) for x in range(0, 1400, 5) for y in range(0, 990, 5)]
    parts = [(one.red(), one.green(), one.blue()) for one in pixels]
    return max(max(one) - min(one) for one in parts)


@pytest.mark.parametrize("lens", ["free", "importance", "contact", "gap"])
def test_it_writes_the_geometry_of_every_lens(tmp_path: Path, lens: str) -> None:
    geometry = tmp_path / "g.json"
    assert picture(tmp_path / "a.svg", "--geometry", str(geometry), lens=lens) == 0
    found = json.loads(geometry.read_text("utf-8"))
    assert found["picture"] == {"w": 1400, "h": 990}
    kinds = {item["kind"] for item in found["items"]}
    rings = set() if lens == "free" else {"ring_label", "rim_label"}
    assert kinds == {"person", "label"} | rings
    for item in found["items"]:
        assert set(item) - {"id"} == {"kind", "x", "y", "w", "h"}
        assert ("id" in item) == (item["kind"] in ("person", "label"))


def test_everybody_is_in_the_free_picture_of_a_map_without_places(tmp_path: Path) -> None:
    people = [Partner(id=f"p{n}", name=f"Naam {n}") for n in range(40)]
    file = tmp_path / "m.kring"
    write_kring(Map.of([Network(id="n", series="s"), *people]), file)
    geometry = tmp_path / "g.json"
    out = tmp_path / "a.svg"
    assert picture(out, "--geometry", str(geometry), file=file, lens="free") == 0
    items = json.loads(geometry.read_text("utf-8"))["items"]
    assert {i["id"] for i in items if i["kind"] == "person"} == {p.id for p in people}


def test_who_has_no_answer_is_counted_on_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [Partner(id="a", name="Sam", importance=3), Partner(id="b", name="Bo")]
    file = tmp_path / "m.kring"
    write_kring(Map.of([Network(id="n", series="s"), *people]), file)
    assert picture(tmp_path / "a.png", file=file) == 0
    said = capsys.readouterr().err
    assert "1" in said
    assert said.count("\n") == 1


def test_an_empty_map_gives_a_picture_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "m.kring"
    write_kring(Map.of([Network(id="n", series="s")]), file)
    assert picture(tmp_path / "a.svg", file=file) == 0
    assert capsys.readouterr().err == ""


def test_anonymous_leaves_out_the_names(tmp_path: Path) -> None:
    assert picture(tmp_path / "a.svg", "--anonymous") == 0
    said = (tmp_path / "a.svg").read_text("utf-8")
    assert "Ouders 1" in said
    assert "Ouders Sam" not in said
    assert "juf Noor" not in said


def test_scale_and_size_are_those_of_the_png(tmp_path: Path) -> None:
    assert picture(tmp_path / "a.png", "--scale", "2", "--size", "1200x900") == 0
    assert QImage(str(tmp_path / "a.png")).size().toTuple() == (2400, 1800)


@pytest.mark.parametrize(
    "more",
    [
        ["--scale", "5"],
        ["--scale", "nan"],
        ["--size", "10x10"],
        ["--size", "wide"],
        ["--text", "90"],
        ["--lens", "none"],
    ],
)
def test_a_wrong_option_is_one_line_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[Any]
) -> None:
    assert picture(tmp_path / "a.png", *more) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert files(tmp_path) == []


def test_another_kind_of_file_a_missing_map_and_a_missing_folder_are_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for code, out, file in (
        ("a.gif", tmp_path / "a.gif", EXAMPLE),
        ("nobody.kring", tmp_path / "a.png", tmp_path / "nobody.kring"),
        ("a.png", tmp_path / "nowhere" / "a.png", EXAMPLE),
    ):
        assert picture(out, file=file) == 1
        printed = capsys.readouterr()
        assert printed.err.startswith(code)
        assert printed.err.count("\n") == 1
    assert files(tmp_path) == []


def test_the_map_itself_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "m.kring"
    file.write_bytes(EXAMPLE.read_bytes())
    before = file.read_bytes()
    assert picture(tmp_path / "a.png", "--geometry", str(file), file=file) == 1
    assert file.read_bytes() == before
    assert files(tmp_path) == ["m.kring"]


def test_a_geometry_that_cannot_be_written_leaves_no_picture(tmp_path: Path) -> None:
    assert picture(tmp_path / "a.png", "--geometry", str(tmp_path / "no" / "g.json")) == 1
    assert files(tmp_path) == []


def test_it_needs_no_screen_and_says_nothing(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {key: value for key, value in os.environ.items() if key not in hidden}
    command = "import sys; from app.application import main; sys.exit(main(sys.argv[1:]))"
    options = [str(EXAMPLE), "--lens", "free", "-o", str(tmp_path / "a.pdf")]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", command, "picture", *options],
        cwd=ROOT,
        env={**bare, "DISPLAY": ":987"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
