"""The words of a page that tables are filled with."""

import numpy as np
import numpy.typing as npt

from extractors.pdf.rulings import Box
from extractors.pdf.words import Word


class Sheet:
    """The words of a page that stand in no table yet."""

    def __init__(self, words: list[Word], page: int, rtl: bool) -> None:
        self.words, self.page, self.rtl = words, page, rtl
        boxes = np.asarray([(word.x0, word.top, word.x1, word.bottom) for word in words], np.float64).reshape(-1, 4)
        self.x = (boxes[:, 0] + boxes[:, 2]) / 2
        self.y = (boxes[:, 1] + boxes[:, 3]) / 2
        self.free = np.ones(len(words), np.bool_)
        self.counts = np.asarray([word.count for word in words], np.int64)

    def within(self, box: Box) -> npt.NDArray[np.int64]:
        """Return which free words have their middle in a box."""
        x0, top, x1, bottom = box
        inside = self.free & (x0 <= self.x) & (self.x <= x1) & (top <= self.y) & (self.y <= bottom)
        return np.flatnonzero(inside)

    def beside(self, box: Box) -> int:
        """Count the free words on the left and right of a box."""
        level = self.free & (box[1] <= self.y) & (self.y <= box[3])
        return int(self.counts[level & ((self.x < box[0]) | (self.x > box[2]))].sum())

    def left(self) -> list[Word]:
        """Return the words that no table has taken."""
        return [self.words[index] for index in np.flatnonzero(self.free).tolist()]
