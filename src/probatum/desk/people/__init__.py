"""People of the desk: who they are, what they may do, how they sign in.

A *person* signs in with a *sign-in name* and is written into the log under their *display name*.
A *role* says what they may do. An *invitation* is a link that works once, with which somebody sets
their own password; nobody ever knows the password of another. A *session* is one browser of one
person. An *event* says what happened to people: it is kept here and not in the case's log, because
roles bind those who use the desk, not whoever holds the passphrase or the folder.

>>> from probatum.desk.people.names import settled
>>> settled("Olena.K") == settled(" olena.k")
True
"""
