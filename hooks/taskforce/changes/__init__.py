"""What a change of the content does to the site: two catalogues become a report, and that Markdown.

Who proposes a change decides what the report holds, so it is data: all of its words stand in code.
"""
