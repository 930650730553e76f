"""A Parquet table of pages → a Parquet table of digests, in Arrow batches through the wheel `nutgraf`.

    spark-submit examples/spark/parquet.py pages.parquet digests.parquet

The executors need the wheel, pyarrow and pandas, no Node. A page that is refused stays a row: its digest is null, its error says why.
"""

import argparse

from nutgraf.arrow import mapper
from pyspark.sql import SparkSession

SCHEMA = "id long, digest string, error struct<code: string, message: string>"


def digests(pages):
    """A frame with `id`, `page` and `options` (JSON) → one with `id`, `digest` and `error`."""
    return pages.select("id", "page", "options").mapInArrow(mapper("page", options="options", keep=["id"]), SCHEMA)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", help="Parquet: id, page, options")
    parser.add_argument("digests", help="the table that is made")
    parser.add_argument("--partitions", type=int, default=2)
    given = parser.parse_args()
    # Pages are long: many of Spark's default of 10,000 rows would not fit into a worker's memory.
    spark = SparkSession.builder.appName("nutgraf").config("spark.sql.execution.arrow.maxRecordsPerBatch", 256).getOrCreate()
    digests(spark.read.parquet(given.pages).repartition(given.partitions)).write.parquet(given.digests)


if __name__ == "__main__":
    main()
