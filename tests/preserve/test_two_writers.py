"""Two processes at one case: one waits or is refused, and nothing interleaves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from disk_case import DiskCase, build, complaints
from probatum.errors import WorldError
from probatum.preserve.case import Opened
from probatum.preserve.commit import unseal
from probatum.preserve.opening import lock_case
from probatum.proof.entry import parse as parse_leaf

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, REMARKS = 6, 5

WRITER = """
import sys
from pathlib import Path
from disk_case import DiskCase, note, write_more
from probatum.errors import WorldError
from probatum.preserve.opening import lock_case
from probatum.preserve.slots import Root, parse

folder, state, root, case_id, wait, rounds, remarks, name = sys.argv[1:]
slots = parse((Path(folder) / "keys" / "slots.json").read_bytes())
disk = DiskCase(Path(folder), Path(state), slots, Root(bytes.fromhex(root), case_id), "", ())
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(rounds)):
    try:
        lock = lock_case(disk.folder, float(wait))
    except WorldError as error:
        print(error.code, flush=True)
        continue
    write_more(disk, *[(case_id, note(f"{name} {number}"))] * int(remarks))
    lock.release()
    print("written", flush=True)
"""


class Writer:
    """Another process that writes to the case as soon as it is told to."""

    def __init__(self, disk: DiskCase, name: str, wait_seconds: float, rounds: int) -> None:
        arguments = [
            str(disk.folder), str(disk.state), disk.root.key.hex(), disk.root.case_id,
            str(wait_seconds), str(rounds), str(REMARKS), name,
        ]  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, "-c", WRITER, *arguments], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True,
            env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}", "PATH": ""},
        )  # fmt: skip
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def start(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()

    def end(self) -> list[str]:
        output, _ = self._process.communicate(timeout=120)
        assert self._process.returncode == 0
        return output.split()


@pytest.fixture
def disk(tmp_path: Path) -> DiskCase:
    return build(tmp_path, notes=4)


def test_two_processes_that_wait_write_one_after_the_other(disk: DiskCase) -> None:
    before = disk.open().evidence.size
    writers = [Writer(disk, name, 100, ROUNDS) for name in ("one", "two")]
    for writer in writers:
        writer.start()
    assert [writer.end() for writer in writers] == [["written"] * ROUNDS] * 2
    assert complaints(disk) == []
    assert disk.open().evidence.size == before + 2 * ROUNDS * REMARKS
    assert_blocks_are_whole(disk, before)


def assert_blocks_are_whole(disk: DiskCase, before: int) -> None:
    """The remarks of one round stand together: nobody wrote between them."""
    case = disk.open()
    key = case.keys.key_of(bytes.fromhex(case.case_id), 0)
    said = []
    for stored in case.evidence.entries(before):
        leaf = parse_leaf(stored.leaf)
        raw = bytes.fromhex(case.case_id)
        texts = unseal(stored.leaf_hash, stored.sealed, raw, key, raw, "a remark")
        fields = case.fields_of(
            Opened(stored.index, leaf, stored.leaf, stored.leaf_hash, tuple(texts))
        )
        assert fields is not None
        said.append(fields["text"])
    rounds = [said[at : at + REMARKS] for at in range(0, len(said), REMARKS)]
    assert all(len(set(texts)) == 1 for texts in rounds), rounds
    assert len({texts[0] for texts in rounds}) == 2 * ROUNDS


def test_a_process_that_does_not_wait_is_refused_clearly(disk: DiskCase) -> None:
    lock = lock_case(disk.folder, 0)
    writer = Writer(disk, "late", 0, 1)
    writer.start()
    assert writer.end() == ["in-use"]
    lock.release()
    assert complaints(disk) == []


def test_the_refusal_says_what_to_do(disk: DiskCase) -> None:
    lock = lock_case(disk.folder, 0)
    with pytest.raises(WorldError) as caught:
        lock_case(disk.folder, 0)
    assert caught.value.code == "in-use" and caught.value.remedy
    lock.release()
    lock_case(disk.folder, 0).release()
