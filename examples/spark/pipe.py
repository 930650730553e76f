"""Pages as JSON Lines → digests as JSON Lines: each partition through the command `nutgraf`.

    spark-submit examples/spark/pipe.py pages.jsonl digests

The executors need Node and the npm package. A page that is refused stays a line, with its error.
"""

import argparse

from pyspark.sql import SparkSession


def digests(lines, command="nutgraf"):
    """The answers to lines of JSON, in the order of the partition."""
    # One thread a task: Spark has as many tasks as there are cores.
    return lines.pipe(f"{command} --jsonl --jobs 1 --quiet")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", help="JSON Lines: id, html or text, url")
    parser.add_argument("digests", help="the folder that is made")
    parser.add_argument("--command", default="nutgraf")
    parser.add_argument("--partitions", type=int, default=2)
    given = parser.parse_args()
    spark = SparkSession.builder.appName("nutgraf").getOrCreate()
    pages = spark.sparkContext.textFile(given.pages, given.partitions).filter(str.strip)
    digests(pages, given.command).saveAsTextFile(given.digests)
    # The command's exit status says whether a page failed, which is no failure of the run; a command that died shows here.
    asked, answered = pages.count(), spark.sparkContext.textFile(given.digests).count()
    if asked != answered:
        raise SystemExit(f"{asked} pages, but {answered} answers: a command was broken off; see the executors' logs")


if __name__ == "__main__":
    main()
