"""Runs `python -m tests.content`, or `make content`: see running.py."""

import sys

# The browsers are started from processes of their own, which read this file anew (multiprocessing,
# "spawn"): they need not import all that judges, too.
if __name__ == "__main__":
    from tests.content.running import main

    sys.exit(main())
