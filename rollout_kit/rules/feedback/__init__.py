"""Whether what users and operations notice is heard, answered and measured."""
