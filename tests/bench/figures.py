"""A measured figure beside its bar, and the table of them that a bench prints."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples" / "files"
ORDINARY = ROOT.parent / "shared" / "corpora" / "ordinary"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured; `bar` is None where the figure is only for information."""

    what: str
    value: float
    unit: str = ""
    bar: float | None = None
    at_most: bool = False
    """True where the figure has to stay under its bar."""
    note: str = ""

    @property
    def verdict(self) -> str:
        """Say whether the bar is reached."""
        if self.bar is None:
            return ""
        reached = self.value <= self.bar if self.at_most else self.value >= self.bar
        return "reached" if reached else "NOT REACHED"


def show(title: str, figures: Iterable[Figure]) -> None:
    """Print a table: what, figure, bar, verdict, note."""
    lines = [f"\n{title}"]
    for figure in figures:
        bar = "" if figure.bar is None else f"{'at most' if figure.at_most else 'at least'} {figure.bar:g}"
        value = f"{figure.value:,.0f}" if figure.value >= 1000 else f"{figure.value:.4g}"
        lines.append(f"  {figure.what:<62} {value:>9} {figure.unit:<8} {bar:<13} {figure.verdict:<11} {figure.note}")
    sys.stdout.write("\n".join(line.rstrip() for line in lines) + "\n")
    sys.stdout.flush()


def files(pattern: str, *, samples: bool = True) -> list[Path]:
    """List the sample and ordinary corpus files whose names match."""
    folders = (SAMPLES, ORDINARY) if samples else (ORDINARY,)
    return [path for folder in folders for path in sorted(folder.glob(pattern))]
