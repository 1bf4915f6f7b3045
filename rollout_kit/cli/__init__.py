"""The command line: the only room that asks the clock, the environment and the file system."""
