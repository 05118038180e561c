"""Side-by-side measurements with peers, and a generated world whose truth is known."""
