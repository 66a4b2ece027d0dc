"""Replay: how the map came about, step by step, to talk about."""
