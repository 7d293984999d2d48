"""Indirect speech by rules: "X said that ...", "..., X said", "according to X", "X denied ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.read.builtin.worded.lexicon import Cue
from probatum.read.builtin.worded.owning import Owning
from probatum.read.builtin.worded.phrases import Phrase, with_gender
from probatum.read.builtin.worded.row import SUBJECTS
from probatum.read.builtin.worded.saying import Saying
from probatum.read.builtin.worded.stretches import THAT_NEAR

_MOST_VERBS = 24
_MOST_APART = 16
_NEAR_TAKEN = 4
_OWN_EYES = ("своими", "собственными", "власні", "своїми")


class Reporting(Owning):
    """Reads the attributions of one passage from its frame."""

    def sayings(
        self, used: frozenset[int], begins: int | None, author: Phrase | None = None
    ) -> list[Saying]:
        """Return the attributions. ``used`` verbs belong to speech, told of from ``begins`` on.

        ``author`` is who speaks there, and may go on (", adding that ...").
        """
        if begins is not None:
            self._limit = self._join_before(begins)
        self._headline()
        if self._found:
            return self._found
        verbs = self._verbs(range(self._limit), used)
        self._according()
        self._papers()
        self._said_by_some()
        self._own()
        self._claims()
        self._claimed()
        self._gives()
        self._pictures()
        self._read(verbs)
        self._hearsay()
        if begins is not None and author is not None:
            behind = self._verbs(range(begins + 1, len(self._words)), used)
            self._limit, self._last = len(self._words), author
            self._read([at for at in behind if self._goes_on(at)])
        return self._found

    def inside(self, holder: Saying) -> list[Saying]:
        """Return what somebody's speech passes on from others ("He said that ...")."""
        for number, at in enumerate(verbs := self._verbs(range(self._limit), frozenset())):
            known = self._lexicon.cues.at(self._words, at)
            if known is not None and self._that(known[1]) is not None:
                self._verb(at, known[1], known[0], verbs[number + 1 :])
        return [replace(one, inside=holder) for one in self._found if one.inside is None]

    def _verbs(self, places: range, used: frozenset[int]) -> list[int]:
        return [
            at for at in places
            if at not in used and not self._is_quoted(at)
            and (self._frame.is_cue(at) or self._frame.is_gerund(at)
                 or self._refusal(at) is not None)
        ][:_MOST_VERBS]  # fmt: skip

    def _goes_on(self, at: int) -> bool:
        """Say whether a verb needs no subject: "adding", or "and added"."""
        return self._frame.is_gerund(at) or self._joins(at) and self._frame.before(at) is None

    def _read(self, verbs: Sequence[int]) -> None:
        for number, at in enumerate(verbs):
            known = self._lexicon.cues.at(self._words, at)
            if self._is_taken(at):
                continue
            if known is None and self._refusal(at) is not None:
                self._refuse(at)
            if known is not None and self._is_negated(at, known[1]) and "t" in known[0].takes:
                self._withhold(at, known[1])
            if known is None or self._is_negated(at, known[1]):
                continue
            self._verb(at, known[1], known[0], verbs[number + 1 :])

    # -- verbs ------------------------------------------------------------------------------

    def _verb(self, at: int, end: int, cue: Cue, later: Sequence[int]) -> None:
        frame = self._frame
        that = self._that(end)
        if frame.is_gerund(at):
            self._gerund(at, end, cue, later)
            return
        before = at if "v" in cue.takes else self._object_before(at, end, cue)
        first = self._denied_first(at, cue, end)
        if first is not None and frame.before(before) is None and not self._overlaps(first[1]):
            self._found.append(replace(first[1], speaker=with_gender(first[0], frame.form(at))))
            self._last = first[0]
            return
        start, behind = self._start(at), end
        subject = None
        closes = "t" in cue.takes and start > 0 and self._words[start - 1].word == "," and not (
            "o" in cue.takes and self._joins(at)
        )  # fmt: skip
        if closes and that is None:
            after = frame.behind(end)
            if after is not None and after[0].kind != "noun":
                subject, behind = after
        if subject is None:
            spoken = end - 1 if "s" in cue.takes else at
            whose = frame.before(before, bare="t" in cue.takes and that is not None, spoken=spoken)
            subject, start = whose if whose is not None else (None, at)
        if subject is None:
            after = frame.behind(end) if "t" in cue.takes and that != end + 1 else None
            if after is None and closes and that is None:
                after = frame.bare_behind(at, end)
            if after is not None and (that is None or after[1] <= that):
                subject, behind = after
                start = self._start(at)
        if subject is None:
            start = self._start(at)
            if self._last is None and self._joins(at):
                subject = frame.before_join(start - 1)
            elif start and frame.is_related(start):
                subject = frame.before_join(frame.comma_before(start))
        if subject is not None and subject.words[0].word in self._lexicon.first_person:
            if "t" in cue.takes and that is not None:
                mine = self._made(that + 1, self._content_end(that + 1, later), cue.stance, at, end)
                if mine is not None and not self._overlaps(mine):
                    self._found.append(replace(mine, voice="own"))
            return
        if "v" in cue.takes and not self._perceives(end, at, subject):
            return
        if subject is not None:
            self.named.append(subject)
        if subject is None and self._last is None and "t" in cue.takes:
            caller = self._caller(at, end)
            if caller is not None:
                called = self._made(end + 1, self._content_end(end + 1, later), cue.stance, at, end)
                if called is not None and not self._overlaps(called):
                    self._found.append(replace(called, speaker=caller))
                return
        holder = self._holding(at)
        if holder is not None and "c" in cue.takes:
            return
        carries = subject is None and self._last is not None and self._joins(at)
        if subject is None and not carries:
            return
        if cue.stance == "calls_for" and self._lexicon.hidden.at(self._words, at) is not None:
            if carries and self._last is not None and self._last.name is None and self._found:
                self._found[-1] = replace(self._found[-1], voice="anonymous")
            return  # "asks not to be named"
        speaker = self._last if subject is None else with_gender(subject, frame.form(at))
        assert speaker is not None
        made: Saying | None = None
        colon = self._colon_behind(end, cue.takes)
        if {*"ti"} & {*cue.takes} and before == at and self._words[colon : colon + 1] and (
            self._words[colon].word in ":—–" and colon < self._limit
        ):  # fmt: skip
            made = self._behind_colon(colon, cue, at, end)
        elif before < at:
            made = self._made(before, at, cue.stance, at, end)
        elif "s" in cue.takes:
            made = self._made(at, end - 1, cue.stance, end - 1, end)
        elif "d" in cue.takes:
            made = self._made(
                self._declined(at), self._content_end(end, later), cue.stance, at, end
            )
        elif "r" in cue.takes:
            made = self._blame(end, cue, at, later)
        elif "q" in cue.takes:
            made = self._turned_to(end, cue, at, later)
        elif "m" in cue.takes and subject is not None:
            made = self._silent(end, cue, at, start, subject)
        elif "t" in cue.takes and that is not None:
            made = self._made(that + 1, self._content_end(that + 1, later), cue.stance, at, end)
        elif "i" in cue.takes:
            made = self._call(end, cue, at, later)
        elif "o" in cue.takes and behind == end:
            made = self._object(end, cue, at, later)
        elif "t" in cue.takes:
            about = behind == end < self._limit and self._words[end].word in self._lexicon.about
            if not (about and "a" in cue.takes):
                made = self._postposed(at, start, behind, cue, end)
            if made is None and "a" in cue.takes and behind == end:
                made = self._about(end, cue, at, later)
        if made is None and "a" in cue.takes and "o" in cue.takes:
            made = self._about(end, cue, at, later)
        if made is not None and "n" in cue.takes and subject is not None:
            made = self._with_fronted(made, start, subject)
        if made is None and "a" in cue.takes and subject is not None:
            made = self._told_first(at, cue, end, subject)
        if made is None and subject is not None and behind == end:
            made = self._fronted(at, cue, end, subject, start)
        if made is None:
            return
        relay = self._relay(end)
        if relay is None and subject is not None and start < at:
            relay = self._relay(start, at)
        via: tuple[Phrase, ...] = ()
        if relay is not None:
            speaker, via = relay, (speaker,)
            if self._is_hidden(end, len(self._words)):
                made = replace(made, voice="anonymous")
        if self._corrects(made, speaker):
            made = replace(made, stance="corrects")
        if holder is not None and not self._contains(holder, made):
            holder = None
        if holder is not None and (subject is None or made.content == holder.content):
            return
        near = self._first_of(made.content.start)
        hides = relay is None and subject is not None and (
            self._is_hidden(start, at) or self._is_hidden(end, near if near > end else behind + 4)
            or self._hides_aside(subject, at)
        )  # fmt: skip
        self._found.append(
            replace(
                made, speaker=speaker, via=via, inside=holder, accuses="x" in cue.takes,
                names="n" in cue.takes, voice="anonymous" if hides else made.voice,
                basis=None if "v" not in cue.takes else "heard" if "e" in cue.takes else "saw",
            )
        )  # fmt: skip
        if holder is None:
            self._last = speaker if not via else via[0]
        further = self._also_about(made, cue, at, end) if made.as_object else None
        if further is not None and not self._overlaps(further):
            self._found.append(replace(self._found[-1], content=further.content))

    def _perceives(self, end: int, at: int, subject: Phrase | None) -> bool:
        """Say whether somebody who is named or described saw something, by the publisher's word."""
        if subject is None or subject.kind == "pronoun":
            return False
        ending = SUBJECTS.get(self._frame.form(at) or "")
        alone = len(subject.words) == 1 and ending is not None
        return (
            not (alone and ending is not None and not ending.search(subject.words[0].word))
            and subject.type in ("person", "group") and self._holding(at) is None
            and not any(one.word in _OWN_EYES for one in self._words[end : end + 2])
        )  # fmt: skip

    def _caller(self, at: int, end: int) -> Phrase | None:
        """Return who spoke in "Mother called from Orlin, says, they go from house to house"."""
        words = self._words
        if at < 2 or end + 1 >= self._limit or words[at - 1].word != "," != words[end].word:
            return None
        if words[end].word != "," or words[end + 1].word in self._lexicon.that:
            return None
        if any(self._frame.is_stop(each) for each in range(at - 1)):
            return None
        caller = self._frame.before_join(at - 1)
        person = caller is not None and caller.type == "person"
        return caller if person else None

    def _gerund(self, at: int, end: int, cue: Cue, later: Sequence[int]) -> None:
        """Read ", adding that ...": by whoever speaks in the clause before."""
        speaker = self._last or self._frame.before_join(at - 1)
        that = self._that(end)
        made: Saying | None = None
        if "t" in cue.takes and that is not None:
            made = self._made(that + 1, self._content_end(that + 1, later), cue.stance, at, end)
        elif "i" in cue.takes:
            made = self._call(end, cue, at, later)
        elif "o" in cue.takes and "a" not in cue.takes:
            made = self._object(end, cue, at, later)
        if made is not None and speaker is not None:
            self._found.append(
                replace(made, speaker=speaker, names="n" in cue.takes, accuses="x" in cue.takes)
            )  # fmt: skip

    def _corrects(self, made: Saying, speaker: Phrase) -> bool:
        """Say whether a speaker says what is so after taking something back."""
        return made.stance == "asserts" and any(
            each.stance == "retracts" and each.content.end <= made.content.start
            for each in self._found
        )

    def _postposed(self, at: int, start: int, behind: int, cue: Cue, end: int) -> Saying | None:
        """Read "..., said X", "..., X said", "..., as X said, ..." and "As X said, ..."."""
        words, lexicon = self._words, self._lexicon
        first = min(start, at)
        while first and words[first - 1].word in lexicon.as_words | lexicon.adverbs:
            first -= 1
        last = max(behind, end)
        while last < len(words) and not self._frame.is_stop(last):
            if words[last].kind == "word" and self._frame.is_cue(last):
                return None
            last += 1
        before = first and words[first - 1].word in ",—–-"
        if before:
            begin = self._sentence_start(first - 1)
            comma = last < len(words) and words[last].word == "," and last + 1 < len(words)
            if comma and not self._describes(last + 1) and not self._relay(end):
                stop = self._content_end(last + 1, ())
                return self._made(begin, stop, cue.stance, at, end)
            if cue.stance == "declines_to_comment" and words[begin].word not in lexicon.asks:
                return None  # "the leader, whose name they do not disclose"
            return self._made(begin, first - 1, cue.stance, at, end)
        opens = (
            first == 0 or words[first - 1].word in lexicon.joins or words[first - 1].word in ":;"
        )
        is_as = words[first].word in lexicon.as_words
        while (
            is_as
            and last + 1 < len(words)
            and words[last].word == ","
            and (self._describes(last + 1))
        ):
            more = (each for each in range(last + 1, min(len(words), last + _MOST_APART))
                    if words[each].word == ",")  # fmt: skip
            further = next(more, None)
            if further is None:
                break
            last = further
        if opens and is_as and last < len(words) and words[last].word == ",":
            return self._made(last + 1, self._content_end(last + 1, ()), cue.stance, at, end)
        return None

    def _describes(self, at: int) -> bool:
        """Say whether words behind a comma only say more about whoever was named before it."""
        lexicon = self._lexicon
        word = self._words[at].word
        if lexicon.relative.search(word) or self._frame.is_gerund(at):
            return True
        if word in lexicon.small:
            return False
        return lexicon.adjective.search(word) is not None or (
            lexicon.heads.of(word) is not None and not self._words[at].is_capitalised
        )

    def _claims(self) -> None:
        """Read "Responsibility for N took upon itself X"."""
        for at in range(self._limit):
            begins = self._lexicon.responsibility_for.at(self._words, at)
            if begins is None:
                continue
            first, far = (begins[1] if begins[0] else at), (
                THAT_NEAR if begins[1] - at > 1 else _NEAR_TAKEN
            )  # fmt: skip
            for place in range(first + 1, min(self._limit, at + far)):
                verb = self._lexicon.took_on.at(self._words, place)
                if verb is None:
                    continue
                named = self._frame.name_at(verb[1])
                made = self._made(first, place, "claims_responsibility", place, verb[1])
                if named is not None and made is not None:
                    self._found.append(replace(made, speaker=named[0]))
                return
