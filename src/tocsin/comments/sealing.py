"""E-mail addresses, sealed: whoever has the database, or runs the web server, cannot read them.

The site has a pair of keys in a folder of its own, outside the database and outside backups. The web server needs
the public one alone, to seal; the worker opens an address with the private one at the moment it sends a notice.
Decision 0110 says why.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from nacl.encoding import HexEncoder
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from tocsin.comments.errors import NoKey
from tocsin.lib import files

PADDED = 128
"""An address is filled up to a multiple of so many bytes: its length says little."""


def private_file() -> Path:
    """Where the key that opens stands; only the worker needs to read it."""
    return Path(settings.COMMENT_KEYS) / "comments.key"


def public_file() -> Path:
    """Where the key that seals stands."""
    return Path(settings.COMMENT_KEYS) / "comments.pub"


def make_keys(*, anew: bool = False) -> bool:
    """Make the pair of keys where there is none, or *anew*; tell whether one was made.

    What older keys sealed can then be opened by nobody.
    """
    if private_file().exists() and public_file().exists() and not anew:
        return False
    folder = private_file().parent
    folder.mkdir(mode=files.PRIVATE_FOLDER, parents=True, exist_ok=True)
    key = PrivateKey.generate()
    files.write(private_file(), f"{key.encode(HexEncoder).decode()}\n", mode=files.PRIVATE)
    files.write(public_file(), f"{key.public_key.encode(HexEncoder).decode()}\n")
    return True


def can_seal() -> bool:
    """Tell whether an address can be taken at all."""
    return public_file().is_file()


def seal(address: str) -> bytes:
    """Return *address* as only the worker can read it. Raises ``NoKey``."""
    plain = address.encode()
    plain += b"\0" * (-len(plain) % PADDED)
    return bytes(SealedBox(PublicKey(_read(public_file()), HexEncoder)).encrypt(plain))


def unseal(sealed: bytes) -> str:
    """Return the address in *sealed*. Raises ``NoKey``, also where another key sealed it."""
    try:
        plain = SealedBox(PrivateKey(_read(private_file()), HexEncoder)).decrypt(bytes(sealed))
    except CryptoError:
        raise NoKey(_("This address was sealed with another key and cannot be opened.")) from None
    return bytes(plain).rstrip(b"\0").decode()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes().strip()
    except OSError:
        raise NoKey(_("The key for sealed addresses is missing: make one with `tocsin comments key`.")) from None
