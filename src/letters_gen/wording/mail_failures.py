"""Everything that keeps a document from being mailed in words, by its code."""

from letters_gen.wording.language import marked as _
from letters_gen.wording.message import Message

MAIL_FAILURES = {
    "mail-unset": Message(
        _("letters.toml doesn't say by which server to mail."),
        _(
            "Add [mail] with server, user and sender (see the guide), or take --draft: messages to "
            "open in a mail program."
        ),
    ),
    "mail-sender-missing": Message(
        _("The sender's address isn't one e-mail address: {found}."),
        _("Correct sender in [mail], without that table email in [office]."),
    ),
    "mail-password-missing": Message(
        _("The password of {user} for the mail server isn't known."),
        _(
            "Keep it in the system's keyring: pip install letters-gen[keyring], then keyring set "
            "letters-gen {user}; or put it into the variable LETTERS_MAIL_PASSWORD."
        ),
    ),
    "mail-password-letters": Message(
        _(
            "The password of {user} for the mail server, or that name, has letters that "
            "aren't Latin."
        ),
        _("Was it typed with the Russian layout? Keep the right one."),
    ),
    "mail-login-refused": Message(
        _("The mail server doesn't let {user} in: {said}."),
        _(
            "Check user in [mail] and the password; many mail services want one made for programs. "
            "Then run the command again."
        ),
    ),
    "mail-sender-refused": Message(
        _("The mail server takes no mail from {sender}: {said}."),
        _("Check sender in [mail]: as a rule it is the address of user. Then run it again."),
    ),
    "mail-unreachable": Message(
        _("The mail server {server} doesn't answer: {said}."),
        _(
            "Check the network, and server and port in [mail]; then run the command again: it goes "
            "on with those who haven't got theirs."
        ),
    ),
    "mail-insecure": Message(
        _("No secure connection to the mail server {server} comes about: {said}."),
        _('Check security in [mail]: "starttls" (port 587) or "tls" (port 465), and the name.'),
    ),
    "mail-cut": Message(
        _("The mail server breaks the connection off again and again: {said}."),
        _(
            "Run the command again later: it goes on with those who haven't got theirs. A smaller "
            "per_minute in [mail] spares the server."
        ),
    ),
    "mail-later": Message(
        _("The mail server takes nothing more for now: {said}."),
        _("Run the command again later: it goes on with those who haven't got theirs."),
    ),
    "mail-needs-yes": Message(
        _("What is mailed can't be taken back, and there is no terminal to ask on: nothing sent."),
        _("Look at the plan with --dry-run, then give --yes."),
    ),
    "mail-entry-changed": Message(
        _("{number} was changed while it was to be sent."),
        _("Run the command again: it goes on with the document as it is now."),
    ),
    "mail-unsigned": Message(
        _("{number} has no scan of the signed copy."),
        _(
            "Attach it: letters-gen register attach {number} FILE. A type whose documents go "
            'unsigned has send = "unsigned" in letters.toml; letters-gen pdf {number} makes what '
            "is sent."
        ),
    ),
    "mail-without-pdf": Message(
        _("{number} has no PDF to send."), _("Make it: letters-gen pdf {number}.")
    ),
    "mail-file-changed": Message(
        _("{number}: the file isn't as the register knows it."),
        _("Take it in, letters-gen register attach {number} FILE --reason …, or put it back."),
    ),
    "mail-school-unknown": Message(
        _("The directory has no school {school}, or several."),
        _("Enter it in data/schools.csv, or send by hand: letters-gen register sent --by."),
    ),
    "mail-no-address": Message(
        _("{school} has no e-mail address in the directory."),
        _("Enter it in the column E-mail."),
    ),
    "mail-address-unreadable": Message(
        _("{school}: that isn't one e-mail address: {found}."),
        _("Leave one address in the column E-mail, in Latin letters."),
    ),
    "mail-too-large": Message(
        _("{number}: the message would weigh {size} MB, and {most} are allowed."),
        _(
            "Attach a smaller scan (black and white, 200 dots an inch), or raise megabytes in "
            "[mail] if the server takes more."
        ),
    ),
    "mail-subject-missing": Message(
        _("The template's first line doesn't give the subject of the message."),
        _("Begin it with «Тема:» and what the subject is."),
    ),
    "text-encoding": Message(
        _("The file isn't in UTF-8."), _("Save it in UTF-8: in Notepad, Save as, Encoding.")
    ),
    "envelope-no-address": Message(
        _("{school} has no postal address in the directory."),
        _("Enter it in the column Адрес, with its index: 368412, РД, с. Генух."),
    ),
    "dispatch-empty": Message(
        _("Nothing has gone that way, and nothing is to go."),
        _("Name documents that are issued, other days, or another way."),
    ),
    "entry-withdrawn": Message(
        _("{number} is withdrawn by {by}: it goes to nobody any more."),
        _("Check the number. Send {by} instead."),
    ),
    "entry-replaced": Message(
        _("{number} stands no more: {because} is instead of it."), _("Send that one.")
    ),
}
