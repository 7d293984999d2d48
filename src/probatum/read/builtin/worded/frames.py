"""Who stands as the subject of a verb among the words of one passage: before or behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from probatum.read.builtin.worded.heading import OBLIQUE, Heading
from probatum.read.builtin.worded.phrases import QUOTES, Phrase, phrase_of
from probatum.read.builtin.worded.row import MOST_BARE, MOST_WORDS, SUBJECTS

_OWN = "сво"
THESE = re.compile(
    "^(?:эт(?:от|у|и|их|ого|ой|ому|им)$|подобн|ці$|цю$|цей$|цих$|цього$|подібн|так[иі])"
)
_CHATS = re.compile("^(?:говор|каж|рассказ|розпов|розказ|пиш|пис|вспом|згад|шеп|жал|скарж|счита)")
_MANNER = re.compile(r"^\w{2,}(?:но|[дкртх]о)$")
_WHOM = re.compile("^(?:котор|котр|яки[йхм]|яко[їгм]|яку$|які$)")


class Frame(Heading):
    """The words of one passage, with who does what its verbs say."""

    def before(
        self, verb: int, *, bare: bool = False, spoken: int | None = None
    ) -> tuple[Phrase, int] | None:  # fmt: skip
        """Return the subject before a verb and where its clause begins.

        ``bare``: any few words will do that are no known name or trade. ``spoken``: where the verb
        is, if its object stands before it, at ``verb``.
        """
        words, lexicon = self.words, self.lexicon
        if self._is_there(verb):
            there = tuple(words[verb - 1 : verb])  # "there they added"
            return Phrase(self.mark(verb - 1, verb), "pronoun", "organisation", "", there), verb - 1
        end = self._back(verb)
        apart = end
        if end and words[end - 1].word == "," and not self._closes_date(end - 1):
            end = self._before_apart(end - 1)
        if not end:
            return None
        start = self._clause(end)
        if words[end - 1].word in lexicon.pronouns and words[end - 1].word not in lexicon.this:
            return phrase_of(words[end - 1 : end], lexicon), start  # type: ignore[return-value]
        form = self.form(verb if spoken is None else spoken)
        if form == "p" or form is None and words[verb].word.endswith(("ні", "ны")):
            led = self._led_by_office(start, end, spoken=verb if spoken is None else spoken)
            if led is not None:
                return led, start
        at = self._head(start, end, form)
        if at is None and form == "p":
            office = self._office(start, end, spoken=verb if spoken is None else spoken)
            if office is not None:
                return office, start
        if at is None:
            if start and words[start - 1].word == "," and words[start].word in lexicon.prepositions:
                further = self._before_apart(start - 1)  # "X, who ..., through his lawyer said"
                if 0 < further < start - 1:
                    return self.before(further)
            few = words[start:end]
            bare = bare or start == 0 and self._agrees(verb, start)
            if not bare or not few or len(few) > MOST_BARE or not self._is_bare(few):
                return None
            at = start
        if _WHOM.search(words[at].word):
            return None  # "whom the inquiry suspects"
        stop = self._without_setting(at, end)
        phrase = phrase_of(words[at:stop], lexicon)
        if phrase is None:
            return None
        if stop == end < apart - 1 and lexicon.hidden.at(words, at) is not None:
            phrase = replace(phrase, mark=self.mark(at, apart - 1))  # "a source close to ..., said"
        return phrase, start

    def before_join(self, join: int) -> Phrase | None:
        """Return the subject of the clause that ends at a word such as *and*."""
        start = self._clause(join)
        at = self._head(start, join)
        if at is None and start and self.is_cue(start - 1):
            whose = self.before(start - 1)  # "the council declares mourning and asks ..."
            return None if whose is None or whose[0].kind == "pronoun" else whose[0]
        if at is None:
            return None
        stop = next(
            (each for each in range(at + 1, join)
             if self.words[each].raw.islower() and self.form(each)
             and not self.lexicon.heads.of(self.words[each].word)), join,
        )  # fmt: skip
        named = self.name_at(at, stop)
        return None if named is None or named[0].kind == "pronoun" else named[0]

    def behind(self, at: int) -> tuple[Phrase, int] | None:
        """Return the subject behind a verb, and the token where it ends."""
        words, lexicon = self.words, self.lexicon
        while at < len(words) and (
            self.in_date(at) or words[at].word in lexicon.adverbs
            or lexicon.recipients.at(words, at) or self._is_setting(at) or self._is_also(at)
        ):  # fmt: skip
            told = lexicon.recipients.at(words, at) is not None
            at += 2 if self._is_setting(at) else 1
            at = self._behind_quoted(at) if told else at
        at = self._behind_quoted(at)
        if at >= len(words) or self.is_stop(at):
            return None
        if words[at].word in lexicon.pronouns or words[at].word in lexicon.first_person:
            return phrase_of(words[at : at + 1], lexicon), at + 1  # type: ignore[return-value]
        if words[at].word in lexicon.places_of:
            return self._title_behind(at + 1) or self.name_at(at + 1)
        if words[at].word in lexicon.prepositions:
            return None
        if self._is_oblique(at):
            return self._title_behind(at)
        named = self.name_at(at)
        return named if named is None else self._with_name(*named)

    def _is_there(self, verb: int) -> bool:
        """Say whether "there they added" begins its clause, for the body spoken of last."""
        return (
            verb > 0 and self.words[verb - 1].word in self.lexicon.there
            and (verb == 1 or self.is_stop(verb - 2) or self.words[verb - 2].word in (
                self.lexicon.joins
            )) and self.form(verb) == "p"
        )  # fmt: skip

    def _is_also(self, at: int) -> bool:
        """Say whether "and" only adds who stands behind it ("told also the mayor")."""
        behind = self.words[at + 1 : at + 2]
        return self.words[at].word in self.lexicon.joins and bool(behind) and (
            self.lexicon.heads.of(behind[0].word) is not None
        )  # fmt: skip

    def _is_oblique(self, at: int) -> bool:
        """Say whether a noun of people stands in a case that no subject has ("told reporters")."""
        word, heads = self.words[at].word, self.lexicon.heads
        head = heads.of(word)
        behind = self.words[at + 1].word if at + 1 < len(self.words) else ""
        if self.lexicon.adjective.search(word) and heads.of(behind) is not None:
            return False  # "the military prosecutor's office"
        return head is not None and head.type in ("person", "group") and (
            not heads.is_plain(word) and word.endswith(OBLIQUE[head.gender])
        )  # fmt: skip

    def _title_behind(self, at: int) -> tuple[Phrase, int] | None:
        """Return a person with title and name further on ("wrote to us Major Ivan Rig")."""
        heads = self.lexicon.heads
        for place in range(at + 1, min(len(self.words), at + MOST_BARE + MOST_BARE)):
            if self.is_stop(place):
                break
            head = heads.of(self.words[place].word)
            led = self.words[place - 1].word in self.lexicon.prepositions
            if head is None or head.type != "person" or led or (
                not heads.is_plain(self.words[place].word)
            ):  # fmt: skip
                continue
            named = self.name_at(place)
            return named if named is not None and named[0].name is not None else None
        return None

    def _with_name(self, phrase: Phrase, end: int) -> tuple[Phrase, int]:
        """Return "its spokesman, Captain Ivan Rig" as one phrase."""
        words = self.words
        if phrase.type != "person" or phrase.name is not None or phrase.kind == "pronoun":
            return phrase, end
        if end + 2 >= len(words) or words[end].word != ",":
            return phrase, end
        more = self.name_at(end + 1)
        if more is None or more[0].name is None or more[0].type != "person":
            return phrase, end
        first = self.words.index(phrase.words[0])
        whole = phrase_of(words[first : more[1]], self.lexicon)
        ends = more[1] == len(words) or self.is_stop(more[1])
        full = len(more[0].words) > 1
        return (whole, more[1]) if whole is not None and ends and full else (phrase, end)

    def _back(self, verb: int) -> int:
        ahead = self.helped(verb)
        end = verb if ahead is None else ahead
        while end and (
            self.words[end - 1].word in self.lexicon.adverbs | self.lexicon.this
            or self.words[end - 1].word in self.lexicon.all_of_it
            or self.words[end - 1].word in self.lexicon.that and not self.is_that(end - 1)
            or self.in_date(end - 1)
            or self.words[end - 1].word in self.lexicon.nots
            or self._is_manner(end - 1)
        ):  # fmt: skip
            end -= 1
        return end

    def _is_manner(self, at: int) -> bool:
        """Say whether an adverb by its ending stands before a verb ("officially")."""
        one = self.words[at]
        return (
            at > 0 and one.raw.islower() and _MANNER.search(one.word) is not None
            and self.lexicon.heads.of(one.word) is None
        )  # fmt: skip

    def _before_apart(self, comma: int) -> int:
        """Return where X ends in "X, whom they call Y, said" and "X, a teacher there, said"."""
        lexicon = self.lexicon
        for at in range(comma - 1, max(-1, comma - MOST_WORDS), -1):
            word = self.words[at].word
            if word == ",":
                following = self.words[at + 1].word
                if following in lexicon.that and any(
                    self.is_cue(each) for each in range(max(0, at - MOST_BARE), at)
                ):
                    return 0  # "X told Y that ..., but admitted": X is not set apart
                if (
                    lexicon.relative.search(following)
                    or self._leads_apart(at + 1)
                    or lexicon.heads.of(following)
                    or following in lexicon.pronouns
                    or following in lexicon.nots
                    or lexicon.adjective.search(following)
                    and following not in lexicon.small
                    and not self.words[at + 1].is_capitalised
                    or all(one.word in lexicon.adverbs for one in self.words[at + 1 : comma])
                    or self._is_in_turn(at + 1, comma)
                ):
                    return at
                return comma if self.words[at + 1].is_capitalised else 0
            if word in ".;:":
                break
        return 0

    def _is_in_turn(self, first: int, comma: int) -> bool:
        """Say whether "in her turn", "for his part" stands between commas."""
        few = self.words[first:comma]
        return 1 < len(few) <= MOST_BARE and few[0].word in self.lexicon.prepositions and any(
            one.word.startswith(_OWN) for one in few
        )  # fmt: skip

    def _leads_apart(self, at: int) -> bool:
        """Say whether words behind a comma set X apart: "citing Y", "whose name we ..."."""
        words, lexicon = self.words, self.lexicon
        if lexicon.relaying.at(words, at) is not None or lexicon.hidden.at(words, at) is not None:
            return True
        by = lexicon.according_by.at(words, at)
        if by is not None and any(
            lexicon.information.at(words, each) for each in range(by[1], min(len(words), by[1] + 3))
        ):
            return True
        if lexicon.gerund.search(words[at].word) and words[at].word not in lexicon.small:
            return True
        second = words[at + 1].word if at + 1 < len(words) else ""
        return not words[at].is_capitalised and lexicon.relative.search(second) is not None

    def _clause(self, end: int) -> int:
        words, lexicon = self.words, self.lexicon
        start = end
        while start and end - start < MOST_WORDS:
            word = words[start - 1]
            if word.word == "," and start - 1 in self._dated:
                start -= 1
                continue
            if word.word == "," and (
                self._closes_date(start - 1) or self.in_date(start) and self.in_date(start - 2)
            ):
                start -= 1
                continue
            if self.is_stop(start - 1) or self.is_that(start - 1) or self.is_cue(start - 1):
                break
            if word.word in lexicon.joins and not (
                start > 1 and start < end and lexicon.heads.of(words[start - 2].word)
                and lexicon.heads.of(words[start].word)
            ):  # fmt: skip
                break
            start -= 1
        return start

    def _closes_date(self, comma: int) -> bool:
        """Say whether a comma closes a date between commas (", 9 June, said")."""
        at = comma - 1
        while at >= 0 and self.in_date(at) and self.words[at].word != ",":
            at -= 1
        return 0 <= at < comma - 1 and self.words[at].word == ","

    def _agrees(self, verb: int, first: int) -> bool:
        """Say whether the first word of a sentence may be the subject of a verb by its ending."""
        ending = SUBJECTS.get(self.form(verb) or "")
        word = self.words[first]
        return (
            ending is not None and word.is_capitalised and word.word not in self.lexicon.small
            and self.lexicon.recipients.at(self.words, first) is None
            and ending.search(word.word) is not None
        )  # fmt: skip

    def _led_by_office(self, start: int, end: int, *, spoken: int) -> Phrase | None:
        """Return the office that stands right before "they said", whatever goes before it."""
        for at in range(end - 2, start - 1, -1):
            if self.words[at].word in self.lexicon.places_of and not self.in_date(at):
                whole = self._office_end(at + 1) >= end or self.is_told(self._office_end(at + 1))
                return self._office(at, end, spoken=spoken) if whole else None
        return None

    def _office(self, start: int, end: int, *, spoken: int) -> Phrase | None:
        """Return the office of "at the hospital they said", "in Norland they denied it"."""
        for at in range(start, end - 1):
            if self.words[at].word in self.lexicon.places_of and not self.in_date(at):
                stop = min(end, self._office_end(at + 1))
                phrase = phrase_of(self.words[at + 1 : stop], self.lexicon)
                if phrase is not None and self._is_capital(phrase, start, at, spoken):
                    return replace(phrase, type="organisation", gender="", name=None)
                if phrase is not None and phrase.type in ("organisation", "publication"):
                    if phrase.name is None or phrase.kind == "named":
                        return phrase
        return None

    def _office_end(self, at: int) -> int:
        """Return where the name of an office ends: before what it speaks of."""
        end = self.name_end(at)
        return next((each for each in range(at + 1, end) if self.is_told(each)), end)

    def is_told(self, at: int) -> bool:
        """Say whether a noun for an event or for what somebody said stands at a token."""
        if at >= len(self.words) or not self.words[at].raw.islower():
            return False
        lexicon = self.lexicon
        if THESE.search(self.words[at].word):
            return True
        tables = (lexicon.objects, lexicon.claims, lexicon.happenings)
        return lexicon.heads.of(self.words[at].word) is None and any(
            table.at(self.words, at) is not None for table in tables
        )

    def _is_capital(self, phrase: Phrase, start: int, at: int, spoken: int) -> bool:
        """Say whether a place behind "in" speaks for who rules there, by the verb that it takes.

        What people tell, write or remember in a town is their own.
        """
        if at != start or phrase.kind != "named" or len(phrase.words) != 1:
            return False
        if phrase.name is None or phrase.words[0].raw.isupper():
            return False
        found = self.lexicon.cues.at(self.words, spoken)
        if found is None or found[0].stance == "asserts" and "a" in found[0].takes and (
            _CHATS.search(self.words[spoken].word) is not None
        ):  # fmt: skip
            return False
        return self.lexicon.heads.of(phrase.words[0].word) is None

    def _without_setting(self, at: int, end: int) -> int:
        """Leave out "at a briefing" and a date behind a name."""
        inside = self.words[at].word in QUOTES
        for stop in range(at + 1, end):
            inside = inside != (self.words[stop].word in QUOTES)
            if inside:
                continue
            if self.in_date(stop) or self._is_setting(stop) or self.is_to_do(stop):
                return stop
            word = self.words[stop].word
            if self.is_of(stop):
                continue
            if word in self.lexicon.prepositions and not self.lexicon.offices.at(
                self.words, stop + 1
            ):
                if stop == at + 1 and self.lexicon.hidden.at(self.words, at) is not None:
                    continue  # "a source at the ministry"
                rest = self.words[stop + 1 : end]
                named = any(
                    one.is_capitalised and other.is_capitalised
                    for one, other in zip(rest, rest[1:], strict=False)
                )
                if not named:
                    return stop
        return end
