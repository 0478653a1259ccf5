"""Gazette: raw diplomatic press releases in, a record that can be cited out."""

__version__ = "0.1.0"
