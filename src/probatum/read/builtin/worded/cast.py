"""Who a text names: phrases of the same person, body or people brought together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from probatum.model.letters import fold
from probatum.read.builtin.drafts import EntityDraft, EntityType
from probatum.read.builtin.worded.lexicon import ENDINGS, Gender, Lexicon
from probatum.read.builtin.worded.phrases import QUOTES, Phrase
from probatum.read.found import Mark
from probatum.read.tokens import tokens

RECALLED = 60
_ROLE_MARKS = ' ,–—-«»"'
_LONGEST_ROLE = 160


@dataclass(slots=True, eq=False)
class _Member:
    type: EntityType
    gender: Gender
    name: str
    words: tuple[str, ...]
    surname: tuple[str, ...] = ()
    head: str = ""
    quoted: tuple[str, ...] = ()
    role: str | None = None
    mentions: dict[Mark, None] = field(default_factory=dict)


class Cast:
    """Everybody that a text names, in the order of their first mention."""

    def __init__(self, text: str, lexicon: Lexicon, publisher: str | None) -> None:
        self._text = text
        self._lexicon = lexicon
        self._members: list[_Member] = []
        self._by_mark: dict[Mark, int] = {}
        self._recent: list[int] = []
        self._subject: int | None = None  # a body that the last sentence began with
        self.publisher: int | None = None
        if publisher:
            read = [one.word for one in tokens(publisher[:400]) if one.kind == "word"]
            words = tuple(lexicon.plain(word) for word in read)
            head = next((lexicon.plain(word) for word in read if lexicon.heads.of(word)), "")
            self._members.append(_Member("publication", "", publisher, words, head=head))
            self.publisher = 0

    def meet(self, phrases: Iterable[Phrase]) -> None:
        """Take in phrases, in the order of the text."""
        for each in sorted(phrases, key=lambda one: one.mark):
            if each.mark in self._by_mark:
                continue
            at = self._find(each)
            if at is None and each.kind != "pronoun":
                at = len(self._members)
                self._members.append(self._new(each))
            if at is None:
                continue
            member = self._members[at]
            member.mentions[each.mark] = None
            self._enrich(member, each)
            self._by_mark[each.mark] = at
            if self._begins(each):
                self._subject = at if each.type in ("organisation", "publication") else None
            if at in self._recent:
                self._recent.remove(at)
            self._recent.append(at)
            del self._recent[:-RECALLED]

    def _begins(self, phrase: Phrase) -> bool:
        """Say whether a phrase begins its sentence as its subject."""
        before = self._text[max(0, phrase.mark.start - 3) : phrase.mark.start].rstrip(' «"„“')
        plain = any(self._lexicon.heads.is_plain(one.word) for one in phrase.words)
        return plain and not self._lexicon.heads.joined and before[-1:] in ("", *".!?…\n»")

    def at(self, phrase: Phrase | None) -> int | None:
        """Return who a phrase names; None for a pronoun of nobody known."""
        return None if phrase is None else self._by_mark.get(phrase.mark)

    def is_publisher(self, word: str) -> bool:
        """Say whether a word is what the publisher calls itself ("the council")."""
        head = "" if self.publisher is None else self._members[self.publisher].head
        known = None if not head else self._lexicon.heads.of(head)
        return known is not None and known.type != "publication" and is_alike(word, head)

    def is_relay(self, at: int | None) -> bool:
        """Say whether somebody publishes what others say, and is not the publisher."""
        return at is not None and at != self.publisher and self._members[at].type == "publication"

    def drafts(self) -> list[EntityDraft]:
        """Return the cast as drafts of entities."""
        return [
            EntityDraft(one.type, one.name, one.role, tuple(sorted(one.mentions)))
            for one in self._members
        ]

    def inside(self) -> Sequence[tuple[Mark, int]]:
        """Return every mention with whom it names."""
        return sorted(self._by_mark.items())

    def _new(self, phrase: Phrase) -> _Member:
        name = phrase.name or phrase.mark
        head = self._head(phrase)
        gender = phrase.gender
        return _Member(
            phrase.type, gender, self._text[name.start : name.end][:400], self._words(phrase),
            surname=self._surname(phrase), head=head, quoted=self._quoted(phrase),
        )  # fmt: skip

    def _enrich(self, member: _Member, phrase: Phrase) -> None:
        if phrase.type in ("organisation", "publication"):
            self._enrich_body(member, phrase)
        if phrase.name is None or phrase.type != "person" or member.type != "person":
            return
        surname = self._surname(phrase)
        if len(surname) > len(member.surname):
            member.surname = surname
            member.name = self._text[phrase.name.start : phrase.name.end][:400]
        role = self._text[phrase.mark.start : phrase.name.start].strip(_ROLE_MARKS)
        if role and member.role is None:
            member.role = role[:_LONGEST_ROLE]
            member.words = (*member.words, *self._words(phrase))

    def _enrich_body(self, member: _Member, phrase: Phrase) -> None:
        """Take the longer name of a body that was named by its quoted name alone."""
        words = self._words(phrase)
        if member.quoted and member.words == member.quoted and len(words) > len(member.words):
            if self.publisher is None or member is not self._members[self.publisher]:
                member.name = self._text[phrase.mark.start : phrase.mark.end][:400]
                member.type, member.words, member.head = phrase.type, words, self._head(phrase)

    def _find(self, phrase: Phrase) -> int | None:
        if phrase.kind == "pronoun":
            return self._pronoun(phrase)
        if self.publisher is not None and self._is_publisher(phrase):
            return self.publisher
        if len(phrase.words) == 1 and phrase.words[0].word in self._lexicon.the_body:
            last = self._last_body()
            if last is not None:
                return last
        surname = self._surname(phrase)
        for at in reversed(self._recent):
            member = self._members[at]
            if phrase.type == "person" and surname:
                if member.surname and _same_name(surname, member.surname):
                    return at
            elif phrase.type == member.type or {phrase.type, member.type} <= {
                "organisation",
                "publication",
            }:
                if phrase.type == "person" and not self._is_title_of(phrase, member):
                    continue
                if self._same_body(phrase, member):
                    return at
        return None

    def _last_body(self) -> int | None:
        """Return the body spoken of last, for "the agency"."""
        return next(
            (at for at in reversed(self._recent) if self._members[at].type == "organisation"), None
        )

    def _pronoun(self, phrase: Phrase) -> int | None:
        """Return the person spoken of last whom a pronoun fits."""
        if phrase.type == "organisation":
            return self._last_body()  # "there they added"
        if phrase.words[0].word in self._lexicon.possessives and self._recent:
            last = self._recent[-1]  # "by its data": of whoever spoke last, a body too
            if self._members[last].type in ("organisation", "publication"):
                return last
        if self._recent and self._recent[-1] == self._subject:
            member = self._members[self._recent[-1]]
            if phrase.gender in ("m", "f") and phrase.gender == _gender_of(member.head):
                return self._recent[-1]
        for at in reversed(self._recent):
            member = self._members[at]
            if phrase.gender == "p" and member.type == "group":
                return at
            if phrase.gender == "n" and member.type == "organisation":
                return at
            if phrase.words[0].word in self._lexicon.possessives and (
                member.type == "organisation" and _gender_of(member.head) == phrase.gender
            ):  # fmt: skip
                return at
            if (
                phrase.gender in ("m", "f")
                and member.type == "person"
                and (member.gender in (phrase.gender, ""))
            ):
                return at
        return None

    def _is_publisher(self, phrase: Phrase) -> bool:
        publisher = self._members[0]
        if phrase.type == "person" and phrase.name is None or not publisher.words:
            return False
        words = self._words(phrase)
        first = self._head(phrase) or words[0] if words else ""
        return bool(first) and is_alike(first, publisher.head or publisher.words[0]) and all(
            any(is_alike(word, other) for other in publisher.words) for word in words
        )  # fmt: skip

    def _is_title_of(self, phrase: Phrase, member: _Member) -> bool:
        gendered = {phrase.gender, member.gender} - {""}
        return len(gendered) < 2 and bool(member.head)

    def _same_body(self, phrase: Phrase, member: _Member) -> bool:
        """Say whether a phrase says less of the same: its words all stand in the other's."""
        words = self._words(phrase)
        quoted = self._quoted(phrase)
        if quoted and member.quoted:
            return len(quoted) == len(member.quoted) and all(
                is_alike(one, other) for one, other in zip(quoted, member.quoted, strict=True)
            )
        if self._lexicon.heads.joined and len(words) == 1 and words[0] in member.words:
            return True  # "the Interior" for the ministry of the interior
        head = self._head(phrase)
        if not head or not member.head or not is_alike(head, member.head):
            return False
        few, many = (words, member.words) if len(words) <= len(member.words) else (
            member.words, words
        )  # fmt: skip
        return all(any(is_alike(word, other) for other in many) for word in few)

    def _words(self, phrase: Phrase) -> tuple[str, ...]:
        return tuple(
            self._lexicon.plain(one.word)
            for one in phrase.words if one.kind == "word" and len(one.word) > 1
            and one.word not in self._lexicon.adverbs
        )  # fmt: skip

    def _quoted(self, phrase: Phrase) -> tuple[str, ...]:
        """Return the words of a phrase within quotation marks."""
        found: list[str] = []
        inside = False
        for one in phrase.words:
            if one.word in QUOTES:
                inside = not inside
            elif inside and one.kind == "word":
                found.append(self._lexicon.plain(one.word))
        return tuple(found)

    def _head(self, phrase: Phrase) -> str:
        plain = self._lexicon.plain
        found = next(
            (plain(one.word) for one in phrase.words if self._lexicon.heads.of(one.word)), ""
        )
        return found or (plain(phrase.words[0].word) if phrase.name is None else "")

    def _surname(self, phrase: Phrase) -> tuple[str, ...]:
        if phrase.name is None or phrase.type != "person":
            return ()
        text = self._text[phrase.name.start : phrase.name.end]
        return tuple(fold(word) for word in text.split())


def _gender_of(head: str) -> Gender:
    """Return the gender that a noun has by its ending."""
    return "f" if head[-1:] in "аяь" else "n" if head[-1:] in "оеё" else "m" if head else ""


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not is_alike(one[-1], other[-1]):
        return len(one) == 1 and is_alike(one[0], other[0])
    return len(one) == 1 or len(other) == 1 or is_alike(one[0], other[0])


def is_alike(one: str, other: str) -> bool:
    """Say whether two words may be cases of one: the same but for an ending."""
    if one == other:
        return True
    common = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        common += 1
    return common >= 3 and all(
        not rest or rest in ENDINGS for rest in (one[common:], other[common:])
    )
