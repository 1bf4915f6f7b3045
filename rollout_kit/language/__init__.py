"""Languages: words, plurals, dates and numbers."""
