import time
from pathlib import Path

import pytest

from extractors.word.ranges import Ranges
from tests.extractors.word.making import paragraph, read_body, words


def test_ranges_may_overlap() -> None:
    ranges = Ranges()
    for step in ("a", "one ", "b", "two ", "-a", "three", "-b"):
        if len(step) == 1:
            ranges.start(step)
        elif step[0] == "-":
            ranges.end(step[1:])
        else:
            ranges.add(step)
    assert ranges.closed == {"a": "one two", "b": "two three"}


def test_a_long_range_is_cut() -> None:
    ranges = Ranges()
    ranges.start("a")
    for _ in range(5_000):
        ranges.add("word ")
    ranges.finish()
    assert len(ranges.closed["a"]) < 2_010
    assert ranges.closed["a"].endswith("…")


N = 8_000
MERGED = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('low')}</w:tc><w:tc>{paragraph('beside')}</w:tc>"
FIELD = "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='separate'/></w:r></w:p>"


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<w:p><w:bookmarkStart w:id='{at}' w:name='b{at}'/>{words('word')}</w:p>" for at in range(N)),
        f"<w:tbl>{f'<w:tr>{MERGED}</w:tr>' * N}</w:tbl>",
        (FIELD + paragraph("word")) * N,
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{words('word')}</w:p>" * N,
    ],
    ids=["bookmarks that never end", "cells merged downwards", "fields that never end", "deleted paragraph ends"],
)
def test_the_time_grows_no_faster_than_the_document(tmp_path: Path, body: str) -> None:
    started = time.process_time()
    assert read_body(tmp_path, body).blocks
    assert time.process_time() - started < 8
