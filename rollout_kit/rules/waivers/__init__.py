"""Waivers: agreed by both sides, dated, and used."""
