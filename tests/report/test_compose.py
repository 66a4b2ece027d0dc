"""What a report of a map says, part by part, and what it leaves out."""

import json
import re
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtWidgets import QApplication

from app import RESOURCES, language
from app.analysis.findings import told
from app.analysis.study import study
from app.exchange.kring_file import read_kring
from app.models.network import Answer, Intention, Map, Network, Note, Outline, Partner, Task
from app.models.vocabulary import vocabulary
from app.report.compose import compose
from app.report.content import Bullets, Entries, Entry, Picture, Report, Section, Table
from app.report.parts import PARTS, contents
from app.report.sections import usual_lenses
from app.report.wanted import ReportChoices
from tests.examples import few
from tests.maps import maps
from tests.pictures import example
from tests.sure import as_a

ALL = ReportChoices()
SECRET = "Zqxw"


def text_of(report: Report | Section) -> str:
    return json.dumps(asdict(report), ensure_ascii=False, default=list)


def composed(whole: Map, before: Map | None = None, wanted: ReportChoices = ALL) -> Report:
    return compose(whole, before, wanted).report


def headings(report: Report) -> list[str]:
    return [section.heading for section in report.sections if section.level == 1]


def entries(report: Report, heading: str) -> tuple[Entry, ...]:
    (section,) = [section for section in report.sections if section.heading == heading]
    return next(block.entries for block in section.blocks if isinstance(block, Entries))


def tables(report: Report) -> list[Table]:
    blocks = (block for section in report.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Table)]


def with_records(whole: Map, *records: Any) -> Map:
    return whole.after({record.id: record for record in records})


@pytest.fixture
def worked() -> Map:
    whole = read_kring(RESOURCES / "examples" / "example_en.kring")
    return with_records(whole, Task(id="task", what="Read at home"))


@pytest.mark.parametrize("tongue", ["en", "nl"])
def test_the_worked_example_has_all_but_the_comparison_and_tasks(
    tongue: str, qapp: QApplication
) -> None:
    language.install(tongue)
    try:
        whole = read_kring(RESOURCES / "examples" / f"example_{tongue}.kring")
        report = composed(whole)
        assert report.language == tongue
        assert report.title == whole.network.title
        assert len(headings(report)) == len(PARTS) - 2, "nor the tasks around one pupil"
        said = text_of(report)
        for partner in whole.partners:
            assert partner.name in said
        for answer in whole.all_of(Answer):
            assert json.dumps(answer.text, ensure_ascii=False)[1:-1] in said
        wish = {"en": "You would like more contact", "nl": "Je wilt vaker contact"}[tongue]
        assert wish in said
    finally:
        language.install("en")


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_not_ticked_is_left_out(worked: Map, part: str) -> None:
    parts = frozenset(PARTS) - {part}
    found = headings(composed(worked, worked, ReportChoices(parts=parts)))
    assert found == [one for one in headings(composed(worked, worked)) if one in found]
    assert len(found) == len(PARTS) - 1


def test_an_empty_map_gives_a_report_that_says_so() -> None:
    report = composed(Map.of([Network(id="n", series="n")]))
    assert "There is no one on the map yet" in text_of(report)
    assert report.pictures == ()
    assert tables(report) == []
    assert report.title
    assert report.note == "Made with Kring.", "nobody's name is in it"


def test_the_lenses_are_those_chosen_and_else_those_that_fit() -> None:
    placed, waiting = example(3), Map.of([Network(id="n", series="n"), Partner(id="a", name="A")])
    nearer = with_records(
        placed, *(replace(p, x=0.1 * n, y=0.2) for n, p in enumerate(placed.partners))
    )
    usual = composed(nearer).pictures
    assert usual == ("cover-importance", "now-free", "now-importance", "now-gap")
    assert composed(waiting).pictures == ("cover-free", "now-free"), "nobody stands elsewhere"
    chosen = composed(nearer, wanted=ReportChoices(lenses=("contact",)))
    assert chosen.pictures == ("cover-contact", "now-contact")
    bare = composed(nearer, wanted=ReportChoices(parts=frozenset({"partners"})))
    assert bare.pictures == ()  # who leaves the map out does not want it on the cover either


def test_a_lens_in_which_nobody_stands_is_a_sentence_and_no_page() -> None:
    plain = example(3)
    whole = with_records(plain, *(replace(p, importance=None) for p in plain.partners))
    assert usual_lenses(whole) == ("free",)
    report = composed(whole, wanted=ReportChoices(lenses=("free", "importance", "gap")))
    assert report.pictures == ("cover-free", "now-free")
    told = [
        section for section in report.sections if section.heading in ("Importance", "Difference")
    ]
    assert [section.new_page for section in told] == [False, False]
    assert all("so there is no map here" in text_of(section) for section in told)
    assert "not shown here" not in text_of(report)


def test_the_ladder_says_who_stands_where_and_what_is_to_be_tried() -> None:
    ways: tuple[dict[str, Any], ...]
    ways = ({"forms": ("inform",)}, {"forms": ("act_together",)}, {})
    people = [
        Partner(id=name, name=name, setting="community", **way)
        for name, way in zip("ABC", ways, strict=True)
    ]
    tried = Intention(id="i", what="Together", partner="A", step="together")
    network = Network(id="n", series="n")
    report = composed(Map.of([network, *people, tried]))
    assert [(one.name, *one.lines) for one in entries(report, "Ladder")] == [
        ("Doing it together", "B"),
        ("Each separately", "–"),
        ("Consulting", "–"),
        ("Informing", "A (to try: doing it together)"),
        ("Not said yet what you do together", "C"),
    ]
    unanswered = composed(Map.of([network, people[2]]))
    assert "Ladder" not in headings(unanswered)


def test_who_has_no_place_in_a_lens_is_named_below_it() -> None:
    whole = with_records(example(3), Partner(id="late", name="Nobody rated me"))
    report = composed(
        whole, wanted=ReportChoices(parts=frozenset({"maps"}), lenses=("importance",))
    )
    assert "not shown here: Nobody rated me." in text_of(report)


def test_a_picture_says_in_words_what_it_shows() -> None:
    whole = example(3)
    report = composed(whole, wanted=ReportChoices(lenses=("importance",)))
    blocks = [block for section in report.sections for block in section.blocks]
    (picture,) = (block for block in blocks if isinstance(block, Picture))
    for partner in whole.partners:
        assert partner.name in picture.alt


def test_all_of_sixty_partners_stand_in_the_table_the_most_important_first() -> None:
    report = composed(example(60), wanted=ReportChoices(parts=frozenset({"partners"})))
    (table,) = tables(report)
    assert len(table.rows) == 60
    order = ["very important", "important", "fairly important", "slightly important"]
    column = table.heads.index("Importance")
    found = [row[column] for row in table.rows]
    assert found == sorted(found, key=lambda label: [*order, "not important", "–"].index(label))


def test_a_column_nobody_answered_is_left_out() -> None:
    whole = Map.of([Network(id="n", series="n"), Partner(id="a", name="A", importance=3)])
    (table,) = tables(composed(whole, wanted=ReportChoices(parts=frozenset({"partners"}))))
    assert table.heads == ("Name", "Importance")


def test_what_changed_since_an_earlier_moment_stands_in_sentences() -> None:
    before = Map.of(
        [
            Network(id="n", series="s", moment_label="begin"),
            Partner(id="a", name="Ann", frequency=2, importance=4),
            Partner(id="b", name="Bob", frequency=3, importance=3),
            Intention(id="i", what="Call Ann", partner="a", done=True, outcome="It went well"),
        ]
    )
    after = Map.of(
        [
            Network(id="m", series="s", moment_label="end"),
            Partner(id="a", name="Ann", frequency=4, importance=4),
            Partner(id="c", name="Cas", frequency=3, importance=3),
        ]
    )
    said = text_of(composed(after, before))
    for text in (
        "From begin to end. Still here: 1 of 2. New: 1. No longer on the map: 1.",
        "Ann: a few times a year → weekly",
        "Call Ann",
        "It went well",
    ):
        assert text in said
    report = composed(after, before)
    assert "before-importance" in report.pictures
    four = ["Who is on the map", "The contact itself", "Who knows whom", "The map as a whole"]
    assert [section.heading for section in report.sections if section.heading in four] == four
    rows = [row for table in tables(report) for row in table.rows]
    assert ("Partners", "2", "2", "0") in rows
    assert ("Stability", "1 of 3 (0.33)") in rows
    assert ("Important, less contact", "1", "·", "·", "·") in rows
    assert "is not always a loss" in said
    assert "towards the middle next time" in said


def test_an_intention_says_with_whom_how_and_by_when() -> None:
    whole = with_records(
        example(2),
        Partner(id="a", name="Ann"),
        Intention(
            id="i",
            what="One lesson together",
            partner="a",
            direction="together",
            first_step="Ask her",
            due=date(2026, 4, 1),
            sign="The class asks for more",
        ),
    )
    (entry,) = entries(composed(whole), "Plans")
    assert entry == Entry(
        "One lesson together",
        facts=(
            ("How", "try doing something together"),
            ("With", "Ann"),
            ("First step", "Ask her"),
            ("By when", "1 April 2026"),
            ("How I will know it worked", "The class asks for more"),
            ("What became of it", "not yet"),
        ),
    )


def test_a_card_that_says_something_is_in_the_report() -> None:
    whole = with_records(
        Map.of([Network(id="n", series="n"), Partner(id="z", name="Nobody said a thing of me")]),
        Partner(
            id="a",
            name="Zoë",
            goal="To read\ntogether",
            task_role_agreed="partly",
            forms=("inform", "act_together"),
            hurdles=("time_pressure",),
            ideal="Ask about home",
            agreements="She reads aloud",
            my_hands="An hour a week",
        ),
        Partner(id="b", name="Ann", positives=("click",), notes="SECRET", goal="  "),
    )
    first, second = entries(composed(whole), "Working together")
    assert first == Entry("Ann", facts=(("What goes well", "we get on well"),))
    assert second.name == "Zoë"
    facts = dict(second.facts)
    assert facts["Goal"] == "To read\ntogether"
    assert "; " in facts["What we do"]
    assert {"Ask about home", "She reads aloud", "An hour a week", "partly"} <= set(facts.values())
    assert contents(whole, None, ALL)["cards"] == 2
    assert "SECRET" not in text_of(composed(whole))
    assert contents(whole, None, ReportChoices(anonymous=True))["cards"] == 0
    assert "reads aloud" not in text_of(composed(whole, wanted=ReportChoices(anonymous=True)))


def test_without_a_card_there_is_no_part_of_cards() -> None:
    report = composed(example(3), wanted=ReportChoices(parts=frozenset({"cards"})))
    assert report.sections == ()


def test_what_came_of_an_intention_is_what_is_known_now() -> None:
    before = Map.of([Network(id="n", series="s"), Intention(id="i", what="Call Ann")])
    after = Map.of([Network(id="m", series="s"), Intention(id="i", what="Call Ann", done=True)])
    report = composed(after, before)
    (entry,) = entries(report, "Plans")
    assert entry.facts == (("What became of it", "done"),)
    assert text_of(report).count("What became of it") == 1


def test_the_findings_begin_on_a_page_of_their_own_below_pictures() -> None:
    def page(whole: Map) -> bool:
        (section,) = [s for s in composed(whole).sections if s.heading == "What the map says"]
        return section.new_page

    assert page(example(3))
    assert not page(Map.of([Network(id="n", series="n")]))


def test_what_stands_out_comes_first_in_larger_letters(worked: Map) -> None:
    (section,) = [s for s in composed(worked).sections if s.heading == "What the map says"]
    notable, others = (as_a(Entries, block) for block in section.blocks[1:])
    assert (notable.look, others.look) == ("large", "beside")
    titles = {f.title for f in told(study(worked)) if f.notable}
    assert titles
    assert {entry.name for entry in notable.entries} == titles
    assert titles.isdisjoint(entry.name for entry in others.entries)


def test_a_question_to_discuss_stands_there_without_an_answer() -> None:
    whole = with_records(
        example(2), Answer(id="q", question="R02", discuss=True), Answer(id="r", question="R03")
    )
    sections = {section.heading: section.blocks for section in composed(whole).sections}
    assert sections["Questions and answers"] == ()
    ((asked,),) = [as_a(Bullets, block).items for block in sections["Still to discuss"]]
    assert asked == vocabulary().questions["R02"].en
    assert contents(whole, None, ALL)["answers"] == 1


def test_an_answer_that_is_to_be_discussed_says_so() -> None:
    whole = with_records(example(2), Answer(id="q", question="R02", text="Sam", discuss=True))
    report = composed(whole)
    (entry,) = entries(report, "Questions and answers")
    assert entry.lines == ("Sam", "To discuss.")
    assert "Still to discuss" not in [section.heading for section in report.sections]


def test_the_cover_says_who_made_it_and_when_the_earlier_moment_was() -> None:
    before = Map.of([Network(id="n", series="s", moment_label="begin", moment=date(2026, 9, 8))])
    report = compose(example(2), before, ReportChoices(cover="Ann, The Oak")).report
    assert ("Made by", "Ann, The Oak") in report.facts
    assert ("Compared with an earlier moment", "begin · 8 September 2026") in report.facts
    bare = compose(example(2), None, ReportChoices(cover="Ann, The Oak", anonymous=True)).report
    assert ("Made by", "Ann, The Oak") in bare.facts


def test_the_picture_of_the_earlier_moment_says_its_lens() -> None:
    headings = [section.heading for section in composed(example(2), example(2)).sections]
    assert "The map of no date: Importance" in headings


def test_what_the_owner_said_is_not_so_is_left_out(worked: Map) -> None:
    from app.analysis.findings import findings
    from app.models.network import Verdict

    finding = next(one for one in findings(worked) if one.code == "inside_outside")
    denied = with_records(worked, Verdict(id="v", finding=finding.code, agrees=False))
    assert "Inside and outside the school" in text_of(composed(worked))
    assert "Inside and outside the school" not in text_of(composed(denied))


def secret(whole: Map) -> Map:
    """Return the map with a word in everything people can write themselves."""
    said = {}
    for record in whole.records.values():
        fields = {
            Network: ("title", "moment_label", "ego_label", "role", "subject"),
            Partner: (
                "name",
                "kind",
                "goal",
                "my_expertise",
                "their_expertise",
                "notes",
                *("since", "own_words", "their_decision", "ask_leadership", "my_reading"),
                *("other_reading", "ideal", "my_expectation", "their_expectation", "limits"),
                "agreements",
                "my_hands",
            ),
            Outline: ("label",),
            Note: ("text",),
            Answer: ("text",),
            Intention: ("what", "first_step", "sign", "outcome"),
        }.get(type(record), ())
        texts: dict[str, Any] = dict.fromkeys(fields, SECRET)
        said[record.id] = replace(record, **texts)
    return whole.after(said)


@settings(max_examples=few(6), deadline=None, suppress_health_check=list(HealthCheck))
@given(maps(), maps())
def test_an_anonymous_report_holds_no_name_and_nothing_in_own_words(
    qapp: QApplication, whole: Map, before: Map
) -> None:
    said = text_of(composed(secret(whole), secret(before), ReportChoices(anonymous=True)))
    assert SECRET not in said


def test_whoever_is_on_both_maps_is_called_the_same_in_an_anonymous_report() -> None:
    first = Partner(id="a", name="Ann", kind="parents", frequency=2, importance=4)
    second = Partner(id="b", name="Bob", kind="parents", frequency=2, importance=4)
    before = Map.of([Network(id="n", series="s"), first, second])
    after = Map.of([Network(id="m", series="s"), replace(second, frequency=5)])
    said = text_of(composed(after, before, ReportChoices(anonymous=True)))
    assert "Another name" not in said
    assert "Ann" not in said
    assert (
        "Parents 2: a few times a year → a few times a week" in said
    )  # number 1 was there first, and is gone
    assert contents(after, before, ReportChoices(anonymous=True))["intentions"] == 0


@pytest.mark.parametrize("tongue", ["en", "nl"])
def test_no_sentence_begins_with_a_small_letter(tongue: str, qapp: QApplication) -> None:
    language.install(tongue)
    try:
        said = text_of(composed(example(18), example(8)))
    finally:
        language.install("en")
    assert not re.findall(r"[a-z)]{3}[.!?] [a-z]\w+", said)


def test_words_about_the_whole_map_are_no_step_of_a_scale() -> None:
    whole = example(8)
    network = replace(whole.network, three_words="talk, trust, time", confidence=3)
    report = composed(whole.after({network.id: network}))
    rows = dict(row for table in tables(report) for row in table.rows if len(row) == 2)
    assert "talk, trust, time" in rows.values()
    assert "3 of 5" in rows.values()


def test_what_few_answered_stands_below_the_table() -> None:
    whole = example(8)
    first = whole.partners[0]
    report = composed(whole.after({first.id: replace(first, decides="together")}))
    table = next(t for t in tables(report) if t.heads[0] == "Name")
    assert len(table.heads) < 9
    assert f"{first.name} (" in text_of(report)
