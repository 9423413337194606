"""The passages and tables of a made document, as they come one after another."""

from hashlib import shake_128

from extractors.document import Cell, Passage, PassageKind, Table

_COLUMNS = 4
_ON_A_PAGE = 15
_MOST = 160


class Body:
    """What was added so far, with the headings that the next passage stands under."""

    def __init__(self, document: str, language: str) -> None:
        self.passages: list[Passage] = []
        self.tables: list[Table] = []
        self._language = language
        # Ids are hashes, as the reader's are.
        self._ids = shake_128(document.encode()).hexdigest(8 * _MOST)
        self._path: tuple[str, ...] = ()
        self._section = self._item = 0

    @property
    def page(self) -> int:
        """The page that the next passage stands on."""
        return 1 + len(self.passages) // _ON_A_PAGE

    def add(self, kind: PassageKind, text: str) -> None:
        """Add a passage; a table row is parted into cells and belongs to the table of the row before it."""
        if kind is PassageKind.TABLE_ROW:
            text = self._row(text)
        table = self.tables[-1] if kind is PassageKind.TABLE_ROW else None
        place = len(self.passages)
        self.passages.append(
            Passage(
                self._ids[16 * place : 16 * place + 16], self.page, place + 1, kind, self._under(kind, text),
                self._language, text, self._number(kind), table=table.index if table else None,
                row=table.rows - 1 if table else None,
            )
        )  # fmt: skip

    def _under(self, kind: PassageKind, text: str) -> tuple[str, ...]:
        if kind is PassageKind.HEADING:
            self._section, self._item = self._section + 1, 0
            self._path = (text,) if self._section % 3 == 1 else (*self._path[:1], text)
        return self._path

    def _number(self, kind: PassageKind) -> str | None:
        if kind is PassageKind.LIST_ITEM:
            self._item += 1
            return f"{self._section}.{self._item}"
        return str(self._section) if kind is PassageKind.HEADING else None

    def _row(self, text: str) -> str:
        words = text.split(" ")
        step = max(1, -(-len(words) // _COLUMNS))
        cells = [" ".join(words[at : at + step]) for at in range(0, len(words), step)]
        if self.passages[-1].kind is not PassageKind.TABLE_ROW:
            self.tables.append(Table(len(self.tables), self.page, None, 0, _COLUMNS, ()))
        one = self.tables[-1]
        made = tuple(Cell(one.rows, column, cell, header=one.rows == 0) for column, cell in enumerate(cells))
        self.tables[-1] = Table(one.index, one.page, None, one.rows + 1, _COLUMNS, one.cells + made)
        return "\t".join(cells)
