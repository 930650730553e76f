"""A folder of Parquet files of pages → a folder of Parquet files of digests, file by file over Dask's workers.

    python examples/dask/folders.py pages digests
"""

import sys
from pathlib import Path

import dask
import pyarrow as pa
import pyarrow.parquet as pq
from nutgraf.arrow import mapper

ROWS_A_BATCH = 256


@dask.delayed
def digest_file(pages, digests):
    """Writes the digests of one file; gives how many rows there were."""
    source = pq.ParquetFile(pages)
    batches = mapper("page", options="options", keep=["id"])(source.iter_batches(ROWS_A_BATCH))
    # A file that is there is whole: a run that was broken off does only what is missing.
    unfinished = digests.with_suffix(".new")
    pq.write_table(pa.Table.from_batches(batches), unfinished)
    unfinished.rename(digests)
    return source.metadata.num_rows


def digest_folder(pages, digests):
    """Digests each file that has no digests yet, in processes of this machine or on the cluster that a Client was made for."""
    digests.mkdir(exist_ok=True)
    wanted = [file for file in sorted(pages.glob("*.parquet")) if not (digests / file.name).exists()]
    return sum(dask.compute(*(digest_file(file, digests / file.name) for file in wanted)))


if __name__ == "__main__":
    with dask.config.set(scheduler="processes"):
        print(digest_folder(Path(sys.argv[1]), Path(sys.argv[2])), "pages")
