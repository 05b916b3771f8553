"""The recovery sheet of a new file, put down as a PDF."""

from pathlib import Path

from precinct_app.desk import Plan, placed
from precinct_app.reports.recovery_sheet import RecoverySheet, recovery_sheet


def write_sheet(path: Path, file: Path, plan: Plan, recovery: str) -> None:
    """Write the sheet to be printed; StoreError for what hinders it."""
    paper = recovery_sheet(
        RecoverySheet(
            precinct=plan.precinct.number,
            election=plan.election.title,
            file=file.name,
            training=plan.kind == "training",
            recovery=recovery,
        )
    )
    with placed(path) as draft:
        draft.write_bytes(paper)
