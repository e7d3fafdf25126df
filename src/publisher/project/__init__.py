"""Folders made from the template (`new`), and what this machine has and lacks (`doctor`)."""
