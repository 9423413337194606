from pathlib import Path

from extractors.options import Options
from extractors.pdf.characters import Font, font_named, quarter_turn
from extractors.pdf.reader import read_pdf
from extractors.pdf.second_reader import read_again
from tests.extractors.pdf.conftest import MakePdf, raw_file


def test_the_second_reader_gives_the_same_characters(make_pdf: MakePdf) -> None:
    characters = read_again(make_pdf("<p>Some text, <b>bold</b>.</p>").path, 1)
    assert characters is not None
    assert "".join(characters.text).split() == ["Some", "text,", "bold."]
    assert {font.bold for font in characters.fonts} == {True, False}


def test_the_second_reader_gives_up_on_damaged_files(tmp_path: Path) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(b"%PDF-1.7 and no more")
    assert read_again(path, 1) is None


def test_a_page_of_private_letters_is_left_out_and_told(tmp_path: Path, make_pdf: MakePdf) -> None:
    import pikepdf
    import pytest

    from extractors.errors import ProgramMissing

    file = make_pdf("<p>" + "letters without meaning " * 5 + "</p>")
    with pikepdf.open(file.path) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                stream = item.ToUnicode.read_bytes()
                lines = [line.replace(b"> <00", b"> <e0") for line in stream.split(b"\n")]
                item.ToUnicode = document.make_stream(b"\n".join(lines))
        document.save(tmp_path / "private.pdf")
    with pytest.raises(ProgramMissing):
        read_pdf(raw_file(tmp_path / "private.pdf"), Options())


def test_fonts_tell_their_weight_by_name() -> None:
    assert font_named("ABCDEF+Arial-BoldItalicMT") == Font("Arial-BoldItalicMT", True, True)
    assert not font_named("Arial", 400).bold


def test_directions_are_quarter_turns() -> None:
    assert [quarter_turn(1, 0), quarter_turn(0, 1), quarter_turn(-1, 0), quarter_turn(0, -1)] == [0, 1, 2, 3]
    assert quarter_turn(1, 1) == -1
