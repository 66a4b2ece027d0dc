"""How a map is measured, in a page of plain words, with sources."""

from app.analysis.alignment import FEWEST_RATED
from app.analysis.composition import WEEKLY
from app.analysis.study import FEWEST_FOR_STRUCTURE
from app.models.network import Network
from app.models.vocabulary import SCHOOL_WEEKS, vocabulary
from app.words import current_language, filled, phrases, say


def paragraphs(network: Network) -> tuple[str, ...]:
    """Return the paragraphs on how this map was made and read; at length in `docs/method.md`."""
    known = vocabulary()
    thresholds = say(
        "Four groups. Important starts at “{important}”, often at “{often}”. That makes four "
        "groups: {groups}.",
    )
    names = (group.label(current_language()) for group in known.quadrants.values())
    groups = "; ".join(phrases.lowered(name) for name in list(names)[:4])
    thresholds = filled(
        thresholds,
        important=phrases.scale_label("importance", network.importance_cut),
        often=phrases.scale_label("frequency", network.frequency_cut),
    )
    thresholds = filled(thresholds, groups=groups)
    return (
        _answers(),
        thresholds,
        say(
            "Two orders. The partners are put in order of importance, and again in order of "
            "contact. Each position is a number from 0 to 1; the difference between the two "
            "runs from −1 to +1. This needs at least {fewest} partners with both answers. A "
            "partner stands out who is in one of the two groups that differ and whose two "
            "positions are at least a third apart. Only I can say whether that difference is "
            "right for me; the contact I would like comes first.",
            fewest=FEWEST_RATED,
        ),
        _contact_time(),
        say(
            "A map is one person's view at one moment, of a small number of partners: one step "
            "for one partner changes the order of the others. So there are no statistical tests "
            "and no targets. Read a result as a question.",
        ),
    )


def _answers() -> str:
    """Return what was asked of each partner, and in how many steps."""
    known = vocabulary()
    contact = [step.code for step in known.scales["frequency"].steps if step.contacts]
    return say(
        "I drew the people around me and my pupils, and answered two questions about each "
        "partner: how often we are in contact ({often} steps, from “{seldom}” to “{most}”) and "
        "how important that contact is for my pupils' chances to develop ({important} steps). "
        "Partners I have no contact with yet are not counted, and neither is a blank answer.",
        often=len(contact),
        seldom=phrases.scale_label("frequency", contact[0]),
        most=phrases.scale_label("frequency", contact[-1]),
        important=len(known.scales["importance"].steps),
    )


def _contact_time() -> str:
    """Return how contacts in a year follow from an answer, and what numbers about ties need."""
    known = vocabulary()
    return say(
        "Contact time is estimated from the answers, for a school year of {weeks} weeks: "
        "“{often}” counts as {many} times, “{seldom}” as {few}. Numbers about who knows "
        "whom need all links to be drawn, and at least {fewest} partners. Where the answer "
        "is “don't know”, the lowest and the highest possible number are given.",
        weeks=SCHOOL_WEEKS,
        often=phrases.scale_label("frequency", WEEKLY),
        many=known.contacts(WEEKLY),
        seldom=phrases.scale_label("frequency", WEEKLY - 1),
        few=known.contacts(WEEKLY - 1),
        fewest=FEWEST_FOR_STRUCTURE,
    )


def sources() -> tuple[str, ...]:
    """Return the literature the way of measuring rests on."""
    return (
        say(
            "Van Swet, “Samenwerken kent vele gezichten” (2016 or 2017), and Haasen and Van Swet, "
            "“Samen-DOEN door onderwijs en externe partners in coronatijd” (about 2021; four "
            "schools, with no claim to hold in general): the two articles on teachers and their "
            "partners that Kring is based on.",
        ),
        say(
            "Drawing in circles: Kahn and Antonucci (1980); Hogan, Carrasco and Wellman (2007); "
            "Van Waes and Van den Bossche (2020). The ecomap: Hartman (1978).",
        ),
        say(
            "Importance beside practice: Martilla and James (1977). Ridits: Bross (1958). "
            "Kendall's tau-b: Kendall (1945).",
        ),
        say(
            "Who knows whom: Burt (1992); Borgatti (1997, 2006); Gould and Fernandez (1989); "
            "Everett and Borgatti (2005). Inside and outside: Krackhardt and Stern (1988).",
        ),
    )
