"""Tries the new field of `docs/changes/a-new-field.md` where it was applied; run by its test."""

import os
import sys
import tempfile
from pathlib import Path

from tests.sure import sure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLineEdit

from app import language
from app.analysis.columns import columns
from app.analysis.study import study
from app.document import Document
from app.exchange.kring_file import from_json, to_json
from app.exchange.share import EXCHANGE, Selection, shared
from app.models.moments import RATINGS
from app.models.network import Partner
from app.report.compose import compose
from app.report.wanted import ReportChoices
from app.storage.library import Library
from app.views.insight.export import values_table
from app.views.insight.people_page import _recorded
from app.views.people.form import asked_in
from app.views.people.partner_columns import partner_columns
from app.views.share import preview
from app.views.widgets import theme

NAME, LABEL = "hours_per_month", "Hours a month"


def main() -> None:
    """Ask, store, read, show and share it; ends with an error where it is missing."""
    app = QApplication(sys.argv)
    language.install("en")
    theme.wear("light", 100)
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library.sqlite")
        document = Document(library)
        document.new_map("")
        sam = document.add_partner("Sam")
        group = [*asked_in("how")]
        editor = next(field for field in group if field.name == NAME)
        editor.given.connect(
            lambda name, value: document.set_partners([sure(sam)], **{name: value})
        )
        editor.show_values([None], editable=True)
        line = editor.findChild(QLineEdit)
        sure(line).setText("12")
        sure(line).textEdited.emit("12")
        whole = document.map
        partner = whole.partner(sure(sam))
        assert isinstance(partner, Partner)
        assert getattr(partner, NAME) == 12, "form"
        seen = study(whole)
        table = {column.id: column for column in partner_columns(lambda: True)}
        assert table[NAME].text(partner) == "12", "table"
        assert NAME in [column.id for column in columns(structure=False)], "insight table"
        assert (LABEL, "12") in list(_recorded(partner)), "card"
        csv = values_table(seen, seen.gaps.rows).decode("utf-8-sig")
        assert LABEL in csv.splitlines()[0], "CSV"
        assert ",12," in csv.splitlines()[1], "CSV"
        assert LABEL in str(
            compose(whole, None, ReportChoices(parts=frozenset({"partners"}))).report
        )
        assert LABEL in preview.people(shared(whole, EXCHANGE, "en")).columns, "share"
        home = shared(whole, Selection(parts=frozenset({"focus"})), "en")
        assert getattr(home.partners[0], NAME) is None, "what was not selected stays"
        assert NAME in RATINGS, "a new moment"
        again = from_json(to_json(whole), Path("map.kring"))
        assert again.partner(sure(sam)) == partner, "file"
        key = whole.network.id
        document.close()
        library.close()
        library = Library.open(Path(folder) / "library.sqlite")
        assert library.load(key)[0].partner(sure(sam)) == partner, "library"
        library.close()
    app.processEvents()
    print("all of it")


if __name__ == "__main__":
    main()
