"""Open a list file of any form.

The form is told by the first bytes, never by the name. Faults are a ListError.
"""

from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from precinct_app.errors import ListError, ListFault
from precinct_app.lists.delimited import read_delimited
from precinct_app.lists.table import Table
from precinct_app.lists.workbook import read_workbook

ZIP: Final = b"PK\x03\x04"
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The old container of Microsoft: xls, doc, and a workbook under a password."""
FOREIGN: Final = (
    *(b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"),
    *(b"{\\rtf", b"SQLite format 3", b"\x7fELF"),
)
MARKUP: Final = (b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta")
OTHER_PARTS: Final = {"content.xml", "xl/workbook.bin", "index/document.iwa"}
"""What is inside an OpenDocument, a binary workbook and one of Numbers."""


def read_tables(path: Path) -> list[Table]:
    """Read every sheet of a file; a csv file has one."""
    content = read_content(path)
    head = content[:64]
    if head.startswith(ZIP):
        check_parts(path)
        return read_workbook(path.name, content)
    if head.startswith(COMPOUND):
        raise ListError(fault_of_compound(content), file=path.name)
    if head.startswith(FOREIGN):
        raise ListError(ListFault.NOT_A_LIST, file=path.name)
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(MARKUP):
        raise ListError(ListFault.OTHER_SPREADSHEET, file=path.name)
    return [read_delimited(path.name, content)]


def read_content(path: Path) -> bytes:
    """Read the whole file, or say why it can't be read."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise ListError(ListFault.MISSING, file=path.name) from None
    except OSError:
        raise ListError(ListFault.UNREADABLE, file=path.name) from None
    if not content:
        raise ListError(ListFault.EMPTY, file=path.name)
    return content


def check_parts(path: Path) -> None:
    """Say no to an archive that is no xlsx workbook."""
    try:
        with ZipFile(path) as archive:
            names = {name.lower() for name in archive.namelist()}
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        # The last is zipfile's word for a packing that it does not know.
        raise ListError(ListFault.DAMAGED, file=path.name) from None
    if "xl/workbook.xml" in names:
        return
    fault = ListFault.OTHER_SPREADSHEET if names & OTHER_PARTS else ListFault.NOT_A_LIST
    raise ListError(fault, file=path.name)


def fault_of_compound(content: bytes) -> ListFault:
    """Tell a workbook under a password from an old one and from a letter."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return ListFault.PASSWORD
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book\0")):
        return ListFault.OTHER_SPREADSHEET
    return ListFault.NOT_A_LIST
