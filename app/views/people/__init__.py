"""The partners beside the map: table, form, the line to add them, and the tray."""
