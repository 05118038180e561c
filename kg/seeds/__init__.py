"""What is already known and given: places, countries, surnames, given names."""

from kg.seeds.countries import City, Country
from kg.seeds.places import Gazetteer, Place
from kg.seeds.seeds import Seeds, load_seeds
from kg.seeds.table import read_table, row_error

__all__ = ["City", "Country", "Gazetteer", "Place", "Seeds", "load_seeds", "read_table", "row_error"]
