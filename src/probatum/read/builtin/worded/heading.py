"""Where the name of who acts begins in a clause."""

from __future__ import annotations

from probatum.read.builtin.worded.lexicon import Gender
from probatum.read.builtin.worded.phrases import QUOTES
from probatum.read.builtin.worded.row import SUBJECTS, Row

OBLIQUE: dict[str, tuple[str, ...]] = {
    "m": ("а", "я", "у", "ю", "ом", "ем", "єм", "ові", "еві", "єві", "ів", "їв", "ов", "ев"),
    "f": ("у", "ю", "ою", "ею", "єю", "ой", "ей", "ам", "ям", "ами", "ями"),
    "p": ("ам", "ям", "ами", "ями", "ах", "ях", "ів", "їв", "ов", "ев", "ей"), "n": (), "": (),
}  # fmt: skip
"""Endings that no subject has; a head in such a case names somebody else."""


class Heading(Row):
    """The words of one passage, and the nouns and names in its clauses."""

    def _head(self, start: int, end: int, form: Gender | None = None) -> int | None:
        """Return where the name in a clause begins: no name that a preposition governs."""
        words, lexicon = self.words, self.lexicon
        closed = -1
        for at in range(start, end):
            word = words[at]
            if word.kind != "word" or self.in_date(at) or at < closed:
                continue
            if at > start and words[at - 1].word in QUOTES and self._governed(start, at - 1):
                closed = self._closing(at, end)
                if closed < end:
                    continue
                closed = -1
            if word.word in lexicon.some and at + 1 < end:
                if words[at + 1].word in lexicon.of_them:
                    return at
            if self._is_full_name(at, end, form) and (
                at == start
                or words[at - 1].word not in lexicon.prepositions
                and lexicon.heads.of(words[at - 1].word) is None
                and lexicon.adjective.search(words[at - 1].word) is None
            ):
                return at
            if word.word in lexicon.pronouns or word.word in lexicon.first_person:
                return at if at == end - 1 else None
            head = lexicon.heads.of(word.word)
            begins = (
                word.is_capitalised and word.word not in lexicon.small
                and lexicon.recipients.at(words, at) is None
            )  # fmt: skip
            plain = head is not None and lexicon.heads.is_plain(word.word)
            if head is not None and not plain and word.word.endswith(OBLIQUE[head.gender]):
                counted = self._counted(start, at)
                if counted is not None:
                    return counted
                continue
            if head is not None and plain and self._is_qualified(at, end):
                if self._is_full_name(end - 2, end, form):
                    return end - 2  # "Freed on 3 May, Ivan Rig ..."
            if head is None and not (begins and (at > start or at + 1 == end
                                                 or words[at + 1].is_capitalised
                                                 or self._is_set(at, end, form))):  # fmt: skip
                continue
            first = at
            while first > start and (
                words[first - 1].word == "-"
                or words[first - 1].kind == "word" and (
                    words[first].word == "-" or lexicon.adjective.search(words[first - 1].word)
                    and words[first - 1].word not in lexicon.small
                    and not self.in_date(first - 1)
                )
            ):  # fmt: skip
                first -= 1
            if first > start and words[first - 1].word in '«„“"':
                first -= 1
            if first > start and self._counts(first - 1):
                first, plain = first - 1, True
            if (
                first > start
                and words[first - 1].word in lexicon.prepositions
                and not (plain and first < at)
            ):
                continue
            if first > start and self._governed(start, first) and not plain:
                continue
            return first if not (first > start and words[first - 1].word in lexicon.prepositions
                                 ) else at  # fmt: skip
        return None

    def _is_set(self, at: int, end: int, form: Gender | None) -> bool:
        """Say whether "on the air", "in a written answer" stands behind what may be a name."""
        lexicon, words = self.lexicon, self.words
        ending = SUBJECTS.get(form or "")
        return (
            ending is not None and ending.search(words[at].word) is not None
            and words[at + 1].word in lexicon.prepositions
            and any(
                lexicon.settings.at(words, each) is not None
                for each in range(at + 2, min(end, at + 4))
            )
        )  # fmt: skip

    def _counted(self, start: int, at: int) -> int | None:
        """Return where "two former soldiers" begins, if a number counts the noun at a token."""
        words, lexicon = self.words, self.lexicon
        first = at
        while first > start and lexicon.adjective.search(words[first - 1].word):
            first -= 1
        if first == start or lexicon.counts.at(words, first - 1) is None:
            return None
        governed = first - 1 > start and words[first - 2].word in lexicon.prepositions
        return None if governed else first - 1

    def _counts(self, at: int) -> bool:
        """Say whether a number counts the noun behind it ("of two" counts none that acts)."""
        known = self.lexicon.counts.at(self.words, at)
        return known is not None and not self.words[at].word.endswith("х")

    def _is_qualified(self, at: int, end: int) -> bool:
        """Say whether a participle with words of its own stands here ("wounded near Orlin")."""
        words, lexicon = self.words, self.lexicon
        return (
            at + 3 < end and lexicon.adjective.search(words[at].word) is not None
            and (self.in_date(at + 1) or words[at + 1].word in lexicon.prepositions)
        )  # fmt: skip

    def _is_full_name(self, at: int, end: int, form: Gender | None) -> bool:
        """Say whether first name and surname end here that agree with the verb behind them."""
        ending = SUBJECTS.get(form) if form == "m" or form == "f" else None
        names = self.lexicon.masculine_names if form == "m" else frozenset()
        if ending is None or at + 2 != end:
            return False
        return all(
            one.kind == "word" and one.is_capitalised and len(one.word) > 1
            and one.word not in self.lexicon.small
            and (ending.search(one.word) or one.word in names)
            for one in self.words[at:end]
        )  # fmt: skip

    def _governed(self, start: int, at: int) -> bool:
        return any(
            one.word in self.lexicon.prepositions and not self.in_date(start + number)
            for number, one in enumerate(self.words[start:at])
        )  # fmt: skip
