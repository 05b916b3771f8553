"""Keys and PINs: made, stretched, compared."""

import base64
import binascii
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
_NONCE = 12

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


class LineKey:
    """Encrypts the lines of one file for its second place, and opens them again.

    AES-256-GCM under keys derived from the file's own. The nonce is made of the text itself: the
    same line is always the same, and no two texts ever share one, not even when two laptops
    seal different entries under one number.
    """

    def __init__(self, key: bytes, file: str) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._cipher = AESGCM(_derived(key, "precinct-app line cipher"))
        self._nonces = _derived(key, "precinct-app line nonce")
        self._file = file

    def seal(self, desk: int, number: int, text: str) -> str:
        """Encrypt the text of an entry: base 64 of nonce, text and tag."""
        about, plain = self._about(desk, number), text.encode()
        nonce = hmac.digest(self._nonces, about + b"\n" + plain, "sha256")[:_NONCE]
        return base64.b64encode(nonce + self._cipher.encrypt(nonce, plain, about)).decode()

    def open(self, desk: int, number: int, sealed: str) -> str | None:
        """Decrypt the text of an entry, or give None for what was not sealed so."""
        from cryptography.exceptions import InvalidTag

        try:
            whole = base64.b64decode(sealed, validate=True)
            plain = self._cipher.decrypt(whole[:_NONCE], whole[_NONCE:], self._about(desk, number))
            return plain.decode()
        except (binascii.Error, InvalidTag, ValueError):
            return None

    def _about(self, desk: int, number: int) -> bytes:
        return f"{self._file} {desk} {number}".encode()


def _derived(key: bytes, purpose: str) -> bytes:
    return hmac.digest(key, purpose.encode(), "sha256")


def _argon(salt: bytes) -> "Argon2id":
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(salt=salt, length=KEY, iterations=_PASSES, lanes=_LANES, memory_cost=_KIBIBYTES)


def _check(key: bytes) -> bytes:
    # 35 bytes are 56 signs exactly, so that no sign is half a check.
    return hashlib.sha256(key).digest()[:3]
