"""Playbooks: what stands in a plan and a handbook, as content packs."""
