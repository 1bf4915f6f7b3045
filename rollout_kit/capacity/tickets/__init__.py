"""Tickets of the own system: reading an export, counting, and what is measured on the counts."""
