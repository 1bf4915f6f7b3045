"""The only reader and writer of user files: caps, containment, atomic and durable writes."""
