"""The library: what is stored comes back, in one transaction a step, with its history."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any, Self

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import RowMapping

from app.models.edit import Edit, Step
from app.models.history import MOST_KEPT, History
from app.models.network import RECORD_TYPES, Changes, Map, Network, Note, Partner, Tie
from app.models.problem import Problem
from app.storage import content, map_rows
from app.storage.library import Library
from tests.examples import few
from tests.maps import maps
from tests.models.editing import Editing, empty_map, full_map
from tests.sure import sure


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kring.library"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with closing(Library.open(path)) as opened:
        yield opened


def edit_of(whole: Map, after: Changes, merge_key: str = "", action: str = "change") -> Edit:
    before = {key: whole.records.get(key) for key in after}
    return Edit(action=action, before=before, after=after, merge_key=merge_key)


def code_of(act: Callable[..., Any]) -> str:
    with pytest.raises(Problem) as caught:
        act()
    return caught.value.code


def assert_same(loaded: Map, expected: Map) -> None:
    assert loaded == expected
    for kind in RECORD_TYPES:
        assert loaded.all_of(kind) == expected.all_of(kind)


# --- maps in and out


def test_a_new_library_is_empty_and_its_folder_is_made(tmp_path: Path) -> None:
    path = tmp_path / "not yet" / "there" / "kring.library"
    with closing(Library.open(path)) as library:
        assert library.summaries() == []
        assert library.path == path
        assert not library.read_only


def test_a_map_with_every_type_of_record_comes_back(library: Library) -> None:
    library.add(full_map())
    loaded, history = library.load("network")
    assert_same(loaded, full_map())
    assert (history.position, history.edits) == (0, ())


@settings(max_examples=few(8), deadline=None, suppress_health_check=list(HealthCheck))
@given(maps())
def test_every_map_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, original: Map
) -> None:
    path = tmp_path_factory.getbasetemp() / "every.library"
    path.unlink(missing_ok=True)
    with closing(Library.open(path)) as library:
        library.add(original)
    with closing(Library.open(path)) as library:
        assert_same(library.load(original.network.id)[0], original)
        assert library.summaries()[0].title == original.network.title


@settings(max_examples=few(6), deadline=None, suppress_health_check=list(HealthCheck))
@given(maps(), maps())
def test_any_records_survive_in_an_edit(
    tmp_path_factory: pytest.TempPathFactory, first: Map, second: Map
) -> None:
    path = tmp_path_factory.getbasetemp() / "edits.library"
    path.unlink(missing_ok=True)
    before = {key: r for key, r in first.records.items() if not isinstance(r, Network)}
    after = {key: r for key, r in second.records.items() if not isinstance(r, Network)}
    edit = Edit(action="a", before=before, after={**dict.fromkeys(before), **after})
    step = Step(changes={}, position=1, keep=0, edit=edit)
    with closing(Library.open(path)) as library:
        library.add(empty_map("the network"))
        library.store("the network", step)
        assert library.load("the network")[1].edits == (edit,)


def test_adding_a_map_twice_is_refused_also_when_it_was_removed(library: Library) -> None:
    library.add(full_map())
    assert code_of(lambda: library.add(full_map())) == "map_exists"
    library.remove("network")
    assert code_of(lambda: library.add(full_map())) == "map_exists"


def test_maps_may_share_ids_of_partners(library: Library) -> None:
    library.add(full_map("begin"))
    library.add(full_map("end"))
    edit = edit_of(full_map("end"), {"n1": None})
    library.store("end", History().record(edit))
    assert "n1" in library.load("begin")[0].records
    assert "n1" not in library.load("end")[0].records


def test_a_map_that_breaks_a_rule_is_not_added(library: Library) -> None:
    bad = Map({"n": Network(id="n", series="s"), "t": Tie(id="t", a="x", b="y")})
    assert code_of(lambda: library.add(bad)) == "unknown_partner"
    assert library.summaries() == []


# --- the list of maps


def test_summaries_tell_what_the_list_shows(library: Library) -> None:
    library.add(full_map())
    moment = date(2026, 9, 1)
    network = Network(
        id="other", series="s", title="B", moment=moment, moment_label="begin",
        ego_label="Juf", example=True, finished=True,
    )  # fmt: skip
    library.add(Map.of([network]))
    start = datetime.now(UTC)
    other, mine = library.summaries()
    assert (mine.id, mine.title, mine.partners, mine.example) == ("network", "Mijn kaart", 3, False)
    assert (other.id, other.series, other.ego_label, other.partners) == ("other", "s", "Juf", 0)
    assert (other.moment, other.moment_label) == (moment, "begin")
    assert other.example
    assert other.finished
    assert other.deleted is None
    assert timedelta(0) <= start - mine.changed < timedelta(minutes=1)


def test_the_map_changed_last_comes_first(library: Library) -> None:
    for name in ("a", "b", "c"):
        library.add(empty_map(name))
    library.store("a", History().record(edit_of(empty_map("a"), {"n": Note(id="n", text="x")})))
    assert [summary.id for summary in library.summaries()] == ["a", "c", "b"]


def test_of_the_list_only_what_changed_is_read_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        library.add(empty_map(name))
    first = {one.id: one for one in library.summaries()}
    read: list[str] = []
    summary = content._summary

    def noted(row: RowMapping) -> content.Summary:
        read.append(row["id"])
        return summary(row)

    monkeypatch.setattr(content, "_summary", noted)
    assert library.summaries()[1] is first["b"]
    assert read == []
    library.store("a", History().record(edit_of(empty_map("a"), {"n": Note(id="n", text="x")})))
    assert library.summaries()[2] is first["b"]
    assert read == ["a"]
    library.summaries().clear()
    assert len(library.summaries()) == 3


# --- removing and bringing back


def test_a_removed_map_comes_back_whole_after_a_restart(path: Path) -> None:
    with closing(Library.open(path)) as library:
        library.add(full_map())
        library.remove("network")
    with closing(Library.open(path)) as library:
        removed = library.summaries()[0].deleted
        assert removed is not None
        assert removed.utcoffset() == timedelta(0)
        library.remove("network")
        assert library.summaries()[0].deleted == removed
        library.restore("network")
        assert library.summaries()[0].deleted is None
        assert_same(library.load("network")[0], full_map())


def test_purging_deletes_only_what_was_removed_long_enough_ago(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("kept", "old", "recent"):
        library.add(full_map(name))
    long_ago = map_rows.moment_now(timedelta(days=40))
    with monkeypatch.context() as patched:
        patched.setattr(map_rows, "moment_now", lambda: long_ago)
        library.remove("old")
    library.remove("recent")
    library.purge(timedelta(days=30))
    assert {summary.id for summary in library.summaries()} == {"kept", "recent"}
    assert code_of(lambda: library.load("old")) == "map_not_found"
    library.purge(timedelta(0))
    assert {summary.id for summary in library.summaries()} == {"kept"}


def test_what_is_purged_can_no_longer_be_found_in_the_file(path: Path) -> None:
    with closing(Library.open(path)) as library:
        library.add(Map.of([Network(id="n", series="s"), Partner(id="p", name="Geheime Gerda")]))
        library.remove("n")
        library.purge(timedelta(0))
    assert b"Geheime" not in path.read_bytes()


@pytest.mark.parametrize("act", ["load", "remove", "restore"])
def test_a_map_that_is_not_there_is_told(library: Library, act: str) -> None:
    assert code_of(lambda: getattr(library, act)("nobody")) == "map_not_found"


# --- steps


def test_a_random_editing_run_equals_the_same_run_in_memory_at_every_reopening(path: Path) -> None:
    with closing(Library.open(path)) as library:
        library.add(full_map())
    editing = Editing(full_map(), History(), seed="run")
    for _ in range(8):
        with closing(Library.open(path)) as library:
            for _ in range(40):
                step = editing.next()
                library.store("network", step)
                editing.follow(step)
        with closing(Library.open(path)) as library:
            loaded, history = library.load("network")
        assert_same(loaded, editing.whole)
        assert history.edits == editing.history.edits
        assert history.position == editing.history.position


def test_undo_goes_all_the_way_back_after_reopening(path: Path) -> None:
    editing = Editing(full_map(), History(), seed="undo")
    with closing(Library.open(path)) as library:
        library.add(full_map())
        for _ in range(60):
            step = editing.next()
            library.store("network", step)
            editing.follow(step)
    with closing(Library.open(path)) as library:
        whole, history = library.load("network")
        while (back := history.undo()) is not None:
            library.store("network", back)
            history.follow(back)
            whole = whole.after(back.changes)
            assert whole == editing.past[history.position]
        assert_same(library.load("network")[0], whole)
        assert whole == full_map()


def test_a_reopened_history_merges_with_nothing_earlier(library: Library) -> None:
    whole = full_map()
    library.add(whole)
    history = History()
    typed = replace(sure(whole.partner("p1")), name="A")
    library.store("network", history.record(edit_of(whole, {"p1": typed}, merge_key="name")))
    whole, history = library.load("network")
    typed = replace(sure(typed), name="AB")
    library.store("network", history.record(edit_of(whole, {"p1": typed}, merge_key="name")))
    assert len(library.load("network")[1].edits) == 2


def test_the_oldest_edits_go_and_the_rest_keep_their_positions(library: Library) -> None:
    library.add(full_map())
    whole, history = full_map(), History()
    for number in range(MOST_KEPT + 7):
        renamed = replace(whole.network, title=str(number))
        step = history.record(edit_of(whole, {"network": renamed}))
        library.store("network", step)
        history.follow(step)
        whole = whole.after(step.changes)
    _, loaded = library.load("network")
    assert len(loaded.edits) == MOST_KEPT
    assert loaded.edits == history.edits
    assert loaded.position == MOST_KEPT + 7


def test_a_merge_that_ends_where_it_began_leaves_no_edit(library: Library) -> None:
    library.add(full_map())
    whole, history = full_map(), History()
    original = whole.partner("p1")
    for name in ("X", sure(original).name):
        edit = edit_of(whole, {"p1": replace(sure(original), name=name)}, merge_key="name")
        step = history.record(edit)
        library.store("network", step)
        history.follow(step)
        whole = whole.after(step.changes)
    loaded, reopened = library.load("network")
    assert loaded == full_map()
    assert (reopened.position, reopened.edits) == (0, ())


def test_ties_may_take_each_others_place_in_one_step(library: Library) -> None:
    whole = full_map()
    library.add(whole)
    t1, t2 = whole.ties
    after = {"t1": replace(t1, a="p1", b="p3"), "t2": replace(t2, a="p2", b="p1")}
    library.store("network", History().record(edit_of(whole, after)))
    assert_same(library.load("network")[0], whole.after(after))


def test_an_id_may_come_to_stand_for_another_type_of_record(library: Library) -> None:
    whole = full_map()
    library.add(whole)
    after = {"n1": Partner(id="n1", name="Eerst een tekst")}
    library.store("network", History().record(edit_of(whole, after)))
    assert library.load("network")[0] == whole.after(after)


def test_a_changed_record_keeps_its_place_in_the_order(library: Library) -> None:
    whole = full_map()
    library.add(whole)
    after = {"p1": replace(sure(whole.partner("p1")), name="Anders")}
    library.store("network", History().record(edit_of(whole, after)))
    assert [p.id for p in library.load("network")[0].partners] == ["p1", "p2", "p3"]


BAD_STEPS = {
    "a value out of range": ({"p1": Partner(id="p1", name="x", importance=9)}, "bad_value"),
    "a tie to nobody": ({"t9": Tie(id="t9", a="p1", b="nobody")}, "change_not_kept"),
    "a partner who is tied": ({"p1": None}, "change_not_kept"),
    "a second tie": ({"t9": Tie(id="t9", a="p2", b="p1")}, "change_not_kept"),
    "a tie to itself": ({"t9": Tie(id="t9", a="p1", b="p1")}, "tie_to_itself"),
    "the network gone": ({"network": None}, "change_not_kept"),
    "the network replaced": ({"network": Partner(id="network", name="x")}, "change_not_kept"),
    "another network": ({"n2": Network(id="n2", series="s")}, "change_not_kept"),
}


@pytest.mark.parametrize(("after", "code"), BAD_STEPS.values(), ids=BAD_STEPS.keys())
def test_a_step_that_does_not_fit_changes_nothing(
    library: Library, after: dict[Any, Any], code: str
) -> None:
    library.add(full_map())
    good = {"n1": None, **after}
    assert code_of(lambda: library.store("network", step_of(good))) == code
    loaded, history = library.load("network")
    assert_same(loaded, full_map())
    assert (history.position, history.edits) == (0, ())
    fine = History().record(edit_of(loaded, {"n1": None}))
    library.store("network", fine)
    assert "n1" not in library.load("network")[0].records


def step_of(after: Changes) -> Step:
    return History().record(edit_of(full_map(), after))


def test_a_step_for_a_map_that_is_not_there_changes_nothing(library: Library, path: Path) -> None:
    step = step_of({"n9": Note(id="n9", text="x")})
    assert code_of(lambda: library.store("nobody", step)) == "map_not_found"
    library.close()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM note").fetchone() == (0,)
        assert raw.execute("SELECT count(*) FROM edit").fetchone() == (0,)


# --- who may use it


def test_a_second_kring_is_told_that_the_library_is_in_use(library: Library, path: Path) -> None:
    assert code_of(lambda: Library.open(path)) == "library_in_use"
    library.close()
    Library.open(path).close()


def test_reading_its_files_elsewhere_in_this_process_does_not_let_a_second_kring_in(
    library: Library, path: Path
) -> None:
    for file in path.parent.iterdir():  # as a file dialog does
        if file.is_file():
            file.read_bytes()
    second = (
        "import sys; from pathlib import Path; from app.storage.library import Library\n"
        "Library.open(Path(sys.argv[1]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", second, path], capture_output=True, text=True, check=False
    )
    assert "library_in_use" in done.stderr


def test_a_link_to_the_library_is_the_same_library(
    library: Library, path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "elsewhere.library"
    link.symlink_to(path)
    assert code_of(lambda: Library.open(link)) == "library_in_use"


def test_it_is_opened_on_one_thread_and_used_and_closed_on_another(path: Path) -> None:
    opened = []
    worker = threading.Thread(target=lambda: opened.append(Library.open(path)))
    worker.start()
    worker.join()
    opened[0].add(full_map())
    opened[0].close()
    Library.open(path).close()


def test_closing_twice_is_no_problem(path: Path) -> None:
    library = Library.open(path)
    library.close()
    library.close()


def test_read_only_shows_what_another_kring_has_written_and_changes_nothing(
    library: Library, path: Path
) -> None:
    library.add(full_map())
    with closing(Library.open(path, read_only=True)) as reader:
        assert reader.read_only
        assert_same(reader.load("network")[0], full_map())
        library.store("network", step_of({"n1": None}))
        assert [summary.id for summary in reader.summaries()] == ["network"]
        for act in (
            lambda: reader.add(empty_map("x")),
            lambda: reader.store("network", step_of({"n1": None})),
            lambda: reader.remove("network"),
            lambda: reader.restore("network"),
            lambda: reader.purge(timedelta(0)),
        ):
            assert code_of(act) == "library_read_only"
        reader.back_up()
        assert not (path.parent / "backups").exists()
    assert "n1" not in library.load("network")[0].records


def test_read_only_leaves_nothing_beside_a_library_nobody_has_open(tmp_path: Path) -> None:
    made = tmp_path / "made.library"
    with closing(Library.open(made)) as library:
        library.add(full_map())
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "kring.library"
    shutil.copy(made, path)
    with closing(Library.open(path, read_only=True)) as reader:
        assert_same(reader.load("network")[0], full_map())
    assert [file.name for file in folder.iterdir()] == ["kring.library"]


def test_read_only_does_not_make_a_library(path: Path) -> None:
    assert code_of(lambda: Library.open(path, read_only=True)) == "library_missing"
    assert not path.exists()


def test_it_works_where_the_name_of_the_folder_is_special(tmp_path: Path) -> None:
    path = tmp_path / "50% & 'één' #1?" / "kring.library"
    with closing(Library.open(path)) as library:
        library.add(full_map())
        library.back_up()
    with closing(Library.open(path, read_only=True)) as reader:
        assert len(reader.summaries()) == 1
    assert path.exists()


@pytest.mark.parametrize("years", [(2026, 2099, 2026), (2026, 1980, 1980), (2099, 1980, 2026)])
def test_the_map_that_changed_last_is_first_whatever_the_clock_says(
    path: Path, monkeypatch: pytest.MonkeyPatch, years: tuple[Any, Any, Any]
) -> None:
    class Clock(datetime):
        year_said = 2026

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(cls.year_said, 6, 1, tzinfo=tz)

    monkeypatch.setattr(map_rows, "datetime", Clock)
    editing = {}
    with closing(Library.open(path)) as library:
        for name, year in zip("abc", years, strict=True):
            Clock.year_said = year
            library.add(full_map(name))
            editing[name] = Editing(*library.load(name), f"clock {name}")
        for name, year in (("a", years[2]), ("c", years[0]), ("b", years[1]), ("a", 1980)):
            Clock.year_said = year
            step = editing[name].next()
            library.store(name, step)
            editing[name].follow(step)
            assert library.summaries()[0].id == name
        assert [summary.id for summary in library.summaries()] == ["a", "b", "c"]
        Clock.year_said = 2026
        with library._changing() as raw:
            raw.exec_driver_sql("UPDATE map SET changed = 'zzz' WHERE id = 'c'")
        step = editing["b"].next()
        library.store("b", step)
        assert [s.id for s in library.summaries() if not s.damaged] == ["b", "a"]
