"""Office files behind a password -> what is in them, where the password is known."""

from __future__ import annotations

import io

from minutes_miner.errors import SourceDamaged, SourceEncrypted, WrongPassword

_REASON = {"id": "kuncinya rusak", "en": "its lock is broken"}


def unlocked(data: bytes, source: str, password: str | None) -> bytes:
    """The file without its lock; `data` itself when it has none, or one that cannot be looked into.

    Raises:
        SourceEncrypted: it is locked and there is no password.
        WrongPassword: the password does not open it.
        SourceDamaged: it says that it is locked and is broken.
    """
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        if not file.is_encrypted():
            return data
    except Exception:
        return data
    if password is None:
        raise SourceEncrypted(source)
    target = io.BytesIO()
    try:
        file.load_key(password=password)
        file.decrypt(target)
    except (InvalidKeyError, DecryptionError):
        raise WrongPassword(source) from None
    except Exception:  # whatever the library stumbles over in a broken file
        raise SourceDamaged(source, reason=_REASON) from None
    return target.getvalue()
