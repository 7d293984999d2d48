"""What a text says in the first person: "we reject ...", "I ask X to ...", "we deny that ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.contents import has
from probatum.read.builtin.worded.fronting import Fronting
from probatum.read.builtin.worded.lexicon import Cue
from probatum.read.builtin.worded.saying import Saying, trimmed

_MOST_FRONTED = 12
_DECLINES: Stance = "declines_to_comment"
_MOST_CALLED = 5
_MOST_RETOLD = 3
_OF_OBJECTS = (
    "condemns", "denies", "disputes", "retracts", "corrects", "acknowledges", _DECLINES,
)  # fmt: skip


class Owning(Fronting):
    """Reads the first person of one passage."""

    def _own(self) -> None:
        """Read what the text doubts, asks or promises in the first person."""
        for at in range(self._limit):
            if self._turns_to_self(at):
                rest = self._made(at + 2, self._limit, "disputes", at + 1, at + 2)
                if rest is not None and has(self._lexicon.doubts, self._words[at:]):
                    self._found.append(replace(rest, voice="own", cue=None))
                break
        self._amends()
        self._curses()
        self._begs()
        for at in range(self._limit):
            found = self._owned(at)
            if found is None or self._is_quoted(at) or self._is_taken(at):
                continue
            if at and self._words[at - 1].word in self._lexicon.nots:
                continue  # "we do not accuse the soldiers"
            that = self._that(found[1])
            named = found[0] == "asserts" and that is None
            known_own = self._lexicon.own.at(self._words, at) is not None
            if named and self._says_now(at, found[1]):
                continue
            if named and not self._takes_object(at):
                continue
            last = self._ends(found[1]) or found[0] == _DECLINES
            fronted = self._fronted_by_us(at, found[0]) if last else None
            colon = found[1] if self._near_colon(found[1]) == found[1] else None
            if that is not None:
                made = self._made(that + 1, self._own_end(that + 1), found[0], at, found[1])
            elif fronted is not None and found[0] in _OF_OBJECTS:
                made = self._made(*fronted, found[0], at, found[1])
            elif colon is not None and found[0] in _OF_OBJECTS:
                made = self._made(colon + 1, self._limit, found[0], at, found[1])
            elif found[0] in _OF_OBJECTS and (known_own or found[0] != _DECLINES) or named:
                made = self._object(found[1], Cue(found[0], "o"), at, ())
            elif found[0] in ("calls_for", "commits_to"):
                made = self._asked_by_us(found[0], at, found[1])
            else:
                continue
            if made is None:
                continue
            stop = self._own_end(self._first_of(made.content.start))
            if stop < self._limit and self._words[stop - 1].end < made.content.end:
                mark = trimmed(self._text, made.content.start, self._words[stop - 1].end)
                made = made if mark is None else replace(made, content=mark)
            cue = self._lexicon.cues.at(self._words, at)
            names = named and cue is not None and "n" in cue[0].takes
            if not self._overlaps(made):
                self._found.append(replace(made, voice="own", names=names))

    def _asked_by_us(self, stance: Stance, at: int, end: int) -> Saying | None:
        """Read "we ask X to do", "we turn to X with a request to do", "I beg you: do"."""
        known = self._lexicon.cues.at(self._words, at)
        if known is not None and "q" in known[0].takes:
            return self._turned_to(end, known[0], at, ())
        colon = self._near_colon(end)
        named = range(end, self._limit if colon is None else colon)
        if colon is None or colon - end > _MOST_CALLED or any(
            self._frame.is_stop(each) or self._lexicon.infinitive.search(self._words[each].word)
            for each in named
        ):  # fmt: skip
            return self._call(end, Cue(stance, "io"), at, ())
        made = self._made(colon + 1, self._limit, stance, at, end)
        return None if made is None else replace(made, addressee=self._addressed(end, colon))

    def _says_now(self, at: int, end: int) -> bool:
        """Read "I shall say this: N": what stands behind the colon is the text's own."""
        colon = self._near_colon(end)
        if colon is None or colon - end > 2 or self._passage.speech:
            return False
        made = self._made(colon + 1, self._limit, "asserts", at, end)
        if made is not None and not self._overlaps(made):
            self._found.append(replace(made, voice="own"))
        return True

    def _amends(self) -> None:
        """Read "Correction: N" and "Sorry for my last post: N"."""
        if all(one.word != ":" for one in self._words[: self._limit]):
            return
        hits = (self._lexicon.amends.at(self._words, at) for at in range(_MOST_CALLED))
        begun = next((hit for hit in hits if hit is not None), None)
        colon = None if begun is None else self._near_colon(begun[1])
        if begun is None or colon is None:
            return
        made = self._made(colon + 1, self._limit, "corrects", 0, begun[1])
        if made is not None:
            self._found.append(replace(made, voice="own"))

    def _begs(self) -> None:
        """Read "Send us buses!" and "I turn to the governor: send us buses!"."""
        words, lexicon = self._words, self._lexicon
        turned = lexicon.we_turn_to.at(words, 0)
        colon = None if turned is None else self._near_colon(turned[1])
        first = 0 if colon is None else colon + 1
        verb = first if turned is not None else self._asked_from()
        called = self._called() or self._called_from_afar()
        if turned is None and called:
            first = verb = called + 1
        while verb < self._limit and (
            words[verb].word in lexicon.nots or words[verb].word in lexicon.adverbs
        ):
            verb += 1
        forbids = 0 < verb < self._limit and words[verb - 1].word in lexicon.nots
        if verb + 1 >= self._limit or words[verb].word in lexicon.not_asked and not forbids:
            return
        if lexicon.asked.search(words[verb].word) is None or self._is_quoted(verb):
            return
        vow = self._vow_behind(verb)
        made = self._made(first, vow, "calls_for", 0, 1)
        if made is None or self._overlaps(made):
            return
        vowed = self._made(vow + 1, self._limit, "commits_to", 0, 1)
        if vowed is not None:
            self._found.append(replace(vowed, voice="own", cue=None))
        if turned is None or colon is None:
            comma = next((at for at in range(called) if words[at].word == ","), called)
            whom = self._addressed(0, comma) if called else None
            self._found.append(replace(made, voice="own", cue=None, addressee=whom))
            return
        cue, whom = self._frame.mark(0, turned[1] - 1), self._addressed(turned[1], colon)
        self._found.append(replace(made, voice="own", cue=cue, addressee=whom))

    def _vow_behind(self, verb: int) -> int:
        """Return the comma of "come, I will show you everything", else where the words end."""
        words, lexicon = self._words, self._lexicon
        for at in range(verb + 1, self._limit - 2):
            few = words[at + 2 : at + 2 + _MOST_RETOLD]
            if words[at].word == "," and words[at + 1].word in lexicon.first_person and any(
                lexicon.shall_i.search(one.word) or lexicon.shall_we.search(one.word) for one in few
            ):  # fmt: skip
                return at
        return self._limit

    def _called_from_afar(self) -> int:
        """Return the colon of "People of the mission, if you are here: come!", 0 if none."""
        words, lexicon = self._words, self._lexicon
        colon = self._near_colon(1)
        if colon is None or colon + 1 >= self._limit or lexicon.asked.search(
            words[colon + 1].word
        ) is None:  # fmt: skip
            return 0
        named = self._frame.name_at(0, colon)
        ends = named is not None and self._frame.is_stop(named[1])
        return colon if ends else 0

    def _asked_from(self) -> int:
        """Return where "who has a car — come!" asks: behind the dash, else at the start."""
        words = self._words
        dash = next((at for at in range(1, self._limit) if words[at].word in "—–"), None)
        return 0 if dash is None else dash + 1

    def _called(self) -> int:
        """Return the comma behind who is called ("Prosecutor, open a case!"), 0 if nobody is."""
        words, lexicon = self._words, self._lexicon
        few = range(1, min(self._limit - 1, _MOST_CALLED + 1))
        comma = next((at for at in few if words[at].word == ","), 0)
        plain = all(
            one.kind == "word" and one.word not in lexicon.small
            and not lexicon.asked.search(one.word) and not lexicon.infinitive.search(one.word)
            for one in words[:comma]
        )  # fmt: skip
        return comma if plain else 0

    def _curses(self) -> None:
        """Read "Shame on the killers" and "Be damned, murderers"."""
        words = self._words
        cursed = self._lexicon.curses.at(words, 0)
        if cursed is None or cursed[1] >= self._limit:
            return
        made = self._made(cursed[1], self._limit, "condemns", 0, cursed[1])
        if made is not None and not self._overlaps(made):
            self._found.append(replace(made, voice="own"))

    def _near_colon(self, start: int) -> int | None:
        places = range(start, min(self._limit - 1, start + _MOST_FRONTED))
        return next((at for at in places if self._words[at].word == ":"), None)

    def _takes_object(self, at: int) -> bool:
        """Say whether a verb of saying takes a noun ("we consider this torture")."""
        known = self._lexicon.cues.at(self._words, at)
        return known is not None and "o" in known[0].takes

    def _own_end(self, start: int) -> int:
        """Return where ", and we ask ..." begins behind what the text itself says."""
        words, lexicon = self._words, self._lexicon
        for at in range(start + 1, self._limit):
            first = at - (words[at - 1].word in lexicon.first_person)
            if words[first - 1].word in lexicon.joins and self._owned(at) is not None:
                return first - 2 if words[first - 2].word == "," else first - 1
        return self._limit

    def _owned(self, at: int) -> tuple[Stance, int] | None:
        """Return what a verb in the first person says, and where it ends ("we reject")."""
        words, lexicon = self._words, self._lexicon
        known = lexicon.own.at(words, at)
        if known is not None:
            return known
        found = lexicon.cues.at(words, at)
        if found is None or lexicon.first_endings.search(words[found[1] - 1].word) is None:
            return None
        near: Sequence[str] = [one.word for one in words[max(0, at - 3) : at]]
        ours = any(word in lexicon.first_person for word in near)
        return (found[0].stance, found[1]) if ours or self._opens(at) else None

    def _opens(self, at: int) -> bool:
        """Say whether a verb begins its clause, but for small words."""
        words = self._words
        while at and words[at - 1].word in self._lexicon.adverbs:
            at -= 1
        return not at or self._frame.is_stop(at - 1) or words[at - 1].word in self._lexicon.joins

    def _ends(self, at: int) -> bool:
        return at >= self._limit or self._frame.is_stop(at)

    def _fronted_by_us(self, at: int, stance: Stance) -> tuple[int, int] | None:
        """Return the object before "we reject", "from comments" before "we abstain"."""
        words, lexicon = self._words, self._lexicon
        stop = at - (at > 0 and words[at - 1].word in lexicon.first_person)
        start = stop
        while start and stop - start < _MOST_FRONTED and not (
            self._frame.is_stop(start - 1) or words[start - 1].word in lexicon.joins
        ):  # fmt: skip
            start -= 1
        start += start < stop and words[start].word in lexicon.first_person  # "we in this ..."
        if start == stop or self._frame.in_date(start):
            return None
        if stance == _DECLINES:
            return (start, stop) if words[start].word in lexicon.prepositions else None
        small = lexicon.adverbs | lexicon.prepositions | lexicon.first_person
        return None if words[start].word in small else (start, stop)
