"""The columns of each journal (form: the register); in Russian whatever the screen speaks."""

from __future__ import annotations

from letters_gen.model.journal import RESTORING, JournalColumn

TITLES = {
    "outgoing": "Журнал регистрации исходящих документов",
    "orders": "Журнал регистрации приказов по основной деятельности",
    "staff_orders": "Журнал регистрации приказов по личному составу",
    "incoming": "Журнал регистрации входящих документов",
}
_OUTGOING = (
    JournalColumn("position", "№ п/п", 4),
    JournalColumn("date", "Дата", 10),
    JournalColumn("number", "Регистрационный номер", 14),
    JournalColumn("kind", "Вид документа", 9),
    JournalColumn("addressee", "Адресат", 20),
    JournalColumn("heading", "Заголовок (краткое содержание)", 25),
    JournalColumn("related", "На № и дату (связанный документ)", 12),
    JournalColumn("signatory", "Подписал", 11),
    JournalColumn("executor", "Исполнитель", 12),
    JournalColumn("sheets", "Листов", 7),
    JournalColumn("appendices", "Приложений, листов в них", 11),
    JournalColumn("case", "Дело №", 7),
    JournalColumn("dispatch", "Отметка об отправке (способ, дата)", 14),
    JournalColumn("remark", "Примечание", 15),
    *RESTORING,
)
_ORDERS = (
    JournalColumn("position", "№ п/п", 4),
    JournalColumn("date", "Дата", 10),
    JournalColumn("number", "Номер", 10),
    JournalColumn("heading", "Заголовок", 40),
    JournalColumn("signatory", "Подписал", 12),
    JournalColumn("executor", "Исполнитель", 13),
    JournalColumn("sheets", "Листов", 7),
    JournalColumn("appendices", "Приложений, листов в них", 11),
    JournalColumn("acquainted", "Ознакомлены", 30),
    JournalColumn("case", "Дело №", 7),
    JournalColumn("remark", "Примечание", 22),
    *RESTORING,
)
_INCOMING = (
    JournalColumn("position", "№ п/п", 4),
    JournalColumn("date", "Дата поступления", 10),
    JournalColumn("number", "Входящий номер", 10),
    JournalColumn("kind", "Вид документа", 9),
    JournalColumn("sender", "Корреспондент", 20),
    JournalColumn("theirs", "Дата и номер документа", 14),
    JournalColumn("heading", "Заголовок (краткое содержание)", 25),
    JournalColumn("sheets", "Листов, приложений", 9),
    JournalColumn("resolution", "Резолюция (кому, что)", 18),
    JournalColumn("due", "Срок", 10),
    JournalColumn("taken", "Кому передан (дата, расписка)", 12),
    JournalColumn("done", "Отметка об исполнении (ответ на №, дата)", 16),
    JournalColumn("case", "Дело №", 7),
    JournalColumn("remark", "Примечание", 13),
    *RESTORING,
)
COLUMNS = {
    "outgoing": _OUTGOING,
    "orders": _ORDERS,
    "staff_orders": _ORDERS,
    "incoming": _INCOMING,
}
"""The columns of each journal, by its key."""
