"""Whether the service was tried out in earnest, by both sides, with time left to repair."""
