"""What is already known and given: places, countries, surnames, given names, human decisions' tables."""

from kg.seeds.countries import Country
from kg.seeds.places import Gazetteer, Place
from kg.seeds.seeds import Seeds, load_seeds
from kg.seeds.table import read_table, row_error

__all__ = ["Country", "Gazetteer", "Place", "Seeds", "load_seeds", "read_table", "row_error"]
