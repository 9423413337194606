"""Takes what differs from one build to the next out of Word and PDF files: times, orders and random ids."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pikepdf

_EPOCH = (1980, 1, 1, 0, 0, 0)


def normalise_zip(path: Path) -> None:
    """Rewrite a zip file with the same time for each member and the members in their order."""
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for member in before.infolist():
            entry = zipfile.ZipInfo(member.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(member), compresslevel=9)
    path.write_bytes(packed.getvalue())


def normalise_pdf(path: Path, day: date) -> None:
    """Rewrite a PDF with the day of the document as its dates and an id that follows from its content."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        moment = f"D:{day:%Y%m%d}090000Z"
        pdf.docinfo["/CreationDate"] = moment
        pdf.docinfo["/ModDate"] = moment
        if "/Metadata" in pdf.Root:
            del pdf.Root["/Metadata"]
        for random in ("/ID", "/DocChecksum"):
            if random in pdf.trailer:
                del pdf.trailer[random]
        pdf.remove_unreferenced_resources()
        pdf.save(
            path,
            deterministic_id=True,
            compress_streams=True,
            recompress_flate=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
