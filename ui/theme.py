"""How the window looks: two themes, one font, sizes that scale.

Widgets say what they are by ``dress(widget, "title")``; the style sheet says how that looks.
"""

from importlib.resources import as_file, files
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

FAMILY = "PT Sans"
FONTS = ("PT_Sans-Web-Regular.ttf", "PT_Sans-Web-Bold.ttf", "PT_Sans-Web-Italic.ttf")
SMALLEST, LARGEST, STEP = 1.0, 2.0, 0.25


class Theme(NamedTuple):
    """The colours of a theme; none of them is the only bearer of a meaning."""

    name: str
    ground: str
    surface: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    good: str
    good_ground: str
    warning: str
    warning_ground: str
    bad: str
    bad_ground: str


LIGHT = Theme(
    "light",
    ground="#EEF1F4",
    surface="#FFFFFF",
    ink="#17212B",
    muted="#52606D",
    line="#C9D1D9",
    accent="#14557F",
    on_accent="#FFFFFF",
    good="#1B6238",
    good_ground="#DFF1E5",
    warning="#7A4D00",
    warning_ground="#FFF0CC",
    bad="#9B1C1C",
    bad_ground="#FBE4E4",
)
CONTRAST = Theme(
    "contrast",
    ground="#000000",
    surface="#000000",
    ink="#FFFFFF",
    muted="#FFFFFF",
    line="#FFFFFF",
    accent="#FFE500",
    on_accent="#000000",
    good="#7CFF9B",
    good_ground="#000000",
    warning="#FFE500",
    warning_ground="#000000",
    bad="#FF9C9C",
    bad_ground="#000000",
)
THEMES = {theme.name: theme for theme in (LIGHT, CONTRAST)}


def load_fonts() -> None:
    """Give Qt the font that has every Kazakh letter; the system's may lack some."""
    for file in FONTS:
        with as_file(files("fontpkg_pt_sans") / "files" / file) as path:
            QFontDatabase.addApplicationFont(str(path))


def dress(widget: QWidget, kind: str) -> None:
    """Say what a widget is, or has become, and let it look so."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.updateGeometry()
    # Frames take the room of their new padding only when they are told.
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def apply_theme(application: QApplication, theme: Theme, scale: float = SMALLEST) -> None:
    """Give the whole program a theme and a size, 1.0 to 2.0."""
    font = QFont(FAMILY)
    font.setPixelSize(_px(15, scale))
    application.setFont(font)
    application.setPalette(_palette(theme))
    application.setStyleSheet(style_sheet(theme, scale))


def letter_colour(ground: str) -> str:
    """Choose black or white for letters on a coloured ground, by what reads better."""
    colour = QColor(ground)
    shares = colour.redF(), colour.greenF(), colour.blueF()
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#000000" if (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) else "#FFFFFF"


def style_sheet(theme: Theme, scale: float) -> str:
    """Write the style sheet of a theme in a size."""
    sizes = {
        f"px{n}": f"{_px(n, scale)}px"
        for n in (1, 2, 3, 4, 6, 8, 10, 12, 13, 15, 16, 18, 22, 28, 40)
    }
    # What has the focus wears a thicker frame and takes no more room for it.
    thicker = _px(3, scale) - _px(1, scale)
    inside = {f"in{n}": f"{_px(n, scale) - thicker}px" for n in (4, 6, 8, 12, 16, 22)}
    inside["spare"] = f"{_px(2, scale) - _px(1, scale)}px"
    return _SHEET.format_map({**theme._asdict(), **sizes, **inside})


def _px(size: int, scale: float) -> int:
    return max(1, round(size * scale))


def _palette(theme: Theme) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    colours = {
        role.Window: theme.ground,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.ground,
        role.Text: theme.ink,
        role.Button: theme.surface,
        role.ButtonText: theme.ink,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.ink,
        role.Mid: theme.line,
    }
    for place, colour in colours.items():
        palette.setColor(place, QColor(colour))
    return palette


_SHEET = """
QWidget {{ color: {ink}; }}
QMainWindow, QDialog, QWidget[kind="ground"] {{ background: {ground}; }}
QFrame[kind="panel"] {{
  background: {surface}; border: {px1} solid {line}; border-radius: {px6}; padding: {spare};
}}
QFrame[kind="headline"] {{ background: {surface}; border-bottom: {px1} solid {line}; }}
QLabel[kind="title"] {{ font-size: {px28}; font-weight: bold; }}
QLabel[kind="large"] {{ font-size: {px22}; font-weight: bold; }}
QLabel[kind="middle"] {{ font-size: {px18}; }}
QLabel[kind="strong"] {{ font-weight: bold; }}
QLabel[kind="muted"] {{ color: {muted}; font-size: {px13}; }}
QLabel[kind="key"] {{
  background: {surface}; border: {px2} solid {ink}; border-radius: {px6};
  padding: {px12}; font-size: {px22}; font-weight: bold;
}}
QLabel[kind="hint"] {{ color: {muted}; font-size: {px15}; padding: {px2} {px4}; }}
QLabel[kind="place"] {{ font-size: {px28}; font-weight: bold; color: {accent}; }}
QLabel[kind="low"] {{
  background: {warning_ground}; color: {warning}; font-weight: bold;
  border: {px1} solid {warning}; border-radius: {px4}; padding: 0 {px4};
}}
QLabel[kind="ballot_letter"] {{ font-size: {px40}; }}
QLabel[kind="ballot_title"] {{ font-size: {px16}; }}
QLabel[kind="ballot_state"] {{ font-size: {px18}; font-weight: bold; }}
*[kind="ballot_ticked"] {{
  background: {surface}; border: {px3} solid {accent}; border-radius: {px8};
}}
*[kind="ballot_given"] {{
  background: {good_ground}; border: {px3} solid {good}; border-radius: {px8};
}}
*[kind="ballot_out"] {{
  background: {ground}; border: {px3} dashed {muted}; border-radius: {px8};
}}
*[kind="ballot_ticked"]:focus, *[kind="ballot_given"]:focus, *[kind="ballot_out"]:focus {{
  border: {px3} solid {ink};
}}
QLabel[kind="room"] {{ font-size: {px40}; font-weight: bold; }}
QLabel[kind="figure"] {{ font-size: {px28}; font-weight: bold; }}
QLabel[kind="good"] {{
  background: {good_ground}; color: {good}; border: {px2} solid {good};
  border-radius: {px6}; padding: {px8} {px12}; font-size: {px18}; font-weight: bold;
}}
QLabel[kind="warning"] {{
  background: {warning_ground}; color: {warning}; border: {px2} solid {warning};
  border-radius: {px6}; padding: {px8} {px12}; font-size: {px16};
}}
QLabel[kind="bad"] {{
  background: {bad_ground}; color: {bad}; border: {px2} solid {bad};
  border-radius: {px6}; padding: {px8} {px12}; font-size: {px16}; font-weight: bold;
}}
QLineEdit, QComboBox, QPlainTextEdit, QSpinBox {{
  background: {surface}; border: {px2} solid {muted}; border-radius: {px6};
  padding: {px6} {px8}; selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus {{
  border: {px2} solid {accent};
}}
QLineEdit[kind="search"] {{ font-size: {px22}; padding: {px8} {px12}; border-width: {px3}; }}
QComboBox QAbstractItemView {{
  background: {surface}; selection-background-color: {accent}; selection-color: {on_accent};
}}
QPushButton {{
  background: {surface}; border: {px1} solid {muted}; border-radius: {px6};
  padding: {px8} {px12};
}}
QPushButton:hover {{ border-color: {accent}; }}
QPushButton:focus {{ border: {px3} solid {accent}; padding: {in8} {in12}; }}
QPushButton:disabled {{ color: {muted}; border-style: dashed; }}
QPushButton:checked {{ background: {accent}; color: {on_accent}; font-weight: bold; }}
QPushButton[kind="primary"] {{
  background: {accent}; color: {on_accent}; border-color: {accent};
  font-size: {px18}; font-weight: bold; padding: {px12} {px22};
}}
QPushButton[kind="primary"]:focus {{ border: {px3} solid {ink}; padding: {in12} {in22}; }}
QPushButton[kind="primary"]:disabled {{
  background: {ground}; color: {muted}; border: {px1} dashed {muted};
}}
QPushButton[kind="entry"] {{ text-align: left; }}
QPushButton[kind="page"] {{ text-align: left; padding: {px6} {px16} {px6} {px8}; }}
QPushButton[kind="page"]:focus {{
  border: {px3} solid {accent}; padding: {in6} {in16} {in6} {in8};
}}
QPushButton[kind="page"]:checked:focus {{ border-color: {ink}; }}
QPushButton[kind="plain"] {{ background: transparent; border-color: transparent; color: {accent}; }}
QPushButton[kind="plain"]:focus {{ border: {px3} solid {accent}; }}
QPushButton[kind="foot"] {{
  background: transparent; border-color: transparent; color: {accent}; padding: {px6} {px4};
}}
QPushButton[kind="foot"]:focus {{ border: {px3} solid {accent}; padding: {in6} {in4}; }}
QFrame[kind="panel"]:focus {{ border: {px2} solid {accent}; padding: 0; }}
QComboBox::drop-down {{ border: none; width: {px22}; }}
QScrollArea[kind="bare"] {{ background: transparent; border: none; }}
QTableWidget {{
  selection-background-color: {accent}; selection-color: {on_accent};
  background: {surface}; border: {px1} solid {line}; border-radius: {px6};
  gridline-color: transparent; font-size: {px16}; outline: none;
}}
QTableWidget::item {{ padding: 0 {px8}; border-bottom: {px1} solid {line}; }}
QTableWidget::item:selected {{ background: {accent}; color: {on_accent}; }}
QHeaderView::section {{
  background: {surface}; color: {muted}; border: none; border-bottom: {px2} solid {line};
  padding: {px4} {px10}; font-size: {px13}; font-weight: bold;
}}
QRadioButton, QCheckBox {{
  spacing: {px8}; padding: {px2}; border: {px2} solid transparent; border-radius: {px6};
}}
QRadioButton:focus, QCheckBox:focus {{ background: {warning_ground}; border-color: {accent}; }}
QRadioButton::indicator, QCheckBox::indicator {{
  width: {px16}; height: {px16}; border: {px2} solid {muted}; background: {surface};
}}
QCheckBox::indicator {{ border-radius: {px4}; }}
QRadioButton::indicator {{ border-radius: {px10}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; }}
QRadioButton::indicator:checked {{
  border-color: {accent};
  background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
    stop: 0 {accent}, stop: 0.55 {accent}, stop: 0.65 {surface}, stop: 1 {surface});
}}
QProgressBar {{ border: {px1} solid {muted}; border-radius: {px4}; text-align: center; }}
QProgressBar::chunk {{ background: {accent}; }}
QToolTip {{ background: {surface}; color: {ink}; border: {px1} solid {muted}; }}
"""
