"""What tests of the views share: an app in its own clothes and a document in a new library."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from app import language
from app.document import Document
from app.models.library import Library
from app.views import theme


@pytest.fixture(autouse=True)
def _dressed(qapp):
    qapp.setStyle("Fusion")
    language.install("en")
    theme.wear("light", 100)


@pytest.fixture
def document(tmp_path, qapp):
    library = Library.open(tmp_path / "library.sqlite")
    document = Document(library)
    document.new_map("My ecology")
    yield document
    document.close()
    library.close()
