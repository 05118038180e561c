"""Articles about the invented world, in the sentence forms of the genre, with the truth kept aside."""
