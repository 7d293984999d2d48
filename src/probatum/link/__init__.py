"""Linking: victim records of several lists become persons, with what speaks for it and how sure.

A *row* (:class:`~probatum.model.victims.Victim`) is what one list says of one person. A *pair* is
two rows that may be one person; a *draw* is one way to group all rows into persons, as likely as
the evidence makes it. Nothing is merged: rows stay what they were, and a draw only says who is
whom. A *comparison* is one aspect of a pair, with *levels* from the same to different; a *key* is
what rows must share to be compared at all.

>>> from probatum.link.linking import link
>>> from probatum.model.values import NameForm, When
>>> from probatum.model.victims import Victim
>>> rows = [
...     Victim(list="families", row="7", number=7, names=(NameForm(full="Олена Сердюк"),),
...            died=When(edtf="2019-08-30"), age_low=61, age_high=61),
...     Victim(list="clinic", row="3", number=3, names=(NameForm(full="Elena Serdyuk"),),
...            died=When(edtf="2019-08-30"), age_low=62, age_high=62),
...     Victim(list="clinic", row="4", number=4, names=(NameForm(full="Ivan Melnyk"),)),
... ]
>>> linkage = link(rows, policy={}, seed=1)
>>> linkage.draws.best.tolist(), linkage.draws.persons.shape
([0, 0, 1], (20, 3))
"""
