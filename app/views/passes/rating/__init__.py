"""The rating pass: one question at a time for everybody, with bins to put the cards in."""
