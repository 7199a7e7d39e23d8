"""A small widget on the shared foundation, for the tests alone."""
