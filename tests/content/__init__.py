"""What holds on the built site whatever the pages say, as long as the check accepts them.

Nothing here knows a page, a person, a title or a number of the content. Each judgement takes a
built site and yields what is wrong with it, so that one run tells all; :mod:`.judging` has them
together. They judge the real site, the fixed site and every changed copy alike.
"""
