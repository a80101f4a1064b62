"""What running text may hold beside plain Markdown, one module per feature.

Python-Markdown and pymdown-extensions read the notation. What they make of it is here made into
semantic HTML without scripts, styles or controls that do nothing, with words in the language of the
page. Each feature is a function that changes the tree of elements; `extension` calls them in turn.
"""
