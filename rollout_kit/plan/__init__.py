"""The dated plan: who does what when, and why."""
