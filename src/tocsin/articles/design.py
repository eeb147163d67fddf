"""The public stylesheet, inlined so that the first response is complete, and its hash for the CSP."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")


def minify(css: str) -> str:
    """Leave out comments and white space that carry no meaning. Strings in our stylesheets hold neither."""
    text = _SPACE.sub(" ", _COMMENT.sub("", css)).strip()
    return _AROUND.sub(r"\1", text).replace(";}", "}").replace(": ", ":")


@cache
def stylesheet() -> str:
    """Return the text of ``tocsin/site.css``, the theme's where it has one, as it is inlined."""
    path = finders.find("tocsin/site.css")
    return minify(Path(str(path)).read_text(encoding="utf-8")) if path else ""


@cache
def stylesheet_hash() -> str:
    """Return the CSP source expression that allows just this stylesheet (CSP Level 3, hash-source)."""
    digest = hashlib.sha256(stylesheet().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
