"""One tour of a browser through a site; what it met is kept for the tests to judge.

Each page that stands for its kind is opened three times: narrow, wide and without script. All that
can be looked for then is looked for in that one visit, for opening pages and starting a browser is
what takes the time. :mod:`.rounds` goes, :mod:`.looks` has what is looked for on one page.
"""
