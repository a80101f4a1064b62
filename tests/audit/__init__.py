"""The audit: measures every bar of the site in one run, and writes the report that it shows.

`make audit` runs it. Each module measures one family of bars and returns what it measured; what a
bar asks stands in hooks/taskforce/audit.yml. A tool that cannot look stops the audit: silence is
no good news.
"""
