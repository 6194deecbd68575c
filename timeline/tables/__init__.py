"""A folder of tables read and checked, row by row, cell by cell. `timeline.dataset` is the door."""
