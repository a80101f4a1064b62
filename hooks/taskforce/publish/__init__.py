"""The catalogue for machines: feeds, calendar, open data, linked data, previews.

Catalogue, language and address of the site in; text or bytes out. Nothing here knows of MkDocs or
touches a disk or a clock: two builds of one commit give the same bytes.
"""
