"""rollout-kit: from one description of an IT rollout to what both companies need on the table."""

__version__ = "0.1.0"

DOCUMENTATION = "https://rollout-kit.example/docs"
"""Where the pages of docs/ stand for readers of reports; the name is reserved until there is a place for them."""
