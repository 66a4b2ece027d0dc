"""The answers that stand behind a word about a group are those of the scale it is of."""

from app.analysis.group.beside import beside
from app.models.network import Network, Partner, rules_of
from app.models.vocabulary import vocabulary
from app.report.group_beside import beside_table
from app.report.group_words import contact_steps, importance_steps, important_steps
from app.words.group import cell, number, steps
from app.words.ordered import order_of


def test_one_answer_stands_alone_and_several_as_first_and_last() -> None:
    assert (steps(3, 3), steps(4, 5)) == ("3", "4–5")


def test_the_answers_are_those_of_the_scales() -> None:
    importance = [step.code for step in vocabulary().scales["importance"].steps]
    frequency = [step.code for step in vocabulary().scales["frequency"].steps]
    assert importance_steps() == steps(importance[0], importance[-1])
    assert contact_steps() == steps(frequency[1], frequency[-1])  # none yet counts in nothing
    assert important_steps().endswith(str(rules_of(Partner)["importance"].most))
    assert rules_of(Network)["importance_overall"].most == importance[-1]


def test_ranges_stand_between_the_numbers_and_nothing_is_last() -> None:
    cells = [cell(value, 30) for value in (0, "<5", 7, "<15", ">25", 27, 30)]
    places = [order_of(text) for text in cells]
    assert places == sorted(places)
    assert order_of(cell(None, 30)) is None
    assert [order_of(number(mean, "nl")) for mean in (9.5, 10.0, None)] == [9.5, 10.0, None]


def test_the_table_of_my_map_beside_the_group_says_of_which_answers() -> None:
    heads = beside_table(beside({"kinds": {}}, {"kinds": {}}), 20, with_group=True).heads
    assert heads[1] == f"Importance ({importance_steps()}), me"
    assert heads[3] == f"Contact ({contact_steps()}), me"
