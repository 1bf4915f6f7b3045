"""From a few answers to a commented description: what was answered stands in it, all else is an example in a comment.

Pure: `Answers` and a day in, the text of a file out. Nothing here asks; `cli` does.
"""
