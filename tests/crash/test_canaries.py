"""No personal plaintext on any disk: planted words are in no file that the program made.

Everything is searched: the case, the temporary folder, the XDG folders, the home and the working
directory, also after a kill in the middle of a large file and after an erasure.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from crash.faults import strace
from quick_key import make_quick

PASSPHRASE = "a passphrase for the canaries"
PROGRAM = [sys.executable, "-c", "from probatum.cli.main import main; main()"]
SOURCE = Path(__file__).parents[2] / "src"

CANARIES = {
    "contents": "Kanarienvogel-Zeisig-Свідчення-7719",
    "large contents": "Distelfink-Großakte-قناة-5523",
    "file name": "Rotkehlchen-Iryna-Шевченко-4410",
    "folder name": "Zaunkönig-Haus-المنزل-8830",
    "note": "Nachtigall said: the commander was called Petro-3301",
    "given by": "Goldammer Oksana Бондар 9902",
    "place": "Wiedehopf village, third house 6614",
    "conditions": "Pirol: do not show it to the army 1187",
    "why": "Eisvogel: the witness asked us to 2245",
    "by": "Investigator Seidenschwanz 7753",
    "case name": "Case Blaumeise Izium 9921",
    "purpose": "Buchfink: for the prosecutor 3378",
    "reason": "Sperling: ordered by judge Nowak 6190",
    "recipient": "Rohrdommel at the court 4456",
    "passphrase": PASSPHRASE,
}
LARGE_BYTES = 3 << 20  # a file of its own in the vault, and so is its text


def spellings(text: str) -> Iterator[bytes]:
    """Yield every form in which a careless program could keep a text."""
    for form in {text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)}:
        for changed in (form, form.lower(), form.upper()):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                yield changed.encode(encoding)
        plain = form.encode()
        yield json.dumps(form)[1:-1].encode()
        yield quote(form).encode()
        yield plain.hex().encode()
        for shift in range(3):  # base64 of something that holds it at any position
            inner = base64.b64encode(bytes(shift) + plain)[4 if shift else 0 : -4]
            yield inner
            yield inner.translate(bytes.maketrans(b"+/", b"-_"))


@dataclass(frozen=True)
class Home:
    """A machine of its own: all folders that a program may write to, and what is to be added."""

    root: Path
    source: Path

    @property
    def case(self) -> Path:
        return self.root / "case"

    def environment(self) -> dict[str, str]:
        names = ("home", "tmp", "state", "cache", "config", "data", "runtime", "work")
        for name in names:
            (self.root / name).mkdir(exist_ok=True, parents=True)
        at = {name: str(self.root / name) for name in names}
        return {
            "PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "C.UTF-8", "HOME": at["home"], "TMPDIR": at["tmp"],
            "XDG_STATE_HOME": at["state"], "XDG_CACHE_HOME": at["cache"],
            "XDG_CONFIG_HOME": at["config"],
            "XDG_DATA_HOME": at["data"], "XDG_RUNTIME_DIR": at["runtime"],
            "SQLITE_TMPDIR": at["tmp"], "PROBATUM_PASSPHRASE": PASSPHRASE,
            "PROBATUM_BY": CANARIES["by"], "PROBATUM_CASE": str(self.case),
        }  # fmt: skip

    def run(
        self, *arguments: str, before: tuple[str, ...] = (), codes: tuple[int, ...] = (0,)
    ) -> str:
        done = subprocess.run(
            [*before, *PROGRAM, *arguments], env=self.environment(), cwd=self.root / "work",
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode in codes, (arguments[0], done.returncode, done.stderr)
        return done.stdout

    def items(self) -> dict[str, str]:
        """Return the ids of the items by what their file name ends with."""
        found = json.loads(self.run("list", "--json"))["items"]
        return {str(item["file_name"]).rpartition("-")[2]: item["id"] for item in found
                if item.get("file_name")}  # fmt: skip

    def bytes_of_everything(self) -> dict[str, bytes]:
        found = {}
        for path in sorted(self.root.rglob("*")):
            name = os.fsencode(path.relative_to(self.root))
            data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            found[os.fsdecode(name)] = name + b"\0" + data
        return found

    def search(self) -> None:
        """Fail if a canary is in any file or file name."""
        everything = self.bytes_of_everything()
        assert any(name.startswith("case/log/evidence") for name in everything)
        found = [
            (what, name)
            for what, text in CANARIES.items()
            for needle in set(spellings(text))
            for name, data in everything.items()
            if needle in data
        ]
        assert not found, sorted(set(found))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    source = tmp_path / "source" / CANARIES["folder name"]
    source.mkdir(parents=True)
    (source / (CANARIES["file name"] + "-small")).write_text(CANARIES["contents"] * 40)
    (source / (CANARIES["file name"] + "-kept")).write_text(CANARIES["contents"] * 4000)
    line = CANARIES["large contents"].encode().ljust(64, b".")
    (source / (CANARIES["file name"] + "-large")).write_bytes(line * (LARGE_BYTES // 64))
    made = Home(tmp_path / "machine", source)
    made.root.mkdir()
    made.run("init", str(made.case), "--name", CANARIES["case name"], "--prefix", "CAN")
    make_quick(made.case, PASSPHRASE)
    return made


def added(home: Home, before: tuple[str, ...] = (), codes: tuple[int, ...] = (0,)) -> None:
    home.run(
        "add", str(home.source), "--given-by", CANARIES["given by"], "--place", CANARIES["place"],
        "--conditions", CANARIES["conditions"], "--why", CANARIES["why"],
        before=before, codes=codes,
    )  # fmt: skip


def test_the_search_finds_what_it_looks_for(home: Home) -> None:
    for text in (CANARIES["note"], CANARIES["file name"]):
        for spelt in (text.encode("utf-16-le"), base64.b64encode(b"xy" + text.encode() + b"z")):
            leak = home.root / "cache" / "leak"
            leak.write_bytes(b"before" + spelt)
            with pytest.raises(AssertionError, match="cache/leak"):
                home.search()
            leak.unlink()


def test_nothing_personal_is_on_the_disk_after_a_life_of_a_case(home: Home) -> None:
    added(home)
    items = home.items()
    home.run("note", items["small"], CANARIES["note"])
    home.run("extract", "--all-new")
    assert CANARIES["contents"] in home.run("text", items["kept"], "--purpose", CANARIES["purpose"])
    home.run("show", items["small"])
    home.run("hold", items["kept"], "--reason", CANARIES["reason"])
    home.run("release", items["kept"], "--reason", CANARIES["reason"])
    home.run("clear", items["kept"], "--reason", CANARIES["reason"])
    home.run("history", items["kept"])
    home.run("checkpoint", "held-by", CANARIES["recipient"])
    secret = home.root.parent / "package passphrase"
    secret.write_text("another long passphrase")
    home.run(
        "disclose", items["kept"], "--to", CANARIES["recipient"], "--purpose", CANARIES["purpose"],
        "-o", str(home.root / "work" / "package.zip"), "--package-passphrase-file", str(secret),
    )  # fmt: skip
    home.run("get", items["large"], "--purpose", CANARIES["purpose"],
             "-o", str(home.root.parent / "a copy that was asked for"))  # fmt: skip
    home.run("check")
    home.run("index", "rebuild")
    home.search()


def test_nothing_personal_is_left_by_a_kill_in_the_middle_of_a_large_file(home: Home) -> None:
    log = str(home.root.parent / "strace.log")
    kill = (strace(), "-f", "-o", log, "-e", "trace=write", "-e")
    added(home, (*kill, "inject=write:signal=KILL:when=24"), codes=(-9, 137))
    [half] = (home.case / "staging").iterdir()
    assert 1 << 20 < half.stat().st_size < LARGE_BYTES
    home.search()
    added(home)
    assert len(home.items()) == 3
    assert not list((home.case / "staging").iterdir())
    home.search()


def test_an_erased_item_and_its_text_are_gone_to_the_last_byte(home: Home) -> None:
    added(home)
    items = home.items()
    home.run("note", items["small"], CANARIES["note"])
    files = home.case / "vault" / "files"
    original = files / items["large"][:2] / items["large"]
    segment = home.case / "vault" / "segments" / "000000"
    stored = segment.read_bytes()
    header = stored.index(b"PVS1" + bytes.fromhex(items["small"]))
    begin = header + 32
    length = int.from_bytes(stored[header + 24 : begin], "big")
    needles = [stored[begin : begin + 32], original.read_bytes()[2 << 20 :][:32]]

    home.run("extract", items["small"])
    made = segment.read_bytes()[len(stored) :]
    large = set(files.rglob("*"))
    home.run("extract", items["large"])
    [text] = [path for path in files.rglob("*") if path.is_file() and path not in large]
    needles.append(text.read_bytes()[1 << 20 :][:32])
    at = 0
    while at < len(made):
        size = int.from_bytes(made[at + 24 : at + 32], "big")
        needles.append(made[at + 32 : at + 64])
        at += 32 + size
    assert len(needles) == 5, "both originals, the large text, the small one and its outline"
    assert json.loads(home.run("search", "--json", "Kanarienvogel OR Distelfink"))["total"] >= 2

    [table] = (home.case / "keys").glob("objects.*")
    records = table.read_bytes()
    for name in ("small", "large"):
        at = records.index(bytes.fromhex(items[name]))
        needles.append(records[at + 16 : at + 76])
        home.run("erase", items[name], "--reason", "protection", "--yes")
    assert segment.read_bytes()[begin : begin + length] == bytes(length)
    assert not original.exists()
    everything = home.bytes_of_everything()
    for needle in needles:
        assert not [name for name, data in everything.items() if needle in data]
    assert not json.loads(home.run("search", "--json", "Kanarienvogel OR Distelfink"))["total"]
    home.search()
    home.run("check")
