"""Will the support structure carry the load, and until when: queues, backlog, chance, and what helps."""
