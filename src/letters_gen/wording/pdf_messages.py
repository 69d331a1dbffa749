"""What can happen while documents are printed, made PDFs of and shown, in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

PDF_FAILURES = {
    "print-damaged": Message(
        _("The document can't be read as a .docx, and can't be put into the print file."),
        _("See what letters-gen register verify says about it."),
    ),
    "issued-file-missing": Message(
        _("The file of {number} is missing."),
        _("Restore it from a copy; letters-gen register verify names all that lack."),
    ),
    "print-not-kin": Message(
        _(
            "The document was made from another state of its template than those before it in "
            "the print file."
        ),
        _("Print it by itself."),
    ),
    "print-nothing": Message(
        _("There is no document to print."), _("Name documents that are issued.")
    ),
    "libreoffice-missing": Message(
        _("PDF is made by LibreOffice, which isn't installed; nothing was done."),
        _(
            "Install it: sudo apt install libreoffice-writer; on Windows from "
            "https://libreoffice.org. Or do without PDF."
        ),
    ),
    "libreoffice-fails": Message(
        _("LibreOffice ends without having made a single PDF."),
        _("See whether it starts by itself, then run the command again."),
    ),
    "libreoffice-old": Message(
        _("The PDFs that {found} makes are no PDF/A."), _("Install LibreOffice 7.4 or newer.")
    ),
    "pdf-not-made": Message(
        _("LibreOffice can't make a PDF of {number}; the others aren't held up by it."),
        _("Open the document in Word or LibreOffice: it may be damaged."),
    ),
    "pdf-hangs": Message(
        _("LibreOffice comes to no end with {number} and was stopped; the others are done."),
        _("Open the document in LibreOffice and see what it waits for."),
    ),
    "preview-not-drawn": Message(
        _("LibreOffice can't make a PDF of it; the Word file is there."),
        _("Open it in Word or LibreOffice and see what is wrong."),
    ),
    "preview-hangs": Message(
        _("LibreOffice comes to no end with it and was stopped; the Word file is there."),
        _("Open it in LibreOffice and see what it waits for."),
    ),
    "sheets-uncounted": Message(
        _("LibreOffice can't count the sheets of the appendix; no number was taken."),
        _("Open it in LibreOffice, or leave appendix_mark out in letters.toml."),
    ),
    "print-not-set": Message(
        _("LibreOffice can't set the list in front of the documents to print."),
        _("Look at the template: letters-gen template check."),
    ),
    "pdf-of-changed": Message(
        _("{number} was changed after issue: a PDF would say something else than the register."),
        _("Take the change in: letters-gen register attach {number} FILE --reason …"),
    ),
    "pdf-damaged": Message(
        _("The file can't be read as a PDF."),
        _("Make it anew: letters-gen pdf NUMBER --anew."),
    ),
    "faces-missing": Message(
        _("The machine lacks fonts that the templates name: {faces}."),
        _("Install them, or take another font in the templates: lines would break elsewhere."),
    ),
    "pdf-nothing": Message(
        _("There is no document to make a PDF of."), _("Name documents that are issued.")
    ),
    "scratch-foreign": Message(
        _("The folder for temporary files belongs to another user of the machine."),
        _("Remove it, or set TMPDIR to a folder of your own."),
    ),
}

PDF_ODDITIES = {
    "pdf-face-unnamed": Message(
        _(
            "Set in {face}, which the documents don't name: the machine lacks a font that they "
            "do (documents: {count})."
        ),
        _("Look at letters-gen doctor, install the font, then letters-gen pdf … --anew."),
    ),
}
