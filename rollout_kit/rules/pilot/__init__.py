"""Whether the pilot tries what the rollout will meet."""
