"""What the work needs: must, should, nice, with the checks and who tests what."""

from workbench.widgets.intake_map.widget import IntakeMap

__all__ = ["IntakeMap"]
