"""A program in the place of the extractor's: what it does with a text is said by the text."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from tocsin.claims.extraction.process import serve


def read(asked: dict[str, Any]) -> list[dict[str, Any]]:
    match asked["text"].split():
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["end"]:
            os._exit(3)
        case ["end", "once", marker]:
            if not Path(marker).exists():
                Path(marker).touch()
                os._exit(3)
        case ["fail"]:
            raise ValueError("no such words")
        case ["print"]:
            print("something a library says")  # noqa: T201
        case _:
            pass
    return [{**asked, "pid": os.getpid(), "django": "django" in sys.modules}]


if __name__ == "__main__":
    serve(float(sys.argv[1]), read=read)
