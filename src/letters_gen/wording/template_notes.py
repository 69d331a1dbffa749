"""What the check of a template notes without stopping letters, in words, by its code; its form
aside.
"""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

TEMPLATE_NOTES = {
    "template-open": Message(
        _("The template is open in Word; it was read as it was last saved."),
        _("Save it there first."),
    ),
    "template-comments": Message(
        _("The template has comments ({count}); letters leave them out."),
        _("Delete them in Word once they are done with."),
    ),
    "template-changes": Message(
        _("The template has tracked changes ({count}); letters show the text with them accepted."),
        _("Accept or reject them in Word."),
    ),
    "docxtpl-differs": Message(
        _("docxtpl fills this paragraph otherwise: «{there}» instead of «{here}»."),
    ),
    "docxtpl-fails": Message(_("docxtpl can't fill the template: {message}.")),
}
