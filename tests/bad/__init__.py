"""Bad input, as tables: what is wrong with each file, and the problem that it must give.

`texts` are files whose bytes are bad, `long` those that are bad by their size or depth, `places` names and
kinds of files, `registers` authority files. They are tables and no files, so that no editor, checkout or
line-ending filter mends them unseen. `child` reads a record within bounds of time and memory.
"""
