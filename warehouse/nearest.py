"""Names that may have been meant by one that is not there."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

_LIKE_ENOUGH = 60
_MOST = 3


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Ask for the names that are most like the given one; empty where none is."""
    found = process.extract(
        name,
        sorted(set(names)),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=_MOST,
        score_cutoff=_LIKE_ENOUGH,
    )
    near = [each[0] for each in found]
    if not near:
        return ""
    others = ", ".join(near[:-1])
    return f" Did you mean {others} or {near[-1]}?" if others else f" Did you mean {near[-1]}?"
