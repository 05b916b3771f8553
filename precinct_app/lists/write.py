"""Write a voter list as an xlsx workbook.

The same voters give the same bytes: every date inside the file is that of the beginning.
"""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from precinct_app.domain.voters import Voter

TITLE: Final = "Сайлаушылар тізімі / Список избирателей"
COLUMNS: Final = (
    ("р/с № / № п/п", "number", 9),
    ("Тегі / Фамилия", "surname", 20),
    ("Аты / Имя", "first_name", 16),
    ("Әкесінің аты / Отчество", "patronymic", 20),
    ("Туған күні / Дата рождения", "birth", 14),
    ("ЖСН / ИИН", "iin", 15),
    ("Көше / Улица", "street", 26),
    ("Үй / Дом", "house", 8),
    ("Пәтер / Квартира", "flat", 8),
    ("Кітап / Книга", "book", 7),
    ("Бет / Страница", "page", 7),
    ("Жол / Строка", "line", 7),
    ("Бюллетеньдер жинағы / Набор бюллетеней", "ballots", 14),
)
HEADER_ROW: Final = 2
STATED_TIME: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
BEGINNING: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive knows."""


def write_list(voters: Iterable[Voter], path: Path) -> None:
    """Write a list with a title and headers in Kazakh and Russian; all cells are text.

    OSError where the disk says no; whoever wants it whole or not at all gives a draft.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Тізім")
    for at, (_, _, width) in enumerate(COLUMNS):
        sheet.column_dimensions[chr(ord("A") + at)].width = width
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.append([TITLE])
    sheet.append([header for header, _, _ in COLUMNS])
    for voter in voters:
        cells = [WriteOnlyCell(sheet, text) for text in row_of(voter)]
        for cell in cells:
            cell.data_type = "s"  # a name that begins with = is no formula
        sheet.append(cells)
    target = BytesIO()
    book.save(target)
    path.write_bytes(timeless(target.getvalue()))


def row_of(voter: Voter) -> Sequence[str]:
    """Write the cells of one voter, a date as people write it."""
    fields = [str(getattr(voter, field)) for _, field, _ in COLUMNS]
    fields[4] = ".".join(reversed(voter.birth.split("-")))
    return fields


def timeless(workbook: bytes) -> bytes:
    """Take the time of writing out of a workbook."""
    target = BytesIO()
    with ZipFile(BytesIO(workbook)) as written, ZipFile(target, "w") as packed:
        for name in written.namelist():
            content = written.read(name)
            if name == "docProps/core.xml":
                content = STATED_TIME.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            info = ZipInfo(name, BEGINNING)
            info.compress_type = ZIP_DEFLATED
            packed.writestr(info, content)
    return target.getvalue()
