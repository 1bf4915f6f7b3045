"""Findings and problems as text for a terminal and as JSON."""
