"""QR symbols, drawn as rectangles that stay sharp on any printer."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

# A quiet zone of four modules is part of the symbol (ISO/IEC 18004).
QUIET = 4


def draw_qr(canvas: "Canvas", content: str, left: float, bottom: float, size: float) -> None:
    """Draw a symbol with its quiet zone into a square of ``size`` points."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(content)
    rows = code.get_matrix()
    module = size / len(rows)
    for row, cells in enumerate(rows):
        for start, length in _runs(cells):
            top = bottom + size - row * module
            canvas.rect(
                left + start * module, top - module, length * module, module, stroke=0, fill=1
            )


def _runs(cells: list[bool]) -> list[tuple[int, int]]:
    """Join dark modules that touch, so that no hair line shows between them."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(cells):
        if dark and runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((place, 1))
    return runs
