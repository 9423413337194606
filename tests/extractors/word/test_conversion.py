import shutil
import stat
import zipfile
from pathlib import Path

import pytest

from extractors.document import MediaType
from extractors.errors import EncryptedDocument, LimitExceeded, UnreadableDocument
from extractors.media_type import raw_file
from extractors.options import Limits, Options
from extractors.word.conversion import check_legacy, convert_batch
from extractors.word.reader import read_word
from tests.extractors.word.making import make_docx, paragraph

RTF = "{\\rtf1\\ansi Hello from RTF \\par Second}"
FAKE = """#!/bin/sh
# Stands in for LibreOffice where the test is about what goes wrong: it hangs or dies on what the file says.
while [ $# -gt 0 ]; do
  case "$1" in
    --outdir) out="$2"; shift ;;
    *.rtf) if grep -q HANG "$1"; then sleep 60; fi
           if grep -q CRASH "$1"; then exit 1; fi
           if grep -q HALF "$1"; then echo PK > "$out/$(basename "$1" .rtf).docx"; exit 1; fi
           cp "@MADE@" "$out/$(basename "$1" .rtf).docx" ;;
  esac
  shift
done
"""


@pytest.fixture
def soffice() -> Path:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return Path(found)


@pytest.fixture
def fake(tmp_path: Path) -> Path:
    path = tmp_path / "fake-soffice"
    path.write_text(FAKE.replace("@MADE@", str(make_docx(tmp_path / "made.docx", paragraph("made")))))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def rtf(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def odt(path: Path, manifest: str | None) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        if manifest is not None:
            archive.writestr("META-INF/manifest.xml", manifest)
    return path


def test_a_batch_becomes_docx_that_can_be_read(tmp_path: Path, soffice: Path) -> None:
    files = [raw_file(rtf(tmp_path, f"{at}.rtf", RTF.replace("Second", str(at)))) for at in range(2)]
    results = convert_batch(files, soffice, tmp_path / "out", 120)
    for at, file in enumerate(files):
        converted = results[file.sha256]
        assert isinstance(converted, Path)
        texts = [block.text for block in read_word(file, Options(), converted).blocks]
        assert texts == ["Hello from RTF", str(at)]


def test_a_single_legacy_file_is_converted_when_it_is_read(tmp_path: Path, soffice: Path) -> None:
    reading = read_word(raw_file(rtf(tmp_path, "a.rtf", RTF)), Options(soffice=soffice))
    assert [block.text for block in reading.blocks] == ["Hello from RTF", "Second"]


def test_one_bad_file_costs_only_itself(tmp_path: Path, fake: Path) -> None:
    files = [
        raw_file(rtf(tmp_path, f"{at}.rtf", "{\\rtf1 " + text))
        for at, text in enumerate(["a", "CRASH", "c", "HALF", "d"])
    ]
    results = convert_batch(files, fake, tmp_path / "out", 20)
    kinds = [type(results[file.sha256]) for file in files]
    assert issubclass(kinds[0], Path)
    assert kinds[1] is UnreadableDocument
    assert issubclass(kinds[2], Path)
    assert kinds[3] is UnreadableDocument
    assert issubclass(kinds[4], Path)


def test_a_file_that_hangs_is_given_up_in_time(tmp_path: Path, fake: Path) -> None:
    file = raw_file(rtf(tmp_path, "a.rtf", "{\\rtf1 HANG"))
    after = raw_file(rtf(tmp_path, "b.rtf", "{\\rtf1 fine"))
    results = convert_batch([file, after], fake, tmp_path / "out", 0.5)
    assert isinstance(results[file.sha256], LimitExceeded)
    assert isinstance(results[after.sha256], Path)
    with pytest.raises(LimitExceeded):
        read_word(file, Options(soffice=fake, limits=Limits(conversion_seconds=0.5)))


def test_an_encrypted_odt_is_told_from_its_manifest(tmp_path: Path) -> None:
    locked = odt(tmp_path / "a.odt", "<m><file-entry><encryption-data/></file-entry></m>")
    with pytest.raises(EncryptedDocument):
        check_legacy(raw_file(locked))
    assert isinstance(
        convert_batch([raw_file(locked)], Path("/nowhere"), tmp_path / "out", 1)[raw_file(locked).sha256],
        EncryptedDocument,
    )
    for manifest in (None, "<m/>", "<broken"):
        check_legacy(raw_file(odt(tmp_path / "b.odt", manifest)))


def test_an_odt_that_unpacks_too_far_is_not_given_to_libreoffice(tmp_path: Path) -> None:
    bomb = odt(tmp_path / "a.odt", " " * 2_000_000)
    with pytest.raises(LimitExceeded):
        check_legacy(raw_file(bomb), Limits(unpacked_megabytes=1))


def test_a_damaged_odt_or_doc_is_unreadable(tmp_path: Path) -> None:
    path = odt(tmp_path / "a.odt", "<m/>")
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(UnreadableDocument):
        check_legacy(raw_file(path))
    broken = tmp_path / "a.doc"
    broken.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 2000)
    file = raw_file(broken)
    with pytest.raises(UnreadableDocument):
        check_legacy(type(file)(broken, "a.doc", file.sha256, file.size, MediaType.DOC))
    word_2 = tmp_path / "b.doc"
    word_2.write_bytes(b"\xdb\xa5\x2d\x00" + b"\0" * 600)
    check_legacy(raw_file(word_2))


def test_conversion_touches_no_file_and_no_address_outside(tmp_path: Path, soffice: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("SECRET")
    include = '{\\field{\\*\\fldinst INCLUDETEXT "%s"}{\\fldrslt shown}}'
    path = rtf(tmp_path, "a.rtf", "{\\rtf1 Own " + include % canary + "}")
    linked = tmp_path / "b.odt"
    names = " ".join(
        f'xmlns:{prefix}="{space}"'
        for prefix, space in (
            ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
            ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
            ("xlink", "http://www.w3.org/1999/xlink"),
        )
    )
    with zipfile.ZipFile(linked, "w") as archive:
        kind = "application/vnd.oasis.opendocument.text"
        archive.writestr("mimetype", kind)
        entry = '<m:file-entry m:full-path="{}" m:media-type="{}"/>'
        archive.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f"{entry.format('/', kind)}{entry.format('content.xml', 'text/xml')}</m:manifest>",
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content {names} office:version="1.2"><office:body><office:text><text:p>Own</text:p>'
            f'<text:section text:name="S"><text:section-source xlink:href="{canary.as_uri()}"/><text:p>shown</text:p>'
            "</text:section></office:text></office:body></office:document-content>",
        )
    files = [raw_file(path), raw_file(linked)]
    results = convert_batch(files, soffice, tmp_path / "out", 120)
    for file in files:
        converted = results[file.sha256]
        assert isinstance(converted, Path)
        text = " ".join(block.text for block in read_word(file, Options(), converted).blocks)
        assert text.split() == ["Own", "shown"]


def test_locked_word_files_are_told_from_their_first_block(corpora: Path) -> None:
    for name in ("poi__PasswordProtected.doc", "poi__password_password_cryptoapi.doc"):
        with pytest.raises(EncryptedDocument):
            check_legacy(raw_file(corpora / "hostile" / name))
    check_legacy(raw_file(corpora / "ordinary" / "poi__SampleDoc.doc"))
