"""A paper of many pages, read back: its words, its colours, its symbols."""

from random import Random

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter

A4 = (595, 842)
MARGIN = 18.0


def pages_of(paper: bytes) -> int:
    return len(pypdfium2.PdfDocument(paper))


def text_of(paper: bytes) -> str:
    """Give the text of all pages in the order it was written, with one space between words."""
    document = pypdfium2.PdfDocument(paper)
    texts = [document[page].get_textpage().get_text_range() for page in range(len(document))]
    return " ".join(" ".join(texts).replace("\N{NO-BREAK SPACE}", " ").split())


def sizes_of(paper: bytes) -> set[tuple[int, int]]:
    """List the sizes of the pages in whole points."""
    document = pypdfium2.PdfDocument(paper)
    found = [document[page].get_size() for page in range(len(document))]
    return {(round(width), round(height)) for width, height in found}


def symbols_of(paper: bytes, dots_per_inch: int = 200) -> list[str]:
    """Read every symbol from the grey pictures of the pages, each text once."""
    found: list[str] = []
    for page in range(pages_of(paper)):
        codes = zxingcpp.read_barcodes(grey_of(paper, page, dots_per_inch))
        found += [code.text for code in codes]
    return list(dict.fromkeys(found))


def grey_of(paper: bytes, page: int, dots_per_inch: int) -> memoryview:
    """Print a page as rows of grey dots."""
    printed = pypdfium2.PdfDocument(paper)[page].render(scale=dots_per_inch / 72, grayscale=True)
    dots = bytes(printed.buffer)
    rows = (dots[row * printed.stride :][: printed.width] for row in range(printed.height))
    return memoryview(b"".join(rows)).cast("B", shape=[printed.height, printed.width])


def symbols_of_scan(paper: bytes) -> set[str]:
    """Read the symbols from a poor scan: 200 dpi, turned by a degree, blurred and noisy."""
    document = pypdfium2.PdfDocument(paper)
    found: set[str] = set()
    for page in range(len(document)):
        printed = document[page].render(scale=200 / 72, grayscale=True).to_pil()
        turned = printed.rotate(1, fillcolor=255, resample=Image.Resampling.BICUBIC)
        blurred = turned.filter(ImageFilter.GaussianBlur(0.8))
        width, height = blurred.size
        noise = Image.frombytes("L", blurred.size, Random(page).randbytes(width * height))
        codes = zxingcpp.read_barcodes(Image.blend(blurred, noise, 0.2))
        found |= {code.text for code in codes}
    return found


def is_without_colour(paper: bytes) -> bool:
    """Tell whether no dot of any page has a colour."""
    document = pypdfium2.PdfDocument(paper)
    for page in range(len(document)):
        dots = bytes(document[page].render(scale=1).buffer)
        if dots[0::3] != dots[1::3] or dots[1::3] != dots[2::3]:
            return False
    return True


def keeps_clear(paper: bytes) -> bool:
    """Tell whether the words of every page keep clear of its edges."""
    document = pypdfium2.PdfDocument(paper)
    for page in range(len(document)):
        width, height = document[page].get_size()
        text = document[page].get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            if left < MARGIN or bottom < MARGIN or right > width - MARGIN or top > height - MARGIN:
                return False
    return True
