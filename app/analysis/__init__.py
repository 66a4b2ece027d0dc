"""What a map says, in numbers and in findings: `study` counts each thing once, and others ask it.

In the folders: `findings` in sentences, `changes` between two moments, `group` of the maps of many,
`batch` the measures of many maps at once, as arrays.
"""
