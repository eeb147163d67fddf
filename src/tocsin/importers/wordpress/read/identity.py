"""What an export knows about people and this system does not want to: counted here, and passed on nowhere."""

from __future__ import annotations

import re
from functools import lru_cache

COUNTED = {
    "wp:comment_author_email": "comment_email",
    "wp:comment_author_IP": "comment_ip",
    "wp:comment_author_url": "comment_url",
    "wp:author_email": "author_email",
}
"""Elements, and the name under which they are counted."""

_PRIVATE_KEY = re.compile(
    r"e[-_]?mail|user[-_]?(?:login|agent|pass)|(?:^|[-_])ip(?:$|[-_])|ip[-_]?addr|passw|(?:^|[-_])pass(?:$|[-_])"
    r"|secret|token|api[-_]?key|phone|(?:^|[-_])tel(?:$|[-_])|^_edit_lock$|linked[-_]account",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,255}\.[^\s@<>\".]{2,}|(?:[0-9]{1,3}\.){3}[0-9]{1,3}")
_LONGEST_NAME = 200


@lru_cache(maxsize=1024)
def is_private(key: str) -> bool:
    """Whether a meta key says that its value is an address, a login or a secret."""
    return _PRIVATE_KEY.search(key[:_LONGEST_NAME]) is not None


def shown(name: str) -> str:
    """A name as readers may see it: empty where an e-mail or IP address was given in its place."""
    return "" if ("@" in name or "." in name) and _ADDRESS.search(name[:_LONGEST_NAME]) else name
