"""Names of places in, positions out, with every place that a name may mean.

An *entry* is one place of a source; a *layer* holds the entries of one source, in memory or in an
SQLite file; a *gazetteer* is layers in order, the case's own first. A *candidate* is an entry that
a name may mean, with the reasons for and against; a *context* is what else the text says.

>>> from probatum.read.gazetteer.entries import Entry
>>> from probatum.read.gazetteer.layers import MemoryLayer
>>> own = MemoryLayer("own", [Entry(id="own:1", name="Dorna", lat=1.5, lon=2.5, precision_m=2000,
...                                 kind="village", names=("Дорна",))])
>>> [(each.entry.name, each.reasons) for each in Gazetteer([own]).candidates("Дорна")]
[('Dorna', ('another name of Dorna', 'own: village'))]
"""

from probatum.read.gazetteer.choosing import Candidate, Context, Gazetteer

__all__ = ["Candidate", "Context", "Gazetteer"]
