"""What the warehouse costs at the size of an archive."""
