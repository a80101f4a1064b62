"""Templates that have been compiled once in the life of a process."""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache


class CompiledOnce(BytecodeCache):
    """Keeps the code of templates in memory, by their names and what they hold.

    Each build and each language makes an environment of its own, of the same templates. On disk it
    would be code that anybody could change.
    """

    def __init__(self) -> None:
        self._code: dict[str, Bucket] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name of a template, also where its folder has one that is no Unicode."""
        return f"{name}|{filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket the code of its template, if that is as it was."""
        kept = self._code.get(bucket.key)
        if kept is not None and kept.checksum == bucket.checksum:
            bucket.code = kept.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._code[bucket.key] = bucket
