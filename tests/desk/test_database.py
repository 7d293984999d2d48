"""The desk database as Django uses it: everything Django asks of SQLite, asked of SQLCipher."""

from __future__ import annotations

import copy
import logging
import sqlite3
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from probatum.desk import settings as desk
from probatum.desk.database.key import Key
from probatum.errors import WorldError

desk.configure()

from django.core.exceptions import ImproperlyConfigured  # noqa: E402
from django.db import IntegrityError, ProgrammingError, connections, models, transaction  # noqa: E402
from django.db.models import Avg, F, StdDev, Value  # noqa: E402
from django.db.models.functions import MD5, Concat, ExtractYear, TruncMonth, Upper  # noqa: E402

ALIAS = "default"
KEY = bytes(range(32))
WORD = "zhuravli-nad-hreblieiu"


class Heron(models.Model):
    """A table with every kind of value that the desk keeps."""

    name = models.CharField(max_length=100, unique=True)
    seen_at = models.DateTimeField(null=True)
    seen_on = models.DateField(null=True)
    hour = models.TimeField(null=True)
    weight = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    flew = models.DurationField(null=True)
    ringed = models.BooleanField(default=False)
    traits = models.JSONField(default=dict)
    feather = models.BinaryField(null=True)

    class Meta:
        app_label = "people"


class Nest(models.Model):
    """A table that refers to another."""

    heron = models.ForeignKey(Heron, on_delete=models.CASCADE)

    class Meta:
        app_label = "people"


def use(path: Path, key: bytes = KEY) -> None:
    connection = connections[ALIAS]
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    connection.settings_dict["OPTIONS"] = {"key": Key(key)}


@pytest.fixture
def herons(tmp_path: Path) -> Iterator[Path]:
    """A database with the two tables, in use."""
    path = tmp_path / "desk.db"
    use(path)
    with connections[ALIAS].schema_editor() as editor:
        editor.create_model(Heron)
        editor.create_model(Nest)
    yield path
    connections[ALIAS].close()


def test_values_of_every_kind_come_back_as_they_were(herons: Path) -> None:
    moment = datetime(2024, 2, 29, 23, 59, 58, 123456, tzinfo=UTC)
    given = {
        "seen_at": moment, "seen_on": date(1700, 1, 2), "hour": time(4, 5, 6, 7),
        "weight": Decimal("1234.5000"), "flew": timedelta(days=2, microseconds=3), "ringed": True,
        "traits": {"colour": "grey", "toes": [1, 2, None], "name": "Чапля"}, "feather": b"\x00\xff",
    }  # fmt: skip
    Heron.objects.create(name="чапля", **given)
    kept = Heron.objects.get(name="чапля")
    assert {name: getattr(kept, name) for name in given} == given


def test_lookups_work_that_sqlite_itself_has_not(herons: Path) -> None:
    moment = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    Heron.objects.create(name="Grey One", traits={"colour": "grey", "toes": [4]}, seen_at=moment)
    Heron.objects.create(name="white two", traits={"colour": "white"}, weight=Decimal("2.5"))
    names = Heron.objects.values_list("name", flat=True)
    assert list(names.filter(name__regex=r"^G\w+ O")) == ["Grey One"]
    assert list(names.filter(name__iregex=r"^g\w+ o")) == ["Grey One"]
    assert list(names.filter(name__icontains="WHITE")) == ["white two"]
    assert list(names.filter(name__contains="%")) == []
    assert list(names.filter(traits__toes__0=4)) == ["Grey One"]
    assert list(names.filter(traits__colour__in=["white"])) == ["white two"]
    assert list(names.filter(traits__has_key="toes")) == ["Grey One"]
    assert list(names.filter(seen_at__year=2024, seen_at__week_day=2)) == ["Grey One"]
    assert list(names.filter(seen_at__date=date(2024, 5, 6))) == ["Grey One"]


def test_functions_and_aggregates_work(herons: Path) -> None:
    moment = datetime(2024, 5, 6, tzinfo=UTC)
    for at in range(4):
        Heron.objects.create(name=f"n{at}", weight=Decimal(at), seen_at=moment)
    assert Heron.objects.aggregate(Avg("weight"))["weight__avg"] == Decimal("1.5")
    assert Heron.objects.aggregate(StdDev("pk"))["pk__stddev"] == pytest.approx(1.118, abs=0.001)
    told = Heron.objects.annotate(
        loud=Upper("name"), both=Concat("name", Value("!")), sum=MD5("name"),
        year=ExtractYear("seen_at"), month=TruncMonth("seen_at"),
    ).first()  # fmt: skip
    assert (told.loud, told.both, told.year) == ("N0", "n0!", 2024)
    assert told.month == datetime(2024, 5, 1, tzinfo=UTC)
    assert len(told.sum) == 32
    having = Heron.objects.values("seen_at").annotate(n=models.Count("pk")).filter(n__gt=3)
    assert [row["n"] for row in having] == [4]


def test_many_rows_are_written_and_changed_at_once(herons: Path) -> None:
    made = Heron.objects.bulk_create([Heron(name=f"h{at}") for at in range(1500)])
    assert len({heron.pk for heron in made}) == 1500
    assert Heron.objects.filter(pk__in=[heron.pk for heron in made[:1400]]).count() == 1400
    Heron.objects.update(weight=F("pk") * 2)
    Heron.objects.bulk_create(
        [Heron(name="h0", ringed=True)],
        update_conflicts=True, unique_fields=["name"], update_fields=["ringed"],
    )  # fmt: skip
    assert Heron.objects.get(name="h0").ringed
    one, made_now = Heron.objects.get_or_create(name="h1")
    assert not made_now and one.weight == one.pk * 2
    assert sum(1 for _ in Heron.objects.iterator(chunk_size=100)) == 1500


def test_statements_with_named_parameters_and_percent_signs_work(herons: Path) -> None:
    Heron.objects.create(name="50%")
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("SELECT name FROM people_heron WHERE name = %(name)s", {"name": "50%"})
        assert cursor.fetchall() == [("50%",)]
        cursor.execute("SELECT '%%', %s", ["x"])
        assert cursor.fetchone() == ("%", "x")
        cursor.executemany(
            "UPDATE people_heron SET name = %(new)s WHERE name = %(old)s",
            iter([{"old": "50%", "new": "a"}, {"old": "a", "new": "b"}]),
        )
        cursor.executemany("UPDATE people_heron SET name = %s", [])
    assert Heron.objects.get().name == "b"


def test_transactions_and_savepoints_take_back_what_failed(herons: Path) -> None:
    with transaction.atomic():
        Heron.objects.create(name="kept")
        with pytest.raises(IntegrityError), transaction.atomic():
            Heron.objects.create(name="gone")
            Heron.objects.create(name="kept")
        Heron.objects.create(name="also kept")
    with pytest.raises(RuntimeError), transaction.atomic():
        Heron.objects.create(name="gone too")
        raise RuntimeError
    assert set(Heron.objects.values_list("name", flat=True)) == {"kept", "also kept"}


def test_what_refers_to_nothing_is_refused(herons: Path) -> None:
    with pytest.raises(IntegrityError):
        Nest.objects.create(heron_id=77)
    assert Nest.objects.count() == 0


def test_a_wrong_statement_is_djangos_error_and_not_the_machines(herons: Path) -> None:
    with (
        pytest.raises(Exception, match="no such table") as caught,
        connections[ALIAS].cursor() as c,
    ):
        c.execute("SELECT * FROM no_table")
    assert caught.type.__module__ == "django.db.utils"
    with pytest.raises(ProgrammingError), connections[ALIAS].cursor() as cursor:
        cursor.execute("SELECT %s", [])


def test_a_query_is_explained(herons: Path) -> None:
    assert "people_heron" in Heron.objects.filter(name="a").explain()


def test_tables_are_described_and_changed(herons: Path) -> None:
    connection = connections[ALIAS]
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, "people_heron")
        assert "traits" in {column.name for column in described}
        assert connection.introspection.get_relations(cursor, "people_nest") == {
            "heron_id": ("id", "people_heron")
        }
    Heron.objects.create(name="stays")
    field = models.CharField(max_length=10, default="x")
    field.set_attributes_from_name("extra")
    with connection.schema_editor() as editor:
        editor.add_field(Heron, field)
        editor.remove_field(Heron, field)
    assert Heron.objects.get().name == "stays"
    connection.check_constraints()


def test_several_threads_write_without_failing(herons: Path) -> None:
    def write(name: str) -> None:
        try:
            for at in range(20):
                with transaction.atomic():
                    count = Heron.objects.count()  # a read first: the lock is taken before it
                    Heron.objects.create(name=f"{name}{at}", weight=count)
        finally:
            connections[ALIAS].close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, "abcd"))
    # Each saw how many there were when it wrote: nobody read while another was about to write.
    assert sorted(Heron.objects.values_list("weight", flat=True)) == list(range(80))


def test_the_key_is_shown_nowhere(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    path = tmp_path / "desk.db"
    path.write_bytes(b"no database at all, but long enough to be read as one page or two" * 100)
    use(path, bytes.fromhex("c0ffee11" * 8))  # in no variable of this frame
    settings = connections[ALIAS].settings_dict
    with pytest.raises(WorldError) as caught:
        connections[ALIAS].ensure_connection()
    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    everything = "".join(shown.format()) + repr(settings) + str(settings) + caplog.text
    for spelling in ("c0ffee11" * 2, "C0FFEE11" * 2, r"\xc0\xff\xee\x11" * 2):
        assert spelling not in everything
    assert copy.deepcopy(settings)["OPTIONS"]["key"] is settings["OPTIONS"]["key"]
    with pytest.raises(TypeError, match="not written anywhere"):
        settings["OPTIONS"]["key"].__reduce_ex__(4)  # what writing it into a file would ask for


def test_a_key_given_as_bytes_hides_itself_at_once(tmp_path: Path) -> None:
    from probatum.desk.database.base import DatabaseWrapper

    settings = {**connections[ALIAS].settings_dict, "NAME": tmp_path / "a.db"}
    settings["OPTIONS"] = {"key": KEY}
    wrapper = DatabaseWrapper(settings, "other")
    assert repr(settings["OPTIONS"]) == "{'key': <key of the desk>}"
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT 1")
    wrapper.close()


def test_a_connection_is_kept_until_another_case_is_opened(herons: Path, tmp_path: Path) -> None:
    from django.core import signals

    Heron.objects.create(name="of the first case")
    connection = connections[ALIAS]
    kept = connection.connection
    signals.request_started.send(sender=None, environ={})
    signals.request_finished.send(sender=None)
    assert connection.connection is kept
    # As another thread sees it: the settings change, and its own connection is still the old one.
    connection.settings_dict["NAME"] = str(tmp_path / "another.db")
    connection.settings_dict["OPTIONS"] = {"key": Key(bytes(32))}
    signals.request_started.send(sender=None, environ={})
    assert connection.introspection.table_names() == []


def test_a_database_without_a_key_is_not_opened(tmp_path: Path) -> None:
    connection = connections[ALIAS]
    connection.close()
    connection.settings_dict.update(NAME=str(tmp_path / "desk.db"), OPTIONS={"key": None})
    with pytest.raises(ImproperlyConfigured):
        connection.ensure_connection()
    assert not (tmp_path / "desk.db").exists()
    with pytest.raises(ValueError, match="32 bytes"):
        Key(b"short")


def test_nothing_legible_is_written_to_disk(herons: Path) -> None:
    Heron.objects.create(name=WORD, traits={"told": WORD}, feather=WORD.encode())
    Heron.objects.filter(name=WORD).update(name=WORD + "2")
    connections[ALIAS].cursor().execute("CREATE TEMPORARY TABLE t AS SELECT * FROM people_heron")
    files = sorted(herons.parent.glob("desk.db*"))
    assert [file.name for file in files] == ["desk.db", "desk.db-shm", "desk.db-wal"]
    for file in files:
        raw = file.read_bytes()
        for word in (WORD, "people_heron", "SQLite format 3"):
            assert word.encode() not in raw
        assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(herons).execute("SELECT * FROM sqlite_master")


def test_another_key_does_not_open_it_and_says_so(herons: Path) -> None:
    Heron.objects.create(name="a")
    use(herons, bytes(32))
    with pytest.raises(WorldError) as caught:
        Heron.objects.count()
    assert caught.value.code == "io-error"
    assert "another key" in str(caught.value) and "desk.db" in str(caught.value)
    use(herons)
    assert Heron.objects.count() == 1


def test_a_changed_page_is_noticed_and_not_read(herons: Path) -> None:
    Heron.objects.bulk_create([Heron(name=f"{at:05}{WORD}") for at in range(500)])
    connections[ALIAS].close()
    raw = bytearray(herons.read_bytes())
    for at in range(len(raw) // 2, len(raw), 512):
        raw[at] ^= 1
    herons.write_bytes(bytes(raw))
    with pytest.raises(WorldError) as caught:
        list(Heron.objects.all())
    assert caught.value.code == "io-error"


def test_an_emptied_file_is_an_empty_database(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.touch()
    use(path)
    assert connections[ALIAS].introspection.table_names() == []


def test_a_folder_that_takes_no_file_is_named_as_the_reason(tmp_path: Path) -> None:
    use(tmp_path / "missing" / "desk.db")
    with pytest.raises(WorldError) as caught:
        connections[ALIAS].ensure_connection()
    assert caught.value.code == "no-permission"


def test_a_write_that_never_ends_is_told_as_in_use(herons: Path) -> None:
    from sqlcipher3 import dbapi2

    other = dbapi2.connect(str(herons), isolation_level=None)
    other.execute(Key(KEY).pragma())
    other.execute("BEGIN IMMEDIATE")
    connections[ALIAS].close()
    connections[ALIAS].settings_dict["OPTIONS"]["timeout"] = 0.05
    with pytest.raises(WorldError) as caught:
        Heron.objects.create(name="waits")
    assert caught.value.code == "in-use"
    other.close()


def test_a_full_disk_is_told_and_nothing_half_written_stays(herons: Path) -> None:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 30")
    with pytest.raises(WorldError) as caught, transaction.atomic():
        Heron.objects.bulk_create([Heron(name=f"{at}" * 50) for at in range(2000)])
    assert caught.value.code == "no-space"
    assert Heron.objects.count() == 0
