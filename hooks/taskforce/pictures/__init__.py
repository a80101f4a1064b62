"""Pictures made at build time: geometry from the catalogue, and SVG from the geometry.

`relations` and `timeline` compute what stands where and know no markup; `drawing` puts that in the
templates picture_*.html. A browser need not run anything to show them.
"""
