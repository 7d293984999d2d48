"""Which graphs on a few lists are decomposable, found by looking at every graph there is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

MOST_LISTS = 5  # 822 graphs; six lists have 18,154, and a posterior that nobody can read


@dataclass(frozen=True, slots=True)
class Graph:
    """A decomposable graph: its edges, and each list with those before it that it hangs on.

    ``order`` is a perfect one: in every pair (list, earlier neighbours) the neighbours are joined
    with each other. Sets of lists are bits, list 0 being the lowest.
    """

    edges: tuple[tuple[int, int], ...]
    order: tuple[tuple[int, int], ...]


@cache
def decomposable(lists: int) -> tuple[Graph, ...]:
    """Return all decomposable graphs on so many lists; first the empty one, last the complete.

    >>> decomposable(3)[1]
    Graph(edges=((0, 1),), order=((0, 0), (1, 1), (2, 0)))
    """
    pairs = tuple(combinations(range(lists), 2))
    found = []
    for chosen in range(1 << len(pairs)):
        edges = tuple(pair for place, pair in enumerate(pairs) if chosen >> place & 1)
        order = perfect_order(lists, edges)
        if order is not None:
            found.append(Graph(edges, order))
    return tuple(found)


def perfect_order(
    lists: int, edges: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...] | None:
    """Return a perfect order of the lists, or None where the graph is not decomposable.

    By maximum cardinality search (Tarjan & Yannakakis 1984): next comes whoever has most neighbours
    among those that came already, and these have to be joined with each other.

    >>> perfect_order(4, ((0, 1), (1, 2), (2, 3), (0, 3))) is None
    True
    """
    beside = [0] * lists
    for one, other in edges:
        beside[one] |= 1 << other
        beside[other] |= 1 << one
    order: list[tuple[int, int]] = []
    came = 0
    while len(order) < lists:
        waiting = (each for each in range(lists) if not came >> each & 1)
        chosen = max(waiting, key=lambda each: ((beside[each] & came).bit_count(), -each))
        before = beside[chosen] & came
        for each in range(lists):
            if before >> each & 1 and before & ~beside[each] & ~(1 << each):
                return None
        order.append((chosen, before))
        came |= 1 << chosen
    return tuple(order)


@cache
def cliques_less_separators(lists: int) -> NDArray[np.float64]:
    """Return how often each set of lists is a clique, less how often it separates two.

    Shape (graphs, 2**lists). What a set contributes to the logarithm of a graph's likelihood is
    multiplied by this; the empty set has the number of parts that do not hang together, negative.
    """
    graphs = decomposable(lists)
    times = np.zeros((len(graphs), 1 << lists))
    for row, graph in enumerate(graphs):
        for member, before in graph.order:
            times[row, before | 1 << member] += 1
            times[row, before] -= 1
    times.flags.writeable = False
    return times
