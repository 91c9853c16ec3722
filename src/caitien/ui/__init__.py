"""Base page, components, icons, style and scripts."""
