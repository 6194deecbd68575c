"""What two screens use."""
