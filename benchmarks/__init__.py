"""Speed and memory, measured against peers and against the floor; `make bench`."""
