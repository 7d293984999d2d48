"""One file per thing a person can do: check, do, return a value and the entries it made.

A *session* is one person at work on one unlocked case: it takes the writer's lock, records what
acts ask for, logs every read before its answer is given, and ends with anchored checkpoints.

>>> from probatum.acts.ranges import compress, expand
>>> compress([1, 2, 3, 7])
'1-3,7'
>>> list(expand("1-3,7"))
[1, 2, 3, 7]
"""
