"""Incidents: who says what of each, what contradicts it, how it is known, what is not known."""
