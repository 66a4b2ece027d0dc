"""The sentences about what can go wrong with files that come in and go out, one for each code."""

from collections.abc import Mapping
from typing import Final

from app.words.catalog import marked

FILES: Final[Mapping[str, str]] = {
    # --- files
    "file_missing": marked("{file} is not there. Check the name and the folder."),
    "file_unreadable": marked(
        "{file} could not be opened. Check that it is a file and that you may read it."
    ),
    "file_too_large": marked(
        "{file} is larger than {most} MB. That is too large for Kring; choose another file."
    ),
    "file_empty": marked("{file} is empty. Choose another file."),
    "file_encoding": marked(
        "{file} is not plain text in UTF-8. Save it again as UTF-8, or choose another file."
    ),
    "file_is_library": marked(
        "{file} contains all the maps of someone's Kring, not one map. Open them there, save "
        "the map you need as a .kring file, and use that."
    ),
    "file_not_written": marked(
        "{file} could not be written. Check that the disk has room, that you may write in that "
        "folder, and that no other program has the file open."
    ),
    "file_not_waited_for": marked(
        "{file} is not saved yet: the place where you put it is slow. It may still come there. "
        "Have a look later, or save it somewhere else."
    ),
    "file_bad_name": marked(
        "{file} cannot be used as a file name: it is too long, or its links lead round in a "
        "circle. Choose a shorter name, or another folder."
    ),
    "file_is_read": marked(
        "{file} is also what is read, so it was left as it is. Choose another name for what is "
        "written."
    ),
    "file_holds_map": marked(
        "{file} contains a map or all your maps, which would be lost. It was left as it is. "
        "Choose another name."
    ),
    "file_differs": marked(
        "{file} is already there with something else in it. Choose another folder, or add "
        "--overwrite to replace it."
    ),
    "file_foreign": marked(
        "{file} is not a map of Kring. Choose a file that Kring made; its name ends in .kring."
    ),
    "file_newer": marked(
        "{file} was made by a newer version of Kring. Install that version to open it."
    ),
    "file_newer_named": marked(
        "{file} was made by {program}, and this is an older version. Install {program} to open it."
    ),
    "file_damaged": marked("{file} is damaged or not complete. Use another copy of it."),
    "file_bad_value": marked(
        "{file} contains something Kring does not know, at “{place}”. Use another copy of it, "
        "or the version of Kring that made it."
    ),
    "file_scale": marked(
        "The answers in {file} belong to another version of the scale “{scale}” and could be "
        "misread. Open it with the version of Kring that made it."
    ),
    "file_duplicate_id": marked(
        "{file} is damaged: two items in it have the same ID, “{id}”. Use another copy of it."
    ),
    "file_unknown_partner": marked(
        "{file} is damaged: “{place}” is about someone who is not on the map. Use another copy "
        "of it."
    ),
    "file_photo_not_whole": marked(
        "{file} is damaged: the photo under the map and its place do not belong together. Use "
        "another copy of it."
    ),
    "file_duplicate_tie": marked(
        "{file} is damaged: two partners are linked twice, at “{place}”. Use another copy of it."
    ),
    "file_tie_to_itself": marked(
        "{file} is damaged: a partner is linked to itself, at “{place}”. Use another copy of it."
    ),
    "file_too_many": marked(
        "{file} contains more than {most} items of one sort, which is more than one map can hold. "
        "Use another copy of it, or divide what is in it over several maps."
    ),
    "csv_broken": marked(
        "{file}, from line {line}: the quotation marks do not close, or a cell is far too "
        "long. Correct the file and try again."
    ),
    "csv_too_large": marked(
        "{file} has more rows or columns than Kring can read. Divide it into smaller files."
    ),
    "csv_unusual": marked(
        "These tables are too large to be read row by row, and something in them is unusual: a "
        "row that ends early, an empty line, a column without a name, or one that does not "
        "agree with another. Correct that, or divide them into smaller files."
    ),
    "csv_missing_column": marked("{file} has no column “{column}”. Add it and try again."),
    "csv_column_twice": marked("{file} has the column “{column}” twice. Keep one of them."),
    "csv_cell_count": marked(
        "{file}, line {line}: there are {found} cells where the heading has {expected}. "
        "Correct the row and try again."
    ),
    "csv_bad_value": marked(
        "{file}, line {line}, column {column}: you cannot use “{value}” here. You can use: "
        "{allowed}."
    ),
    "csv_bad_text": marked(
        "{file}, line {line}, column {column}: “{value}” is empty, too long or not one line of "
        "plain text. Correct it and try again."
    ),
    "csv_no_egos": marked("{file} has a heading but no rows, so there is nothing to convert."),
    "csv_ego_twice": marked(
        "{file}, line {line}, column {column}: “{value}” appears twice. Keep one row for each ego."
    ),
    "csv_unknown_ego": marked(
        "{file}, line {line}, column {column}: “{value}” is not in the file of egos. Correct "
        "it or add that ego."
    ),
    "csv_partner_twice": marked(
        "{file}, line {line}, column {column}: the same ego already has a partner “{value}”. "
        "Give each partner of an ego its own id."
    ),
    "csv_unknown_partner": marked(
        "{file}, line {line}, column {column}: this ego has no partner “{value}”. Correct it "
        "or add that partner."
    ),
    "csv_tie_twice": marked(
        "{file}, line {line}, column {column}: the link between “{other}” and “{value}” appears "
        "twice. Keep one row for each pair."
    ),
    "csv_tie_to_itself": marked(
        "{file}, line {line}, column {column}: “{value}” is linked to itself. A link needs two "
        "partners."
    ),
    "csv_too_many_partners": marked(
        "{file}, line {line}, column {column}: “{value}” has more than {most} partners, which "
        "is more than one map can hold."
    ),
    "csv_bad_file_name": marked(
        "{file}, line {line}, column {column}: “{value}” cannot be the name of a file on every "
        "computer. Choose another ego_id, with letters, digits and dashes."
    ),
    "csv_same_file_name": marked(
        "{file}, line {line}, column {column}: “{value}” and “{other}” would be the same file "
        "on some computers. Change one of them."
    ),
    "csv_unknown_columns": marked(
        "{file}: columns that cannot be read this way are left out: {count} ({columns}). If "
        "Kring made these files, “kring convert FOLDER” includes everything."
    ),
    "csv_unnamed_columns": marked(
        "{file}: columns without a name in the heading (such as the row numbers of R) are left "
        "out: {columns}."
    ),
    "csv_no_ties": marked(
        "{file} has no rows, so Kring takes it that no one was asked about links between "
        "partners. If they were asked, give the egos a column “lines_drawn” with “yes”."
    ),
    "csv_contradiction": marked(
        "{file}, from line {line}: the column “{column}” does not agree with the rest of the row "
        "(rows: {count}) and is left out."
    ),
    # --- files of other programs
    "import_unknown": marked("{file} is left out: Kring does not know this type of file."),
    "import_other_graph": marked(
        "{file} is left out: Kring does not read the format {format}. Save the network as GraphML "
        "in the program it comes from."
    ),
    "import_damaged": marked(
        "{file} is damaged or incomplete, and is left out. Save it again in the program it "
        "comes from."
    ),
    "import_too_much": marked(
        "{file} contains more than {most} MB, far more than maps can be. Choose a smaller part "
        "of it."
    ),
    "import_too_many": marked(
        "{file} has more people than one map can hold ({most}), and is left out."
    ),
    "import_old_workbook": marked(
        "{file} is a workbook from before 2007 or has a password. Save it as .xlsx without a "
        "password."
    ),
    "import_protocol_only": marked(
        "{file} is a Network Canvas protocol: the questions without answers. Choose the "
        "exported sessions as well."
    ),
    "import_vennmaker": marked(
        "Kring cannot read the project {file} of VennMaker. Export its tables there and choose "
        "ALTER_….csv."
    ),
    "import_two_modes": marked(
        "{file} has two different things in its rows and columns, and Kring reads links between "
        "people. Turn it into a network of people in the program it comes from."
    ),
    "import_formulas": marked(
        "{file}: cells with a formula but no result count as empty: {count}. Open the file in "
        "Excel or LibreOffice, save it and choose it again."
    ),
    "import_hidden": marked(
        "{file}: what is hidden in it is left out (sheets: {sheets}, rows: {rows}, columns: "
        "{columns}). To include it, unhide it in Excel or LibreOffice and save the file."
    ),
    "import_empty": marked("There are no files in {file}. Choose a folder or archive with files."),
    "import_headings": marked(
        "{file}: the names were taken from “{column}”. If they are in another column, choose it "
        "(on the command line: --name COLUMN). It has these columns: {variables}."
    ),
    "import_nobody": marked(
        "No one was found in {file}. Put one partner on each line, or one in each row."
    ),
    "import_no_alters": marked(
        "{file} says nothing about partners. Choose the file with the partners (alters) as well."
    ),
    "import_in_words": marked(
        "{file}: this is a table that Kring writes for people to read. Names, types, areas, "
        "contact, importance, stars, notes and links are taken from it. To get everything else "
        "as well, open all files of the export together."
    ),
    "import_tie_codes": marked(
        "{file}: the links have several numbers ({values}), and each above 0 counts as a link. "
        "If one of them means that two people do not know each other, change it to 0 first."
    ),
    "import_no_ego": marked(
        "Who is in the centre of {file}? Choose who it is, or that they are not in it (on the "
        "command line: --ego NAME, or --ego - for not in it). In it are: {names}."
    ),
    "import_needs": marked(
        "{file}: choose which variable is contact and which is importance (on the command line: "
        "--contact and --importance). It has these variables: {variables}."
    ),
    "import_no_variable": marked("{file} has no variable “{value}”. It has these: {variables}."),
    "import_only_names": marked(
        "{file} says who there are and nothing else about them: it has no variable “{value}”."
    ),
    "import_row": marked(
        "{file}, line {line}: it does not say who the row is about. Correct the row and try again."
    ),
    "import_person_twice": marked(
        "{file}: “{value}” appears twice, so the two cannot be told apart. Give each its own id."
    ),
    "import_ego_twice": marked(
        "{file}, line {line}: ego “{value}” appears twice. Keep one row for each."
    ),
    "import_unknown_ego": marked(
        "{file}: there are partners of ego “{value}”, who is not in the file of egos. Correct it "
        "or add that ego."
    ),
    "import_not_kept": marked(
        "{file}: answers in “{column}” that are on no scale of Kring are left out: {count} "
        "(such as “{value}”)."
    ),
    "import_ties_twice": marked(
        "{file}: links that were there twice (in both directions or of two types) count once: "
        "{count}."
    ),
    "import_ties_strange": marked(
        "{file}: links with someone who is not on the map are left out: {count}."
    ),
    "import_ties_own": marked("{file}: links from someone to themselves are left out: {count}."),
    "import_dead": marked("{file}: people who have died are left out: {names}."),
    "import_outside": marked("{file}: people outside the outer circle are left out: {names}."),
}
