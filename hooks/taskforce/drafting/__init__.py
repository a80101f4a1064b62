"""Pages that are not there yet: what to ask for them, and the text that follows from the answers.

    model ──► questions ──► answers ──► values ──► skeleton ──► page, tried with the check
                 │             ▲
                 └──► terminal, flags, issue forms, snippets

Nothing here knows a kind of page by name. `questions` and `skeleton` are the core; what asks and
what writes are thin.
"""
