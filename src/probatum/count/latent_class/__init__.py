"""Latent classes: persons are of unknown kinds, and within a kind lists are independent.

A *class* is a group of persons whom each list reaches with the same chance; how many classes there
are, how large they are and whom they hold is not known, and is averaged over (Manrique-Vallier
2016, Biometrics 72, 1246-1254). Dependence between lists is explained by classes alone. A *chain*
is one run of the sampler from its own start; a *sweep* is one round of its steps.

>>> from probatum.count.overlap import overlap
>>> apart = overlap("ABC", [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0)], [40, 30, 20, 6])
>>> estimate(apart, seed=1).reasons[0].code
'not-identifiable'
"""

from probatum.count.latent_class.estimating import CAP, estimate
from probatum.count.latent_class.preparing import prepare
from probatum.count.latent_class.varying import Variation, sensitivity

__all__ = ["CAP", "Variation", "estimate", "prepare", "sensitivity"]
