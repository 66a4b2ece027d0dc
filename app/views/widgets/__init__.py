"""The kit: what every screen is made of, and the theme it wears."""
