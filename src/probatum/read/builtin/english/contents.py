"""What is judged of a content: its words, the events told in it, and its main clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.english.callings import ARMED, GROUPS, OFFICES, singular
from probatum.read.builtin.english.deeds import Deed
from probatum.read.builtin.english.event_words import FIRM_VERB
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.triggers import Trigger
from probatum.read.found import FigureFound

NO_HARM = frozenset({"found-bodies", "rescue", "evacuation", "movement-of-forces"})
HARMING = frozenset(verb for verb, code in FIRM_VERB.items() if code not in NO_HARM)
PERSONS = (GROUPS | OFFICES | ARMED) - frozenset({"guest"})
LOSSES = frozenset({"killed", "injured", "missing", "displaced", "bodies-found", "casualties"})
AGAINST: frozenset[Stance] = frozenset({"denies", "disputes"})


@dataclass(frozen=True, slots=True)
class Content:
    """What is judged: the words, what is told in them, and who does what in their main clause."""

    words: str
    stance: Stance
    told: Sequence[tuple[Sentence, Trigger]]
    figures: Sequence[FigureFound]
    start: int
    deed: Deed | None

    @property
    def against(self) -> bool:
        """Whether somebody denies or doubts it."""
        return self.stance in AGAINST

    @property
    def losses(self) -> bool:
        """Whether it has the number of people who came to harm."""
        return any(one.measure in LOSSES for one in self.figures)


def is_somebody(deed: Deed | None) -> bool:
    """Say whether "the dead were two sisters", "they were Joss Tamm and Edo Hall" is said."""
    if deed is not None and deed.who in ("people", "they", "thing") and deed.names_person():
        return True
    return deed is not None and deed.who in ("people", "they", "thing", "nobody") and (
        singular(deed.being("attr")) in PERSONS
    )  # fmt: skip
