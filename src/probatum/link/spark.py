"""The session of Spark that Splink may run on: one that is there, or one of our own.

Spark is for more rows than fit into the memory of one machine. It keeps parts of the rows in
folders of its own and hands them to its workers, unencrypted: who chooses it, answers for those.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from probatum.errors import WorldError


@contextmanager
def session() -> Iterator[Any]:
    """Give the session that runs in this process, else start one and end it.

    Where to run is taken from Spark's own configuration (``spark-defaults.conf``); where that names
    no cluster, it runs in this process and listens on the loopback interface alone.
    Raises WorldError ``missing-library`` without pyspark or Java.
    """
    if find_spec("pyspark") is None:
        raise missing("the package pyspark", "install pyspark, or leave out --spark")
    from pyspark import SparkConf
    from pyspark.errors import PySparkRuntimeError
    from pyspark.sql import SparkSession
    from splink.backends.spark import similarity_jar_location

    running = SparkSession.getActiveSession()
    if running is not None:
        yield running
        return
    wanted = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
              "spark.jars": similarity_jar_location()}  # fmt: skip
    try:
        conf = SparkConf()
        if str(conf.get("spark.master", "local")).startswith("local"):
            wanted |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
        for name, value in wanted.items():
            conf.setIfMissing(name, value)
        started = SparkSession.builder.config(conf=conf).getOrCreate()
    except PySparkRuntimeError as error:
        if error.getCondition() != "JAVA_GATEWAY_EXITED":
            raise
        raise missing("Java", "install Java 17, or leave out --spark") from None
    try:
        yield started
    finally:
        started.stop()


def missing(what: str, remedy: str) -> WorldError:
    """Return the refusal to link without something that has to be installed."""
    return WorldError(
        "missing-library", item="linking victim lists", expected=what,
        found="it is not installed", remedy=remedy,
    )  # fmt: skip
