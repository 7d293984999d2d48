"""Whether a sentence of the text's own voice tells something that a reader of the case wants.

Rules know many such sentences by their words. How likely another one is was learned from the tuning
half of the evaluation sets (``eval/learn_scope.py``): a logistic model whose traits are words,
grammar and place in the text, each with a weight that anybody can read (``decisions/0075``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from probatum.read.builtin.english.incidents import Told
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.found import Mark

_WEIGHTS = "scope_weights.json"
_BAR = -0.9  # log-odds: silence costs more than a sentence that a person rejects at a glance
_BAR_OF_RULES = -2.0  # what a rule takes is left out only where all else speaks against it
_VERBS = frozenset("VBD VBZ VBP VBN MD".split())
_HELPERS = frozenset("aux auxpass neg".split())
_SUBJECTS = frozenset("nsubj nsubjpass".split())
_OBJECTS = frozenset("dobj attr acomp".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of the text's own voice, and what the rules make of it.

    ``place`` is how far into the text it begins, from 0 to 1; ``speaks``: the author speaks as one
    who was there; ``begun``: the text has told of an event by then.
    """

    frame: Sentence
    content: Mark
    words: str
    inside: Sequence[Told]
    place: float
    paragraph: int
    counted: bool
    speaks: bool
    first_person: bool
    post: bool
    begun: bool
    opens: bool
    ruled: bool


def is_told(one: Candidate) -> bool:
    """Say whether it is likely enough that a careful reader takes it for an assertion."""
    if not (one.ruled or one.begun):
        return False  # before an event is told of: weather, scenes, who the people are
    weights = _weights()
    odds = sum(weights.get(trait, 0.0) for trait in traits(one))
    return odds > (_BAR_OF_RULES if one.ruled else _BAR)


def traits(one: Candidate) -> set[str]:
    """Return what the weights are for."""
    words = one.frame.words
    found = {"", *_of_root(one.frame), *_of_place(one), *_of_events(one.inside)}
    found |= {f"begins {word.lower}" for word in words[:2]}
    found |= {f"word {word.lower}" for word in words}
    found |= {f"tag {word.tag}" for word in words}
    found |= {f"name {word.entity}" for word in words if word.entity}
    found.add(f"length {min(6, len(words) // 5)}")
    found |= {f"ends {sign}" for sign in "?!" if one.words.endswith(sign)}
    if not any(word.tag in _VERBS for word in words):
        found.add("no verb")
    return found


def _of_root(frame: Sentence) -> Iterator[str]:
    root = next((at for at, word in enumerate(frame.words) if word.dep == "ROOT"), None)
    if root is None:
        return
    verb = frame.words[root]
    yield f"root {verb.tag}"
    yield f"root {verb.lower}"
    for at in frame.children[root]:
        word = frame.words[at]
        yield f"below {word.dep}"
        if word.dep in _SUBJECTS:
            yield f"subject {word.lower}"
            yield f"subject {word.tag}"
            yield f"subject {word.entity or 'no name'}"
            yield f"subject and root {word.tag} {verb.tag}"
        elif word.dep in _HELPERS:
            yield f"helper {word.lower}"
        elif word.dep in _OBJECTS:
            yield f"object {word.lower}"


def _of_place(one: Candidate) -> Iterator[str]:
    for name in ("counted", "speaks", "first_person", "post", "begun", "opens"):
        if getattr(one, name):
            yield name
    if one.ruled:
        yield "ruled"
        yield "ruled, speaks" if one.speaks else "ruled, does not speak"
    yield f"quarter {int(4 * one.place)}"
    yield f"paragraph {min(4, one.paragraph)}"


def _of_events(inside: Sequence[Told]) -> Iterator[str]:
    if inside:
        yield "event"
    if any(one.trigger.firm and one.trigger.real for one in inside):
        yield "event, firm"
    if any(not one.trigger.types for one in inside):
        yield "event of no kind"
    for one in inside:
        for kind in one.trigger.types:
            yield f"event {kind}"


@cache
def _weights() -> Mapping[str, float]:
    data = resources.files(__package__).joinpath(_WEIGHTS).read_bytes()
    found: dict[str, float] = json.loads(data)["weights"]
    return found
