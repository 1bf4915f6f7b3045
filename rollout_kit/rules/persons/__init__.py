"""Whether the service hangs on single people."""
