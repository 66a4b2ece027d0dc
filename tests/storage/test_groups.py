"""Groups in the library: kept without anything personal, removed with thirty days."""

import sqlite3
from contextlib import closing
from datetime import timedelta

from app.models.groups import new_group, taken
from app.models.network import Map, Network, Note, Partner, Tie
from app.storage.library import Library

SECRETS = (
    "Wilhelmina",
    "Tante Sjaan",
    "geheim",
    "netid-17",
    "series-17",
    "partner-17",
    "De Regenboog",
)


def personal() -> Map:
    return Map.of(
        [
            Network(id="netid-17", series="series-17", title="De Regenboog", lines_drawn=True),
            Partner(
                id="partner-17", name="Wilhelmina", kind="Tante Sjaan", notes="geheim", frequency=3
            ),
            Partner(id="other", name="Wilhelmina 2", kind="parents", setting="pupil_and_family"),
            Tie(id="t", a="partner-17", b="other"),
            Note(id="n", text="geheim"),
        ]
    )


def test_a_group_comes_back_as_it_was_and_nothing_personal_is_in_the_bytes(tmp_path):
    path = tmp_path / "kring.library"
    group, counted = taken(new_group("Groep 7"), [personal()])
    assert counted.added == 1
    with closing(Library.open(path)) as library:
        library.store_group(group)
        assert library.groups() == [group]
    with closing(Library.open(path)) as library:
        assert library.groups() == [group]
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for secret in SECRETS:
        assert secret.encode() not in kept
        assert secret.encode("utf-16-le") not in kept


def test_a_removed_group_is_out_of_sight_comes_back_and_goes_after_thirty_days(tmp_path):
    path = tmp_path / "kring.library"
    group, _ = taken(new_group("Groep 7"), [personal()])
    with closing(Library.open(path)) as library:
        library.store_group(group)
        assert library.has_groups()
        library.remove_group(group.id)
        assert library.groups() == []
        assert not library.has_groups()
        library.restore_group(group.id)
        assert library.groups() == [group]
        library.remove_group(group.id)
        library.purge(timedelta(days=30))
        library.restore_group(group.id)
        library.remove_group(group.id)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE class_group SET deleted = '2020-01-01T00:00:00.000000+00:00'")
        raw.commit()
    with closing(Library.open(path)) as library:
        library.purge(timedelta(days=30))
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM class_group").fetchone() == (0,)
        assert raw.execute("SELECT count(*) FROM handed_in").fetchone() == (0,)


def test_a_damaged_group_is_left_out_and_the_others_are_there(tmp_path):
    path = tmp_path / "kring.library"
    one, other = (taken(new_group(name), [personal()])[0] for name in ("a", "b"))
    with closing(Library.open(path)) as library:
        library.store_group(one)
        library.store_group(other)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE handed_in SET coded = '{' WHERE group_id = ?", (one.id,))
        raw.commit()
    with closing(Library.open(path)) as library:
        assert library.groups() == [other]


def test_maps_of_a_person_take_their_place_and_a_second_moment_is_the_end():
    from dataclasses import replace

    begin = personal()
    group, _ = taken(new_group("g"), [begin])
    newer = begin.after({"netid-17": replace(begin.network, confidence=4)})
    group, counted = taken(group, [newer, newer])
    assert (counted.replaced, counted.same) == (1, 1)
    assert [one.confidence for one in group.begin] == [4]
    end = Map.of([replace(begin.network, id="another"), *begin.partners])
    group, counted = taken(group, [end])
    assert (counted.paired, len(group.begin), len(group.end)) == (1, 1, 1)
    assert group.end[0].respondent == group.begin[0].respondent
    assert group.end[0].partners[0].mark == group.begin[0].partners[0].mark
    stranger, _ = taken(new_group("other"), [begin])
    assert stranger.begin[0].respondent != group.begin[0].respondent
