"""People out of a list or a spreadsheet: everybody, as what they are, and nothing in silence."""

import random
import time
from typing import Any

import pytest

from app.exchange import lists
from app.exchange.list_headings import field_of_heading
from app.exchange.lists import People, read_people
from app.models.network import MOST_PARTNERS, check
from app.models.rules import NAME_LENGTH
from app.models.vocabulary import list_words, vocabulary
from app.models.word_forms import key_of
from tests.each import each


def read(text: str, language: str = "nl") -> People:
    people = read_people(text, language)
    for partner in people.partners:
        check(partner)
    return people


def names(text: str) -> list[str]:
    return [partner.name for partner in read(text).partners]


@each(
    "line, name",
    [
        ("Jip", "Jip"),
        ("  Jip  de Vries ", "Jip de Vries"),
        ("- Jip", "Jip"),
        ("•\tJip", "Jip"),
        ("o\tJip", "Jip"),
        ("\uf0b7\tJip", "Jip"),
        ("1. Jip", "Jip"),
        ("1.2. Jip", "Jip"),
        ("12) Jip", "Jip"),
        ("(3) Jip", "Jip"),
        ("a) Jip", "Jip"),
        ("☐ Jip", "Jip"),
        ("[x] Jip", "Jip"),
        ("> Jip", "Jip"),
        ("→ Jip", "Jip"),
        ("A. de Vries", "A. de Vries"),
        ("Jip de Vries <jip@school.nl>", "Jip de Vries"),
        ("17\tJip\tgroep zeven\t12-03-2016", "Jip"),
        ("3B", "3B"),
        ('"Oma" Riet', '"Oma" Riet'),
    ],
)
def test_a_line_is_a_name(line: str, name: str) -> None:
    [partner] = read(line).partners
    assert partner.name == name


@pytest.mark.parametrize("line", ["", "   ", "\t\t", "---", "1", "12-03-2016", "…"])
def test_a_line_without_a_letter_is_nobody(line: str) -> None:
    assert read(f"{line}\n{line}").partners == ()


@pytest.mark.parametrize(
    "text",
    [
        "Jip\nJanneke\nib'er",
        "Jip, Janneke, ib'er",
        "Jip; Janneke; ib'er",
        "Jip;Janneke\nib'er",
        "Jip <jip@school.nl>; Janneke <janneke@school.nl>; ib'er",
        "1.\tJip\n2.\tJanneke\n3.\tib'er\n",
        "Naam\nJip\nJanneke\nib'er",
        "Jip\r\nJanneke\r\nib'er\r\n",
    ],
)
def test_however_a_list_is_divided_it_is_the_same_people(text: str) -> None:
    assert names(text) == ["Jip", "Janneke", "ib'er"]


TABLE = "Marieke|IB-er\nJan|directeur\nTessa|logopediste\nFatima|jeugdhulp\nMila|moeder van Noor"
KINDS = [
    "internal_support_coordinator",
    "leadership",
    "speech_therapist",
    "youth_care",
    "parents",
]


@each("heading", ["", "Naam|Rol\n", "Name|Role\n", "Wie|Functie\n"])
@each("mark", ["\t", ";", ","])
def test_a_role_is_read_by_the_words_that_are_typed(heading: str, mark: str) -> None:
    people = read((heading + TABLE).replace("|", mark))
    assert [p.name for p in people.partners] == ["Marieke", "Jan", "Tessa", "Fatima", "Mila"]
    assert [p.kind for p in people.partners] == KINDS
    assert people.unused == ()
    assert people.partners[-1].entity == "person"


def test_columns_may_stand_in_any_order_and_be_more() -> None:
    people = read(
        "Functie\tBelang\tVoornaam\tAchternaam\tOpmerking\ndirecteur\t5\tJan\tde Wit\thallo"
    )
    [jan] = people.partners
    assert (jan.name, jan.kind, jan.importance) == ("Jan de Wit", "leadership", 5)
    assert jan.notes == "hallo"
    assert people.unused == ()


def test_digits_are_answers_where_the_heading_says_of_what() -> None:
    people = read("Naam\tRol\tContact (0-6)\tBelang (1-5)\nJan\tdirecteur\t4\t5\nEls\t\t0\t9")
    jan, els = people.partners
    assert (jan.frequency, jan.importance) == (4, 5)
    assert (els.frequency, els.importance) == (0, None)
    assert people.unused == ("9",)


def test_digits_of_another_scale_or_of_none_are_no_answers() -> None:
    other = read("Naam\tContact (1-7)\nJan\t4\nEls\t5")
    assert {p.frequency for p in other.partners} == {None}
    assert set(other.unused) == {"4", "5"}
    bare = read("Jan\t4\nEls\t5")
    assert {p.frequency for p in bare.partners} == {None}
    assert set(bare.unused) == {"4", "5"}


def test_numbers_in_front_only_count() -> None:
    assert read("1\tJan\n2\tEls\n3\tMo").unused == ()


@pytest.mark.parametrize("heading", ["", "Naam\tContact\tBelang\n"])
def test_words_are_answers(heading: str) -> None:
    people = read(heading + "Jan\twekelijks\theel belangrijk\nEls\telke dag\tniet belangrijk")
    assert [(p.frequency, p.importance) for p in people.partners] == [(4, 5), (6, 1)]


def test_words_of_the_scales_are_answers_in_both_languages() -> None:
    for language in ("nl", "en"):
        for scale in ("frequency", "importance"):
            for step in vocabulary().scales[scale].steps:
                for text in (step.label(language), step.short(language)):
                    [partner] = read(f"Naam\tContact\tBelang\nJan\t{text}\t{text}").partners
                    assert getattr(partner, scale) == step.code, text


def test_a_role_that_is_no_kind_keeps_its_words() -> None:
    people = read("Naam\tRol\nJan\tketelbinkie\nEls\tdirecteur")
    assert [p.kind for p in people.partners] == ["ketelbinkie", "leadership"]
    assert people.unused == ()


def test_a_setting_of_its_own_column_counts() -> None:
    [jan] = read("Naam\tOmgeving\nJan\tOnderwijs buiten de school").partners
    assert (jan.kind, jan.setting) == (None, "education_network")


def test_every_cell_is_used_or_named() -> None:
    chance = random.Random(5)
    cells = ["Jip", "ib'er", "wekelijks", "4", "ketelbinkie", "", "12-03-2016", "heel belangrijk"]
    for _ in range(200):
        width = chance.randrange(1, 6)
        rows = [[chance.choice(cells) for _ in range(width)] for _ in range(chance.randrange(1, 9))]
        people = read("\n".join("\t".join(row) for row in rows))
        said: set[str | None] = {*people.unused, *(p.name for p in people.partners)}
        for partner in people.partners:
            said |= {partner.kind, "4" if partner.frequency == 4 else None}
        for row in rows:
            for cell in row:
                used = cell in said or cell in ("", "ib'er", "wekelijks", "heel belangrijk")
                assert used, (rows, people)


def test_more_than_a_map_holds_is_named() -> None:
    people = read("\n".join(f"Leerling {n}" for n in range(MOST_PARTNERS + 20)))
    assert len(people.partners) == MOST_PARTNERS
    assert people.more == tuple(f"Leerling {n}" for n in range(MOST_PARTNERS, MOST_PARTNERS + 20))


def test_a_name_has_an_end_and_so_has_a_text() -> None:
    people = read("\n".join("x" * 1000 for _ in range(5000)))
    assert people.is_cut
    assert {len(partner.name) for partner in people.partners} == {NAME_LENGTH}


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("\t".join(f"cel nummer {r} {c}" for c in range(60)) for r in range(200)),
        "\n".join("\t".join(f"{r}x{c}" for c in range(500)) for r in range(200)),
        "\t".join(f"cel nummer {c}" for c in range(20_000)),
        ";".join(f"naam nummer {c}" for c in range(20_000)),
        "\n".join(f"begeleidre van leerlnig {n} uit grep acht en nog wat" for n in range(20_000)),
        "a " * 400_000,
        "," * 900_000,
        "x" * 400_000 + " @",
        " " * 400_000 + "@",
        "{}," * 333_334,
        "An\n" * 333_334,
    ],
    ids=[
        "200x60",
        "200x500",
        "1x20000",
        "semicolons",
        "misspelled",
        "one line",
        "commas",
        "no address",
        "spaces",
        "signs",
        "short names",
    ],
)
def test_a_large_text_is_read_soon(text: str) -> None:
    vocabulary().prepare("nl")
    start = time.process_time()
    read_people(text, "nl")
    assert time.process_time() - start < 3


def test_of_a_list_without_end_no_more_is_read_than_tells_that_it_is_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_rows: list[Any] = []
    said = lists._said

    def counted(row: Any, columns: Any) -> Any:
        read_rows.append(row)
        return said(row, columns)

    monkeypatch.setattr(lists, "_said", counted)
    found = lists.listed([["naam"], *([f"Leerling {n}"] for n in range(5_000))])
    assert len(found) > MOST_PARTNERS + 1  # too many, also where one of them is in the middle
    assert len(read_rows) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        'naam,contact\n"Vries, Jan de",2\n',
        'naam;contact\n"Vries, Jan de";2\n',
        "| Naam | Contact |\n| --- | :-: |\n| Vries, Jan de | 2 |\n",
    ],
)
def test_a_comma_in_a_name_divides_nothing_in_a_table(text: str) -> None:
    people = read_people(text, "nl")
    assert [(p.name, p.frequency) for p in people.partners] == [("Vries, Jan de", 2)]
    assert people.unused == ()


def test_a_list_whose_names_have_numbers_loses_nobody() -> None:
    words = [w for row in list_words()["heading"] if row["field"] == "name" for w in row["nl"]]
    assert words
    for word in words:
        numbered = [f"{word.capitalize()} {number}" for number in range(1, 5)]
        assert names("\n".join(numbered)) == numbered
        assert names("\n".join([word, *numbered])) == numbered


@pytest.mark.parametrize("mark", ["\t", ";", ","])
def test_a_quote_that_is_never_closed_takes_no_more_than_its_line(mark: str) -> None:
    text = f'"{"x" * 200_000}{mark}1\nAn{mark}2\n'
    assert "An" in [one.name for one in read_people(text, "nl").partners]


def test_a_heading_of_digits_without_end_is_no_scale_of_ours() -> None:
    assert field_of_heading(f"Belang (1-{'5' * 5_000})") == "other_scale"
    assert field_of_heading(f"Belang {'1' * 5_000}-5") is None


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Naam contactpersoon", "name"),
        ("Met wie werk ik samen?", "name"),
        ("Functie / rol", "kind"),
        ("Wat is zijn/haar rol?", "kind"),
        ("Relationship to me", "kind"),
        ("Frequency of contact", "frequency"),
        ("Hoe vaak spreek je elkaar?", "frequency"),
        ("Importance rating", "importance"),
        ("Prioriteit (1-5)", "importance"),
        ("Priority", "importance"),
        ("Achternaam, voornaam", "name"),
        ("How frequently do you meet?", "frequency"),
        ("Partner van Sam", None),
        ("Mijn partner", None),
        ("Wie is dat toch?", None),
    ],
)
def test_a_heading_may_be_of_several_words(heading: str, field: str | None) -> None:
    assert field_of_heading(heading) == field


@pytest.mark.parametrize(
    "heading", ["Naam;Ouder;Zorg", "Voornaam;Klas;Jaar", "Wie;Wat;Jaar", "First name;Class;Year"]
)
def test_beside_the_names_may_stand_columns_that_say_nothing_to_us(heading: str) -> None:
    assert names(f"{heading}\nAn;x;\nBo;;x") == ["An", "Bo"]


@pytest.mark.parametrize("answer", ["wekelijks", "4 - wekelijks", "wekelijks (4)", "4"])
def test_an_answer_may_have_its_number_beside_it(answer: str) -> None:
    [partner] = read(f"Naam\tContact\nJan\t{answer}").partners
    assert partner.frequency == 4


@pytest.mark.parametrize("mark", ["- ", "{n}. ", "{n} ", "• "])
def test_what_a_list_is_called_is_nobody(mark: str) -> None:
    lines = [mark.format(n=n) + name for n, name in enumerate(("An", "Bo", "Co"), start=1)]
    assert names("\n".join(["Mijn netwerk", "", *lines])) == ["An", "Bo", "Co"]
    assert names("\n".join(["Zus", lines[0]]))[0] == "Zus", "that is no list yet"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Beste allemaal,", "Groet,"),
        ("Hallo collega's", "Met vriendelijke groet,"),
        ("Lieve mensen!", "Alvast bedankt,"),
        ("Goedemorgen team,", "mvg"),
        ("Dear all,", "Kind regards,"),
        ("Hi everyone", "Thanks!"),
    ],
)
def test_with_what_a_mail_begins_and_ends_is_nobody(before: str, after: str) -> None:
    found = read(f"{before}\n\nJuf Petra\nMeester Tom\n\n{after}\nMarieke")
    assert [one.name for one in found.partners] == ["Juf Petra", "Meester Tom", "Marieke"]
    assert [one.strip(",") for one in found.unused] == [before.strip(","), after.strip(",")]


def test_who_is_called_like_a_greeting_is_somebody() -> None:
    people = ["Dag Jansen", "Groetjes van Jan", "Team", "MVG", "Hoi Ling", "Beste Vriend"]
    assert names("\n".join(people)) == people


@pytest.mark.parametrize(
    "lines",
    [
        ["juf Petra, groep 4"],
        ["juf Petra, groep 4", "meester Tom, groep 7/8"],
        ["juf Petra, groep 4", "meester Tom, groep 4", "juf An, groep 4"],
        ["juf Petra, groep 4 en 5", "Noor"],
        ["Miss Price, year 5", "Mr Hill, class 4b"],
    ],
)
def test_a_name_keeps_the_class_behind_it(lines: list[str]) -> None:
    assert names("\n".join(lines)) == lines


def test_people_of_a_class_may_stand_in_one_line() -> None:
    assert names("juf Petra, groep 4; meester Tom, groep 7") == [
        "juf Petra, groep 4",
        "meester Tom, groep 7",
    ]


def test_a_class_among_others_is_one_of_them() -> None:
    assert names("juf Petra, meester Tom, groep 4") == ["juf Petra", "meester Tom", "groep 4"]
    assert names("groep 3, groep 4") == ["groep 3", "groep 4"]


def test_who_stands_above_two_with_a_number_in_their_name_is_somebody() -> None:
    assert len(names("Directeur\n3 ouders\n2 collega's")) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Leerling;Klas\nSam de Wit;groep 5\nNoor Bakker;groep 6\n",
        "Klas\tLeerling\ngroep 5\tSam de Wit\ngroep 5\tNoor Bakker\n",
        "Pupil,Class\nSam de Wit,Year 5\nNoor Bakker,Year 6\n",
        "Collega;E-mail;Vak\nSam de Wit;s@b.nl;taal\nNoor Bakker;n@b.nl;rekenen\n",
        "Naam leerling;Klas\nSam de Wit;5a\nNoor Bakker;6a\n",
    ],
)
def test_a_column_called_after_who_is_in_it_has_the_names(text: str) -> None:
    assert names(text) == ["Sam de Wit", "Noor Bakker"]


def test_what_is_said_of_several_alike_is_nobody() -> None:
    assert names("Sam;taal\nNoor;rekenen\nIlias;taal\n") == ["Sam", "Noor", "Ilias"]


@pytest.mark.parametrize("text", ["Leerling\nOuder\nGemeente\n", "Leerling;Ouder;Gemeente\n"])
def test_a_list_of_roles_has_no_heading(text: str) -> None:
    assert names(text) == ["Leerling", "Ouder", "Gemeente"]


def test_no_heading_stands_for_two_fields() -> None:
    fields: dict[str, set[str]] = {}
    for row in list_words()["heading"]:
        for word in (*row["nl"], *row["en"]):
            fields.setdefault(key_of(word), set()).add(row["field"])
    assert {word: of for word, of in fields.items() if len(of) > 1} == {}
