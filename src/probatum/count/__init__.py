"""Counting: linked lists become documented victims, and, where it is defensible, an estimate.

An *overlap table* (:class:`~probatum.count.overlap.Overlap`) says how many persons stand in
exactly these lists and in no other. An *estimate*
(:class:`~probatum.count.estimate_values.Estimate`) is what one model makes of it: a median with an
interval, or a refusal with its reasons. Several models stand side by side, and no one number is put
above them. Everything here is pure: values in, values out; randomness comes from a seed that is an
argument.

>>> from probatum.count.overlap import overlap
>>> table = overlap(("families", "hospital"), [(1, 0), (0, 1), (1, 1)], [30, 20, 10])
>>> table.observed, table.sizes
(60, (40, 30))
"""
