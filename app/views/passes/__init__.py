"""The passes: one question at a time, put to everybody or to every pair."""
