"""What can go wrong with the page itself, in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

PAGE_FAILURES = {
    "page-package-missing": Message(
        _("The page isn't installed: {name} is missing."),
        _("Install it: pip install letters-gen[page]."),
    ),
    "page-port-taken": Message(
        _("Port {port} is taken by another program."),
        _("Leave --port out: any free one will do."),
    ),
    "page-unreachable": Message(
        _("The page was started and can't be reached at {address}."),
        _(
            "Look whether a firewall or an antivirus forbids programs to talk to each other on "
            "this machine."
        ),
    ),
    "page-hung": Message(
        _("The page runs already and doesn't answer."),
        _("Close its window, then start it again: nothing is lost."),
    ),
    "page-folder-shared": Message(
        _("The folder belongs to somebody else: the page would be open to them."),
        _("Delete it, or ask whoever looks after the machine."),
    ),
    "workspace-gone": Message(
        _("The office's folder isn't there any more: {folder}."),
        _("Check the disk or the network. If the folder was moved, start the page from there."),
    ),
    "page-waits": Message(
        _("Documents are being issued just now: {holder}."),
        _("Wait until it is done, and press the button again."),
    ),
    "page-file-missing": Message(_("No file was chosen."), _("Choose the scan or the document.")),
    "scan-number-missing": Message(
        _("No number was written."), _("Write the number of the document that the paper is of.")
    ),
    "upload-missing": Message(_("No sheet was chosen."), _("Choose the ministry's file.")),
    "upload-empty": Message(_("The file is empty."), _("Save it anew, or ask for it again.")),
    "upload-kind": Message(
        _("The file is no spreadsheet by its name."),
        _("Choose an Excel, OpenDocument or CSV file: {accepted}."),
    ),
}
