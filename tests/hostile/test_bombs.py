"""Files that unpack to gigabytes, nest without end or ask for other files: each is refused by name or read."""

from __future__ import annotations

import json
import os
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from workbench.errors import Refused
from workbench.resume import Reader

pytestmark = pytest.mark.slow

REASONS = {"password", "damaged", "no_text_layer", "too_large", "too_slow", "unsupported", "not_a_file"}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
PARAGRAPH = "<w:p><w:r><w:t>Ines Aldana</w:t></w:r></w:p>"


def docx(path: Path, body: str, *, doctype: str = "", extra: dict[str, bytes] | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("word/document.xml", f"{doctype}<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, data in (extra or {}).items():
            package.writestr(name, data)
    return path


def pdf(path: Path, content: bytes, *, compressed: bool = False, page: bytes = b"", extra: bytes = b"") -> Path:
    """One page with that content; the table of objects is left out, readers rebuild it."""
    kind = b"/Filter/FlateDecode" if compressed else b""
    path.write_bytes(
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
        b"/XObject<</X 6 0 R>>>>" + page + b">>endobj\n4 0 obj<<" + kind + b"/Length %d>>stream\n" % len(content) +
        content +
        b"\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n" + extra +
        b"trailer<</Size 7/Root 1 0 R>>\n%%EOF\n"
    )  # fmt: skip
    return path


def refused(reader: Reader, path: Path) -> str:
    started = time.monotonic()
    with pytest.raises(Refused) as caught:
        reader.read(path)
    assert time.monotonic() - started < 10
    assert caught.value.reason in REASONS
    assert caught.value.file == path.name
    return caught.value.reason


def test_package_that_unpacks_to_a_gigabyte(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", RELATIONS)
        with package.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(f"<w:document {W}><w:body><w:p><w:r><w:t>".encode())
            for _ in range(64):
                part.write(b"A" * (1 << 20))
            part.write(b"</w:t></w:r></w:p></w:body></w:document>")
    assert refused(reader, path) == "too_large"


def test_package_of_ten_thousand_parts(reader: Reader, tmp_path: Path) -> None:
    parts = {f"word/x/{number}.xml": b"" for number in range(10_000)}
    assert refused(reader, docx(tmp_path / "parts.docx", PARAGRAPH, extra=parts)) == "too_large"


def test_a_large_picture_in_a_package_is_never_unpacked(reader: Reader, tmp_path: Path) -> None:
    path = docx(tmp_path / "picture.docx", PARAGRAPH, extra={"word/media/image1.png": b"\0" * (80 << 20)})
    assert [line.text for line in reader.read(path).document.lines()] == ["Ines Aldana"]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/evil.dtd">',
    ],
    ids=["expansion", "file", "network"],
)
def test_entities_are_never_followed(reader: Reader, tmp_path: Path, doctype: str) -> None:
    assert refused(reader, docx(tmp_path / "entity.docx", PARAGRAPH, doctype=doctype)) == "damaged"


def test_tables_nested_without_end(reader: Reader, tmp_path: Path) -> None:
    depth = 20_000
    body = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    assert refused(reader, docx(tmp_path / "deep.docx", body)) == "damaged"


def test_page_content_that_unpacks_to_a_gigabyte(reader: Reader, tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    unit = b"BT /F 12 Tf 72 720 Td (Python) Tj ET\n" * 28_000
    content = b"".join(packer.compress(unit) for _ in range(1024)) + packer.flush()
    path = pdf(tmp_path / "bomb.pdf", content, compressed=True)
    assert refused(reader, path) in {"too_large", "damaged", "too_slow", "no_text_layer"}


def test_forms_that_call_themselves(reader: Reader, tmp_path: Path) -> None:
    form = (
        b"6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X 6 0 R>>>>/Length 12>>stream\n"
        b"/X Do /X Do\n\nendstream endobj\n"
    )
    assert refused(reader, pdf(tmp_path / "loop.pdf", b"/X Do", extra=form)) in {"no_text_layer", "damaged", "too_slow"}


def test_drawing_that_takes_too_long_is_too_slow_and_the_next_file_is_read(tmp_path: Path) -> None:
    lines = b"".join(b"%d %d m %d %d l S\n" % (i % 600, i % 700, i * 7 % 600, i * 3 % 700) for i in range(400_000))
    slow = pdf(tmp_path / "slow.pdf", zlib.compress(b"BT /F 12 Tf 72 720 Td (Ines) Tj ET\n" + lines), compressed=True)
    good = pdf(tmp_path / "good.pdf", b"BT /F 22 Tf 72 720 Td (Ines Aldana) Tj ET")
    with Reader(deadline=1.0) as reader:
        assert refused(reader, slow) == "too_slow"
        reader.deadline = 8.0
        assert reader.read(good).name == "Ines Aldana"
        assert reader.spawned == 2


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.pdf", b"", "damaged"),
        ("header.pdf", b"%PDF-1.7\n", "damaged"),
        ("program.pdf", b"MZ" + b"\0" * 4096, "unsupported"),
        ("old.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4096, "unsupported"),
        ("page.docx", b"<html><body>Ines</body></html>", "unsupported"),
        ("cut.docx", b"PK\x03\x04" + b"\0" * 40, "damaged"),
        ("bytes.txt", bytes(range(256)) * 400, "unsupported"),
        ("deep.json", b"[" * 100_000 + b"]" * 100_000, "damaged"),
        ("other.json", b'{"name": "Ines"}', "unsupported"),
        ("blank.txt", b"  \n\n\t\n", "damaged"),
        ("signs.txt", b"-- ** --\n", "no_text_layer"),
    ],
)
def test_what_is_no_document_is_refused_by_name(
    reader: Reader, tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refused(reader, path) == reason


def test_a_page_that_is_only_a_picture_has_no_text_layer(reader: Reader, tmp_path: Path) -> None:
    """An empty text layer must never become an empty person."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    canvas.drawImage(ImageReader(Image.new("L", (620, 877), 240)), 0, 0, 595, 842)
    canvas.save()
    assert refused(reader, path) == "no_text_layer"


def test_a_password_is_said_to_be_one(reader: Reader, tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(72, 720, "Ines Aldana")
    canvas.save()
    assert refused(reader, path) == "password"


def test_folders_pipes_and_links_are_not_files(reader: Reader, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Ines Aldana\n")
    folder = tmp_path / "inbox"
    folder.mkdir()
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "up.txt").symlink_to(outside)
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "folder.pdf").mkdir()
    for name in ("pipe.txt", "zero.txt", "up.txt", "loop.txt", "folder.pdf", "missing.pdf"):
        assert refused(reader, folder / name) == "not_a_file", name
    (folder / "own.txt").write_text("Ines Aldana\n")
    (folder / "beside.txt").symlink_to("own.txt")
    assert reader.read(folder / "beside.txt").name == "Ines Aldana"


def test_markup_in_a_profile_stays_text(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "<img src=x onerror=alert(1)>.md"
    path.write_text("# Ines <script>alert(1)</script>\n\n- [x](javascript:alert(1)) built a thing\n")
    resume = reader.read(path)
    assert "<script>" in " ".join(line.text for line in resume.document.lines())
    assert "javascript:" not in json.dumps(resume.data["meta"]["workbench"]["links"])


def test_long_lines_and_regular_expressions_do_not_hang(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "redos.md"
    path.write_text(
        "[" * 50_000 + "\n" + "*a " * 50_000 + "\n" + "> " * 20_000 + "x\n" + "`" * 50_001 + "\n" + "a@" * 50_000
    )
    started = time.monotonic()
    resume = reader.read(path)
    assert time.monotonic() - started < 8
    assert resume.document.pages
