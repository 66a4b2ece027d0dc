"""Files as programs write them when somebody uses more of the program than most do."""

import gzip
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from app.exchange.formats.all_formats import read_all, read_sources
from app.exchange.formats.arrivals import arrive, check, variables_of
from app.exchange.formats.draft import NOT_IN, Choices, Draft, Person, ticked
from app.exchange.formats.meaning import suggested
from app.exchange.formats.source import Source, opened
from app.models.problem import Problem
from tests.exchange.test_formats import arrivals, maps, rated, tied
from tests.sure import as_a, sure

A, B, C = (f"e0000000-0000-4000-8000-00000000000{n}" for n in (1, 2, 3))
SESSION = "networkCanvasEgoUUID,networkCanvasCaseID\nf1,c\n"
ENDS = "networkCanvasSourceUUID,networkCanvasTargetUUID"


def test_network_canvas_calls_people_by_the_variable_that_is_like_a_name() -> None:
    people = f"nodeID,networkCanvasEgoUUID,networkCanvasUUID,nick_name,contact_wish\n1,f1,{A},An,\n"
    places = f"nodeID,networkCanvasEgoUUID,networkCanvasUUID,contact_wish\n2,f1,{B},3\n"
    (whole,) = maps(
        Choices("contact_wish"), x_ego__csv=SESSION, x_attributeList_Person__csv=people,
        x_attributeList_Place__csv=places,
    )  # fmt: skip
    assert rated(whole) == {"An": (None, None, None), "Place 2": (3, None, None)}


def test_network_canvas_ties_as_a_matrix_count_once() -> None:
    people = f"nodeID,networkCanvasEgoUUID,networkCanvasUUID,name\n1,f1,{A},a\n2,f1,{B},b\n"
    matrix = f",{A},{B},{C}\n{A},0,1,1\n{B},1,0,0\n{C},1,0,0\n"
    files = {"x_ego__csv": SESSION, "x_attributeList_P__csv": people}
    (whole,) = maps(x_adjacencyMatrix_w__csv=matrix, **files)
    assert tied(whole) == {("a", "b")}
    listed = f"networkCanvasEgoUUID,networkCanvasUUID,{ENDS}\nf1,t1,{A},{B}\n"
    (again,) = maps(x_adjacencyMatrix_w__csv=matrix, x_edgeList_w__csv=listed, **files)
    assert again.ties == whole.ties


def test_network_canvas_graphml_knows_a_name_from_the_label_of_a_type() -> None:
    text = (
        '<graphml xmlns:nc="http://schema.networkcanvas.com/xmlns"><key id="label" for="all"'
        ' attr.name="label"/><key id="n" for="node" attr.name="name"/><graph nc:caseId="c">'
        '<node id="1"><data key="label">person</data><data key="n">An</data></node></graph>'
        "</graphml>"
    )
    assert set(rated(maps(x__graphml=text)[0])) == {"An"}


def test_egoweb_with_several_studies_is_one_set_of_questions() -> None:
    alters = (
        "EgoID_1,EgoID_2,Interview ID,Alter Number,Alter Name,CONTACT_1,CONTACT_2,Alter ID\n"
        "ann,,11,1,An,4,,101\nann,,11,2,Bo,-1,,102\n,bob,12,1,Cas,,6,103\n"
    )
    pairs = "Interview ID,EgoID,Alter 1 Number,Alter 2 Number,KNOW\n11,ann,1,2,1\n"
    one, two = maps(Choices("CONTACT"), a__csv=alters, p__csv=pairs)
    assert rated(one) == {"An": (4, None, None), "Bo": (None, None, None)}
    assert tied(one) == {("An", "Bo")}
    assert (two.network.title, rated(two)) == ("bob", {"Cas": (6, None, None)})


def test_egor_in_two_files_belongs_together_where_there_is_nothing_else() -> None:
    wide = "egoID,netsize,X1.to.2,X1.to.3,X2.to.3\n1,3,1,0,1\n"
    people = "egoID,alterID,contact,importance\n1,1,4,5\n1,2,3,2\n1,3,3,2\n"
    (whole,) = maps(Choices("contact"), egos_wide__csv=wide, alters__csv=people)
    assert tied(whole) == {("1", "2"), ("2", "3")}


def test_egor_in_one_file_with_ties_by_their_name() -> None:
    text = "egoID,netsize,name.1,contact.1,name.2,contact.2,weight.1.2\n1,2,An,4,Bo,3,1\n"
    (whole,) = maps(Choices("contact"), one__csv=text)
    assert rated(whole) == {"An": (4, None, None), "Bo": (3, None, None)}
    assert tied(whole) == {("An", "Bo")}


YED = (
    '<g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns"><g:key id="d" for="node"/><g:graph>'
    "{nodes}<g:edge source='i' target='d'/></g:graph></g:graphml>"
)


def test_a_box_around_nodes_is_where_they_belong_and_nobody() -> None:
    def node(key: str, label: str, inside: str = "") -> str:
        labels = f"<NodeLabel>{label}</NodeLabel>" + (inside and "<NodeLabel>Dicht</NodeLabel>")
        return f'<g:node id="{key}"><g:data key="d">{labels}</g:data>{inside}</g:node>'

    nodes = node("i", "Ik") + node("s", "School", f"<g:graph>{node('d', 'Directie')}</g:graph>")
    (whole,) = maps(y__graphml=YED.format(nodes=nodes))
    assert rated(whole) == {"Directie": (None, None, "in_school")}


def test_gexf_has_what_is_usual_and_what_came_last() -> None:
    text = (
        '<gexf><graph mode="dynamic"><attributes class="node"><attribute id="c" title="contact"/>'
        '<attribute id="b" title="importance"><default>3</default></attribute></attributes><nodes>'
        '<node id="ego"/><node id="1" label="An"><attvalues>'
        '<attvalue for="c" value="4" start="2026-03-01"/>'
        '<attvalue for="c" value="2" start="2026-01-01"/></attvalues></node>'
        '</nodes><edges><edge source="ego" target="1"/></edges></graph></gexf>'
    )
    assert rated(maps(g__gexf=text)[0]) == {"An": (4, 3, None)}


def test_dl_with_several_matrices_has_a_variable_each() -> None:
    text = (
        "dl n=3 nm=2 format=fullmatrix\nlabels:\nEgo,A,B\nmatrix labels:\nCONTACT,IMPORTANCE\n"
        "data:\n0 4 2\n4 0 1\n2 1 0\n0 5 3\n5 0 0\n3 0 0\n"
    )
    assert rated(maps(d__dl=text)[0]) == {"A": (4, 5, None), "B": (2, 3, None)}


def test_two_kinds_of_things_are_no_people() -> None:
    (problem,) = arrivals(d__dl="dl nr=2 nc=3 format=edgelist2\ndata:\n1 2\n").left
    assert problem.code == "import_two_modes"


PAJEK = '*Vertices 4\n1 "Ik"\n2 "An ""de"" Vries"\n4 Cas\n'


def test_pajek_knows_vertices_that_have_no_line_of_their_own() -> None:
    (whole,) = maps(p__net=PAJEK + '*Arcs :1 "contact"\n1: 1 2 4\n*Edgeslist\n2 3 4\n')
    assert rated(whole) == {
        'An "de" Vries': (4, None, None), "3": (None, None, None), "Cas": (None, None, None),
    }  # fmt: skip
    assert tied(whole) == {("3", 'An "de" Vries'), ('An "de" Vries', "Cas")}


@pytest.mark.parametrize("beside", [False, True])
def test_partitions_and_vectors_of_pajek_are_variables(beside: bool) -> None:
    numbers = "*Vertices 4\n0\n4\n2\n5\n"
    if beside:
        (whole,) = maps(p__net=PAJEK + "*Edges\n1 2\n", p_contact__clu=numbers)
    else:
        (whole,) = maps(p__paj=f"*Network k.net\n{PAJEK}*Edges\n1 2\n*Vector contact\n{numbers}")
    assert [p.frequency for p in whole.partners] == [4, 2, 5]


def test_a_number_of_vertices_that_is_none_is_passed_over() -> None:
    (problem,) = arrivals(p__net='*Vertices 1e999\n1 "An"\n2 "Bo"\n*Edges\n1 2\n').left
    assert problem.values["names"] == ("An", "Bo")


def test_an_archive_that_is_packed_wrongly_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", "Naam;Rol\n" * 200)
    content = packed.getvalue()
    at = content.index(b"a.csv") + 5
    with pytest.raises(Problem) as refused:
        list(opened(Source(Path("x.zip"), content[:at] + b"\xff" * 8 + content[at + 8 :])))
    assert refused.value.code == "import_damaged"


def test_numbers_alone_are_no_network() -> None:
    assert [p.code for p in arrivals(p__clu="*Vertices 2\n4\n2\n").left] == ["import_no_alters"]


MATRIX = "0 4 1\n4 0 1\n1 1 0\n"


@pytest.mark.parametrize(
    "files",
    [
        {"d__dl": f"dl n=3 format=fullmatrix\nlabels:\nEgo,A,B\ndata:\n{MATRIX}"},
        {"p__net": f'*Vertices 3\n1 "Ego"\n2 "A"\n3 "B"\n*Matrix\n{MATRIX}'},
    ],
)
def test_both_halves_of_a_matrix_are_one_tie(files: dict[Any, Any]) -> None:
    (one,) = arrivals(Choices("weight"), **files).maps
    assert (rated(one.map)["A"][0], tied(one.map)) == (4, {("A", "B")})
    assert not one.notices


def test_pajek_with_two_kinds_of_things_is_told() -> None:
    (problem,) = arrivals(p__net='*Vertices 3 2\n1 "An"\n2 "Bo"\n3 "Club"\n*Edges\n1 3\n').left
    assert problem.code == "import_two_modes"


def test_whoever_is_in_the_middle_need_not_be_in_the_file() -> None:
    text = '*Vertices 3\n1 "An"\n2 "Bo"\n3 "Cas"\n*Edges\n1 2\n'
    assert [p.code for p in arrivals(p__net=text).left] == ["import_no_ego"]
    (whole,) = maps(Choices(ego=NOT_IN), p__net=text)
    assert (list(rated(whole)), tied(whole)) == (["An", "Bo", "Cas"], {("An", "Bo")})


# Lists and workbooks.


def book(**sheets: list[list[Any]]) -> bytes:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name == "Verborgen":
            sheet.sheet_state = "hidden"
        for number, row in enumerate(rows, start=1):
            sheet.row_dimensions[number].hidden = "(rij)" in row
        for at, heading in enumerate(rows[0], start=1):
            sheet.column_dimensions[get_column_letter(at)].hidden = heading == "(kolom)"
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


HEAD = ["Naam", "Rol", "Contact", "Belang"]
AN = {"An": (4, 5, "in_school")}
ROW = ["An", "directeur", 4, 5]


@pytest.mark.parametrize(
    "rows",
    [
        [["Mijn partners", "", "", ""], [None, None], HEAD, ROW],
        [["Lijst"], ["Wie", "Rol", "Antwoorden", None], [None, None, "Contact", "Belang"], ROW],
        [
            ["Naam", "Rol", "Hoe vaak?", "Hoe belangrijk?"],
            [*ROW[:2], "1x per week", 5],
        ],
        [["Roepnaam", "Voorvoegsel", "Rol", "Contact", "Belang"], [ROW[0], None, *ROW[1:]]],
    ],
)
def test_a_heading_can_stand_lower_and_be_a_question(rows: list[list[Any]]) -> None:
    assert rated(maps(x__xlsx=book(Blad=rows))[0]) == AN


def test_a_workbook_with_more_than_a_list() -> None:
    matrix: list[list[Any]] = [["", "An", "Bo"], ["An", 0, 1], ["Bo", 1, 0]]
    content = book(
        Uitleg=[["Vul je partners in."], ["Per rij een partner"]],
        Partners=[HEAD, ROW, ["Bo", "ouder", 3, "#REF!"]],
        Kent=matrix,
        Verborgen=[["Naam"], ["Geheim"]],
    )
    (whole,) = maps(x__xlsx=content)
    assert rated(whole) == AN | {"Bo": (3, None, "pupil_and_family")}
    assert tied(whole) == {("An", "Bo")}


def merged() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = sure(book.active)
    for row in (("Waar", "Naam", "Contact", None), (None, None, "Hoe vaak", "Belang"),
                ("School", "An", 4, 5), (None, "Bo", 2, 3), ("Zorg", "Cor", 1, 1)):  # fmt: skip
        sheet.append(row)
    for cells in ("A1:A2", "B1:B2", "C1:D1", "A3:A4"):
        sheet.merge_cells(cells)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


ODS = (
    "<office:document-content xmlns:office='{0}office:1.0' xmlns:table='{0}table:1.0'"
    " xmlns:text='{0}text:1.0' xmlns:style='{0}style:1.0'>{1}</office:document-content>"
)


def ods(sheets: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml", ODS.format("urn:oasis:names:tc:opendocument:xmlns:", sheets)
        )
    return made.getvalue()


def ods_row(*cells: str, said: str = "") -> str:
    made = "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in cells)
    return f"<table:table-row {said}>{made}</table:table-row>"


HIDDEN_IN_EXCEL = book(
    Partners=[[*HEAD, "(kolom)"], [*ROW, "Geheim"], ["Bo", "ouder", 3, 2, "(rij)"]],
    Verborgen=[["Naam"], ["Cas"]],
)
HIDDEN_IN_LIBREOFFICE = ods(
    "<style:style style:name='u' style:family='table'>"
    "<style:table-properties table:display='false'/></style:style>"
    "<table:table table:name='A'><table:table-column table:number-columns-repeated='4'/>"
    "<table:table-column table:visibility='collapse'/>"
    + ods_row(*HEAD, "(kolom)")
    + ods_row("Bo", "ouder", "3", "2", "x", said="table:visibility='filter'")
    + ods_row(*map(str, ROW), "Geheim")
    + "</table:table><table:table table:name='V' table:style-name='u'>"
    + ods_row("Naam")
    + ods_row("Cas")
    + "</table:table>"
)


@pytest.mark.parametrize(
    "content", [HIDDEN_IN_EXCEL, HIDDEN_IN_LIBREOFFICE], ids=["Excel", "LibreOffice"]
)
def test_what_is_hidden_in_a_workbook_stays_out_and_is_told(content: bytes) -> None:
    (one,) = arrivals(x__xlsx=content).maps
    assert rated(one.map) == AN
    assert "(kolom)" not in one.draft.variables
    (notice,) = one.notices
    hidden = {name: notice.values[name] for name in ("sheets", "rows", "columns")}
    assert (notice.code, hidden) == ("import_hidden", {"sheets": 1, "rows": 1, "columns": 1})


def row_of(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def cell_of(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


MERGED_ODS = ods(
    "<table:table>"
    + row_of(*map(cell_of, ("Waar", "Naam", "Contact", "Belang")))
    + row_of(cell_of("School", "table:number-rows-spanned='2'"), *map(cell_of, ("An", "4", "5")))
    + row_of("<table:covered-table-cell/>", *map(cell_of, ("Bo", "2", "3")))
    + row_of(*map(cell_of, ("Zorg", "Cor", "1", "1")))
    + "</table:table>"
)


@pytest.mark.parametrize("files", [{"m__xlsx": merged()}, {"m__ods": MERGED_ODS}])
def test_a_cell_over_several_rows_is_said_in_each(files: dict[Any, Any]) -> None:
    (whole,) = maps(**files)
    assert rated(whole) == {
        "An": (4, 5, "in_school"), "Bo": (2, 3, "in_school"), "Cor": (1, 1, "support_and_care"),
    }  # fmt: skip


def test_what_is_written_below_a_table_is_nobody() -> None:
    (whole,) = maps(p__csv="Naam;Contact;Belang\nAn;4;5\n;;\nToelichting: 1 is jaarlijks;;\n")
    assert list(rated(whole)) == ["An"]


def test_an_answer_with_its_number_is_read_by_its_words() -> None:
    rows = "An;4 - wekelijks;5 (heel belangrijk)\nBo;1 = dagelijks;3 - zo\n"
    (whole,) = maps(p__csv=f"Naam;Contact;Belang\n{rows}")
    assert {name: said[:2] for name, said in rated(whole).items()} == {
        "An": (4, 5), "Bo": (6, None),
    }  # fmt: skip


def test_ties_of_a_survey_are_known_beside_its_alters_whatever_their_columns_are_called() -> None:
    (whole,) = maps(
        Choices("contact", "importance"),
        a__csv="egoid;alterid;label;contact\n1,00;1,00;An;4,00\n1,00;2,00;Bo;2,00\n",
        t__csv="egoid;alter1;alter2;weight\n1,00;1,00;2,00;1,00\n",
    )
    assert tied(whole) == {("An", "Bo")}


def test_what_is_hidden_is_told_too_where_nothing_else_is_there() -> None:
    left = arrivals(x__xlsx=book(A=[["Naam", "Rol"], ["An", "(rij)"]], Verborgen=[["x"]])).left
    assert [one.code for one in left] == ["import_nobody", "import_hidden"]


def test_two_lists_in_a_workbook_are_two_maps_and_tables_of_egos_are_such() -> None:
    found = maps(x__xlsx=book(A=[HEAD, ROW], B=[HEAD, ["Bo", "ouder", 3, 2]]))
    assert [rated(whole).keys() for whole in found] == [{"An"}, {"Bo"}]
    egos = [["ego_id", "role"], ["1", "leraar"]]
    alters: list[list[Any]] = [["ego_id", "alter_id", "label", "frequency"], [1, 1, "An", 4]]
    (whole,) = maps(x__xlsx=book(egos=egos, alters=alters))
    assert (whole.network.title, rated(whole)) == ("1", {"An": (4, None, None)})


def test_a_formula_without_an_outcome_is_told() -> None:
    (one,) = arrivals(x__xlsx=book(A=[HEAD, ["An", "directeur", "=1+3", 5]])).maps
    assert [notice.values.get("count") for notice in one.notices] == [1]


def test_where_no_heading_is_known_it_is_asked_which_column_is_what() -> None:
    text = "Collega;Omschrijving;Score A;Score B\nAn;directeur;4;5\nBo;ouder;3;2\n"
    (one,) = arrivals(x__csv=text).maps
    assert [p.name for p in one.map.partners] == ["An", "Bo"]
    assert [notice.code for notice in one.notices] == ["import_headings"]
    chosen = Choices("Score A", "Score B", name="Collega", kind="Omschrijving")
    assert rated(maps(chosen, x__csv=text)[0])["An"] == AN["An"]


def test_pairs_alone_are_a_graph_and_a_survey_is_no_list() -> None:
    (whole,) = maps(Choices("weight"), x__csv="Source,Target,Weight\nik,An,4\nik,Bo,3\nAn,Bo,1\n")
    assert rated(whole) == {"An": (4, None, None), "Bo": (3, None, None)}
    survey = 'StartDate,Q1\nStart Date,Naam\n"{""ImportId"":""s""}","{}"\n2026-01-01,An\n'
    assert [p.code for p in arrivals(x__csv=survey).left] == ["import_unknown"]


def test_a_list_that_counts_its_lines_and_one_of_an_old_mac() -> None:
    assert list(rated(maps(x__txt="1 An de Vries\n2 Bo\n")[0])) == ["An de Vries", "Bo"]
    assert list(rated(maps(x__csv="Naam;Rol\rZoë;ouder\r".encode("mac_roman"))[0])) == ["Zoë"]


def test_headings_between_and_sums_are_nobody() -> None:
    text = "Naam;Rol;Contact;Belang\nOverig:;;;\nAn;directeur;4;5\nTotaal;;4;5\n"
    assert rated(maps(x__csv=text)[0]) == AN
    assert list(rated(maps(x__txt="Overig:\nAn\nBo\nTotaal: 2\n")[0])) == ["An", "Bo"]


def test_an_address_without_a_name_is_kept_and_one_in_a_column_is_nobody() -> None:
    mails = "'piet@x.nl' <piet@x.nl>; An de Vries <an@x.nl>"
    assert list(rated(maps(x__txt=mails)[0])) == ["piet@x.nl", "An de Vries"]
    assert list(rated(maps(x__txt="An;an@x.nl\nBo;bo@x.nl\n")[0])) == ["An", "Bo"]


def test_once_in_two_weeks_is_on_no_step_and_is_told() -> None:
    text = "Naam;Contact\nAn;1x per 2 weken\nBo;om de week\nCas;every two weeks\nDirk;2\n"
    (one,) = arrivals(x__csv=text).maps
    assert [(notice.code, notice.values["count"]) for notice in one.notices] == [
        ("import_not_kept", 3)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "dl n=3 format=nodelist1 labels=ik,An,Bo\ndata:\n1 2 3\n2 3\n",
        "dl n=3 format=fullmatrix diagonal=absent labels:\nik An Bo\ndata:\n4 2\n4 1\n2 1\n",
        "dl n=3 labels:\nik An Bo\ndata:\n0 1,5 2,0\n1,5 0 1,0\n2,0 1,0 0\n",
        "dl n=3\nlabels embedded\ndata:\n ik An Bo\nik 0 1,5 2,0\nAn 1,5 0 1,0\nBo 2,0 1,0 0\n",
        "dl n=3 format=lowerhalf diagonal=absent labels:\nik,An,Bo\ndata:\n4\n2 1\n",
        "dl n=3 format=upperhalf diagonal=absent labels:\nik,An,Bo\ndata:\n4 2\n1\n",
        "dl n=3 format=lowerhalf labels:\nik,An,Bo\ndata:\n0 4 0 2 1 0\n",
    ],
    ids=[
        "labels in the heading",
        "no diagonal",
        "decimal commas",
        "and labels among them",
        "the lower half",
        "the upper half",
        "a half on one line",
    ],
)
def test_dl_as_a_stranger_writes_it(text: str) -> None:
    (whole,) = maps(Choices("", ego="ik"), m__dl=text)
    assert [one.name for one in whole.partners] == ["An", "Bo"]
    assert tied(whole) == {("An", "Bo")}


def test_a_project_of_pajek_calls_a_vector_by_the_file_it_was() -> None:
    text = (
        "*Network C:\\x\\klas.net\n*Vertices 2\n1 ik\n2 An\n*Edges\n1 2\n"
        "*Vector C:\\x\\belang.vec\n*Vertices 2\n0\n5\n"
    )
    (whole,) = maps(p__paj=text)
    assert (whole.network.title, rated(whole)) == ("klas", {"An": (None, 5, None)})


@pytest.mark.parametrize("mark", [";", "\t"])
def test_egonet_with_another_separator_is_no_other_format(mark: str) -> None:
    text = (
        "EgoID,EgoName,AlterID,AlterName,Contact\n1,x,0,An,4\n1,x,1,Bo,3\n\n"
        "EgoID,EgoName,AlterID1,AlterName1,AlterID2,AlterName2,K\n1,x,0,An,1,Bo,1\n"
    )
    (whole,) = maps(Choices("Contact"), raw__csv=text.replace(",", mark))
    assert rated(whole) == {"An": (4, None, None), "Bo": (3, None, None)}
    assert tied(whole) == {("An", "Bo")}


def test_the_table_of_the_owner_of_vennmaker_is_nobody() -> None:
    alters = "id_Alter;id_Ego;Name;x_a;y_a;Belang_a\n1;0;An;5,0;2,0;2\n"
    ego = "id_Ego;Name;Rol\n0;Ego;leraar\n"
    (whole,) = maps(ALTER_les__csv=alters, EGO_les__csv=ego)
    assert rated(whole) == {"An": (None, 2, None)}
    (alone,) = arrivals(EGO_les__csv=ego).left
    assert alone.code == "import_no_alters"


@pytest.mark.parametrize("first", ["", "Naam"])
def test_a_matrix_alone_is_a_graph(first: str) -> None:
    text = f"{first};ik;An;Bo\nik;NA;4;2\nAn;4;;1\nBo;2;1;0\n"
    (whole,) = maps(Choices("weight"), m__csv=text)
    assert rated(whole) == {"An": (4, None, None), "Bo": (2, None, None)}
    assert tied(whole) == {("An", "Bo")}


def test_pairs_of_gephi_say_nothing_of_kinds() -> None:
    rows = ("ik,An,Undirected,4.0", "ik,Bo,Undirected,2.0", "An,Bo,Undirected,1")
    text = "\n".join(("Source,Target,Type,Weight", *rows))
    (whole,) = maps(Choices("Weight", ego="ik"), e__csv=text)
    assert [(one.name, one.frequency, one.kind) for one in whole.partners] == [
        ("An", 4, None), ("Bo", 2, None),
    ]  # fmt: skip


@pytest.mark.parametrize("above", ["", "Mijn partners;;\n"])
def test_a_heading_in_two_rows_of_which_the_first_says_only_the_name(above: str) -> None:
    (whole,) = maps(l__csv=f"{above}Naam;Antwoorden;\n;Contact;Belang\nAn;4;5\nBo;3;2\n")
    assert rated(whole) == {"An": (4, 5, None), "Bo": (3, 2, None)}


# Two tables of one graph, and lists with pairs in a file of their own.

NODES: list[list[Any]] = [
    ["Id", "Label", "timeset", "contact"],
    [0, "Ik", None, None],
    [1, "An", None, 4],
    [2, "Bo", None, 3],
]
EDGES: list[list[Any]] = [
    ["Source", "Target", "Type", "Id", "Weight"],
    *([a, b, "Undirected", n, 1.0] for n, (a, b) in enumerate([(0, 1), (0, 2), (1, 2)])),
]


def csv_of(rows: list[list[Any]]) -> str:
    return "".join(",".join(str("" if c is None else c) for c in row) + "\n" for row in rows)


def test_the_two_tables_of_gephi_are_one_map() -> None:
    found = [
        maps(klas_nodes__csv=csv_of(NODES), klas_edges__csv=csv_of(EDGES)),
        maps(b__csv=csv_of(NODES), a__csv=csv_of(EDGES)),
        maps(w__xlsx=book(nodes=NODES, edges=EDGES)),
    ]
    assert [whole.network.title for (whole,) in found] == ["klas", "b", "w"]
    for (whole,) in found:
        assert rated(whole) == {"An": (4, None, None), "Bo": (3, None, None)}
        assert tied(whole) == {("An", "Bo")}


def test_two_graphs_and_a_list_in_one_folder_are_told_apart() -> None:
    other = csv_of([["id", "name"], ["n1", "ego"], ["n2", "Cas"], ["n3", "Dirk"]])
    pairs = "from,to\nn1,n2\nn1,n3\n"
    found = maps(
        a_nodes__csv=csv_of(NODES), a_edges__csv=csv_of(EDGES), b_nodes__csv=other,
        b_edges__csv=pairs, lijst__csv="Naam;Rol\nZoë;ouder\n",
    )  # fmt: skip
    people = [(whole.network.title, list(rated(whole))) for whole in found]
    assert people == [("a", ["An", "Bo"]), ("b", ["Cas", "Dirk"]), ("lijst", ["Zoë"])]


def test_pairs_beside_a_list_are_its_links() -> None:
    files = {
        "lijst__csv": "Naam;Rol\nAn;ouder\nBo;buur\nCas;ib\n",
        "wie__csv": "Van;Naar\nAn;Cas\n",
    }
    (whole,) = maps(**files)
    assert (len(whole.partners), tied(whole)) == (3, {("An", "Cas")})
    assert whole.network.lines_drawn


@pytest.mark.parametrize("name", ["leeg", "leeg.zip", "systeem.zip"])
def test_a_folder_or_archive_without_files_is_told(name: str, tmp_path: Path) -> None:
    if name == "leeg":
        (tmp_path / name).mkdir()
    else:
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            if name.startswith("s"):
                archive.writestr("__MACOSX/._a.csv", "x")
    problem = as_a(Problem, *read_all([tmp_path / name]))
    assert problem.code == "import_empty"
    assert as_a(Path, problem.values["file"]).name == name


def test_a_node_is_called_by_its_id_where_nothing_else_says_its_name() -> None:
    key = '<key id="d" for="node" attr.name="id"/>'
    nodes = "".join(
        f'<node id="n{n}"><data key="d">{name}</data></node>'
        for n, name in enumerate(["ik", "An", "Bo"])
    )
    edges = '<edge source="n0" target="n1"/><edge source="n1" target="n2"/>'
    text = f"<graphml>{key}<graph>{nodes}{edges}</graph></graphml>"
    (whole,) = maps(visone__graphml=text)
    assert tied(whole) == {("An", "Bo")}


@pytest.mark.parametrize("as_workbook", [True, False])
def test_the_owner_in_a_list_with_pairs_is_in_the_middle(as_workbook: bool) -> None:
    elements: list[list[Any]] = [
        ["Label", "Type", "Contact"],
        ["Ik", None, None],
        ["An", "ouder", 4],
        ["Bo", "x", 3],
    ]
    pairs: list[list[Any]] = [
        ["From", "To", "Type"],
        ["Ik", "An", "werk"],
        ["Ik", "Bo", "werk"],
        ["An", "Bo", "x"],
    ]
    if as_workbook:
        (whole,) = maps(w__xlsx=book(Elements=elements, Connections=pairs))
    else:
        (whole,) = maps(elements__csv=csv_of(elements), connections__csv=csv_of(pairs))
    assert [(p.name, p.frequency) for p in whole.partners] == [("An", 4), ("Bo", 3)]
    assert tied(whole) == {("An", "Bo")}


def test_gdf_has_its_two_tables_below_each_other() -> None:
    text = (
        "nodedef>name VARCHAR,label VARCHAR,contact INTEGER\n1,Ik,\n2,'An, de moeder',4\n3,Bo,3\n"
        "edgedef>node1 VARCHAR,node2 VARCHAR,directed BOOLEAN\n1,2,false\n1,3,false\n2,3,false\n"
    )
    (whole,) = maps(g__gdf=text)
    assert rated(whole) == {"An, de moeder": (4, None, None), "Bo": (3, None, None)}
    assert tied(whole) == {("An, de moeder", "Bo")}
    assert [p.code for p in arrivals(g__gdf='nodedef>name VARCHAR\n1,"' + "x" * 200_000).left]


def test_pairs_have_a_line_above_their_heading_in_nodexl() -> None:
    edges: list[list[Any]] = [
        ["", "", "Visual"],
        ["Vertex 1", "Vertex 2", "Width"],
        ["Ik", "An", 4],
        ["An", "Bo", 1],
    ]
    vertices: list[list[Any]] = [
        ["", "Visual"],
        ["Vertex", "Color"],
        ["Ik", None],
        ["An", None],
        ["Bo", None],
    ]
    (one,) = arrivals(Choices("Width"), n__xlsx=book(Edges=edges, Vertices=vertices)).maps
    assert rated(one.map) == {"An": (4, None, None), "Bo": (None, None, None)}
    assert (tied(one.map), one.notices) == ({("An", "Bo")}, ())


DOCUMENTS = {
    "packed": gzip.compress(b"Naam;Rol\nAn;ouder\n" * 99),
    "noughts": b"An\nBo\n\0Cas\n",
    "numbers": {"Index/Document.iwa": b"x", "Metadata/Properties.plist": b"bplist00"},
    "presentation": {"[Content_Types].xml": b"<x/>", "ppt/notes.txt": b"An\nBo\n"},
    "book": {"mimetype": b"application/epub+zip", "text.txt": b"An\nBo\n"},
}


@pytest.mark.parametrize("content", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_file_of_another_kind_is_no_list(
    content: bytes | dict[str, bytes], tmp_path: Path
) -> None:
    file = tmp_path / "x.bin"
    if isinstance(content, bytes):
        file.write_bytes(content)
    else:
        with zipfile.ZipFile(file, "w") as archive:
            for name, part in content.items():
                archive.writestr(name, part)
    (problem,) = read_all([file])
    assert isinstance(problem, Problem)
    assert problem.code == "import_unknown"


def test_a_stray_cell_at_the_end_of_a_sheet_is_told_at_once() -> None:
    from openpyxl import Workbook

    from app.exchange.formats import workbook

    book = Workbook()
    sure(book.active)["XFD1048576"] = "x"
    made = io.BytesIO()
    book.save(made)
    source = Source(Path("far.xlsx"), made.getvalue())
    seen = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbook, "Line", lambda *row: seen.append(row))
        for _ in range(3):
            with pytest.raises(Problem, match="csv_too_large"):
                _ = source.book
        patch.setattr(workbook, "book_of", None)  # it is not opened again
        assert source.tables == ()
    assert seen == []


ONE_HOT = (
    "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,"
    "freq_daily,freq_weekly,imp_very_important,imp_4\n"
    "1,ego,e1,An,true,false,false,true\n2,ego,e2,Bo,FALSE,TRUE,TRUE,FALSE\n3,ego,e3,Cor,0,0,0,0\n"
)


def test_a_variable_with_a_column_an_option_is_one_that_can_be_chosen() -> None:
    drafts = [
        one
        for one in read_sources([Source(Path("s_attributeList_P.csv"), ONE_HOT.encode())])
        if isinstance(one, Draft)
    ]
    assert variables_of(drafts)[-2:] == ("freq", "imp")
    choices = Choices("freq", "imp")
    check(drafts, choices)
    (arrival,) = arrive(drafts, choices).maps
    assert [(p.frequency, p.importance) for p in arrival.map.partners] == [
        (6, 4), (4, 5), (None, None),
    ]  # fmt: skip


def test_what_is_proposed_is_the_variable_and_not_one_of_its_options() -> None:
    (draft,) = read_sources([Source(Path("s_attributeList_P.csv"), ONE_HOT.encode())])
    assert suggested(as_a(Draft, draft)) == Choices("freq", "imp")
    often = ONE_HOT.replace("freq_", "how_often_").replace("imp_very", "impact_very")
    (draft,) = read_sources([Source(Path("s_attributeList_P.csv"), often.encode())])
    assert suggested(as_a(Draft, draft)).contact == "how_often"


def test_columns_of_which_two_are_ticked_are_several_variables() -> None:
    twice = ONE_HOT.replace("true,false,false,true", "true,true,false,true")
    (draft,) = read_sources([Source(Path("s_attributeList_P.csv"), twice.encode())])
    assert ticked(as_a(Draft, draft)) == ("imp",)


def test_what_a_protocol_words_counts_before_its_number() -> None:
    people = [Person("a", "An", {"often": "5"}), Person("b", "Bo", {"often": "1"})]
    draft = Draft(Path("x.csv"), "network-canvas", "x", people, asks=True)
    for worded, codes in (
        ({"5": "Dagelijks", "1": "Wekelijks"}, [6, 4]),
        ({"5": "Dagelijks", "1": "Zo nu en dan"}, [5, 1]),
    ):
        draft.options = {"often": worded}
        (arrival,) = arrive([draft], Choices("often", "")).maps
        assert [p.frequency for p in arrival.map.partners] == codes
