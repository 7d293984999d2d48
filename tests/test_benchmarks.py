"""What the benchmarks print about a promise that is missed leads to a page that explains it."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXPLAINED = ("add_large.py", "add_small.py", "acts.py")


@pytest.fixture
def measure() -> ModuleType:
    spec = spec_from_file_location("_measure", ROOT / "bench" / "_measure.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_missed_promise_names_the_page_that_explains_it(
    measure: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    page = measure.SPEED_PAGE
    assert measure.promise("ratio", 1.2, 1.3, at_most=True, explained=page)
    assert not measure.promise("ratio", 1.42, 1.3, at_most=True, explained=page)
    assert not measure.promise("ratio", 0.5, 0.8, at_most=False)
    kept, missed, unexplained = capsys.readouterr().out.splitlines()
    assert kept.endswith("(at most 1.3): kept")
    assert missed.endswith("1.42 (at most 1.3): MISSED, see decisions/0015")
    assert unexplained.endswith("0.50 (at least 0.8): NOT KEPT")


def test_the_page_names_every_benchmark_that_points_to_it(measure: ModuleType) -> None:
    [page] = ROOT.glob(measure.SPEED_PAGE + "-*.md")
    text = page.read_text("utf-8")
    pointing = [path.name for path in (ROOT / "bench").glob("[!_]*.py")
                if "SPEED_PAGE" in path.read_text("utf-8")]  # fmt: skip
    assert sorted(pointing) == sorted(EXPLAINED)
    assert all(f"`{Path(name).stem}`" in text for name in pointing)
