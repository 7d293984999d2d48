"""A scripted person at ``probatum review``: reads what is printed, types what the exercise says.

The command is the one that people use and asks on its terminal; here the terminal is this. It is
steered by what a suggestion says, so that another numbering changes nothing. What should be there
and is not ends the sitting, and the demonstration with it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NoReturn, TextIO, cast

from probatum.acts.make_exercise import BY_HAND, Judgement

_STEP = re.compile(r"([a-z]\d+) (who says what|who|where|when|incident|how many|contradiction):")
THINGS = frozenset(("who", "where", "incident"))
SAID = frozenset(("who says what", "how many"))
REST = THINGS | SAID
_OFFERED = re.compile(r"the same as (\d+): (\S+) (.*?)(?=the same as \d+:|$)")
_WANTED = re.compile(r"\{same as ([^}]+)\}")
_FILLED = re.compile(r"\{(@|same as)")
_RECORDED = re.compile(r"recorded: ([a-z_]+) (\S+)")


@dataclass(frozen=True, slots=True)
class Exchange:
    """What stood on the terminal about one suggestion, and what was typed, as it looks there."""

    printed: str
    told: bool


@dataclass(slots=True)
class Typist:
    """Answers one sitting, in which suggestions of these ``kinds`` are decided about.

    Who, where and which incident come first: an assertion that is accepted takes along what it
    needs as it stands. In the ``last`` sitting all that is left is rejected.
    ``refs`` are references of records by their names in the village; what is recorded is added.
    ``found`` are the judgements that found what they are about; ``trouble`` ended the sitting.
    """

    judgements: tuple[Judgement, ...]
    refs: dict[str, str]
    kinds: frozenset[str] = REST
    last: bool = False
    out: io.StringIO = field(default_factory=io.StringIO)
    exchanges: list[Exchange] = field(default_factory=list)
    found: list[Judgement] = field(default_factory=list)
    trouble: str | None = None
    _seen: int = 0
    _block: str = ""
    _told: bool = False
    _waiting: list[str] = field(default_factory=list)
    _naming: Judgement | None = None

    @property
    def keyboard(self) -> TextIO:
        """What stands in for the keyboard."""
        return cast("TextIO", _Keyboard(self._answer))

    @property
    def missed(self) -> list[Judgement]:
        """The judgements that had to find a suggestion and did not."""
        return [
            each for each in self.judgements
            if each.must and each not in self.found and each.kind in self.kinds
        ]  # fmt: skip

    def _answer(self) -> str:
        printed = self.out.getvalue()[self._seen :]
        asked = printed.rpartition("\n")[2].partition(">")[0]
        if asked == "decide":
            before, _, printed = f"\n{printed}".partition("\n\n")
            self._end(before)
        typed = self._decided(printed) if asked == "decide" else self._told_more(asked)
        self._block += printed + typed + "\n"
        self.out.write(typed + "\n")
        self._seen = len(self.out.getvalue())
        return typed

    def _told_more(self, asked: str) -> str:
        if asked.startswith("reject all"):
            return "yes"
        if not self._waiting:
            self._stop(f"the review asked for what the story does not know: {asked}")
        return self._waiting.pop(0)

    def _stop(self, why: str) -> NoReturn:
        self.trouble = why
        raise EOFError  # the review takes it for somebody who went away, and ends

    def _end(self, before: str) -> None:
        """Note what became of the last decision: its records' references, and its lines."""
        if self._waiting or before.lstrip().startswith("Error"):
            self._stop(f"the review answered otherwise:\n{self._block}{before}")
        made = [(each[1], each[2]) for each in _RECORDED.finditer(before)]
        if self._naming is not None and made:
            self._name(self._naming, made)
        self._naming = None
        if self._block:
            self.exchanges.append(Exchange(self._block + before, self._told))
        self._block, self._told = "", False

    def _name(self, chosen: Judgement, made: list[tuple[str, str]]) -> None:
        """Keep which of the records that were made stands for which one of the village."""
        heads = [ref for noun, ref in made if chosen.noun in (None, noun)]
        if chosen.becomes is not None and heads:
            self.refs[chosen.becomes] = heads[-1]
        if chosen.becomes_what is not None and len(made) > 1:
            self.refs[chosen.becomes_what] = made[-2][1]

    def _decided(self, printed: str) -> str:
        if "No suggestion is left" in printed:
            return "end" if self.last else "q"
        shown = " ".join(printed.split())
        steps = list(_STEP.finditer(shown))
        if not steps:
            self._stop(f"the review did not go on:\n{printed}")
        if self.last:
            return f"r {BY_HAND}"
        if steps[-1][2] not in self.kinds:
            return ""
        shown = shown[steps[-1].start() :].removesuffix("decide>").strip()
        chosen = self._chosen(shown)
        if chosen is None:
            return ""
        self._told = chosen.told
        known = self.refs.get(chosen.becomes or "")
        self.found.append(chosen)
        if known is not None and not _FILLED.search(" ".join(chosen.answers)):
            return f"s {known}"
        first, *rest = [self._filled(each, shown) for each in chosen.answers]
        self._waiting, self._naming = rest, chosen
        return first

    def _chosen(self, shown: str) -> Judgement | None:
        """Return the first judgement that fits; one whose named records are missing does not."""
        for each in self.judgements:
            named = re.findall(r"\{(@[-a-z0-9]+)\}", " ".join(each.answers))
            if all(text in shown for text in each.shows) and all(n in self.refs for n in named):
                if all(self._number(text, shown) for text in _WANTED.findall(each.answers[0])):
                    return each
        return None

    def _number(self, text: str, shown: str) -> str | None:
        offered = (each for each in _OFFERED.finditer(shown) if text in each[3])
        return next((each[1] for each in offered), None)

    def _filled(self, answer: str, shown: str) -> str:
        for text in _WANTED.findall(answer):
            answer = answer.replace(f"{{same as {text}}}", self._number(text, shown) or "")
        for name, ref in self.refs.items():
            answer = answer.replace(f"{{{name}}}", ref)
        return answer


class _Keyboard(io.TextIOBase):
    """Lines that are made when they are asked for."""

    def __init__(self, answer: Callable[[], str]) -> None:
        self._line = answer

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """Return the next line."""
        return self._line() + "\n"

    def isatty(self) -> bool:
        """Say that nobody sits here."""
        return False


def told_lines(typist: Typist) -> Iterator[str]:
    """Yield the lines of a sitting that the story tells; say how many suggestions it leaves out."""
    left_out = 0
    for each in typist.exchanges:
        if not each.told:
            left_out += 1
            continue
        if left_out:
            yield f"[... {left_out} more suggestions ...]"
        left_out = 0
        yield from each.printed.strip("\n").splitlines()
    if left_out:
        yield f"[... {left_out} more suggestions ...]"
    yield typist.out.getvalue().rstrip("\n").rpartition("\n")[2]
