"""The order in which Word wants the parts of an element; it refuses a file in another order.

From the sequences of ECMA-376, part 1 (`CT_PPr` and so on), as far as a report needs them.
"""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_FORM = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange"
)
_LETTERS = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
ORDERS = {
    "pPr": _FORM,
    "rPr": _LETTERS,
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription"
    ),
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark"
    ),
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid"
    ),
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
        "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr "
        "tblStylePr"
    ),
}
_MANY = {"tbl": {"tr"}, "tr": {"tc"}, "style": {"tblStylePr"}, "sectPr": {"footerReference"}}


def faults(content: bytes) -> list[str]:
    """Return what Word would refuse in a part of a document: wrong places, and second ones."""
    found = []
    for element in etree.fromstring(content).iter():
        name = etree.QName(element).localname
        if name not in ORDERS or not element.tag.startswith(W):
            continue
        order = ORDERS[name].split()
        children = [etree.QName(child).localname for child in element if child.tag.startswith(W)]
        unknown = [child for child in children if child not in order]
        places = [order.index(child) for child in children if child in order]
        again = {child for child in children if children.count(child) > 1} - _MANY.get(name, set())
        if unknown or places != sorted(places) or again:
            found.append(f"{name}: {' '.join(children)}")
    return found
