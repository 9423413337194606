"""What runs, when and in what order."""
