"""A field is declared once: what follows from that, and that nobody lists fields again."""

import ast
import functools
import inspect
import operator
from pathlib import Path
from typing import Final, Unpack, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from app.document import Document
from app.models import values
from app.models.network import Network, Partner, rules_of
from app.models.vocabulary import vocabulary
from app.words import fields
from app.words.field_names import field_label
from tests.parsed import nodes
from tools import fields as published

APP: Final = Path(__file__).parents[1] / "app"
FIELDS: Final = {
    name for kind in (Partner, Network) for name, rule in rules_of(kind).items() if rule.is_told
}
FEWEST: Final = 3
"""So many names of fields in one literal are a list of fields."""

ALLOWED: Final = {
    "analysis/batch/arrays.py": "answers that are no numbers, and how each becomes one",
    "analysis/figures.py": "the answer of `kring analyse`: its keys are its own and stay",
    "analysis/findings/differences.py": "what the finding is about: values of a sentence",
    "commands/analyse.py": "the columns of that answer, by its keys",
    "exchange/formats/egor.py": "columns of a foreign format, and the field each one is",
    "exchange/formats/map_of_draft.py": "what the variables of strangers can mean",
    "exchange/formats/spreadsheet_out.py": "columns of our three files, by their names there",
    "exchange/share.py": "names of parts of sharing, of which some are called like a field",
    "exchange/three_files.py": "columns of a foreign format, and the field each one is",
    "storage/content.py": "what the list of maps reads of a map without opening it",
    "analysis/changes/figures.py": "measures of change, each of one rating",
    "views/insight/people_page.py": "what the heading of the card says",
    "views/insight/highlight.py": "by which fields the plot can be filtered",
    "views/map/accessible.py": "what makes up a placement",
    "views/map/people_items.py": "what the picture of a partner is painted from",
    "views/passes/rating/questions.py": "the questions of the pass, in the order they are asked",
    "views/people/form.py": "what stands in the head of the form, above its groups",
    "views/share/purposes.py": "names of parts of sharing, as above",
    "words/field_names.py": "the words themselves",
    "words/fields.py": "the words themselves",
}
"""Where names of fields stand together, and why that is no second list of the fields."""


def _names_in(node: ast.AST) -> set[str]:
    """Return the names of fields that stand in a literal or a call, and in the rows of a table."""
    rows = node.elts if isinstance(node, ast.Tuple | ast.List) else []
    held = [node, *(row for row in rows if isinstance(row, ast.Tuple | ast.Call))]
    parts = (part for one in held for part in ast.iter_child_nodes(one))
    values = (part.value for part in parts if isinstance(part, ast.Constant))
    return {value for value in values if isinstance(value, str)} & FIELDS


def _lists_fields(path: Path) -> bool:
    code = path.read_text("utf-8")
    if sum(f'"{name}"' in code for name in FIELDS) < FEWEST:
        return False  # as most: reading them takes a second
    literals = ast.Tuple | ast.List | ast.Set | ast.Dict | ast.Call
    return any(
        isinstance(node, literals) and len(_names_in(node)) >= FEWEST for node in nodes(code)
    )


def test_nobody_lists_fields_beside_their_declarations() -> None:
    found = {path.relative_to(APP).as_posix() for path in APP.rglob("*.py") if _lists_fields(path)}
    assert found == ALLOWED.keys()


@pytest.mark.parametrize("kind", [Partner, Network])
def test_every_field_that_says_something_has_a_name_and_a_question(
    kind: type[Network] | type[Partner],
) -> None:
    for name, rule in rules_of(kind).items():
        if rule.is_told:
            assert field_label(name)
            assert fields.question(name)


def test_every_field_of_a_partner_is_asked_in_a_group_that_the_form_has_or_in_a_talk() -> None:
    groups = {"head", "first", *fields.group_titles()}
    told = {name: rule for name, rule in rules_of(Partner).items() if rule.is_told}
    assert {rule.form for rule in told.values() if rule.form} == groups
    assert all(rule.talk for rule in told.values() if not rule.form)


def test_a_field_is_asked_of_roles_that_there_are() -> None:
    roles = {kind.role for kind in vocabulary().kinds.values()} - {""} | {"other"}
    for rule in rules_of(Partner).values():
        assert set(rule.of.split()) <= roles


def test_what_is_shown_is_shown_somewhere_there_is() -> None:
    places = {"table", "insight", "hover", "report", "words"}
    for kind in (Partner, Network):
        for name, rule in rules_of(kind).items():
            assert set(rule.shown.split()) <= places, name


def test_the_schema_and_the_page_on_files_are_in_step_with_the_declarations() -> None:
    """`uv run python -m tools.fields` brings them in step."""
    schema, page = (path.read_text("utf-8") for path in (published.SCHEMA, published.TABLE))
    assert published.schema_in_step(schema) == schema
    assert published.table_in_step(page) == page
    assert published.values() == published.VALUES.read_text("utf-8")


@pytest.mark.parametrize("name", published.GIVEN)
def test_what_a_record_can_be_given_is_typed_as_its_fields_are(name: str) -> None:
    typed = get_type_hints(getattr(values, f"{name}Values"))
    kinds = [get_type_hints(kind) for kind in published.GIVEN[name]]
    assert typed.keys() | {"id"} == {field for kind in kinds for field in kind}
    for field, given in typed.items():
        declared = [kind[field] for kind in kinds if field in kind]
        assert given == functools.reduce(operator.or_, declared), field


def test_every_intention_says_which_fields_it_takes() -> None:
    taken = {
        name: parameter.annotation
        for name, method in inspect.getmembers(Document, inspect.isfunction)
        for parameter in inspect.signature(method).parameters.values()
        if parameter.kind is inspect.Parameter.VAR_KEYWORD
    }
    assert {"set_partners", "set_network", "set_note", "intend", "look_back"} <= taken.keys()
    for name, annotation in taken.items():
        assert get_origin(annotation) is Unpack, name
        (given,) = get_args(annotation)
        assert is_typeddict(given), name


def test_no_is_not_said_and_none_is_not_said_but_nothing_at_all_is() -> None:
    """The first step of a scale is an answer, though its code is 0."""
    rules = rules_of(Partner)
    assert fields.said(rules["frequency"], 0)
    assert fields.said(rules["frequency"], None) == ""
    assert fields.said(rules["named_important"], value=False)
    assert fields.said(rules["named_important"], value=None) == ""
    assert fields.short(rules["named_important"], value=False) == ""
    assert fields.said(rules["goal"], " \n") == ""
