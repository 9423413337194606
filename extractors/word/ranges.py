"""Text between two points of a document: what a bookmark encloses and what a comment is anchored to."""


class Ranges:
    """The ranges that are open while a document is walked; text in force is added to all of them."""

    def __init__(self) -> None:
        self.open: dict[str, list[str]] = {}
        self.closed: dict[str, str] = {}

    def start(self, identity: str) -> None:
        """Open a range."""
        if identity not in self.closed:
            self.open.setdefault(identity, [])

    def end(self, identity: str) -> None:
        """Close a range; one that was never opened is nothing."""
        pieces = self.open.pop(identity, None)
        if pieces is not None:
            self.closed[identity] = "".join(pieces).strip()

    def add(self, text: str) -> None:
        """Let every open range have a piece of text."""
        for pieces in self.open.values():
            pieces.append(text)

    def finish(self) -> None:
        """Close what the document left open."""
        for identity in list(self.open):
            self.end(identity)
