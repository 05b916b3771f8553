"""A paper as a reader, a printer and a scanner see it."""

import pypdfium2

MARGIN = 50.0


def lines_of(paper: bytes) -> list[str]:
    """Give the text of the first page line by line, as it is copied out of a reader."""
    page = pypdfium2.PdfDocument(paper)[0]
    found: str = page.get_textpage().get_text_range()
    return [line.replace("\N{NO-BREAK SPACE}", " ").strip() for line in found.splitlines()]


def words_of(paper: bytes) -> str:
    """Give the text of the first page column by column, with one space between words."""
    page = pypdfium2.PdfDocument(paper)[0]
    width, height = page.get_size()
    whole = page.get_textpage()
    halves = ((0, width / 2), (width / 2, width))
    texts = [whole.get_text_bounded(left, 0, right, height) for left, right in halves]
    return " ".join(" ".join([whole.get_text_range(), *texts]).split())


def picture(paper: bytes, dots_per_inch: int) -> memoryview:
    """Print the first page as rows of grey dots."""
    page = pypdfium2.PdfDocument(paper)[0]
    printed = page.render(scale=dots_per_inch / 72, grayscale=True)
    dots = bytes(printed.buffer)
    rows = (dots[row * printed.stride :][: printed.width] for row in range(printed.height))
    return memoryview(b"".join(rows)).cast("B", shape=[printed.height, printed.width])


def inside(paper: bytes) -> bool:
    """Tell whether all that is drawn keeps clear of the edges of the page."""
    page = pypdfium2.PdfDocument(paper)[0]
    width, height = page.get_size()
    boxes = [part.get_bounds() for part in page.get_objects()]
    return all(
        left >= MARGIN and bottom >= MARGIN and right <= width - MARGIN and top <= height - MARGIN
        for left, bottom, right, top in boxes
    )
