"""Advice on the prose of docs/, which stops nothing. Beside the tests, for it needs their tools."""
