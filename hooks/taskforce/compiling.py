"""Templates that have been compiled once in the life of a process."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2.bccache import Bucket, BytecodeCache

_CODE: dict[str, bytes] = {}


class CompiledOnce(BytecodeCache):
    """Keeps the code of templates in memory, by their names and what they hold.

    Each build and each language makes an environment of its own, of the same templates. On disk it
    would be code that anybody could change.
    """

    def __init__(self, kind: str) -> None:
        """Begin.

        Args:
            kind: What stands for all of an environment that decides the code.
        """
        self._kind = kind

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name of a template, also where its folder has one that is no Unicode."""
        return f"{self._kind}|{name}|{filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket the code of its template, if that is as it was."""
        if bucket.key in _CODE:
            bucket.bytecode_from_string(_CODE[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        _CODE[bucket.key] = bucket.bytecode_to_string()


def code() -> dict[str, bytes]:
    """Return the code of all that has been compiled in this process."""
    return dict(_CODE)


def take_over(code: Mapping[str, bytes]) -> None:
    """Keep what another process has compiled."""
    _CODE.update(code)
