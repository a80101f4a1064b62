"""What a build costs, beside what it would cost without us: `make bench`.

Not a test: a busy machine is no defect.
"""
