"""What goes out of finished documents: `print_files` puts them into volumes to print, `pdf_files`
makes their PDFs, `print_pdf` joins these. `preview` shows what would be issued, `preview_folder` is
where it lies.

`parcels` are the files of a document that go out. Of mail `mail_plan` says what would go to whom,
`mail_message` makes the messages, `mail_server` gives them to the server, `mailing` sees to it that
each recipient gets one; `mail_password` finds the password. `laid_out` lays files and drafts ready,
`envelopes` and `dispatch` see to other ways; `addressing` finds recipients in the directory.
"""
