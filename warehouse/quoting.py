"""Names and texts as they are written in SQL, where a statement takes no parameters."""


def identifier(name: str) -> str:
    """Write a name so that it stands for the table, view or column of that name, whatever is in it."""
    return '"{}"'.format(name.replace('"', '""'))


def literal(text: str) -> str:
    """Write a text as SQL writes it."""
    return "'{}'".format(text.replace("'", "''"))
