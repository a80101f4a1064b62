"""Begins the advice."""

import sys

from tests.advice.running import main

if __name__ == "__main__":
    sys.exit(main())
