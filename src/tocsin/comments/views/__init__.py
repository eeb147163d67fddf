"""What readers see of comments and do with them."""
