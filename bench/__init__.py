"""What the calculation costs, measured on this machine in one run: `python -m bench`."""
