"""examples/duckdb: a function over read_parquet."""

import duckdb
from conftest import example, line, proven

query = example("duckdb/query.py")


def test_duckdb_gives_what_node_gives(pages):
    connection = duckdb.connect()
    query.register(connection)
    rows = connection.execute("SELECT id, nutgraf(page, options) FROM read_parquet(?)", [str(pages / "*.parquet")]).fetchall()
    proven("DuckDB", [line(id_, found) for id_, found in rows])


def test_the_query_of_the_example_runs(pages):
    connection = duckdb.connect()
    query.register(connection)
    rows = connection.execute(query.QUERY, [str(pages / "*.parquet")]).fetchall()
    assert len(rows) == 200
    assert any(title and int(words) > 50 for _, title, words, _ in rows)
    assert sum(error is not None for *_, error in rows) == 8


def test_what_is_null_is_a_row_with_its_error():
    connection = duckdb.connect()
    query.register(connection)
    (row,) = connection.execute("SELECT nutgraf(NULL::VARCHAR, NULL::VARCHAR)->'error'->>'code'").fetchall()
    assert row == ("bad-input",)
