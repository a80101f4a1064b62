"""The whole site in reading order: as one page, and as what a PDF is made of.

The text of each page is made by its own template, once, and becomes a tree of elements. Of that
tree are made the HTML of the page with everything, and the data that book.typ sets in type.
"""
