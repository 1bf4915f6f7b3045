"""What handbook and plan show of the outlook: its pictures and its tables, in a language."""
