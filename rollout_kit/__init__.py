"""rollout-kit: from one description of an IT rollout to what both companies need on the table."""

__version__ = "0.1.0"
