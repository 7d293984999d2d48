"""Give items to somebody: a package that they can verify, with a reason for all that is withheld.

Order: refuse what must not leave; log the read; open the entries and measure the originals; look
for leaks; commit ``disclose/1`` and publish; only then write. If writing fails afterwards, the log
says that a disclosure was prepared, and no file is left.

While originals are read, others have their turn. What they record before the commit may forbid what
was allowed when it began: then it begins anew, and everybody waits. After it nothing changes any
more; an item that is erased then is in a package that the log already knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import resources
from pathlib import Path

from probatum.acts import disclosure_rules, redacted_copies
from probatum.acts.chosen_entries import (
    chosen,
    entries_of,
    require_binding,
    require_words,
    resolved,
)
from probatum.acts.disclosure_rules import Handling
from probatum.acts.get_item import original
from probatum.acts.leak_check import (
    UNDECIDED,
    Decisions,
    LeakGuard,
    parse_approval,
    parse_resolution,
)
from probatum.acts.package_file import FileWritten, require_free, writing
from probatum.acts.pauses import Pauses
from probatum.acts.redacted_copies import Despite, parse_despite
from probatum.acts.session import Session, no_progress, require_writable
from probatum.disclose import leaks, package, page, withheld
from probatum.disclose.file_texts import MOST_BYTES
from probatum.disclose.package import Bound, Part, Signed
from probatum.disclose.raw_texts import html_text
from probatum.disclose.sealing import Protection, sealed
from probatum.disclose.withheld import KeptItem, Shown, Withholding, parse_withholding
from probatum.errors import WorldError
from probatum.index.rows import ItemRow
from probatum.model.kinds import Anchor, Checked, Disclose, Fields, Note
from probatum.preserve import files
from probatum.preserve.finding import Pause, no_pause
from probatum.proof.container import Sink
from probatum.proof.entry import parse as parse_leaf
from probatum.proof.tiles import WIDTH

__all__ = [
    "Decisions", "Despite", "Disclosed", "Handling", "Protection", "Withholding", "disclose",
    "parse_approval", "parse_despite", "parse_resolution", "parse_withholding",
]  # fmt: skip

UNSAID = Handling()
_OF_NOBODY = frozenset({Anchor.kind, Checked.kind})  # entries that say nothing of any item
WITHOUT_ORIGINAL = ("entries-only", "the sender gives what the log says, without the file")


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What was written, and what the recipient must be told by another way.

    ``index`` is the position of ``disclose/1``; ``size_bytes`` and ``sha256`` are those of the file
    as written (encrypted, unless plain). ``not_searched`` names the originals into which the leak
    check cannot look; it is empty where nothing is withheld. ``notes`` counts the remarks of your
    own people that the recipient can read: tell whoever discloses. ``pseudonyms`` are (reference,
    name) of the protected persons in the package, as this recipient knows them. ``redacted`` names
    the items of which a redacted copy went instead of the original. ``not_checked`` says what was
    not searched for protected people, and why; somebody approved it.
    """

    path: Path
    size_bytes: int
    sha256: str
    index: int
    kind_of_disclosure: str
    to: str
    refs: tuple[str, ...]
    entries: int
    originals: int
    withheld: int
    notes: int
    vkey: str
    fingerprint: str
    verifier_sha256: str
    checkpoint_size: int
    not_searched: tuple[str, ...]
    pseudonyms: tuple[tuple[str, str], ...]
    redacted: tuple[str, ...]
    not_checked: tuple[str, ...]


def disclose(
    session: Session,
    *,
    to: str,
    purpose: str,
    items: Sequence[str] | None,
    target: Path,
    protection: Protection,
    withhold: Sequence[Withholding] = (),
    use: str | None = None,
    despite: Sequence[Despite] = (),
    handling: Handling = UNSAID,
    decisions: Decisions = UNDECIDED,
    with_originals: bool = True,
    complete: bool = False,
    copy: Sink | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> Disclosed:
    """Write a package of items and records (ids or references; None: all cleared) to ``target``.

    Every entry about them and their intakes goes in; ``withhold`` keeps single fields back,
    everywhere or for one object; of a protected source everything is, and the recipient gets a
    pseudonym. Of an item that has a redacted copy, that goes instead of the original, unless
    ``despite`` names a second person. ``decisions`` answer what the leak check found and could not
    search. ``use`` is the purpose in the words of consent (vocabulary ``use``). ``copy`` takes the
    package as it is before encryption, for whoever wants to verify it at once. Raises InputError
    ``not-cleared``, ``restricted``, ``no-consent``, ``erased``, ``leak``, ``not-checked``; UseError
    ``wrong-use``, ``unknown-id``, ``too-large``; EvidenceError; WorldError.
    """
    wanted = partial(
        _disclose, session, to=to, purpose=purpose, items=items, target=target,
        protection=protection, withhold=withhold, use=use, despite=despite, handling=handling,
        decisions=decisions, with_originals=with_originals, complete=complete, copy=copy,
        on_progress=on_progress,
    )  # fmt: skip
    if despite:  # each decision is recorded on the way: it must not be made twice
        return wanted(pause=no_pause)
    try:
        return wanted(pause=Pauses(session))
    except _Overtaken:
        return wanted(pause=no_pause)


class _Overtaken(Exception):
    """Others recorded something while originals were read."""


def _disclose(
    session: Session, *, to: str, purpose: str, items: Sequence[str] | None, target: Path,
    protection: Protection, withhold: Sequence[Withholding], use: str | None,
    despite: Sequence[Despite], handling: Handling, decisions: Decisions, with_originals: bool,
    complete: bool, copy: Sink | None, on_progress: Callable[[int, int], None], pause: Pause,
) -> Disclosed:  # fmt: skip
    require_writable(session)
    protection.require_one()
    require_free(target)
    require_words(to, purpose, *(word for rule in withhold for word in (rule.code, rule.basis)))
    verifier = verifier_bytes()
    session.follow()
    disclosure_rules.require_use(session, use)
    disclosure_rules.require_handling(session, handling)
    what = chosen(session, items)
    rows = list(what.items)
    disclosure_rules.require_none(
        disclosure_rules.refusals(session, rows, what.records, to=to, use=use)
    )
    session.saw_records("disclosure", what.records, rows, purpose)
    persons = disclosure_rules.hidden(session, what.records, to)
    rules = resolved(session, withhold)
    rules += _but_for(rules, disclosure_rules.rules_for(session, persons))
    copies = redacted_copies.substitutes(session, rows, despite, to)
    rules += _but_for(rules, redacted_copies.rules_for(session, copies))
    size = session.case.evidence.size  # up to here nobody else had a turn
    shown = entries_of(session, [*what.ids, *(each.copy.id for each in copies)], rules)
    withheld.require_applied(rules, shown)
    instead = {each.row.id: each.copy_row for each in copies}
    wanted = [instead.get(row.id, row) for row in rows] if with_originals else []
    require_binding(shown, {row.id for row in wanted})
    said = {"to": to, "purpose": purpose, "the approver": session.by}
    check = _begin_leak_check(shown, said, redacted_copies.hidden_texts(session, copies))
    guard = _begin_guard(session, shown, said, show=decisions.show)
    progress = _Progress(on_progress, 2 * sum(row.size_bytes or 0 for row in wanted), pause)
    parts, not_searched = _measured(session, wanted, check, guard, progress)
    if _others_recorded(session, size):
        raise _Overtaken
    check.stop_if_any()
    kept = [each.kept for each in copies] if with_originals else [
        KeptItem(row.id, *WITHOUT_ORIGINAL, approver=session.by) for row in rows
    ]  # fmt: skip
    key, verifier_part = session.case.evidence.signer.verifier, package.part_of("", verifier)
    letter = page.Letter(
        to=to, purpose=purpose, by=session.by, at=session.now(),
        kind_of_disclosure="complete" if complete else "selection", origin=key.name,
        fingerprint=key.fingerprint(), verifier_sha256=verifier_part.sha256,
        confidentiality=handling.confidentiality, disclosure_type=handling.type,
    )  # fmt: skip
    text = page.render(letter, shown, kept, [row.id for row in wanted])
    reasons = withheld.withheld_json(shown, kept)
    guard.look_in_again(html_text(text.decode()), "READ-ME.html")
    guard.look_in(reasons.decode(), "withheld.json")
    bound = package.bind(key, text, reasons, shown, parts, verifier)
    protection.require_fit(sum(part.size_bytes for part in bound.parts))
    decided = guard.settle(decisions, to=to, purpose=purpose)
    index = _commit(session, letter, shown, bound, decided)
    written = _write(session, bound, letter, index, target, protection, copy)
    return Disclosed(
        target, written.size_bytes, written.sha256, index, letter.kind_of_disclosure, to,
        (*(row.ref or row.id for row in rows),
         *(session.record_ref(row.number) for row in what.records)), len(shown), len(parts),
        sum(len(one.kept) for one in shown), sum(_is_open_note(one) for one in shown), key.text(),
        letter.fingerprint, letter.verifier_sha256, session.case.evidence.checkpoint.size,
        not_searched, tuple((person.ref, person.pseudonym) for person in persons),
        tuple(each.row.ref or each.row.id for each in copies), guard.unchecked,
    )  # fmt: skip


def _others_recorded(session: Session, size: int) -> bool:
    """Say whether the evidence log grew by more than what the desk itself records."""
    news = session.case.evidence.entries(size)
    return any(parse_leaf(each.leaf).kind not in _OF_NOBODY for each in news)


def _but_for(said: Sequence[Withholding], rules: list[Withholding]) -> list[Withholding]:
    """Leave out what the person withholds with a reason of their own."""
    own = {(rule.item, rule.field) for rule in said}
    return [rule for rule in rules if (rule.item, rule.field) not in own]


def verifier_bytes() -> bytes:
    """Return ``verify.pyz``, which goes into every package.

    Raises WorldError ``missing-library`` where it was not built.
    """
    try:
        return resources.files("probatum.disclose").joinpath("verify.pyz").read_bytes()
    except FileNotFoundError as error:
        raise WorldError(
            "missing-library", item="verify.pyz", expected="the verifier beside the program",
            found="none", remedy="build it: make verify.pyz (an installed wheel has it inside)",
        ) from error  # fmt: skip


def _begin_leak_check(
    shown: Sequence[Shown], said: Mapping[str, str], also: Sequence[str]
) -> leaks.LeakCheck:
    """Search everything that leaves except the originals: fields, reasons, the letter's words."""
    check = leaks.LeakCheck(shown, also)
    check.look_in_entries(shown)
    for name, text in said.items():
        check.look_in(text, name)
    for rule in {kept.rule for one in shown for kept in one.kept}:
        words = f"{rule.code} {rule.basis} {rule.approver or ''}"
        check.look_in(words, f"the reason for withholding {rule.field}")
    return check


def _begin_guard(
    session: Session, shown: Sequence[Shown], said: Mapping[str, str], *, show: bool
) -> LeakGuard:
    """Search the same for protected people; what is done with the hits is decided at the end."""
    guard = LeakGuard(session, show=show)
    guard.look_in_entries(shown)
    for name, text in said.items():
        guard.look_in(text, name)
    return guard


def _is_open_note(one: Shown) -> bool:
    return one.kind == Note.kind and "text" in one.fields


# -- the originals --------------------------------------------------------------------------------


class _Progress:
    """Counts the bytes of both passes, and pauses between them."""

    def __init__(self, tell: Callable[[int, int], None], total: int, pause: Pause) -> None:
        self._tell, self._total, self._done, self._pause = tell, total, 0, pause

    def through(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            yield chunk
            self._done += len(chunk)
            self._tell(self._done, self._total)
            self._pause()


def _measured(
    session: Session, rows: Sequence[ItemRow], check: leaks.LeakCheck, guard: LeakGuard,
    progress: _Progress,
) -> tuple[list[Part], tuple[str, ...]]:  # fmt: skip
    """Read each original once: digests for the manifest, bytes for the leak checks."""
    parts, not_searched = [], []
    for row in rows:
        read = partial(_chunks, session, row, progress)
        held: list[bytes] | None = None
        is_text_size = (row.size_bytes or 0) <= leaks.MOST_TEXT_BYTES
        if (
            guard.is_needed
            and (row.size_bytes or 0) <= MOST_BYTES
            or (check.is_needed and is_text_size)
        ):
            held = []
        parts.append(
            replace(
                package.measure(package.original_name(row.id), partial(_keeping, read, held)),
                chunks=read,
            )
        )
        place = f"original {row.ref or row.id}"
        data = b"".join(held) if held is not None else None
        guard.look_in_file(data, row.id, place)
        text = leaks.as_text(data) if data is not None and is_text_size else None
        if text is not None:
            check.look_in(text, place)
        elif check.is_needed:
            not_searched.append(row.ref or row.id)
    return parts, tuple(not_searched)


def _chunks(session: Session, row: ItemRow, progress: _Progress) -> Iterator[bytes]:
    return progress.through(original(session, row))


def _keeping(read: Callable[[], Iterable[bytes]], held: list[bytes] | None) -> Iterator[bytes]:
    for chunk in read():
        if held is not None:
            held.append(chunk)
        yield chunk


# -- the log and the file -------------------------------------------------------------------------


def _commit(
    session: Session, letter: page.Letter, shown: Sequence[Shown], bound: Bound,
    decided: Sequence[tuple[str, Fields]],
) -> int:  # fmt: skip
    """Record what was decided and ``disclose/1`` about the package, and publish; its position."""
    entry = Disclose(
        by=letter.by, at=letter.at, to=letter.to, purpose=letter.purpose,
        kind_of_disclosure=letter.kind_of_disclosure, items=sorted({one.id for one in shown}),
        withheld=sum(len(one.kept) for one in shown), manifest_sha256=bound.manifest_sha256,
        confidentiality=letter.confidentiality, disclosure_type=letter.disclosure_type,
    )  # fmt: skip
    object_id, _ = session.case.new_object()
    *_, index = session.record(*decided, (object_id, entry))
    session.checkpoint()
    return index


def _write(
    session: Session, bound: Bound, letter: page.Letter, index: int, target: Path,
    protection: Protection, copy: Sink | None,
) -> FileWritten:  # fmt: skip
    log = session.case.evidence
    opened, _ = session.entry(index)
    disclosure = package.entry_file(index, opened.leaf_bytes, opened.texts or ())
    signed = Signed(log.signed_checkpoint(), log.checkpoint.size, log.node())
    bundles = _leaves(session, signed.size) if letter.kind_of_disclosure == "complete" else ()
    with files.reported("the package"), writing(target) as file:
        with sealed(file.stream, protection) as sink:
            both = sink if copy is None else _Both(sink, copy)
            package.write_package(both, bound, disclosure, index, signed, bundles)
    return file


class _Both:
    """Two sinks that take the same bytes."""

    def __init__(self, first: Sink, second: Sink) -> None:
        self._first, self._second = first, second

    def write(self, data: bytes, /) -> None:
        """Give the bytes to both."""
        self._first.write(data)
        self._second.write(data)


def _leaves(session: Session, size: int) -> Iterator[list[bytes]]:
    """Yield the leaves of the signed tree, 256 at a time."""
    for number in range(-(-size // WIDTH)):
        stored = session.case.evidence.bundle(number)
        yield [each.leaf for each in stored[: size - number * WIDTH]]
