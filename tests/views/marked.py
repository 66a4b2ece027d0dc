"""Maps in which every text a person can write holds marks that something might act on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QApplication

from app.analysis.lens import LENSES
from app.document import Document
from app.exchange.share import EXCHANGE, shared
from app.models.network import (
    RECORD_TYPES,
    Activity,
    Answer,
    Departure,
    Evidence,
    Ground,
    Hindsight,
    Intention,
    Map,
    Note,
    Outline,
    Partner,
    Photo,
    Record,
    Stroke,
    Task,
    Verdict,
    rules_of,
)
from app.settings import Settings
from app.views.exchange.guest import Guest
from app.views.exchange.page import PAGES
from app.views.frame.window import MainWindow
from tests import pictures

ENOUGH = 10
"""So many people fill every screen; laying out more takes most of a walk past all of them."""


def with_texts(record: Record, text: Callable[[str], str]) -> Record:
    """Return a record whose free texts are what `text` makes of the name of the field."""
    marked: dict[str, Any] = {
        name: text(name)
        for name, rule in rules_of(type(record)).items()
        if rule.stored_as == "text" and not rule.is_id and rule.is_kept_by(text(name))
    }
    return replace(record, **marked)


def marked_map(text: Callable[[str], str], count: int = 18) -> Map:
    """Return a map of so many people with such a text wherever one can stand."""
    plain = pictures.example(count)
    others: tuple[Record, ...] = (
        Outline(id="o", label="x", members=("p0", "p1", "p2")),
        Note(id="n", text="x", x=0.5, y=0.5),
        Answer(id="w", question="R01", text="x"),
        Departure(id="d", partner="gone", reason=None),
        Intention(id="i", what="x", partner="p0", due=date(2020, 1, 1)),
        Intention(id="j", what="x"),
        Verdict(id="v", finding="important_little_contact", partner="p0", agrees=True),
        Stroke(id="s", points=(0.1, 0.1, 0.2, 0.2)),
        Hindsight(id="h", partner="p1", importance=3),
        Activity(id="c", partner="p0", what="x", day=date(2020, 1, 1)),
        Task(id="k", what="x", partner="p0", responsible="p1", agreed_with=("p2",)),
        Evidence(id="e", line="voice", partners=("p0",), sources=("w", "c")),
    )
    records = [with_texts(record, text) for record in (*plain.records.values(), *others)]
    # Kinds of the vocabulary are what findings and colours hang on: half of them stay.
    for at, record in enumerate(records):
        if isinstance(record, Partner):
            kept = plain.partner(record.id)
            name = f"{record.name} {at}"
            kind = kept.kind if kept is not None and at % 2 else record.kind
            x, y = 0.1 * at - 0.9, 0.3 * (at % 3)
            records[at] = replace(record, name=name, kind=kind, x=x, y=y)
    whole = Map.of(records)
    # What is recorded one day is walked through as well.
    pixels = {Photo, Ground}  # no words in them
    assert {type(record) for record in whole.records.values()} == set(RECORD_TYPES) - pixels
    return whole


def walk(window: MainWindow, document: Document, settings: Settings, guest: Map) -> Iterator[str]:
    """Show one screen after the other, and yield what each is called.

    `document` has a map of `marked_map` open; `guest` is one that came from somebody else.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    screens = window.screens

    def settled(name: str) -> str:
        while screens.ahead.left:
            screens.ahead.build_next()
        for _ in range(4):
            app.processEvents()
        return name

    first = document.map.partners[0].id
    for lens in LENSES:
        settings.lens = lens
        yield settled(f"draw-{lens}")
    for chosen in ([first], [p.id for p in document.map.partners[:3]]):
        document.select(chosen)
        yield settled(f"selected-{len(chosen)}")
    document.set_partners([first], importance=4)
    screens.edits.undo()
    document.select([])
    for name in ("table", "insight", "reflect", "compare", "share", "maps"):
        screens.actions_by_id[name].trigger()
        yield settled(name)
    screens.actions_by_id["share"].trigger()
    screens.share.choose("hand_in")
    for part in screens.share.ticks:
        screens.share._selection = screens.share._selection.switched(part, on=True)
    screens.share._show_selection()
    screens.share.show_page("table")
    yield settled("share-all")
    for page in ("list", "table", "figures", "people"):
        screens.actions_by_id["insight"].trigger()
        screens.insight.show_page(page)
        document.select([first])
        yield settled(f"insight-{page}")
    for page in screens.reflect.pages:
        screens.actions_by_id["reflect"].trigger()
        screens.reflect.show_page(page)
        yield settled(f"reflect-{page}")
    group = document.make_group(document.map.network.title)
    screens.actions_by_id["group"].trigger()
    yield settled("group")
    assert group is not None
    document.remove_group(group.id)
    screens.file_opening.bar.ask(Guest(guest.network.title, guest))
    yield settled("offer")
    screens.look_at(Guest(guest.network.title, shared(guest, EXCHANGE, "en")))
    for page in PAGES:
        screens.exchange.show_page(page)
        yield settled(f"exchange-{page}")
    document.set_partners([p.id for p in document.map.partners[:4]], frequency=None)
    screens.actions_by_id["rate"].trigger()
    yield settled("rate")
    screens.actions_by_id["pairs"].trigger()
    yield settled("pairs")
    screens.pairs.page.buttons[0].click()
    yield settled("pairs-one")
    begin = document.map
    title = begin.network.moment_label
    document.continue_map(begin.network.id, title, date(2027, 6, 18), clear=())
    document.remove_partners([begin.partners[5].id])
    document.depart(begin.partners[6].id, "finished")
    document.set_partners([begin.partners[7].id], frequency=6, importance=1)
    document.add_partner(begin.partners[0].name + " new")
    for how in ("side", "one", "table", "numbers"):
        screens.actions_by_id["compare"].trigger()
        screens.compare.show_as(how)
        yield settled(f"compare-{how}")
    screens.actions_by_id["again"].trigger()
    yield settled("again")
    for answer in (0, 1, 2, 3):
        if screens.again.current is not None:
            screens.again.answers[answer].click()
    yield settled("again-on")
    screens.actions_by_id["maps"].trigger()
    yield settled("maps-series")
    screens.actions_by_id["replay"].trigger()
    yield settled("replay")
    screens.actions_by_id["draw"].trigger()
    settings.lens = "free"
    toolbox = screens.map.view.toolbox
    one, other = (partner.id for partner in document.map.partners[:2])
    document.select([one])
    toolbox.take(toolbox.tie)
    toolbox.tie._tie_to(other)
    yield settled("tie")
    toolbox.put_down()
    for dialog in ("picture", "report", "print", "about"):
        screens.actions_by_id[dialog].trigger()
        yield settled(dialog)
        shown = app.activeModalWidget()
        if shown is not None:
            shown.close()
    screens.notices.removed(["x"], document.map.network.title)
    yield settled("notice")
