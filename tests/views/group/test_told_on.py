"""Somebody who has everything that left, and everything that was shown, and knows the rule."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from app.analysis.batch.arrays import batch
from app.analysis.group.figures import figures
from app.analysis.group.result import Moments, result
from app.document import Document
from app.exchange import shown_results
from app.exchange.group_file import written as given_back
from app.exchange.kring_file import to_json
from app.models.consent import Consent
from app.models.fewest_people import FEWEST_IN_FILE, FEWEST_ON_SCREEN
from app.models.network import Map
from app.models.problem import Problem
from app.report.group_report import written
from app.report.group_tables import tables
from app.views.group.collector import read_into
from app.views.group.highlight import Highlight
from app.views.group.outcome import VIEWS
from tests.analysis.group.classes import later, people
from tests.test_group_command import made

_COUNTS = re.compile(r"(?<![\d.,–])(\d+) of (\d+)(?![\d.])")


def few_in(text: str, k: int) -> list[str]:
    """Return each *so many of so many* in a text that is close to nobody or to all."""
    return [
        found.group()
        for found in _COUNTS.finditer(text)
        if 0 < int(found[1]) < k or int(found[2]) - k < int(found[1]) < int(found[2])
    ]


@pytest.mark.parametrize("seed", range(3))
def test_no_text_of_any_file_or_picture_says_a_few(qtbot: QtBot, seed: int) -> None:
    for number, n in enumerate((5, 9, 10, 19, 20, 31)):
        begin = tuple(people(seed * 50 + number, n))
        end = tuple(later(one, seed * 9000 + at) for at, one in enumerate(begin))
        moments = Moments(begin, end)
        for k in (FEWEST_ON_SCREEN, FEWEST_IN_FILE):
            if n < k:
                with pytest.raises(Problem, match="group_too_few"):
                    result(moments, k)
                continue
            shown = result(moments, k)
            said = [cell for table in tables(shown) for row in table.rows for cell in row]
            said.append(written(shown, "g", ".csv").decode("utf-8-sig"))
            for kind in VIEWS:
                view = kind(Highlight())
                qtbot.addWidget(view)
                view.show_group(shown)
                image = QImage(600, 400, QImage.Format.Format_RGB32)
                painter = QPainter(image)
                dots = view.drawn(painter, QRectF(0, 0, 600, 400))
                painter.end()
                said += [view.told(), view.accessibleDescription()]
                said += [view.about(dot.id) for dot in dots]
            assert [few for text in said for few in few_in(text, k)] == [], (n, k)


def test_workbook_and_what_is_given_back_hold_what_the_rule_gives_and_no_more() -> None:
    begin = tuple(people(4, 31))
    shown = result(Moments(begin), FEWEST_IN_FILE)
    exact = figures(batch(begin))
    book = load_workbook(io.BytesIO(written(shown, "g", ".xlsx")))
    listed = book.worksheets[-1].iter_rows(min_row=2, values_only=True)
    rows = {row[0]: row[1] for row in listed}
    small = {
        f"kinds.{id_}.{name}"
        for id_, row in exact["kinds"].items()
        for name in ("have", "weekly", "starred", "important")
        if 0 < row[name] < FEWEST_IN_FILE or 31 - FEWEST_IN_FILE < row[name] < 31
    }
    assert small
    assert [name for name in small if isinstance(rows.get(name), int)] == []
    back = given_back(shown, "g")
    assert b"starred" not in back
    assert b"weekly" not in back


def test_two_results_in_any_order_never_differ_by_a_few(tmp_path: Path) -> None:
    everybody = people(8, 40)
    for k in (FEWEST_ON_SCREEN, FEWEST_IN_FILE):
        path = tmp_path / f"{k}.json"
        shown: list[set[int]] = []
        for wanted in (range(30), range(29), range(1, 30), range(33), range(40), range(2, 40)):
            try:
                some = [everybody[at] for at in wanted]
                shown_results.remembered(Moments(tuple(some)).contributions(), k, path)
            except Problem:
                continue
            shown.append(set(wanted))
        assert len(shown) == 2
        assert len(shown[0] ^ shown[1]) >= k


def test_nothing_personal_is_in_the_bytes_of_a_library(document: Document, tmp_path: Path) -> None:
    whole = made(1, name="id-of-the-map")
    folder = tmp_path / "class"
    folder.mkdir()
    secrets = ["Mehmet Yilmaz", "tante Truus", "id-of-the-map", "series1", "Dr. Onderzoek"]
    partner = whole.partners[0]
    named = replace(partner, name=secrets[0], kind=secrets[1], notes="heel geheim")
    whole = Map.of([*(named if one is partner else one for one in whole.records.values())])
    (folder / "bram.kring").write_bytes(to_json(whole, Consent(by=secrets[4], wall=True)))
    document.make_group("g")
    read_into(document.groups()[0], [folder], document.write_group)
    [group] = document.library.groups()[0]
    assert len(group.begin) == 1
    assert group.begin[0].wall
    path = document.library.path
    content = b"".join(one.read_bytes() for one in path.parent.glob(path.name + "*"))
    for word in (*secrets, "heel geheim", "bram"):
        assert word.encode() not in content, word
