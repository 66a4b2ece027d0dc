"""The group: what its maps say together, before the class."""
