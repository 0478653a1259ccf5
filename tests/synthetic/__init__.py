"""Synthetic raw corpora for tests and benchmarks: `generate(count, seed)`, and a whole record folder.

`lands`, `prose`, `words` hold names and sentences, all our own; `cast` says who holds which office when,
`happenings` what takes place, `stories` how a house tells of it, `houses` how its page is laid out; `corpus`
puts them together, `record` writes a folder that MkDocs builds, `edits` changes one at random.
"""

from synthetic.corpus import Composed, compose, generate

__all__ = ["Composed", "compose", "generate"]
