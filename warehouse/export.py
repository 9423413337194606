"""Marts as files that other programs read: Parquet as it is, CSV for spreadsheets."""

from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

from warehouse.cells import readable, without_formulas

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Without it Excel takes UTF-8 for the code page of its country."""


def write_csv(rows: pa.RecordBatchReader, stream: BinaryIO, *, for_excel: bool = True) -> int:
    """Write CSV (RFC 4180) in UTF-8 with no cell that runs as a formula; give the number of rows.

    For Excel with a byte order mark and lines that end with CR LF, else without and with LF.
    """
    number = 0
    stream.write(_BYTE_ORDER_MARK if for_excel else b"")
    empty = pa.record_batch([pa.nulls(0, kind) for kind in rows.schema.types], names=rows.schema.names)
    options = pc.WriteOptions(eol="\r\n" if for_excel else "\n")
    with pc.CSVWriter(stream, readable(empty).schema, write_options=options) as writer:
        for batch in rows:
            writer.write(without_formulas(readable(batch)))
            number += batch.num_rows
    return number


def write_parquet(rows: pa.RecordBatchReader, file: Path) -> int:
    """Write Parquet with all types and the comments of the columns; give the number of rows."""
    number = 0
    with pq.ParquetWriter(file, rows.schema, compression="zstd") as writer:
        for batch in rows:
            writer.write_batch(batch)
            number += batch.num_rows
    return number
