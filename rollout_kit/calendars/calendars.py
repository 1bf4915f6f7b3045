"""Working time of both houses, for one rollout."""
