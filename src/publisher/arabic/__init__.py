"""Facts of the Arabic script: letters and marks, joining, digits, ordinals, abjad. No rules of a house, no state."""
