"""Who can get in, who loses access when, and what the law asks after an incident."""
