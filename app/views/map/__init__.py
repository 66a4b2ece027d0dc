"""The map: scene, items, gestures and view."""
