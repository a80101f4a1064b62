"""Tests state what the site does."""
