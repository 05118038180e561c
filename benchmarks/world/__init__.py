"""An invented political world: real places, invented people, careers over twenty years."""
