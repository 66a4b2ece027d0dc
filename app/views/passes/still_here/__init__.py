"""The pass after a new moment has begun: of everybody from before, whether they are still there."""
