"""The running text of a page: what editors write is read as GitHub reads it.

Editors look at GitHub's preview, which follows CommonMark. Python-Markdown, which makes the pages,
is older and differs from it in silence. So a second parser reads the text first (`syntax`), it is
written again in the way in which Python-Markdown reads the same (`writing`), and what came out is
held against what was read (`outline`), for what nobody foresaw.
"""
