"""What can go wrong, in a sentence a person understands, with what to do next."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from types import TracebackType
from typing import Final

from app import VERSION, private, traces
from app.models.network import RECORD_TYPES, Network, Partner
from app.models.problem import Problem
from app.models.writing import cut, isolated
from app.words import joined, marked, say
from app.words.reasons import reason

# One sentence a code. {file}, {line} and so on stand for the values the problem carries.
_SENTENCES: Final[Mapping[str, str]] = {
    # --- records and maps
    "map_finished": marked(
        "This map is finished and stays as it is. In My maps, use ⋯ to reopen it for changes, "
        "or “Continue …” to make the next moment.",
    ),
    "bad_value": marked(
        "You cannot use “{value}” here. Choose or type something else.",
    ),
    "name_not_seen": marked(
        "This name cannot be seen. Type one with letters, numbers or signs.",
    ),
    "tie_to_itself": marked(
        "A link joins two different partners. Choose another partner.",
    ),
    "duplicate_id": marked(
        "Two items on this map have the same ID, “{id}”. Use another copy of the map.",
    ),
    "unknown_partner": marked(
        "This is about a partner who is not on the map. Choose one who is.",
    ),
    "duplicate_tie": marked(
        "There is already a link between these two partners. Change that one instead.",
    ),
    "not_one_network": marked(
        "This map is incomplete. Use another copy.",
    ),
    "too_many_partners": marked(
        "A map can hold {most} partners at most. Remove some, or start another map.",
    ),
    "too_many_to_tie": marked(
        "That would be {lines} links at once, more than anyone can read. Select {most} partners "
        "at most.",
    ),
    # --- the library
    "library_in_use": marked(
        "{path} is already open in another Kring window. Close that window, open it here as "
        "read-only, or work in a copy.",
    ),
    "library_newer": marked(
        "The file of your maps, {path}, was made by a newer version of Kring. Install that "
        "version to open it. Nothing was changed.",
    ),
    "library_damaged": marked(
        "The file of your maps, {path}, is damaged and was left as it is. Kring can set it "
        "aside and continue with the last good backup.",
    ),
    "library_foreign": marked(
        "{path} is not a file of Kring maps. Choose another file. This one was left as it is.",
    ),
    "library_gone": marked(
        "The file of your maps, {path}, is no longer where it was, but there are backups. Use "
        "the last one, or put the file back and try again.",
    ),
    "library_not_read": marked(
        "{path} could not be read just now. Nothing was changed. Check that the drive is "
        "connected and try again.",
    ),
    "library_not_opened": marked(
        "{path} could not be used just now, and nothing was changed. Try again.",
    ),
    "library_absent": marked(
        "The folder of your maps is not there: {place}. Connect its drive or network folder and "
        "try again, or choose another folder. Nothing was changed.",
    ),
    "library_lost": marked(
        "The file of your maps is no longer where it was, and there is no backup next to it: "
        "{place}. Put the file back and try again, or choose where it is now.",
    ),
    "library_no_locks": marked(
        "The drive of {path} cannot stop two programs writing at once, so Kring does not work "
        "there. Open your maps as read-only, or choose another folder.",
    ),
    "library_disk_full": marked(
        "The disk of {path} is full, so nothing new can be saved there. Free up some space and "
        "try again, open your maps as read-only, or choose another folder.",
    ),
    "library_removed": marked(
        "Another program removed the file of your maps, {path}, while you were working. Kring "
        "has written it again with everything in it.",
    ),
    "library_replaced": marked(
        "Another program replaced the file of your maps, {path}. Yours is back with everything "
        "in it; the other file is in the same folder as {other}.",
    ),
    "library_exchanged": marked(
        "Kring was interrupted last time, and since then another program has replaced the file "
        "of your maps, {path}. This is what it contains; your own maps are in the backups.",
    ),
    "library_away": marked(
        "Your maps, {path}, cannot be reached, and what you do now is not saved. Put the drive "
        "or the folder back and try again.",
    ),
    "map_damaged": marked(
        "One of your maps is damaged and cannot be opened; the others can. Its last good state "
        "can be put back from a backup.",
    ),
    "map_in_no_backup": marked(
        "No backup contains this map as it was before the damage. If you have a backup of it in "
        "a file, open that one.",
    ),
    "library_missing": marked(
        "There is no file of maps at {path}. Check the name and the folder.",
    ),
    "library_not_a_file": marked(
        "{path} is not a file. Choose a file for your maps.",
    ),
    "library_bad_place": marked(
        "{path} cannot be used: the name is too long, or its links lead round in a circle. "
        "Choose another folder for your maps.",
    ),
    "in_the_way": marked(
        "{path} is in the way: Kring needs a file of its own there, and this is something else. "
        "It was left as it is. Rename or move it, then try again.",
    ),
    "library_not_writable": marked(
        "Kring has no permission to use {path}. Choose another place for your maps, or ask your "
        "IT support.",
    ),
    "library_read_only": marked(
        "Your maps are open as read-only, so nothing was changed. Close the other Kring window "
        "and open your maps again to work on them.",
    ),
    "disk_full": marked(
        "The disk is full, so this was not saved. Free up some space and try again.",
    ),
    "disk_unsure": marked(
        "The disk does not confirm what is written to it. You will see at the next start "
        "whether this was saved. Back up to a file on another drive.",
    ),
    "disk_error": marked(
        "The disk could not be read or written, so this was not saved. Check that the drive is "
        "connected and try again.",
    ),
    "change_not_kept": marked(
        "This change does not fit the rest of the map, so it was not saved. Nothing else was "
        "changed.",
    ),
    "map_not_found": marked(
        "This map is no longer in your maps. Choose another one.",
    ),
    "map_exists": marked(
        "You already have this map. Open it from the list, or bring it back if it was removed.",
    ),
    "file_exists": marked("{path} is already there. Choose another name."),
    "file_type_not_set": marked(
        "This computer does not let Kring open .kring files by double-click. Use “Open a file "
        "…” in the menu, or ask your IT support.",
    ),
    # --- the clipboard
    "paste_newer": marked(
        "What was copied comes from a newer version of Kring. Install that version to paste it.",
    ),
    "paste_unreadable": marked(
        "What was copied could not be read, so nothing was added. Copy it again.",
    ),
    # --- files
    "file_missing": marked(
        "{file} is not there. Check the name and the folder.",
    ),
    "file_unreadable": marked(
        "{file} could not be opened. Check that it is a file and that you may read it.",
    ),
    "file_too_large": marked(
        "{file} is larger than {most} MB. That is too large for maps; choose another file.",
    ),
    "file_empty": marked("{file} is empty. Choose another file."),
    "file_encoding": marked(
        "{file} is not plain text in UTF-8. Save it again as UTF-8, or choose another file.",
    ),
    "file_not_written": marked(
        "{file} could not be written. Check that the disk has room, that you may write in that "
        "folder, and that no other program has the file open.",
    ),
    "file_bad_name": marked(
        "{file} cannot be used as a file name: it is too long, or its links lead round in a "
        "circle. Choose a shorter name, or another folder.",
    ),
    "file_is_read": marked(
        "{file} is also what is read, so it was left as it is. Choose another name for what is "
        "written.",
    ),
    "file_holds_map": marked(
        "{file} contains a map or all your maps, which would be lost. It was left as it is. "
        "Choose another name.",
    ),
    "file_differs": marked(
        "{file} is already there with something else in it. Choose another folder, or add "
        "--overwrite to replace it.",
    ),
    "file_foreign": marked(
        "{file} is not a map of Kring. Choose a file that ends in .kring.",
    ),
    "file_newer": marked(
        "{file} was made by a newer version of Kring. Install that version to open it.",
    ),
    "file_damaged": marked(
        "{file} is damaged or not complete. Use another copy of it.",
    ),
    "file_bad_value": marked(
        "{file} contains something Kring does not know, at “{place}”. Use another copy of it, "
        "or the version of Kring that made it.",
    ),
    "file_scale": marked(
        "The answers in {file} belong to another version of the scale “{scale}” and could be "
        "misread. Open it with the version of Kring that made it.",
    ),
    "file_duplicate_id": marked(
        "{file} is damaged: two items in it have the same ID, “{id}”. Use another copy of it.",
    ),
    "file_unknown_partner": marked(
        "{file} is damaged: “{place}” is about someone who is not on the map. Use another copy "
        "of it.",
    ),
    "file_duplicate_tie": marked(
        "{file} is damaged: two partners are linked twice, at “{place}”. Use another copy of it.",
    ),
    "file_tie_to_itself": marked(
        "{file} is damaged: a partner is linked to itself, at “{place}”. Use another copy of it.",
    ),
    "file_too_many_partners": marked(
        "{file} has more than {most} partners, which is more than one map can hold.",
    ),
    "csv_broken": marked(
        "{file}, from line {line}: the quotation marks do not close, or a cell is far too "
        "long. Correct the file and try again.",
    ),
    "csv_too_large": marked(
        "{file} has more rows or columns than Kring can read. Divide it into smaller files.",
    ),
    "csv_missing_column": marked(
        "{file} has no column “{column}”. Add it and try again.",
    ),
    "csv_column_twice": marked(
        "{file} has the column “{column}” twice. Keep one of them.",
    ),
    "csv_cell_count": marked(
        "{file}, line {line}: there are {found} cells where the heading has {expected}. "
        "Correct the row and try again.",
    ),
    "csv_bad_value": marked(
        "{file}, line {line}, column {column}: you cannot use “{value}” here. You can use: "
        "{allowed}.",
    ),
    "csv_bad_text": marked(
        "{file}, line {line}, column {column}: “{value}” is empty, too long or not one line of "
        "plain text. Correct it and try again.",
    ),
    "csv_no_egos": marked(
        "{file} has a heading but no rows, so there is nothing to convert.",
    ),
    "csv_ego_twice": marked(
        "{file}, line {line}, column {column}: “{value}” is there for the second time. Keep "
        "one row for each ego.",
    ),
    "csv_unknown_ego": marked(
        "{file}, line {line}, column {column}: “{value}” is not in the file of egos. Correct "
        "it or add that ego.",
    ),
    "csv_partner_twice": marked(
        "{file}, line {line}, column {column}: the same ego already has a partner “{value}”. "
        "Give each partner of an ego its own id.",
    ),
    "csv_unknown_partner": marked(
        "{file}, line {line}, column {column}: this ego has no partner “{value}”. Correct it "
        "or add that partner.",
    ),
    "csv_tie_twice": marked(
        "{file}, line {line}, column {column}: the link between “{other}” and “{value}” is "
        "there for the second time. Keep one row for each pair.",
    ),
    "csv_tie_to_itself": marked(
        "{file}, line {line}, column {column}: “{value}” is linked to itself. A link needs two "
        "partners.",
    ),
    "csv_too_many_partners": marked(
        "{file}, line {line}, column {column}: “{value}” has more than {most} partners, which "
        "is more than one map can hold.",
    ),
    "csv_bad_file_name": marked(
        "{file}, line {line}, column {column}: “{value}” cannot be the name of a file on every "
        "computer. Choose another ego_id, with letters, digits and dashes.",
    ),
    "csv_same_file_name": marked(
        "{file}, line {line}, column {column}: “{value}” and “{other}” would be the same file "
        "on some computers. Change one of them.",
    ),
    "csv_unknown_column": marked(
        "{file}: Kring does not know the column “{column}” and leaves it out.",
    ),
    "csv_unnamed_column": marked(
        "{file}: column {column} has no name in the heading (such as the row numbers of R) and is "
        "left out.",
    ),
    "csv_no_ties": marked(
        "{file} has no rows, so the links between partners count as not asked. If they were "
        "asked, give the egos a column “lines_drawn” with “yes”.",
    ),
    "csv_contradiction": marked(
        "{file}, from line {line}: the column “{column}” does not agree with the rest of the row "
        "(rows: {count}) and is left out.",
    ),
    # --- files of other programs
    "import_unknown": marked(
        "{file} is left out: Kring does not know this type of file.",
    ),
    "import_damaged": marked(
        "{file} is damaged or incomplete, and is left out. Save it again in the program it "
        "comes from.",
    ),
    "import_too_much": marked(
        "{file} holds more than {most} MB, far more than maps can be. Choose a smaller part of it.",
    ),
    "import_too_many": marked(
        "{file} has more people than one map can hold ({most}), and is left out.",
    ),
    "import_old_workbook": marked(
        "{file} is a workbook of before 2007 or has a password. Save it as .xlsx without one.",
    ),
    "import_protocol_only": marked(
        "{file} is a Network Canvas protocol: the questions without answers. Choose the "
        "exported sessions as well.",
    ),
    "import_vennmaker": marked(
        "Kring cannot read the project {file} of VennMaker. Export its tables there and choose "
        "ALTER_….csv.",
    ),
    "import_nobody": marked(
        "No one was found in {file}. Put one partner on each line, or one in each row.",
    ),
    "import_no_alters": marked(
        "{file} says nothing about partners. Choose the file with the partners (alters) as well.",
    ),
    "import_no_ego": marked(
        "Who is in the centre of {file}? Choose who it is (on the command line: --ego NAME). In "
        "it are: {names}.",
    ),
    "import_needs": marked(
        "{file}: choose which variable is contact and which is importance (on the command line: "
        "--contact and --importance). It has these variables: {variables}.",
    ),
    "import_no_variable": marked(
        "{file} has no variable “{value}”. It has these: {variables}.",
    ),
    "import_row": marked(
        "{file}, line {line}: it does not say who the row is about. Correct the row and try again.",
    ),
    "import_person_twice": marked(
        "{file}: “{value}” is there twice, so the two cannot be told apart. Give each an id of "
        "its own.",
    ),
    "import_ego_twice": marked(
        "{file}, line {line}: ego “{value}” is there for the second time. Keep one row for each.",
    ),
    "import_unknown_ego": marked(
        "{file}: there are partners of ego “{value}”, who is not in the file of egos. Correct it "
        "or add that ego.",
    ),
    "import_not_kept": marked(
        "{file}: answers in “{column}” that are on no scale of Kring are left out: {count} "
        "(such as “{value}”).",
    ),
    "import_ties_twice": marked(
        "{file}: links that were there twice (in both directions or of two types) count once: "
        "{count}.",
    ),
    "import_ties_strange": marked(
        "{file}: links with someone who is not on the map are left out: {count}.",
    ),
    "import_ties_own": marked(
        "{file}: links of someone with themselves are left out: {count}.",
    ),
    "import_dead": marked(
        "{file}: who died there is left out: {names}.",
    ),
    "import_outside": marked(
        "{file}: who stands outside the outer circle there is left out: {names}.",
    ),
    # --- commands
    "command_fault": marked(
        "Something went wrong in Kring. The place is written above, without names or text.",
    ),
    "output_not_written": marked(
        "The results could not be saved. Check that the disk has room.",
    ),
    # --- pictures
    "picture_unknown_kind": marked(
        "Kring cannot make {file} as a picture. Choose a name that ends in .png, .svg or .pdf.",
    ),
    "picture_too_large": marked(
        "This picture is too large to make. Choose a smaller size, or SVG or PDF.",
    ),
    "picture_same_file": marked(
        "The map, the picture and the file of positions cannot be the same file. Give each its "
        "own name.",
    ),
    "competences_not_read": marked(
        "The framework of competences in {file} is not as Kring reads it."
    ),
    "picture_left_out": marked(
        "Not in the picture, because the answer it shows is missing: {count} of the partners.",
    ),
    # --- a group
    "group_nobody": marked("None of these files could be read as a map."),
    "group_exact": marked(
        "These are exact numbers: small ones point at people. Use them for your own research "
        "and show them to no one.",
    ),
    "group_too_few": marked(
        "With fewer than {least} people nothing can be shown without pointing at someone. "
        "Collect more maps.",
    ),
    "group_differs": marked(
        "This group differs by {differing} of its people from one that was shown before. Laid "
        "side by side, the two would tell what those few answered. Wait until at least {least} "
        "more handed in.",
    ),
    "group_too_many": marked(
        "{file} holds more than {most} files. Choose a folder or zip with the maps alone.",
    ),
    "group_picture_empty": marked(
        "With fewer than 20 people this would point at someone outside the room. Save a report or "
        "a table instead."
    ),
    "group_not_found": marked("This group is no longer there. Choose another one."),
    "group_twice": marked("{file} is the same map as {other}. It counts once."),
    "group_older": marked(
        "{file} and {other} are of the same person. The newer one counts: {other}.",
    ),
    # --- report
    "report_unknown_kind": marked(
        "Kring cannot write {file} as a report. Choose a name that ends in .pdf or .docx.",
    ),
    "report_other_series": marked(
        "{file} is not an earlier moment of this map, so it cannot be compared in its report. "
        "Choose a moment of the same map.",
    ),
    "cover_names": marked(
        "The report is without names, but its cover still contains: {names}.",
    ),
    "report_not_made": marked(
        "Kring could not make the report. No file was changed. Try again, or leave out the "
        "pictures if it fails again.",
    ),
}

# What could not be done, where the problem carries `why`: the reason of the system follows.
_REFUSED: Final[Mapping[str, str]] = {
    "library_not_writable": marked("Kring cannot work with {path}."),
    "library_not_opened": marked("{path} could not be used just now, and nothing was changed."),
    "library_not_read": marked("{path} could not be read just now, and nothing was changed."),
    "disk_error": marked("This was not saved."),
    "file_unreadable": marked("{file} could not be opened."),
    "file_not_written": marked("{file} could not be written."),
    "file_type_not_set": marked("What .kring files open with could not be set."),
    "output_not_written": marked("What was found could not be written out."),
}


def sentence(problem: Problem) -> str:
    """Return the sentence for `problem`, in the language of the app."""
    number = problem.values.get("why")
    is_refused = isinstance(number, int) and number != 0 and problem.code in _REFUSED
    template = say((_REFUSED if is_refused else _SENTENCES)[problem.code])
    values = {name: isolated(_shown(value)) for name, value in problem.values.items()}
    said = template.format_map(values)
    return f"{said} {reason(number)}" if is_refused and isinstance(number, int) else said


def _shown(value: object) -> str:
    if isinstance(value, PurePath):
        # A name may be bytes that are no text at all; the root has none.
        value = os.fsencode(value.name or value).decode(errors="replace")
    if isinstance(value, RECORD_TYPES):
        named = value.name if isinstance(value, Partner) else ""
        value = (value.title if isinstance(value, Network) else named) or value.id
    if isinstance(value, tuple):
        return joined(value)  # a list of ours: what can stand there, whole
    text = str(value)
    return text if len(text) <= 80 else cut(text, 79) + "…"


def write_report(
    folder: Path, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> Path | None:
    """Write down a bug of ours, for the owner to pass on if they like; nothing is sent.

    The report holds the places in the code and the codes of what was done before, never a name
    or a text from a map. Returns the file, or None where it could not be written.
    """
    # The folder of a person is called after them.
    places = traces.described(error).replace(f"{private.home()}/", "~/")
    made_by = f"Kring {VERSION}, Python {sys.version.split()[0]}, {sys.platform}"
    traces.tell(error)
    report = folder / "kring-report.txt"
    try:
        from app import trail
        from app.exchange.files import write_file

        private.make_folder(folder)
        private.check_plain(report)
        write_file(report, f"{made_by}\n{places}\n{trail.told()}".encode())
    except (OSError, Problem):
        return None
    return report


def install_hook(
    report: Callable[[type[BaseException], BaseException, TracebackType | None], None],
) -> None:
    """Send what nobody caught to `report`; Qt calls the hook for errors in slots as well."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            traces.tell(error)
        else:
            report(kind, error, trace)

    sys.excepthook = hook
