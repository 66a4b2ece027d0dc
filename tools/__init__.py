"""What a developer runs by hand, and nothing of Kring needs."""
