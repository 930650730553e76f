"""examples/spark: both ways, on a cluster of two executors that are processes of their own."""

import os
import shlex
import shutil
import sys

import pytest
from conftest import ROOT, WORK, example, line, proven

if shutil.which("java") is None:
    pytest.skip("Spark needs Java, and there is none", allow_module_level=True)

from pyspark.sql import SparkSession

pipe = example("spark/pipe.py")
parquet = example("spark/parquet.py")
COMMAND = shlex.join(["node", str(ROOT / "www" / "cli.js")])
PARTITIONS = 4


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("nutgraf")
        .config("spark.ui.enabled", False)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", 16)
        .config("spark.scheduler.minRegisteredResourcesRatio", 1)
        .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "180s")
        .getOrCreate()
    )
    yield session
    session.stop()


def executors(spark):
    """The executors that tasks ran on: each works in a folder of its own."""
    return set(spark.sparkContext.parallelize(range(8), 8).map(lambda _: __import__("time").sleep(1) or os.getcwd()).collect())


def test_two_executors_work(spark):
    assert len(executors(spark)) >= 2


def test_a_pipe_gives_what_node_gives(spark):
    pages = spark.sparkContext.textFile(str(WORK / "documents.jsonl"), PARTITIONS)
    proven("Spark pipe", pipe.digests(pages, COMMAND).collect())


def test_arrow_gives_what_node_gives(spark, pages, tmp_path):
    out = str(tmp_path / "digests.parquet")
    parquet.digests(spark.read.parquet(str(pages)).repartition(PARTITIONS)).write.parquet(out)
    rows = [row.asDict(recursive=True) for row in spark.read.parquet(out).collect()]
    # A failed row is still a row.
    assert len(rows) == 200 and sum(row["error"] is not None for row in rows) == 8
    proven("Spark Arrow", [line(row["id"], row["digest"], row["error"]) for row in rows])
