"""Giving something away: what, to whom, what is withheld and why, and the package to send."""
