"""Whether promises can be kept: chains of times, hours, availability, escalation and on-call."""
