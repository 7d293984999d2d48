"""Reviews: what waits, and a report beside what a machine suggested about it."""
