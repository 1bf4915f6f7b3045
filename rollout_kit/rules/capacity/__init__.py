"""Whether the support structure carries the load."""
