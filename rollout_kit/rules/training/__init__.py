"""Whether people are trained in time."""
