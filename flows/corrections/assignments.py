"""`field=value` as a person types it at the command line, as changes to a document."""

from collections.abc import Iterator, Sequence

from extractors.header.names import Names
from flows.corrections.applying import Change
from flows.corrections.fields import field, fields
from flows.corrections.targets import Target
from flows.corrections.texts import plain
from flows.corrections.values import read_value
from flows.errors import CorrectionError


def changes_of(
    target: Target, assignments: Sequence[str], withdrawn: Sequence[str], *, why: str, names: Names | None = None
) -> list[Change]:
    """Read assignments and the names of fields whose decision is taken back.

    Raises CorrectionError that tells all that is wrong, a line each.
    """
    reason = plain(why)
    if not reason:
        raise CorrectionError('Say why in a few words, for those who come after you: --why "The cover page says so."')
    if not (assignments or withdrawn):
        raise CorrectionError(
            f"Say what to correct as field=value. The fields are: {', '.join(fields())}. "
            "To take a correction back: --withdraw FIELD."
        )
    changes: list[Change] = []
    wrong = []
    pending = [*((each, False) for each in assignments), *((each, True) for each in withdrawn)]
    for text, is_name in pending:
        try:
            changes.append(_withdrawal(target, text, reason) if is_name else _change(target, text, reason, names))
        except CorrectionError as error:
            wrong.append(str(error))
    wrong += _twice(changes)
    if wrong:
        raise CorrectionError("\n".join(wrong))
    return changes


def _change(target: Target, assignment: str, why: str, names: Names | None) -> Change:
    name, mark, written = assignment.partition("=")
    if not mark:
        raise CorrectionError(f'{assignment!r} is not of the form field=value, such as title="Protecting children".')
    known = field(name)
    value = read_value(known, written, names)
    return Change(target.document, target.name, known.name, value.text, why, value.implied)


def _withdrawal(target: Target, name: str, why: str) -> Change:
    return Change(target.document, target.name, field(name.removesuffix("=")).name, None, why)


def _twice(changes: Sequence[Change]) -> Iterator[str]:
    names = [change.field for change in changes]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield f"{name} is given {names.count(name)} times; give it once (several sources are parted by ;)."
