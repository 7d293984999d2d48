"""The index built at once == in steps == after deletion, whatever was done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from probatum.index import index as index_module
from probatum.index.index import Index, contents
from probatum.model.kinds import Clear, Hold, Release
from written_case import AT, BY, Written

Act = tuple[str, int]
ACTS = st.lists(
    st.tuples(
        st.sampled_from([
            "acquire", "acquire", "again", "note", "clear", "hold", "release", "intake", "receipt",
            "disclose", "read", "decide", "erase", "publish", "follow", "reopen",
        ]),
        st.integers(0, 5),
    ),
    max_size=25,
)  # fmt: skip


class Story:
    """Acts chosen by hypothesis, done where they are possible."""

    def __init__(self, written: Written, stepwise: Index) -> None:
        self.written, self.stepwise = written, stepwise
        self.items: list[str] = []
        self.intakes: list[str] = []
        self.decided: list[str] = []

    def do(self, act: Act) -> None:
        name, choice = act
        getattr(self, name)(choice)
        self.written.index.follow(self.written.case)

    def on_item(self, choice: int, do: Callable[[str], None]) -> None:
        if self.items:
            do(self.items[choice % len(self.items)])

    def acquire(self, choice: int) -> None:
        intake = self.intakes[-1] if self.intakes else "00" * 16
        self.items.append(self.written.acquire(b"%d" % choice, intake, f"/given/{choice}"))

    def again(self, choice: int) -> None:
        entry = self.written.acquisition(b"%d" % choice, "00" * 16, "/again", choice)
        self.on_item(choice, lambda item: self.written.say(item, entry))

    def note(self, choice: int) -> None:
        self.on_item(choice, self.written.note)

    def clear(self, choice: int) -> None:
        entry = Clear(by=BY, at=AT, cleared=choice % 2 == 0, reason=None)
        self.on_item(choice, lambda item: self.written.say(item, entry))

    def hold(self, choice: int) -> None:
        self.on_item(choice, lambda item: self.written.say(item, Hold(by=BY, at=AT, reason=None)))

    def release(self, choice: int) -> None:
        entry = Release(by=BY, at=AT, reason="over")
        self.on_item(choice, lambda item: self.written.say(item, entry))

    def intake(self, choice: int) -> None:
        self.intakes.append(self.written.start_intake(f"/given/{choice}"))

    def receipt(self, choice: int) -> None:
        if self.intakes:
            self.written.end_intake(self.intakes[choice % len(self.intakes)])

    def disclose(self, choice: int) -> None:
        self.written.disclose(*self.items[:choice])

    def read(self, choice: int) -> None:
        self.written.read(f"{choice},7-9")

    def decide(self, choice: int) -> None:
        candidates = self.items + self.intakes
        if candidates:
            target = candidates[choice % len(candidates)]
            self.written.decide_erasure(target)
            self.decided.append(target)
            self.items = [item for item in self.items if item != target]
            self.intakes = [intake for intake in self.intakes if intake != target]

    def erase(self, _choice: int) -> None:
        if self.decided:
            self.written.carry_out_erasure(self.decided.pop(0))

    def publish(self, _choice: int) -> None:
        self.written.case.publish("evidence")
        self.written.case.publish("access")

    def follow(self, _choice: int) -> None:
        self.stepwise.follow(self.written.case)

    def reopen(self, _choice: int) -> None:
        self.publish(0)
        self.written.reopen()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS, st.booleans())
def test_built_at_once_in_steps_and_after_deletion_it_is_the_same(
    acts: list[Act], telling: bool
) -> None:
    with TemporaryDirectory() as folder:
        written = Written(Path(folder), telling=telling)
        stepwise, at_once = written.another("stepwise.db"), written.another("at-once.db")
        story = Story(written, stepwise)
        for act in acts:
            story.do(act)
        written.index.follow(written.case)
        stepwise.follow(written.case)
        written.case.forget_news()  # this one has to believe what lies on disk alone
        at_once.follow(written.case)
        expected = contents(at_once)
        assert contents(written.index) == expected
        assert contents(stepwise) == expected
        stepwise.purge()
        stepwise.follow(written.case)
        assert contents(stepwise) == expected
        for index in (stepwise, at_once):
            index.close()
        written.close()


def test_read_by_other_processes_it_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Written(tmp_path)
    items = [written.acquire(b"%d" % n) for n in range(300)]
    written.index.follow(written.case)
    written.decide_erasure(items[7])
    written.carry_out_erasure(items[7])
    for item in items[100:]:
        written.note(item)
    written.case.publish("evidence")
    written.note(items[0], "in the journal alone")
    written.index.follow(written.case)
    monkeypatch.setattr(index_module, "BULK", 257)
    monkeypatch.setattr(index_module, "cores", lambda: 2)
    apart = written.another("apart.db")
    calls: list[tuple[int, int]] = []
    assert apart.follow(written.case, lambda done, total: calls.append((done, total))) == 504
    assert calls[-1] == (504, 504)
    assert contents(apart) == contents(written.index)
    apart.close()
    written.close()
