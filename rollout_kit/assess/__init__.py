"""Assessing a rollout: what a rule is, and how all of them are run."""
