"""The whole site in reading order: as one page, and as a PDF.

Each page is made into HTML once more, without what would repeat itself, and read as a tree of
elements. Of that tree come the page with everything, and what book.typ sets in type.
"""
