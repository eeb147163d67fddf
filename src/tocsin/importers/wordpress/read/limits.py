"""How much an export may hold. Sizes of text are in characters.

The bounds lie far above every site known to us and below what would trouble a small machine: an item of 32 M
characters takes at most 128 MB, 100,000 terms about 80 MB.
"""

MAX_BYTES = 8 * 2**30
"""Of the file, after it is unpacked."""

MAX_RATIO = 200
"""By which a file may grow when it is unpacked; text as people write it grows by three to ten."""
RATIO_FROM = 32 * 2**20
"""Below this many bytes the ratio does not matter."""

MAX_PARTS = 1000
"""XML files in one zip."""

MAX_TEXT = 8_000_000
"""In one element."""
MAX_ITEM_TEXT = 32_000_000
MAX_ITEM_PARTS = 500_000
"""Elements in one item: a post with 30,000 comments has 450,000."""
MAX_WHOLE = 1_000_000
"""Up to this length an item without faults is read at once; a longer one element by element."""
MAX_TAG = 16_384
MAX_ATTRIBUTES = 64
MAX_DEPTH = 32

MAX_EMPTY_ITEMS = 1000
MAX_TERMS = 100_000
MAX_TERM_TEXT = 32_000_000
"""In all terms together, their meta included."""
MAX_AUTHORS = 20_000
MAX_KINDS = 1000
"""Pairs of type and status."""

MAX_BEFORE_ROOT = 1_000_000
"""Characters before ``<rss``: warnings that PHP wrote into the file."""
MAX_CONTROL = 10_000
"""Control characters in all; a file with more is no text."""
KEPT_REPAIRS = 1000
MAX_REPAIRS = 200_000
"""Places mended in all; each costs time."""
MAX_NAMES = 10_000
"""Different names of elements that are remembered."""
