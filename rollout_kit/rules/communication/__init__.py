"""Whether users hear of it in time, often enough and in their language."""
