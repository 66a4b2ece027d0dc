"""The sentences about what can go wrong, one for each code of a `Problem`."""

from collections.abc import Mapping
from typing import Final

from app.words.catalog import marked
from app.words.file_problems import FILES

# One sentence a code. {file}, {line} and so on stand for the values the problem carries.
SENTENCES: Final[Mapping[str, str]] = {
    # --- records and maps
    "map_finished": marked(
        "This map is finished and stays as it is. In My maps, use ⋯ to reopen it for changes, "
        "or “Continue …” to make the next moment."
    ),
    "bad_value": marked("You cannot use “{value}” here. Choose or type something else."),
    "name_not_seen": marked("This name cannot be seen. Type one with letters, numbers or signs."),
    "tie_to_itself": marked("A link joins two different partners. Choose another partner."),
    "duplicate_id": marked(
        "Two items on this map have the same ID, “{id}”. Use another copy of the map."
    ),
    "unknown_partner": marked("This is about a partner who is not on the map. Choose one who is."),
    "duplicate_tie": marked(
        "There is already a link between these two partners. Change that one instead."
    ),
    "photo_not_whole": marked("This map is incomplete: a photo is missing. Use another copy."),
    "photo_damaged": marked(
        "{file} cannot be shown: it is damaged, or a picture that Kring cannot read, such as "
        "HEIC. Save it as JPEG or PNG, and use that."
    ),
    "photo_too_many_pixels": marked(
        "This picture is too large: {width} by {height} pixels. Make it smaller, or scan it at "
        "300 dots per inch."
    ),
    "photo_without_map": marked(
        "A picture is laid under a map. Open the map first, and drop the picture on it again."
    ),
    "nothing_dropped": marked(
        "What was dropped holds nothing that Kring can open, or the program it came from is "
        "closed. Drop a file, or use “Open a file …” in the menu."
    ),
    "not_one_network": marked("This map is incomplete. Use another copy."),
    "too_many_partners": marked(
        "A map can hold {most} partners at most. Remove some, or start another map."
    ),
    "too_many_records": marked(
        "A map can hold {most} of these at most. Remove some, or start another map."
    ),
    "too_many_to_tie": marked(
        "That would be {lines} links at once, more than anyone can read. Select {most} partners "
        "at most."
    ),
    # --- the library
    "library_in_use": marked(
        "{path} is already open in another Kring window. Close that window, open it here as "
        "read-only, or work in a copy."
    ),
    "library_newer": marked(
        "The file with your maps, {path}, was made by a newer version of Kring. Install that "
        "version to open it. Nothing was changed."
    ),
    "library_locked": marked("Your maps, {path}, have a password. Type it to open them."),
    "password_wrong": marked(
        "That is not the password. Check the capital letters and try again, or type your recovery "
        "code. Nothing was changed."
    ),
    "library_damaged": marked(
        "The file with your maps, {path}, is damaged and was left as it is. Kring can set it "
        "aside and continue with the last good backup."
    ),
    "library_foreign": marked(
        "{path} is not a file with Kring maps. Choose another file. This one was left as it is."
    ),
    "library_gone": marked(
        "The file with your maps, {path}, is no longer where it was, but there are backups. Use "
        "the last one, or put the file back and try again."
    ),
    "library_not_read": marked(
        "{path} could not be read just now. Nothing was changed. Check that the drive is "
        "connected and try again."
    ),
    "library_not_opened": marked(
        "{path} could not be used just now, and nothing was changed. Try again."
    ),
    "library_absent": marked(
        "The folder with your maps is not there: {place}. Connect its drive or network folder "
        "and try again, or choose another folder. Nothing was changed."
    ),
    "library_lost": marked(
        "The file with your maps is no longer where it was, and there is no backup next to it: "
        "{place}. Put the file back and try again, or choose where it is now."
    ),
    "library_no_locks": marked(
        "The drive with {path} cannot stop two programs writing at once, so Kring does not work "
        "there. Open your maps as read-only, or choose another folder."
    ),
    "library_disk_full": marked(
        "The disk with {path} is full, so nothing new can be saved there. Free up some space "
        "and try again, open your maps as read-only, or choose another folder."
    ),
    "library_removed": marked(
        "Another program removed the file with your maps, {path}, while you were working. Kring "
        "has written it again with everything in it."
    ),
    "library_replaced": marked(
        "Another program replaced the file with your maps, {path}. Yours is back with "
        "everything in it; the other file is in the same folder, called {other}."
    ),
    "library_exchanged": marked(
        "Kring was interrupted last time, and since then another program has replaced the file "
        "with your maps, {path}. This is what it contains; your own maps are in the backups."
    ),
    "library_away": marked(
        "Your maps, {path}, cannot be reached, and what you do now is not saved. Put the drive "
        "or the folder back and try again."
    ),
    "map_damaged": marked(
        "One of your maps is damaged and cannot be opened; the others can. Its last good "
        "version can be put back from a backup."
    ),
    "map_in_no_backup": marked(
        "No backup contains this map as it was before the damage. If you have a backup of it in "
        "a file, open that one."
    ),
    "library_missing": marked(
        "There is no file with maps at {path}. Check the name and the folder."
    ),
    "library_not_a_file": marked("{path} is not a file. Choose a file for your maps."),
    "library_bad_place": marked(
        "{path} cannot be used: the name is too long, or its links lead round in a circle. "
        "Choose another folder for your maps."
    ),
    "in_the_way": marked(
        "{path} is in the way: Kring needs a file of its own there, and this is something else. "
        "It was left as it is. Rename or move it, then try again."
    ),
    "library_not_writable": marked(
        "Kring has no permission to use {path}. Choose another place for your maps, or ask your "
        "IT support."
    ),
    "library_read_only": marked(
        "Your maps are open as read-only, so nothing was changed. Close the other Kring window "
        "and open your maps again to work on them."
    ),
    "disk_full": marked(
        "The disk is full, so this was not saved. Free up some space and try again."
    ),
    "disk_unsure": marked(
        "The disk does not confirm what is written to it. You will see at the next start "
        "whether this was saved. Back up to a file on another drive."
    ),
    "disk_error": marked(
        "The disk could not be read or written, so this was not saved. Check that the drive is "
        "connected and try again."
    ),
    "change_not_kept": marked(
        "This change does not fit the rest of the map, so it was not saved. Nothing else was "
        "changed."
    ),
    "map_not_found": marked("This map is no longer in your maps. Choose another one."),
    "map_exists": marked(
        "You already have this map. Open it from the list, or bring it back if it was removed."
    ),
    "file_exists": marked("{path} is already there. Choose another name."),
    "file_type_not_set": marked(
        "This computer does not let Kring open .kring files by double-click. Use “Open a file "
        "…” in the menu, or ask your IT support."
    ),
    # --- the clipboard
    "paste_newer": marked(
        "What was copied comes from a newer version of Kring. Install that version to paste it."
    ),
    "paste_unreadable": marked(
        "What was copied could not be read, so nothing was added. Copy it again."
    ),
    **FILES,
    # --- commands
    "command_fault": marked(
        "Something went wrong in Kring. The place is written above, without names or text."
    ),
    "output_not_written": marked("The results could not be saved. Check that the disk has room."),
    # --- pictures
    "picture_unknown_kind": marked(
        "Kring cannot save a picture as {file}. Choose a name that ends in .png, .svg or .pdf."
    ),
    "picture_too_large": marked(
        "This picture is too large to make. Choose a smaller size, or SVG or PDF."
    ),
    "picture_same_file": marked(
        "The map, the picture and the file of positions cannot be the same file. Give each its "
        "own name."
    ),
    "competences_not_read": marked("Kring cannot read the framework of competences in {file}."),
    "picture_no_place": marked(
        "Not in the picture, because they have no place yet: {count} of the partners."
    ),
    "picture_left_out": marked(
        "Not in the picture, because the answer it shows is missing: {count} of the partners."
    ),
    # --- a group
    "group_nobody": marked("None of these files could be read as a map."),
    "group_exact": marked(
        "These are exact numbers: small ones identify people. Use them for your own research "
        "and show them to no one."
    ),
    "group_too_few": marked(
        "With fewer than {least} people nothing can be shown without identifying someone. "
        "Collect more maps."
    ),
    "group_differs": marked(
        "This group differs by {differing} people from one that was shown before. Side by side, "
        "the two would reveal what those few answered. Wait until at least {least} more have "
        "handed in."
    ),
    "group_too_many": marked(
        "{file} contains more than {most} files. Choose a folder or zip with only the maps."
    ),
    "group_nothing_in": marked(
        "There are no maps of Kring in {file}. Choose a folder or zip with files that end in "
        "{ending}."
    ),
    "group_wall_stays": marked(
        "The wall stays in the room: people agreed to show it there only. Choose another picture."
    ),
    "group_too_few_outside": marked(
        "With fewer than {least} people this would identify someone outside the room. Save a "
        "report or a table instead."
    ),
    "group_picture_empty": marked(
        "In this picture too few people share the same answers to draw anything without "
        "identifying someone. Save a report or a table instead."
    ),
    "group_damaged": marked(
        "One of your groups is damaged and cannot be shown; the others can. Its last good "
        "version can be put back."
    ),
    "group_not_found": marked("This group is no longer there. Choose another one."),
    "group_twice": marked("{file} is the same map as {other}. It counts once."),
    "group_older": marked(
        "{file} and {other} are of the same person. The newer one counts: {other}."
    ),
    # --- Kring itself
    "part_missing": marked(
        "A part of Kring itself is missing on this computer. Install Kring again; your maps stay "
        "as they are."
    ),
    # --- report
    "report_unknown_kind": marked(
        "Kring cannot save a report as {file}. Choose a name that ends in .pdf or .docx."
    ),
    "report_other_series": marked(
        "{file} is not an earlier moment of this map, so it cannot be compared in its report. "
        "Choose a moment of the same map."
    ),
    "cover_names": marked("The report is without names, but its cover still contains: {names}."),
    "report_not_made": marked(
        "Kring could not make the report. No file was changed. Try again, or leave out the "
        "pictures if it fails again."
    ),
}

# What could not be done, where the problem carries `why`: the reason of the system follows.
REFUSED: Final[Mapping[str, str]] = {
    "library_not_writable": marked("Kring cannot work with {path}."),
    "library_not_opened": marked("{path} could not be used just now, and nothing was changed."),
    "library_not_read": marked("{path} could not be read just now, and nothing was changed."),
    "disk_error": marked("This was not saved."),
    "file_unreadable": marked("{file} could not be opened."),
    "file_not_written": marked("{file} could not be written."),
    "file_type_not_set": marked("Kring could not set which program opens .kring files."),
    "output_not_written": marked("The results could not be written."),
}
