"""The story that the demonstration tells; who is who in it stands in ``exercise.story``.

Each step is one function. What must be so is said to the stage as exit codes and texts, so that
the story cannot drift from the program.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from probatum.acts.make_exercise import Exercise, make_exercise, story
from probatum.cli.demo_village import CASE, tell_village
from probatum.cli.stage import COLUMNS, NotAsTold, Stage, in_folder

PASSPHRASE = "exercise: not a secret"

_INTRO = """EXERCISE - invented material. No person, place or event in it is real. You see what a
small team does with a case: collect, show, check, disclose, erase, and how somebody who does not
trust the team verifies what it was given; then, on a second case, who says what about a village:
what contradicts, what repeats, what was known when. Every command below is really run, and the
demonstration stops if one does not answer as told."""


@dataclass(slots=True)
class _Told:
    """What later steps need to know of earlier ones."""

    exercise: Exercise
    statement: str = ""
    checkpoint_line: str = ""
    fingerprint: str = ""


def tell(stage: Stage) -> None:
    """Tell the whole story in the stage's folder. Raises NotAsTold."""
    environment = {
        "PROBATUM_CASE": "case",
        "PROBATUM_PASSPHRASE": PASSPHRASE,
        "PROBATUM_BY": story.INVESTIGATOR,
        # The exercise must not become the case that the person's own commands mean.
        "XDG_CONFIG_HOME": str(stage.folder / "config"),
        "COLUMNS": str(COLUMNS - 2),
    }
    stage.line("Probatum: a demonstration")
    stage.say(_INTRO)
    told = _Told(make_exercise(stage.folder / "exercise"))
    with in_folder(stage.folder, {**environment, "PROBATUM_DEBUG": None}):
        try:
            _make(stage)
            _collect(stage, told)
            _look(stage, told)
            _check(stage, told)
            _disclose(stage, told)
            _verify(stage, told)
            _alter_package(stage, told)
            _alter_case(stage)
            _erase(stage, told)
            tell_village(stage, PASSPHRASE)
        finally:
            shutil.rmtree("config", ignore_errors=True)
    _end(stage)


def _make(stage: Stage) -> None:
    stage.title("Make a case")
    stage.say(
        f"In {stage.folder} lies a folder `exercise` with 17 files. The passphrase of this case is "
        f'"{PASSPHRASE}"; the commands below find it in PROBATUM_PASSPHRASE, the case in '
        "PROBATUM_CASE and the person in PROBATUM_BY."
    )
    stage.run(
        "init", "case", "--name", story.CASE_NAME, "--prefix", "EX",
        says=["Recovery key", "Fingerprint"],
    )  # fmt: skip


def _collect(stage: Stage, told: _Told) -> None:
    stage.title("Collect, with a receipt")
    stage.say(
        "A courier hands over a memory stick. What its files share is said once; whoever gave them "
        "gets a receipt for paper, with every digest and a checkpoint of the log."
    )
    identity_sheet = "exercise/" + story.IDENTITY_SHEET
    stage.run(
        "add", *(f"exercise/{name}" for name in _folders(told)), identity_sheet,
        "--given-by", story.GIVEN_BY, "--place", story.PLACE, "--conditions", story.CONDITIONS,
        "--receipt", "receipt.html",
        says=["16 items taken", "Contents", "Checkpoint"], head=20, tail=3,
    )  # fmt: skip
    stage.say(
        "A statement comes from its speaker, who must be protected: the name is in the field "
        "given_by and in no other entry about it."
    )
    stage.run(
        "add", "exercise/" + story.STATEMENT, "--given-by", story.PROTECTED_SPEAKER,
        "--place", story.PLACE, says=["1 item taken"],
    )  # fmt: skip


def _folders(told: _Told) -> list[str]:
    """The folders of the courier's delivery: all but that of the statement."""
    names = {file.path.partition("/")[0] for file in told.exercise.files}
    return sorted(names - {story.STATEMENT.partition("/")[0]})


def _look(stage: Stage, told: _Told) -> None:
    stage.title("Look")
    stage.say(
        "Every item has a short reference with a check character. Names from outside cannot play "
        "tricks with the terminal: one file here has a line break in its name."
    )
    stage.run("list", says=["17 items"], head=22)
    told.statement = _reference(stage, story.STATEMENT)
    stage.run("show", told.statement, says=[story.PROTECTED_SPEAKER, "SHA-256"])
    stage.say("Looking is an act too: reads go into a log of their own.")
    stage.run("history", told.statement, says=["acquired", "read: list", "read: fields"])


def _check(stage: Stage, told: _Told) -> None:
    stage.title("Check, and let somebody else hold a checkpoint")
    stage.say("The check reads everything that is stored and compares it with the signed log.")
    stage.run("check", says=["NOTHING FAILED"], head=12, tail=6)
    stage.say(
        "Whoever has the passphrase could write a whole new history. Only a checkpoint in other "
        "hands reveals that, so we give one away: one line, on paper if you like."
    )
    printed = stage.run("checkpoint", "print", says=["probatum-checkpoint "], head=5, tail=9)
    told.checkpoint_line = next(
        line for line in printed.splitlines() if line.startswith("probatum-checkpoint ")
    )
    Path("held-by-the-reviewer.txt").write_text(told.checkpoint_line + "\n", "utf-8")
    stage.run("checkpoint", "held-by", story.REVIEWER, says=["Recorded"])


def _disclose(stage: Stage, told: _Told) -> None:
    stage.title("Disclose one statement, the speaker's name withheld")
    stage.say(
        "Nothing leaves that was not cleared. The legal officer clears the statement and withholds "
        "one field, with a code and a basis that the recipient will see. --plain is for the "
        "exercise; on other days the package is encrypted to its recipient with --encrypt-to."
    )
    officer = ("--by", story.LEGAL_OFFICER)
    stage.run("clear", told.statement, "--reason", "EXERCISE: decision 1", *officer)
    Path("court").mkdir()
    stage.run(
        "disclose", "--item", told.statement, "--to", story.RECIPIENT, "--purpose", story.PURPOSE,
        "--withhold", story.SPEAKER_WITHHELD.argument, "--plain", "-o", "court/statement.zip",
        *officer, says=["1 field", "Fingerprint"],
    )  # fmt: skip
    if story.PROTECTED_SPEAKER.encode() in Path("court/statement.zip").read_bytes():
        raise NotAsTold("the speaker's name is in the package")
    told.fingerprint = str(json.loads(stage.unseen("log", "--json"))["fingerprint"])


def _verify(stage: Stage, told: _Told) -> None:
    stage.title("Verify, as somebody who trusts nobody")
    from probatum.acts.disclose_items import verifier_bytes

    verifier = verifier_bytes()
    Path("court/verify.pyz").write_bytes(verifier)
    stage.say(
        "The court has the package. By telephone it was told two numbers: the fingerprint of the "
        "log, and the SHA-256 of the small verifier, which it did not take out of the package. It "
        "needs Python and nothing else of ours, and no network. Without the fingerprint:"
    )
    stage.line(f"\n  {hashlib.sha256(verifier).hexdigest()}  verify.pyz")
    stage.run_verifier(
        "court/verify.pyz", "court/statement.zip", exit_code=4,
        says=["NOT CHECKED: whose log this is"], head=0, tail=3,
    )  # fmt: skip
    stage.say("With it:")
    stage.run_verifier(
        "court/verify.pyz", "court/statement.zip", "--key", told.fingerprint, exit_code=0,
        says=["VERIFIED: these bytes", "withheld", story.SPEAKER_WITHHELD.code], head=25, tail=11,
    )  # fmt: skip


def _alter_package(stage: Stage, told: _Told) -> None:
    stage.title("Alter one byte of the package")
    content = told.exercise.path_of(told.exercise.statement).read_bytes()
    package = Path("court/statement.zip").read_bytes()
    at = package.find(content) + len(content) // 2
    stage.say(f"In a copy of the package, one bit of the statement is turned over: byte {at:,}.")
    _turn_over(Path("court/statement.zip"), Path("court/altered.zip"), at)
    stage.run_verifier(
        "court/verify.pyz", "court/altered.zip", "--key", told.fingerprint, exit_code=1,
        says=["FAILED: do not rely on this package"], head=13, tail=3,
    )  # fmt: skip


def _alter_case(stage: Stage) -> None:
    stage.title("Alter one byte of the case")
    stored = max(
        (path for path in Path("case/vault").rglob("*") if path.is_file()),
        key=lambda path: path.stat().st_size,
    )
    at = stored.stat().st_size // 2
    name = stored.relative_to("case").as_posix()
    stage.say(
        f"The same with a copy of the whole case, on another machine: byte {at:,} of {name}, which "
        "is encrypted. The check names the object that it belonged to."
    )
    shutil.copytree("case", "altered-case")
    _turn_over(stored, Path("altered-case") / stored.relative_to("case"), at)
    stage.run(
        "check", "--case", "altered-case", environment={"XDG_STATE_HOME": "another-machine"},
        exit_code=1, says=["FAILED"], head=0, tail=14,
    )  # fmt: skip


def _turn_over(source: Path, target: Path, at: int) -> None:
    content = bytearray(source.read_bytes())
    content[at] ^= 1
    target.write_bytes(content)


def _erase(stage: Stage, told: _Told) -> None:
    stage.title("Erase one person, and check again")
    stage.say(
        f"{story.ERASED_PERSON} withdraws consent. A message and a photograph are theirs. Before "
        "an erasure you read what it means; here --yes stands for typing the reference."
    )
    erased = [_reference(stage, path) for path in story.ERASED_FILES]
    for number, reference in enumerate(erased):
        stage.run(
            "erase", reference, "--reason", story.ERASURE_REASON, "--yes",
            says=["Erased. Its key was destroyed"], head=20 if number == 0 else 0, tail=3,
        )  # fmt: skip
    stage.say("The log still shows that there was something, and that it was erased:")
    stage.run("history", erased[0], says=["erasure decided: " + story.ERASURE_REASON])
    stage.say(
        "What lies outside the case is not reached: the delivery in `exercise` and the receipt on "
        "paper still name the two files."
    )
    stage.say(
        "The log still verifies, also against the checkpoint that the reviewer has held since "
        "before the erasure."
    )
    stage.run(
        "check", "--held", "held-by-the-reviewer.txt",
        says=["NOTHING FAILED", "the log continues it"], head=0, tail=14,
    )  # fmt: skip


def _reference(stage: Stage, path: str) -> str:
    name = path.rpartition("/")[2]
    for item in json.loads(stage.unseen("list", "--json"))["items"]:
        if item["file_name"] == name:
            return str(item["ref"])
    raise NotAsTold(f"no item has the file name {name}")


def _end(stage: Stage) -> None:
    stage.title("Now you")
    windows = sys.platform == "win32"
    export = "set " if windows else "export "
    quote = "" if windows else "'"
    stage.say(
        f"Everything turned out as told. The case is yours to explore, and so is {CASE} beside it:"
    )
    stage.line()
    stage.line(f"  {export}PROBATUM_CASE={quote}{stage.folder / 'case'}{quote}")
    stage.line(f"  {export}PROBATUM_PASSPHRASE={quote}{PASSPHRASE}{quote}")
    stage.line("  probatum list")
    stage.line("  probatum log")
    stage.say(f"The receipt for paper is {stage.folder / 'receipt.html'}; open it in a browser.")
    stage.say("Then, without these two variables, on your own files:")
    stage.line()
    stage.line("  probatum init DIR --name NAME --by YOU")
    stage.line("  probatum add FILE-OR-FOLDER")
    stage.line("  probatum check")
    stage.line("  probatum --help")
