"""The rule catalogue: one file per rule, a folder per family."""
