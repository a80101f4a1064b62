"""The whole site in reading order: as one page, and as a PDF.

The HTML that each page has is read as a tree of elements, without what would repeat itself. Of that
tree come the page with everything, and what book.typ sets in type.
"""
