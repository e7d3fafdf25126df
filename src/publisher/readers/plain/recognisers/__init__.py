"""Recognisers: each knows one convention and claims the lines it knows, saying why. None decides."""
