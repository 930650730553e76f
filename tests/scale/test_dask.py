"""examples/dask: files to files, over processes."""

import dask
import pyarrow.parquet as pq
from conftest import example, line, proven

folders = example("dask/folders.py")


def test_dask_gives_what_node_gives(pages, tmp_path):
    out = tmp_path / "digests"
    with dask.config.set(scheduler="processes", num_workers=2):
        assert folders.digest_folder(pages, out) == 200
        rows = pq.read_table(out).to_pylist()
        proven("Dask", [line(row["id"], row["digest"], row["error"]) for row in rows])
        # What is missing is done again, and nothing else.
        (out / "2.parquet").unlink()
        assert folders.digest_folder(pages, out) == 50
        assert pq.read_table(out).num_rows == 200
