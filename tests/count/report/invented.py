"""An invented count for tests of the report: four lists, models that answer, one that refuses."""

from __future__ import annotations

import numpy as np

from probatum.count.documented import Documented, Linked, Span, documented
from probatum.count.report.content import (
    Estimated,
    ListOf,
    Measured,
    ModelSaid,
    Report,
    RunSaid,
    StratumSaid,
    Variant,
)
from probatum.model.values import NameForm, When
from probatum.model.victims import BareNumber, PlaceSaid, Victim

LISTS = ("Families", "Лікарня", "سجل البلدية", "Press <b>")
VICTIM = "Zenobia Canary"


def counted(people: int = 900) -> Documented:
    random = np.random.default_rng(4)
    rows, person = [], []
    for name, share in zip(LISTS, (0.5, 0.35, 0.3, 0.2), strict=True):
        for each in np.flatnonzero(random.random(people) < share):
            month = 1 + int(np.sqrt(each) * 11 / np.sqrt(people))
            rows.append(Victim(
                list=name, row=str(each), number=1, names=(NameForm(full=VICTIM),),
                sex=None if each % 11 == 0 else "male" if each % 3 else "female",
                died=When(edtf=f"2031-{month:02}") if each % 13 else When(edtf="2031"),
                place=PlaceSaid(path=(("Haldrevin", "Orrinfold", "Kembrin", "Sarn")[each % 7 % 4],))
                if each % 200 else PlaceSaid(path=("Tiny Hollow",)),
                age_low=int(each % 90), age_high=int(each % 90),
            ))  # fmt: skip
            person.append(int(each))
    best = np.unique(person, return_inverse=True)[1].astype(np.int32)
    draws = []
    for number in range(20):
        drawn = best.astype(np.int64)
        lost = np.flatnonzero(np.random.default_rng(number).random(len(best)) < 0.01)
        drawn[lost] = best.max() + 1 + np.arange(len(lost))
        draws.append(np.unique(drawn, return_inverse=True)[1].astype(np.int32))
    places = np.array([LISTS.index(each.list) for each in rows], dtype=np.int16)
    linked = Linked(LISTS, places, np.stack(draws), best, np.ones(4, dtype=bool), 0.01, 0.02, 0.05)
    numbers = [BareNumber(list="Families", row="x", number=1, people_low=12, people_high=20)]
    return documented(rows, linked, numbers=numbers)


def said(model: str, median: float, **more: object) -> ModelSaid:
    values = {"low": median * 0.9, "high": median * 1.15, "level": 0.95} | more
    return ModelSaid(model, median, **values)  # type: ignore[arg-type]


def refused(model: str) -> ModelSaid:
    return ModelSaid(
        model, None, None, None, 0.95, refused=True,
        reasons=("not-identifiable: these cells cannot tell the lists' dependence from people "
                 "whom no list has",),
    )  # fmt: skip


def models(scale: float = 1.0) -> tuple[ModelSaid, ...]:
    random = np.random.default_rng(9)
    traces = tuple(tuple(random.normal(1100, 40, 300).round().tolist()) for _ in range(4))
    return (
        said("latent-class", 1100 * scale, rhat=1.003, ess_bulk=5123.0, ess_tail=4088.0,
             assumption="Within a class, lists are independent.", traces=traces,
             settings={"classes": "at most 10", "chains": "4"},
             warnings=("mass-near-cap: 3 % of the draws lie near the upper limit",)),
        said("graphs", 1240 * scale, found={"best graph": "Families - Press"}),
        refused("loglinear"),
        said("chao", 1010 * scale, assumption="A lower bound."),
        said("independence", 980 * scale),
    )  # fmt: skip


def report(**more: object) -> Report:
    done = more.get("documented") or counted()
    assert isinstance(done, Documented)
    estimated = Estimated(
        models=models(),
        strata=tuple(
            StratumSaid(each.by, each.name, each.people, models(each.people.best / 900)[:2])
            for each in done.strata
            if not each.left_open and each.by in ("month", "place")
        ),
        variants=(Variant("without Families", models(0.8)), Variant("without Press <b>", models())),
        draws=20,
        agreement="The models differ by more than a factor of 1.5: the range is shown.",
    )
    values: dict[str, object] = {
        "case_name": "Exercise: the <village>",
        "as_of": "2031-12-03T10:00:00Z",
        "documented": done,
        "estimated": estimated,
        "lists": tuple(
            ListOf(f"EXR-0000{at}-K", name, 300, 1, 2, "one-row-per-person", "ab" * 32)
            for at, name in enumerate(LISTS)
        ),
        "measured": (Measured("precision", 0.98, 0.95, 0.99, 200),
                     Measured("recall", 0.94, 0.9, 0.97, 200)),
        "judged": (("yes", 12), ("no", 30), ("undecided", 2)),
        "runs": (
            RunSaid("link", "ab" * 16, 77, "A. Analyst", "2031-12-03T10:00:00Z", "splink", "1",
                    '{"seed":1}', 1, "cd" * 32, ("ef" * 16 + " " + "ab" * 32,)),
        ),
        "log_size": 99, "log_root": "12" * 32, "fingerprint": "ab:cd",
    }  # fmt: skip
    return Report(**(values | more))  # type: ignore[arg-type]


def nobody() -> Documented:
    nothing = Span(0, 0, 0)
    return Documented(nothing, (), (), (), (), (), 20, 0.0, 0.0, 0.0)
