"""The one family of refusals a person is meant to read."""


class TocsinError(Exception):
    """A refusal whose text is one line that tells a person what to do."""
