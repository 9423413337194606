"""Text between two points of a document: what a bookmark encloses and what a comment is anchored to."""

from typing import Final

_MOST: Final = 2_000
"""Characters of a range that are kept; thousands of bookmarks may each reach to the end of a document."""


class Ranges:
    """The ranges that are open while a document is walked; text in force is added to all of them."""

    def __init__(self) -> None:
        self.open: dict[str, int] = {}
        """Where each range begins among the pieces of text."""
        self.closed: dict[str, str] = {}
        self._pieces: list[str] = []

    def start(self, identity: str) -> None:
        """Open a range."""
        if identity not in self.closed:
            self.open.setdefault(identity, len(self._pieces))

    def end(self, identity: str) -> None:
        """Close a range; one that was never opened is nothing."""
        first = self.open.pop(identity, None)
        if first is not None:
            self.closed[identity] = self._text(first)
        if not self.open:
            self._pieces.clear()

    def add(self, text: str) -> None:
        """Let every open range have a piece of text."""
        if self.open:
            self._pieces.append(text)

    def finish(self) -> None:
        """Close what the document left open."""
        for identity in list(self.open):
            self.end(identity)

    def _text(self, first: int) -> str:
        pieces: list[str] = []
        size = 0
        for at in range(first, len(self._pieces)):
            piece = self._pieces[at]
            pieces.append(piece)
            size += len(piece)
            if size > _MOST:
                return f"{''.join(pieces)[:_MOST].strip()}…"
        return "".join(pieces).strip()
