"""What stands in each picture and from where it is seen: a file for each category, `views.py` for the common ways."""
from shots import bowls, cups, jars, plates, table, vases, wide

SHOTS = {**wide.SHOTS, **bowls.SHOTS, **cups.SHOTS, **vases.SHOTS, **jars.SHOTS, **plates.SHOTS, **table.SHOTS}
