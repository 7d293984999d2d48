"""The number sheet shows what was counted in the case: with bounds, refusals with their reasons."""

from __future__ import annotations

import msgspec

from desk.opened_desk import OpenedDesk
from probatum.acts.count_runs import Input, Making, keep
from probatum.acts.newest_counts import newest_counts

DOCUMENTED = {
    "people": {"low": 320, "best": 347, "high": 352}, "definitions": ["Everybody."], "draws": 20,
    "missed_low": 0.0, "missed": 0.01, "missed_high": 0.07, "strata": [],
}  # fmt: skip
MODELS = [
    {"model": "graphs", "median": 424.2, "low": 400.0, "high": 456.0, "refused": False,
     "reasons": []},
    {"model": "loglinear", "median": None, "low": None, "high": None, "refused": True,
     "reasons": ["not-identifiable: <b>nothing</b> tells"]},
    {"model": "independence", "median": 999.0, "low": 998.0, "high": 1000.0, "refused": False,
     "reasons": []},
]  # fmt: skip
ESTIMATED = {"models": MODELS, "agreement": "Only one model answers.", "draws": 20}
EXAMPLE = "in 20 of 20 draws of who is whom, as: A has the same persons as B: one list twice"
LISTS = f"same-list: {EXAMPLE}"
MINDED = [
    {**MODELS[0], "warnings": [LISTS, "near-cap: twice the cap of 900 missing persons moves a limit"
     " by 4.0%"], "assumption": "Whatever <i>must</i> hold."},
    {"model": "chao", "median": 410.0, "low": 380.0, "high": 430.0, "refused": False, "reasons": [],
     "warnings": [LISTS, "lower-bound: a lower bound, and no estimate of how many there were"]},
]  # fmt: skip
READ = (Input("ab" * 16, "cd" * 32),)


def test_without_a_link_run_the_page_of_pairs_says_what_to_do(desk: OpenedDesk) -> None:
    page = desk.client("reader").get("/numbers/pairs/").content.decode()
    assert "Nothing is linked yet" in page
    assert "probatum count link" in page


def test_counts_stand_with_their_bounds_and_refusals(desk: OpenedDesk) -> None:
    client = desk.client("reader")
    assert "No count has been made in this case." in client.get("/numbers/").content.decode()
    with desk.session("investigator") as session:
        for step, said in (("documented", DOCUMENTED), ("estimate", ESTIMATED)):
            making = Making(step, READ, "exercise", {}, 1)  # type: ignore[arg-type]
            keep(session, making, "application/json", msgspec.json.encode(said))
    page = client.get("/numbers/").content.decode()
    assert "<b>320 to 352</b> persons, most likely 347" in page
    assert "Documented minimum: 320" in page
    assert "424 (400 to 456, 95 %)" in page
    assert "No estimate: the model refuses." in page
    assert "&lt;b&gt;nothing&lt;/b&gt; tells" in page
    assert "independence" not in page, "an example is no estimate"
    with desk.session("reader") as session:
        assert newest_counts(session) is not None
    assert desk.client("auditor").get("/numbers/").status_code == 403


def _estimated(desk: OpenedDesk, agreement: str) -> str:
    given = {"models": MINDED, "agreement": agreement, "draws": 20}
    with desk.session("investigator") as session:
        for step, said in (("documented", DOCUMENTED), ("estimate", given)):
            making = Making(step, READ, "exercise", {}, 1)  # type: ignore[arg-type]
            keep(session, making, "application/json", msgspec.json.encode(said))
    return desk.client("reader").get("/numbers/").content.decode()


def test_what_to_mind_and_what_must_hold_stand_beside_each_estimate(desk: OpenedDesk) -> None:
    page = _estimated(desk, "")
    assert page.count("A has the same persons as B") == 1, "what all have stands below, once"
    assert page.index("moves a limit by 4.0%") < page.index("a lower bound, and no estimate")
    assert "Whatever &lt;i&gt;must&lt;/i&gt; hold." in page
    page = _estimated(desk, "A has the same persons as B: one list twice.")
    assert page.count("A has the same persons as B") == 1, "said with the agreement"
