"""`python -m letters_gen`: the same as `letters-gen`."""

from letters_gen.cli import main

main()
