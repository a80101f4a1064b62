"""A PDF in fewer bytes.

Typst compresses what is on the pages, not what says how they are built: for readers who listen,
each paragraph, link and cell of a table is an object of its own, two thirds of the file.
"""

from __future__ import annotations

from io import BytesIO


def packed(pdf: bytes) -> bytes:
    """Return the same PDF with its objects packed together (ISO 32000-1, 7.5.7).

    The same gives the same bytes.
    """
    # Here: only the process that makes a PDF needs it, and it takes a tenth of a second to load.
    from pikepdf import ObjectStreamMode, Pdf

    made = BytesIO()
    with Pdf.open(BytesIO(pdf)) as document:
        document.save(
            made,
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,  # It is right, and would be laid out anew.
        )
    return made.getvalue()
