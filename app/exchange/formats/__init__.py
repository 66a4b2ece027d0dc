"""The formats of other programs: one module a format, all in one list (`all_formats.FORMATS`)."""
