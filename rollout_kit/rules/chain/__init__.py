"""Whether work flows through the chain of teams that delivers the service."""
