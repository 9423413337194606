from extractors.options import Options
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import MakePdf

_COSTS = """<table style="width: 100%"><tr><th>Action</th><th>Labour</th><th>Parts</th><th>Cost</th></tr>
<tr style="vertical-align: top"><td>Install it ............<br>Check it<br>and test it<br>Remove it</td>
<td>2 hours<br>4 hours<br><br>1 hour</td><td>$3<br>$40<br><br>$5</td><td>$90<br>$400<br><br>$85</td></tr></table>"""


def _columns(make_pdf: MakePdf, html: str) -> list[list[str]]:
    (table,) = read_pdf(make_pdf(html), Options()).tables
    return [[cell.text for cell in table.cells if cell.column == column] for column in range(table.columns)]


def test_rows_over_two_lines_that_no_rule_parts_are_told_by_their_figures(make_pdf: MakePdf) -> None:
    columns = _columns(make_pdf, _COSTS)
    assert columns[0] == ["Action", "Install it", "Check it and test it", "Remove it"]
    assert columns[3] == ["Cost", "$90", "$400", "$85"]


def test_rows_on_the_same_lines_are_parted(make_pdf: MakePdf) -> None:
    html = """<table><tr><th>Country</th><th>City</th><th>River</th></tr><tr><td>Kenya<br>Egypt<br>Senegal</td>
    <td>Nairobi<br>Cairo<br>Dakar</td><td>Tana<br>Nile<br>Senegal</td></tr></table>"""
    assert _columns(make_pdf, html)[1] == ["City", "Nairobi", "Cairo", "Dakar"]


def test_running_text_on_the_same_lines_stays_in_its_cells(make_pdf: MakePdf) -> None:
    text = "Children have a right to be safe online, and States told the group what they do about it. " * 3
    html = f"""<table style="width: 100%; table-layout: fixed"><tr><th>Now</th><th>Proposed</th><th>Why</th></tr>
    <tr><td>{text}</td><td>{text}</td><td>{text}</td></tr></table>"""
    assert [len(column) for column in _columns(make_pdf, html)] == [2, 2, 2]


_OPEN = "table { width: 100%; table-layout: fixed; border: 1pt solid } td { border: 0 }"


def test_text_below_ruled_heads_stands_in_their_columns(make_pdf: MakePdf) -> None:
    rows = "".join(f"<tr><td>Country {n}</td><td>Measure<br>number {n}</td><td>{n}00</td></tr>" for n in range(1, 6))
    html = f"<table><tr><th>Country</th><th>Measure</th><th>Cost</th></tr>{rows}</table>"
    (table,) = read_pdf(make_pdf(html, _OPEN + "td { vertical-align: top }"), Options()).tables
    assert (table.rows, table.columns) == (6, 3)
    assert [cell.text for cell in table.cells if cell.row == 5] == ["Country 5", "Measure number 5", "500"]


def test_text_across_the_columns_of_the_heads_stays_whole(make_pdf: MakePdf) -> None:
    text = "Children have a right to be safe online, and States told the group what they do about it. " * 3
    html = f"""<table><tr><th>Country</th><th>Measure</th><th>Cost</th></tr>
    <tr><td colspan=3 style="border: 1pt solid">{text}</td></tr></table>"""
    (table,) = read_pdf(make_pdf(html, _OPEN), Options()).tables
    assert [cell.column_span for cell in table.cells if cell.row == 1] == [3]


def test_leaders_up_to_the_side_of_a_cell_are_no_running_text(make_pdf: MakePdf) -> None:
    names = "<br>".join(f"Company {n} {'.' * 30}" for n in "abcde")
    html = f"""<table><tr><th>Company</th><th>Product</th><th>Share</th></tr>
    <tr><td>{names}</td><td>{names.replace("Company", "Product")}</td><td>1<br>2<br>3<br>4<br>5</td></tr></table>"""
    assert [len(column) for column in _columns(make_pdf, html)] == [6, 6, 6]
