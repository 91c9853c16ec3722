"""CaiTien: a workbench for the quality-improvement plans of Vietnamese schools."""

__version__ = "0.1.0"
