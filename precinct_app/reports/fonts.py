"""PT Sans for papers: it has every Kazakh letter."""

from importlib.resources import as_file, files

REGULAR = "PTSans"
BOLD = "PTSans-Bold"

_FILES = {REGULAR: "PT_Sans-Web-Regular.ttf", BOLD: "PT_Sans-Web-Bold.ttf"}


def register_fonts() -> None:
    """Make the fonts known to ReportLab, once."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    known = pdfmetrics.getRegisteredFontNames()
    for name, file in _FILES.items():
        if name not in known:
            with as_file(files("fontpkg_pt_sans") / "files" / file) as path:
                pdfmetrics.registerFont(TTFont(name, str(path)))
