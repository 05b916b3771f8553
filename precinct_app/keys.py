"""Keys and PINs: made, stretched, compared."""

import hashlib
import hmac
import os
import unicodedata
from typing import TYPE_CHECKING

from precinct_app.domain.crockford import in_fours, read_signs, write_signs
from precinct_app.errors import StoreError, Trouble

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

KEY = 32

# RFC 9106, second recommended option: 64 MiB, three passes.
_LANES, _PASSES, _KIBIBYTES = 4, 3, 64 * 1024


def file_key(passphrase: str, salt: bytes) -> bytes:
    """Stretch a passphrase to the raw key of a day file (Argon2id over its first 16 bytes).

    Letters that a keyboard sends in parts (й, ё) are the same passphrase.
    """
    return _argon(salt).derive(unicodedata.normalize("NFC", passphrase).encode())


def new_salt() -> bytes:
    """Make the salt of a new file."""
    return os.urandom(16)


def write_recovery(key: bytes) -> str:
    """Write a file's key for the recovery sheet: base 32 in groups of four, with a check."""
    return in_fours(write_signs(key + _check(key)))


def read_recovery(text: str) -> bytes:
    """Read the key typed from a recovery sheet, or raise StoreError RECOVERY_MISTYPED."""
    found = read_signs(text)
    key = found[:KEY]
    if found[KEY:] != _check(key):
        raise StoreError(Trouble.RECOVERY_MISTYPED)
    return key


def seal_pin(pin: str) -> str:
    """Make the Argon2id hash of a PIN: salt and hash in hex, parted by a dollar sign."""
    salt = os.urandom(16)
    return f"{salt.hex()}${_argon(salt).derive(pin.encode()).hex()}"


def pin_holds(pin: str, sealed: str) -> bool:
    """Tell whether a PIN is the sealed one."""
    salt, _, digest = sealed.partition("$")
    if not digest:
        return False
    made = _argon(bytes.fromhex(salt)).derive(pin.encode())
    return hmac.compare_digest(made.hex(), digest)


def new_signing_key() -> tuple[bytes, str]:
    """Make a file's Ed25519 key: the private half as bytes, the public half as hex."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw().hex()


def public_half(private: bytes) -> str:
    """Give the public half, as hex, of an Ed25519 key; empty for what is no key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()
    except ValueError:
        return ""


def _argon(salt: bytes) -> "Argon2id":
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(salt=salt, length=KEY, iterations=_PASSES, lanes=_LANES, memory_cost=_KIBIBYTES)


def _check(key: bytes) -> bytes:
    # 35 bytes are 56 signs exactly, so that no sign is half a check.
    return hashlib.sha256(key).digest()[:3]
