"""What leaves the app: tables, citations, sheets."""
