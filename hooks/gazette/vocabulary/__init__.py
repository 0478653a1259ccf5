"""Words the rules look for: plain tuples and dictionaries, apart from the code that uses them."""
