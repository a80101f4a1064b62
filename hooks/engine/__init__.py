"""The edge with MkDocs, static-i18n and Material: one module per concern.

Nothing here knows what a theme, a trekker or a deliverable is. Each function is called from one
event in hooks/events.py and returns a value wherever MkDocs takes one.
"""
