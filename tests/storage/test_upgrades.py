"""A library of an older version becomes one of today, after a backup; a newer one is refused."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.exchange.kring_file import LISTS, from_json, to_json
from app.models.network import Activity, Network, Partner
from app.models.problem import Problem
from app.storage import upgrades
from app.storage.library import Library
from tests.models.editing import full_map
from tests.sure import as_a, sure

VERSION_1 = (Path(__file__).parent / "data" / "version_1.sql").read_text("utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library as the first version wrote it, with one map that this version did not write."""
    path = tmp_path / "kring.library"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(
            f"{VERSION_1}"
            f"PRAGMA application_id={0x4B524E47}; PRAGMA user_version=1;"
            "INSERT INTO map VALUES ('m', 1, '2026-01-02T03:04:05.000006+00:00', NULL);"
            "INSERT INTO network (network_id, id, series, title, moment_label, ego_label, role,"
            " subject, lines_drawn, finished, example, importance_cut, frequency_cut)"
            " VALUES ('m', 'm', 's', 'Oud', '', '', '', '', 0, 0, 0, 4, 4);"
            "INSERT INTO edit VALUES ('m', 1, 'rename', '',"
            """ '{"m":{"type":"network","series":"s"}}',"""
            """ '{"m":{"type":"network","series":"s","title":"Oud"}}');"""
        )
    return path


NEWEST = upgrades.newest()
"""The version before the steps that a test adds."""


def versions_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute("PRAGMA user_version").fetchone()[0])


def titles(path: Path, *, read_only: bool = False) -> list[str]:
    with closing(Library.open(path, read_only=read_only)) as library:
        return [summary.title for summary in library.summaries()]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[sqlite3.Connection], None]]:
    """Upgrades to add to, after those there are."""
    steps = list(upgrades.UPGRADES)
    monkeypatch.setattr(upgrades, "UPGRADES", steps)
    return steps


def retitled(title: str) -> Callable[[sqlite3.Connection], None]:
    def step(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE network SET title = title || ?", (title,))

    return step


def test_a_library_of_the_first_version_opens_with_its_history(path: Path) -> None:
    with closing(Library.open(path)) as library:
        whole, history = library.load("m")
        assert whole.network.title == "Oud"
        assert as_a(Network, sure(history.undo()).changes["m"]).title == ""
        library.add(full_map())


def test_each_step_is_made_once_in_order_after_a_backup_of_its_version(
    path: Path, steps: list[Callable[..., Any]]
) -> None:
    steps += [retitled(" twee"), retitled(" drie")]
    assert titles(path) == ["Oud twee drie"]
    assert titles(path) == ["Oud twee drie"]
    assert versions_of(path) == NEWEST + 2
    kept = sorted((path.parent / "backups").iterdir())
    assert [versions_of(file) for file in kept] == list(range(1, NEWEST + 2))
    assert all(f"version-{number}" in file.name for number, file in enumerate(kept, 1))
    del steps[NEWEST - 1 :]
    assert titles(kept[0], read_only=True) == ["Oud"]


def test_a_step_that_fails_leaves_the_version_before_it(
    path: Path, steps: list[Callable[..., Any]]
) -> None:
    def fails(connection: sqlite3.Connection) -> None:
        retitled(" half")(connection)
        connection.execute("INSERT INTO no_such_table VALUES (1)")

    steps += [retitled(" twee"), fails]
    with pytest.raises(Problem):
        Library.open(path)
    assert versions_of(path) == NEWEST + 1
    steps.pop()
    assert titles(path) == ["Oud twee"]


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE note",
        "INSERT INTO tie (network_id, id, a, b, state) VALUES ('m', 't', 'x', 'y', 'yes')",
    ],
)
def test_a_step_that_leaves_the_file_unsound_is_taken_back(
    path: Path, steps: list[Callable[..., Any]], statement: str
) -> None:
    steps.append(lambda connection: connection.execute(statement))
    with pytest.raises(Problem, match="library_damaged"):
        Library.open(path)
    assert versions_of(path) == NEWEST


def test_a_step_may_make_a_table_anew_without_losing_what_refers_to_it(
    path: Path, steps: list[Callable[..., Any]]
) -> None:
    def anew(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE other AS SELECT * FROM map")
        connection.execute("DELETE FROM map")
        connection.execute("INSERT INTO map SELECT * FROM other")
        connection.execute("DROP TABLE other")

    steps.append(anew)
    assert titles(path) == ["Oud"]


def test_nothing_is_upgraded_when_the_backup_cannot_be_made(
    path: Path, steps: list[Callable[..., Any]]
) -> None:
    (path.parent / "backups").write_text("in the way")
    steps.append(retitled(" twee"))
    with pytest.raises(Problem, match="library_not_writable"):
        Library.open(path)
    assert versions_of(path) == 1


def test_read_only_an_older_library_is_shown_but_not_changed(
    path: Path, steps: list[Callable[..., Any]]
) -> None:
    content = path.read_bytes()
    steps.append(retitled(" twee"))
    assert titles(path, read_only=True) == ["Oud twee"]
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_library_of_a_newer_version_is_refused_as_it_is(path: Path, read_only: bool) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version={upgrades.newest() + 1}")
    content = path.read_bytes()
    with pytest.raises(Problem, match="library_newer"):
        Library.open(path, read_only=read_only)
    assert path.read_bytes() == content


@pytest.mark.parametrize(("digit", "theirs"), [("8", True), ("4", False)])
def test_whose_a_map_is_comes_from_the_digits_of_its_series_once(
    tmp_path: Path, digit: str, theirs: bool
) -> None:
    """Version 4 says it in a field, also in the steps that can be undone."""
    series = "0" * 12 + digit + "0" * 19
    path = tmp_path / "kring.library"
    tables = (Path(__file__).parent / "data" / "version_3.sql").read_text("utf-8")
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(
            f"{tables}"
            f"PRAGMA application_id={0x4B524E47}; PRAGMA user_version=3;"
            "INSERT INTO map VALUES ('m', 1, '2026-01-02T03:04:05.000006+00:00', NULL);"
            "INSERT INTO network (network_id, id, series, title, moment_label, ego_label, role,"
            " subject, lines_drawn, finished, example, importance_cut, frequency_cut)"
            f" VALUES ('m', 'm', '{series}', 'New', '', '', '', '', 0, 0, 0, 4, 4);"
            "INSERT INTO edit VALUES ('m', 1, 'rename', '',"
            f""" '{{"m":{{"type":"network","series":"{series}"}}}}',"""
            f""" '{{"m":{{"type":"network","series":"{series}","title":"New"}}}}');"""
        )
    with closing(Library.open(path)) as library:
        assert [summary.theirs for summary in library.summaries()] == [theirs]
        whole = library.load("m")[0]
        assert whole.network.theirs is theirs
    with closing(sqlite3.connect(path)) as raw:
        [sides] = raw.execute("SELECT before, after FROM edit").fetchall()
    assert [json.loads(side)["m"].get("theirs", False) for side in sides] == [theirs, theirs]


def of_version_4(path: Path, position: int) -> None:
    """Make a library of version 4: one map with partners, a tie, and stars given and taken."""
    tables = (Path(__file__).parent / "data" / "version_4.sql").read_text("utf-8")
    starred = {"type": "partner", "name": "P", "named_important": True}
    plain = {"type": "partner", "name": "P"}
    tie = {"type": "tie", "a": "yes", "b": "never", "strength": 3, "quality": 5}
    steps = [
        ("set_named_important", {"yes": plain}, {"yes": starred}),
        ("set_named_important", {"taken": plain}, {"taken": starred}),
        ("set_named_important", {"taken": starred}, {"taken": plain}),
        ("set_importance", {"taken": plain}, {"taken": {**plain, "importance": 3}}),
        ("set_tie", {"t": None}, {"t": tie}),
        ("take_over", {"other": starred}, {"other": plain}),
        ("set_named_important", {"taken": {**plain, "importance": 3}}, {"taken": starred}),
    ]
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(
            f"{tables}"
            f"PRAGMA application_id={0x4B524E47}; PRAGMA user_version=4;"
            f"INSERT INTO map VALUES ('m', {position}, '2026-01-02T03:04:05.000006+00:00', NULL);"
            "INSERT INTO network (network_id, id, series, title, moment_label, ego_label, role,"
            " subject, lines_drawn, finished, example, theirs, importance_cut, frequency_cut)"
            " VALUES ('m', 'm', 's', '', '', '', '', '', 0, 0, 0, 0, 4, 4);"
            "INSERT INTO tie VALUES ('m', 't', 'yes', 'never', 'yes', 3, 5);"
        )
        starred_now = {"yes"} if position < len(steps) else {"yes", "taken"}
        texts = (
            *("goal", "my_expertise", "their_expertise", "notes"),
            *("before_talk", "after_talk", "my_hands"),
        )
        for key in ("yes", "taken", "never", "other"):
            raw.execute(
                "INSERT INTO partner (network_id, id, name, named_important, importance, forms,"
                f" hurdles, positives, {', '.join(texts)}) VALUES ('m', ?, 'P', ?, ?, '[]', '[]',"
                " '[]', '', '', '', '', '', '', '')",
                (key, key in starred_now, 3 if key == "taken" else None),
            )
        for number, (action, before, after) in enumerate(steps, 1):
            sides = (json.dumps(before), json.dumps(after))
            raw.execute("INSERT INTO edit VALUES ('m', ?, ?, '', ?, ?)", (number, action, *sides))
        raw.commit()


def test_who_had_no_star_was_not_asked_unless_the_star_was_taken_away(tmp_path: Path) -> None:
    """Version 5 has *no* as an answer to the star, and none is made up for who never got one."""
    path = tmp_path / "kring.library"
    of_version_4(path, 6)
    with closing(Library.open(path)) as library:
        whole, history = library.load("m")
        stars = {partner.id: partner.named_important for partner in whole.partners}
        assert stars == {"yes": True, "taken": False, "never": None, "other": None}
        assert not any(partner.still_there for partner in whole.partners)
        # Back and forth through all the steps it is always one and the same map.
        seen = [whole]
        while step := history.undo():
            seen.append(seen[-1].after(step.changes))
            history.follow(step)
        assert [sure(w.partner("taken")).named_important for w in seen] == [
            *[False] * 4,
            *[True, None, None],
        ]
        for before in reversed(seen[:-1]):
            step = history.redo()
            assert seen[seen.index(before) + 1].after(sure(step).changes) == before
            history.follow(sure(step))


def test_a_star_that_was_given_again_is_one(tmp_path: Path) -> None:
    path = tmp_path / "kring.library"
    of_version_4(path, 7)
    with closing(Library.open(path)) as library:
        assert sure(library.load("m")[0].partner("taken")).named_important is True


def test_how_strong_a_tie_is_goes_from_the_library_and_its_steps(tmp_path: Path) -> None:
    path = tmp_path / "kring.library"
    of_version_4(path, 6)
    with closing(Library.open(path)) as library:
        assert [tie.state for tie in library.load("m")[0].ties] == ["yes"]
    with closing(sqlite3.connect(path)) as raw:
        assert "strength" not in str(raw.execute("SELECT after FROM edit").fetchall())


def test_a_damaged_step_of_version_4_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "kring.library"
    of_version_4(path, 6)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE edit SET after = '{broken' WHERE number = 2")
        raw.execute("UPDATE edit SET after = '[]' WHERE number = 5")
        raw.commit()
    with pytest.raises(Problem, match="map_damaged"), closing(Library.open(path)) as library:
        library.load("m")
    with closing(sqlite3.connect(path)) as raw:
        kept = raw.execute("SELECT after FROM edit WHERE number IN (2, 5)").fetchall()
    assert kept == [("{broken",), ("[]",)]


def of_version_5(path: Path, position: int) -> None:
    """Make a library of version 5: one map with a partner, before and after a talk with them."""
    tables = (Path(__file__).parent / "data" / "version_5.sql").read_text("utf-8")
    plain = {"type": "partner", "name": "P"}
    ready = {**plain, "before_talk": "Vraag naar thuis"}
    done = {**ready, "after_talk": "Ze leest voor"}
    steps = [
        ("add_partner", {"p": None}, {"p": plain}),
        ("set_before_talk", {"p": plain}, {"p": ready}),
        ("set_importance", {"p": ready}, {"p": {**ready, "importance": 3}}),
        ("set_after_talk", {"p": ready}, {"p": done}),
        ("remove_partner", {"p": done}, {"p": None}),
    ]
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(
            f"{tables}"
            f"PRAGMA application_id={0x4B524E47}; PRAGMA user_version=5;"
            f"INSERT INTO map VALUES ('m', {position}, '2026-01-02T03:04:05.000006+00:00', NULL);"
            "INSERT INTO network (network_id, id, series, title, moment_label, ego_label, role,"
            " subject, lines_drawn, finished, example, theirs, importance_cut, frequency_cut)"
            " VALUES ('m', 'm', 's', '', '', '', '', '', 0, 0, 0, 0, 4, 4);"
        )
        if position == 4:
            raw.execute(
                "INSERT INTO partner (network_id, id, name, still_there, forms, hurdles, positives,"
                " goal, my_expertise, their_expertise, notes, my_hands, before_talk, after_talk)"
                " VALUES ('m', 'p', 'P', 0, '[]', '[\"left_out\"]', '[]', '', '', '', '', '',"
                " 'Vraag naar thuis', 'Ze leest voor')"
            )
        for number, (action, before, after) in enumerate(steps, 1):
            sides = (json.dumps(before), json.dumps(after))
            raw.execute("INSERT INTO edit VALUES ('m', ?, ?, '', ?, ?)", (number, action, *sides))
        raw.commit()


@pytest.mark.parametrize("position", [4, 5])
def test_what_was_written_of_a_talk_becomes_a_first_activity_back_and_forth(
    tmp_path: Path, position: int
) -> None:
    """Version 6 keeps it in a record of its own, also in the steps that can be undone."""
    path = tmp_path / "kring.library"
    of_version_5(path, position)
    with closing(Library.open(path)) as library:
        whole, history = library.load("m")
        if position == 5:
            assert whole.all_of(Activity) == ()
            step = history.undo()
            whole = whole.after(sure(step).changes)
            history.follow(sure(step))
        [done] = whole.all_of(Activity)
        assert (done.partner, done.agreed, done.talk) == ("p", "Vraag naar thuis", "Ze leest voor")
        assert (done.day, done.talked_over, done.time_made) == (None, None, None)
        seen = [whole]
        while step := history.undo():
            seen.append(seen[-1].after(step.changes))
            history.follow(step)
        said = [[(a.agreed, a.talk) for a in one.all_of(Activity)] for one in seen]
        assert said == [
            [("Vraag naar thuis", "Ze leest voor")],
            [("Vraag naar thuis", "")],
            [("Vraag naar thuis", "")],
            [],
            [],
        ]
        again = seen[-1]
        while step := history.redo():
            again = again.after(step.changes)
            history.follow(step)
        assert again.partners == () == again.all_of(Activity)


def test_an_activity_of_an_older_library_is_that_of_an_older_file(tmp_path: Path) -> None:
    """A backup in a file and the map in the library are still the same map."""
    path = tmp_path / "kring.library"
    of_version_5(path, 4)
    with closing(Library.open(path)) as library:
        kept = library.load("m")[0].all_of(Activity)
    content = json.loads(to_json(full_map()))
    talk = {"before_talk": "Vraag naar thuis", "after_talk": "Ze leest voor"}
    content.update(version=4, partners=[{"id": "p", "name": "P", "still_there": False, **talk}])
    for name in LISTS.keys() - {"partners"}:
        content[name] = []
    read = from_json(json.dumps(content).encode(), Path("map.kring"))
    assert read.all_of(Activity) == kept


def test_a_hurdle_that_held_two_things_stays_where_it_was_ticked(tmp_path: Path) -> None:
    path = tmp_path / "kring.library"
    of_version_5(path, 4)
    with closing(Library.open(path)) as library:
        partner = library.load("m")[0].partner("p")
        # Nothing is guessed: whatever version 5 did not ask is not answered.
        assert partner == Partner(id="p", name="P", hurdles=("left_out",))
        assert library.load("m")[0].network == Network(id="m", series="s")


def of_version_8(path: Path, position: int) -> None:
    """Make a library of version 8: who was put somewhere and taken off, and who never was."""
    tables = (Path(__file__).parent / "data" / "version_8.sql").read_text("utf-8")
    plain = {"type": "partner", "name": "P"}
    there = {**plain, "x": 0.5, "y": 0.5}
    rated = {**plain, "importance": 3}
    steps: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
        ("move", {"off": plain, "again": plain}, {"off": there, "again": there}),
        ("move", {"off": there}, {"off": plain}),
        ("set_importance", {"off": plain, "never": plain}, {"off": rated, "never": rated}),
        ("move", {"again": there}, {"again": plain}),
        ("remove_partner", {"off": rated}, {"off": None}),
        ("move", {"again": plain}, {"again": there}),
    ]
    now: dict[str, Any] = dict.fromkeys(("never", "off", "again"), plain)
    for _, _, after in steps[:position]:
        now |= after
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(
            f"{tables}"
            f"PRAGMA application_id={0x4B524E47}; PRAGMA user_version=8;"
            f"INSERT INTO map VALUES ('m', {position}, '2026-01-02T03:04:05.000006+00:00', NULL);"
            "INSERT INTO network (network_id, id, series, title, moment_label, ego_label, role,"
            " subject, three_words, lines_drawn, finished, example, theirs, importance_cut,"
            " frequency_cut) VALUES ('m', 'm', 's', '', '', '', '', '', '', 0, 0, 0, 0, 4, 4);"
        )
        columns = raw.execute("SELECT name, dflt_value FROM pragma_table_info('partner')"
                              " WHERE [notnull] AND NOT pk").fetchall()  # fmt: skip
        for key, record in now.items():
            if record is None:
                continue
            lists = ("forms", "hurdles", "positives", "leadership_does", "power_words",
                     "my_power_words", "my_craft", "their_craft", "steps_taken")  # fmt: skip
            given: dict[str, Any] = {name: "[]" if name in lists else "" for name, _ in columns}
            given |= {"network_id": "m", "id": key, "still_there": 0}
            given |= {name: value for name, value in record.items() if name != "type"}
            raw.execute(
                f"INSERT INTO partner ({', '.join(given)}) VALUES ({', '.join('?' * len(given))})",
                tuple(given.values()),
            )
        for number, (action, before, after) in enumerate(steps, 1):
            sides = (json.dumps(before), json.dumps(after))
            raw.execute("INSERT INTO edit VALUES ('m', ?, ?, '', ?, ?)", (number, action, *sides))
        raw.commit()


WAITS = [set(), set(), {"off"}, {"off"}, {"off", "again"}, {"again"}, set()]
"""Who waits after so many steps."""


@pytest.mark.parametrize("position", range(len(WAITS)))
def test_who_was_taken_off_waits_at_every_step_as_before(tmp_path: Path, position: int) -> None:
    """Version 9 says it in a field, also in the steps that can be undone."""
    path = tmp_path / "kring.library"
    of_version_8(path, position)
    with closing(Library.open(path)) as library:
        whole, history = library.load("m")
        while step := history.undo():
            whole = whole.after(step.changes)
            history.follow(step)
        seen = [whole]
        while step := history.redo():
            seen.append(seen[-1].after(step.changes))
            history.follow(step)
        assert [{p.id for p in one.partners if p.taken_off} for one in seen] == WAITS
        assert library.load("m")[0] == seen[position]


def test_a_damaged_step_of_version_8_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "kring.library"
    of_version_8(path, 6)
    damage = {1: "{broken", 2: "[]", 3: '{"off": 5}'}
    with closing(sqlite3.connect(path)) as raw:
        for number, after in damage.items():
            raw.execute("UPDATE edit SET after = ? WHERE number = ?", (after, number))
        raw.commit()
    with pytest.raises(Problem, match="map_damaged"), closing(Library.open(path)) as library:
        library.load("m")
    with closing(sqlite3.connect(path)) as raw:
        kept = raw.execute("SELECT after FROM edit WHERE number < 4 ORDER BY number").fetchall()
    assert kept == [(after,) for after in damage.values()]


def test_a_damaged_step_is_left_as_it_is() -> None:
    assert upgrades._said_to_be_theirs("{broken") == "{broken"
    assert upgrades._said_to_be_theirs("[]") == "[]"
