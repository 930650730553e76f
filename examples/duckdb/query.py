"""Digests in SQL: a function of DuckDB over a Parquet table of pages.

    python examples/duckdb/query.py pages.parquet
"""

import json
import sys

import duckdb
import pyarrow as pa
from nutgraf.arrow import digests

QUERY = """
SELECT id, digest->>'title' AS title, digest->'readability'->>'words' AS words, digest->'error'->>'message' AS error
FROM (SELECT id, nutgraf(page, options)::JSON AS digest FROM read_parquet(?))
ORDER BY id
"""


def register(connection):
    """Gives `nutgraf(page, options)`: the digest as JSON, or `{"error": {"code", "message"}}`."""
    connection.create_function("nutgraf", _digests, ["VARCHAR", "VARCHAR"], "VARCHAR", type="arrow", null_handling="special")


def _digests(pages, options):
    found, errors = digests(pages, options)
    return pa.array([digest if digest is not None else refused(error) for digest, error in zip(found.to_pylist(), errors.to_pylist())], pa.string())


def refused(error):
    """An error as the command writes it."""
    return json.dumps({"error": error}, ensure_ascii=False, separators=(",", ":"))


def main():
    connection = duckdb.connect()
    register(connection)
    for row in connection.execute(QUERY, [sys.argv[1]]).fetchall():
        print(*row, sep="\t")


if __name__ == "__main__":
    main()
