"""The page of the works behind the record."""
