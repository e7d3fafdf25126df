"""Findings that several readers make."""

from publisher.diagnostic import Said, error, warning

TOO_DEEP = error(
    "nesting-limit",
    Said("تداخل أعمق من الحد، وهو {limit} مستوى", "nested deeper than the limit of {limit} levels"),
    Said("قلّل التداخل.", "nest less deeply."),
)
LINK_TARGET = warning(
    "link-target",
    Said("رابط لا يصلح في كتاب: {target}", "a link that a book cannot follow: {target}"),
    Said(
        "الروابط الممكنة: https وmailto وtel و#معرّف. وقد بقي نص الرابط.",
        "a link may be https, mailto, tel or #id; its text was kept.",
    ),
)
UNCALLED_NOTE = error(
    "note-without-call",
    Said("حاشية لا يستدعيها المتن: {name}", "a note that the text never calls: {name}"),
    Said("ضع ‎[^{name}]‎ في موضعها أو احذفها.", "put [^{name}] where it belongs, or delete the note."),
)
