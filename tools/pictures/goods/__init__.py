"""The things of the shop, a file for each category; `props.py` holds what only keeps them company."""
