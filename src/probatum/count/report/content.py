"""What a report holds, as values without any layout."""

from __future__ import annotations

from dataclasses import dataclass, field

from probatum.count.documented import Documented, Span
from probatum.count.report.small_numbers import SMALLEST


@dataclass(frozen=True, slots=True)
class ModelSaid:
    """What one model answered: a median with its interval, or a refusal with its reasons.

    ``traces`` are its chains, thinned, shape (chains, kept).
    """

    model: str
    median: float | None
    low: float | None
    high: float | None
    level: float
    rhat: float | None = None
    ess_bulk: float | None = None
    ess_tail: float | None = None
    refused: bool = False
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    assumption: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    traces: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class StratumSaid:
    """What the models answered for one month, place, sex or age band."""

    by: str
    name: str
    people: Span
    models: tuple[ModelSaid, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """What the models answered when something was done otherwise: a list left out, lists merged."""

    what: str
    models: tuple[ModelSaid, ...]


@dataclass(frozen=True, slots=True)
class Estimated:
    """Estimates of a case: models side by side, never one number above them.

    ``agreement`` says in words whether the models agree; ``draws`` is how many draws of who is
    whom were carried through; ``lists`` are those that the models could use, ``zero_cells`` the
    combinations of these that nobody has.
    """

    models: tuple[ModelSaid, ...]
    strata: tuple[StratumSaid, ...]
    variants: tuple[Variant, ...]
    draws: int
    agreement: str = ""
    lists: tuple[str, ...] = ()
    zero_cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list that was counted: its reference, name, rows, and the digest of its file."""

    ref: str
    name: str
    rows: int
    number_only: int
    refused: int
    policy: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Measured:
    """Precision or recall of the linkage from a clerical sample, with a 95 % interval."""

    what: str
    value: float
    low: float
    high: float
    pairs: int


@dataclass(frozen=True, slots=True)
class RunSaid:
    """A run as its log entry has it."""

    step: str
    id: str
    index: int
    by: str
    at: str
    method: str
    version: str
    parameters: str
    seed: int
    sha256: str
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report says. ``as_of`` is the day of the link run."""

    case_name: str
    as_of: str
    documented: Documented
    estimated: Estimated | None
    lists: tuple[ListOf, ...]
    measured: tuple[Measured, ...]
    judged: tuple[tuple[str, int], ...]
    runs: tuple[RunSaid, ...]
    log_size: int
    log_root: str
    fingerprint: str
    truth: str | None = None
    smallest: int = SMALLEST
