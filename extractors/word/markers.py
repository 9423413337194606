"""The points at which bookmarks and comments begin and end."""

from typing import Final

from lxml import etree

from extractors.word.names import w
from extractors.word.ranges import Ranges

_BOOKMARK, _BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
_COMMENT, _COMMENT_END = w("commentRangeStart"), w("commentRangeEnd")
MARKERS: Final = frozenset({_BOOKMARK, _BOOKMARK_END, _COMMENT, _COMMENT_END})


class Markers:
    """Notes bookmarks by name, and opens and closes the ranges of bookmarks and comments."""

    def __init__(self, ranges: Ranges) -> None:
        self.ranges = ranges
        self.bookmarks: list[str] = []
        self.bookmark_names: dict[str, str] = {}
        """The range of each bookmark."""

    def take(self, element: etree._Element) -> bool:
        """Take a start or an end; False for any other element."""
        tag, identity = element.tag, element.get(w("id"))
        if tag == _BOOKMARK:
            self._bookmark(element.get(w("name"), ""), f"bookmark {identity}")
        elif tag == _BOOKMARK_END:
            self.ranges.end(f"bookmark {identity}")
        elif tag == _COMMENT:
            self.ranges.start(f"comment {identity}")
        elif tag == _COMMENT_END:
            self.ranges.end(f"comment {identity}")
        return tag in MARKERS

    def _bookmark(self, label: str, identity: str) -> None:
        if label and not label.startswith("_"):
            self.bookmarks.append(label)
            self.bookmark_names[label] = identity
            self.ranges.start(identity)
