"""Who was harmed, as other parts of the text tell it: one person told twice, fates, roles."""
