"""How the lists are written: words in a row, or phrases with a bar between them."""


def words(text: str, *, by: str = " ") -> frozenset[str]:
    return frozenset(text.split(by))
