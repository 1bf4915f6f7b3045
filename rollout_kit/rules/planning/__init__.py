"""What the plan owes its reader."""
