"""The passes: who is asked what, in which order, and where one stands; pure, no Qt."""
