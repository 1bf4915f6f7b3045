"""Whether the service comes back in time, and whether there is a way out."""
