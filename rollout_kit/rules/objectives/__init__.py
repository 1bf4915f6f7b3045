"""Whether objectives can be reached, owned and looked at."""
