"""Compartments for protected sources: the same page for whoever is in none, and who is."""
