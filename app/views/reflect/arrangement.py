"""The arrangement around one pupil on paper: who, task, role, answerable, agreed with whom."""

from html import escape

from app.analysis.tasks import headings, in_order
from app.models.network import Map
from app.views.reflect.card_on_paper import on_paper
from app.words import joined, phrases, say
from app.words.dates_and_numbers import shown_date


def as_pdf(whole: Map) -> bytes:
    """Return the arrangement as a PDF, in the language of the app."""
    return on_paper(as_html(whole), say("Support arrangements"))


def as_html(whole: Map) -> str:
    """Return the page as HTML."""
    network = whole.network
    about = (network.subject, phrases.map_title(network), shown_date(network.moment))
    head = joined((escape(part) for part in about if part), between=" · ")
    titles = headings()
    cells = "".join(f"<td><p><b>{escape(title)}</b></p></td>" for title in titles)
    rows = "".join(
        "<tr>"
        + "".join(f"<td><p>{escape(text) or '&nbsp;'}</p></td>" for text in row.cells(whole))
        + "</tr>"
        for row in in_order(whole)
    )
    return (
        "<style>h1 {font-size: 19pt} p {line-height: 125%} .soft {color: #555555}</style>"
        f'<h1>{escape(say("Support arrangements"))}</h1><p class="soft">{head}</p>'
        '<table width="100%" cellpadding="6" cellspacing="0" border="1" '
        'style="border-collapse: collapse; border-color: #999999">'
        f"<tr>{cells}</tr>{rows}</table>"
    )
