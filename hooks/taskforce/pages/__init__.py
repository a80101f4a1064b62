"""Pages in full: the editors' text, with what the site adds round it.

The words are in the files of languages/ and the shape in the templates of overrides/overviews/.
What a template can ask for by name, such as `words` or `links`, has a module here.
"""
