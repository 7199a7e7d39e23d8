"""One profile at a time: the page as it was laid out, its text, and what its words show."""

from workbench.widgets.resume_review.widget import ResumeReview

__all__ = ["ResumeReview"]
