"""Two runs side by side: today's description, and the same with changed values."""
