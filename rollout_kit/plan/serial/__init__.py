"""Scheduling of activities on resources by the slot: problems, serial placement, search, bounds, and a proof."""
