"""Everything that makes the site out of the pages in docs/."""
