"""Makes the typeface of the site out of what its authors publish: `python -m tests.typeface`."""
