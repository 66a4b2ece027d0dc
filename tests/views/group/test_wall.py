"""What is agreed to on handing in, the wall that stands on it, and taking a map back."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPicture
from pytestqt.qtbot import QtBot

from app.analysis.group.drawings import on_wall
from app.document import Document
from app.exchange import shown_results
from app.exchange.consent import consent_in
from app.exchange.kring_file import from_json, to_json
from app.models.coded_map import CodedMap, coded
from app.models.consent import Consent, code_of, sealed
from app.models.groups import Group, new_group, taken
from app.models.problem import Problem
from app.settings import Settings
from app.views.group import canvas, texts
from app.views.group.collector import read_into
from app.views.group.highlight import Highlight
from app.views.group.outcome import Outcome
from app.views.group.reveal import reveal
from app.views.group.wall import WallView
from app.views.share.consent import ConsentBox
from tests.sure import sure
from tests.test_group_command import made


def test_what_is_agreed_to_goes_with_the_file_and_is_no_part_of_the_map(tmp_path: Path) -> None:
    path = tmp_path / "a.kring"
    consent = Consent(
        purpose="research", by="Bea", until=date(2027, 7, 1), wall=True, withdrawal=sealed("ABCD")
    )
    path.write_bytes(to_json(made(1), consent))
    assert consent_in(path.read_bytes()) == consent
    assert from_json(path.read_bytes(), path) == made(1)
    assert consent_in(to_json(made(1))) is None
    group = read_into(new_group("g"), [path], lambda _: None).group
    [handed] = group.begin
    assert (handed.agreed, handed.wall, handed.withdrawal) == (True, True, sealed("ABCD"))
    assert group.until == "2027-07-01"
    assert "Bea" not in repr(group)  # who does the research is no answer
    damaged = path.read_bytes().replace(b'"research"', b'"profit"')
    with pytest.raises(Problem, match="file_bad_value"):
        from_json(damaged, path)


def test_nothing_is_agreed_to_without_the_tick(qtbot: QtBot) -> None:
    box = ConsentBox(None)
    qtbot.addWidget(box)
    box.show()
    assert box.given() is None
    box.agrees.click()
    given = box.given()
    assert (sure(given).purpose, sure(given).wall, sure(given).until) == ("lesson", False, None)
    assert len(sure(given).withdrawal) == 32
    box.research.click()
    box.by.setText("Bea")
    box.wall.click()
    given = box.given()
    assert (sure(given).purpose, sure(given).by, sure(given).wall) == ("research", "Bea", True)
    assert sure(sure(given).until) > date(2026, 1, 1)


def test_the_code_of_a_map_is_the_same_after_a_restart_and_nobody_can_make_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    seals = []
    for name in ("s.ini", "s.ini", "another.ini"):
        box = ConsentBox(None, Settings(tmp_path / name))
        qtbot.addWidget(box)
        box.show()
        box.show_map("map1")
        box.agrees.click()
        seals.append(sure(box.given()).withdrawal)
        assert re.search(r"\b([A-Z2-9]{4}\W+){2}[A-Z2-9]{4}\b", box.withdraw.text())
    assert seals[0] == seals[1] != seals[2]


def tiles(view: WallView) -> int:
    picture = QPicture()
    painter = QPainter(picture)
    found = view.drawn(painter, QRectF(0, 0, 600, 400))
    painter.end()
    return len(view.maps) if found else 0


def test_the_wall_hangs_from_ten_and_five_at_a_time_and_names_nobody(qtbot: QtBot) -> None:
    group = new_group("g")
    maps = [coded(made(n), b"salt", Consent(wall=n != 3)) for n in range(16)]
    group, _ = taken(group, maps)
    view = WallView(Highlight())
    qtbot.addWidget(view)
    for n, shown in ((9, 0), (10, 0), (11, 10), (15, 10), (16, 15)):
        view.show_maps(on_wall(group.begin[:n]))  # one of them does not allow it
        assert tiles(view) == shown, n
    assert view.accessibleDescription().startswith("15 drawings, without names; the arrow keys")
    orders = set()
    for _ in range(5):
        view.show_maps(on_wall(group.begin))
        orders.add(view.maps)
    assert len(orders) > 1


def test_the_arrow_keys_tell_what_is_seen_of_each_drawing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(canvas, "announce", lambda _widget, text: said.append(text))
    group, _ = taken(new_group("g"), [coded(made(n), b"salt", Consent()) for n in range(10)])
    view = WallView(Highlight())
    qtbot.addWidget(view)
    view.show_figures({"respondents": 10}, None)
    view.show_maps(group.begin)
    view.resize(600, 400)
    bare = view.grab().toImage()
    for number in (1, 2):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        assert said[-1].startswith(f"Drawing {number} of 10. ")
    partner = replace(view.maps[1].partners[0], frequency=5, named_important=True)
    kept = replace(view.maps[1], partners=(replace(partner, setting="in_school", importance=5),))
    view.maps = (kept, *view.maps[1:])
    seen = "Very important: 1, Contact every week: 1, A star: 1, In school: 1"
    assert view.about("0") == f"Drawing 1 of 10. 1 partner. {seen}"
    assert kept.respondent not in view.about("0")
    assert view.grab().toImage() != bare
    assert view.at(QPointF(view.width() / 2, view.height() / 2)) in map(str, range(10))


def test_a_drawing_that_is_new_alone_does_not_hang(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown_results, "place", lambda: tmp_path / "kept" / "results.json")

    def handed(*seeds: int) -> list[CodedMap]:
        ticked = [coded(made(seed), b"salt", Consent(wall=True)) for seed in seeds]
        return [replace(one, respondent=f"r{at}") for at, one in enumerate(ticked)]

    def told(group: Group) -> Group:
        return reveal(group, lambda _: None).group

    outcome = Outcome()
    qtbot.addWidget(outcome)
    first = told(replace(new_group("g"), begin=tuple(handed(*range(11)))))
    outcome.show_group(first)
    hung = outcome.wall.maps
    assert len(hung) == 10
    outcome.show_group(replace(first, begin=tuple(handed(*range(12))), has_news=True))
    assert outcome.wall.maps == hung  # the same ten, in the same order
    other = replace(first, begin=tuple(handed(17, *range(1, 11))), has_news=True)
    outcome.show_group(other)
    assert outcome.wall.maps == ()
    assert "a single new drawing" in outcome.wall.why_empty()
    # Enough others for a result, and too few of them on the wall.
    many = [*other.begin, *(replace(one, wall=False) for one in handed(*range(20, 26)))]
    also = told(
        replace(first, begin=tuple(replace(o, respondent=str(n)) for n, o in enumerate(many)))
    )
    assert (sure(also.shown)["respondents"], sure(also.shown)["wall"]) == (17, False)
    outcome.show_group(also)
    assert outcome.wall.maps == ()
    new = told(replace(first, begin=tuple(handed(*range(12, 17), *range(5, 10), 20, 21, 22))))
    outcome.show_group(new)
    assert len(outcome.wall.maps) == 10


def test_who_has_the_code_takes_the_map_out(document: Document) -> None:
    code = code_of("map1", b"secret")
    document.make_group("g")
    [group] = document.groups()
    consent = Consent(withdrawal=sealed(code))
    group, _ = taken(group, [coded(made(1), b"salt", consent), coded(made(2), b"salt")])
    document.keep_group(group)
    assert not document.withdraw(group, "AAAA-AAAA-AAAA")
    assert not document.withdraw(group, "")
    assert document.withdraw(group, code.lower().replace("-", " "))
    [left] = document.library.groups()[0]
    assert [one.withdrawal for one in left.begin] == [""]
    assert "no one ticked consent" in texts.state(left, 0, None)
    assert "has passed" in texts.state(replace(left, until="2020-01-01"), 0, None)
