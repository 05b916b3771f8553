"""The built-in training precinct: invented, set up and open."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from precinct_app.desk import Desk, Plan, create_day, give_name, require_unused, this_laptop
from precinct_app.domain.precinct import Precinct
from precinct_app.errors import unplaced
from precinct_app.lists.intake import check_list, terms_of
from precinct_app.resources import load_election
from precinct_app.training import PASSPHRASE
from precinct_app.training.commission import Commission
from precinct_app.training.people import invent_list
from precinct_app.training.rehearsal import ELECTION, NUMBER

VOTERS, SEED = 1_186, 7
STEPS = 5

Progress = Callable[[int, int], bool]


def make_training_day(path: Path, progress: Progress = lambda _done, _total: True) -> None:
    """Make a training file whose voting is open, whole or not at all.

    The members' PINs stand in it to be shown. Raises StoreError for what hinders the file, and
    for one that is there already.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        require_unused(path)
        with TemporaryDirectory(dir=path.parent) as folder:
            draft = Path(folder) / path.name
            _make(draft, Path(folder) / "list.xlsx", progress)
            give_name(draft, path)
    except OSError as error:
        raise unplaced(error, path) from error


def _make(draft: Path, paper: Path, progress: Progress) -> None:
    """Do it step by step, from the list to the opened door."""
    laptop, election = this_laptop(), load_election(ELECTION)
    progress(0, STEPS)
    invent_list(VOTERS, SEED, paper)
    progress(1, STEPS)
    report = check_list(paper, terms_of(election))
    progress(2, STEPS)
    plan = Plan("training", election, Precinct(NUMBER), report.voters)
    key = create_day(draft, plan, PASSPHRASE, laptop).key
    progress(3, STEPS)
    with Desk(draft, key, laptop) as desk:
        desk.start_writing()
        commission = Commission(desk)
        commission.set_up()
        progress(4, STEPS)
        commission.open()
    progress(STEPS, STEPS)
