"""Linking: victim records of several lists become persons, with what speaks for it and how sure.

A *row* (:class:`~probatum.model.victims.Victim`) is what one list says of one person. A *pair* is
two rows that may be one person; a *draw* is one way to group all rows into persons, as likely as
the evidence makes it. Nothing is merged: rows stay what they were, and a draw only says who is
whom.
"""
