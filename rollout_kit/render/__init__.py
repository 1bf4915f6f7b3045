"""Draws document trees: HTML, PDF, and the pictures in them. Nothing here adds a word."""
