"""I7: a chapter without its role, a role on the body."""

from tests.verify.planting import named, of_kind, page_attribute, text

CODE = "EPUB-I7"
PLANTS = {
    "chapter": page_attribute(of_kind("chapter"), "role", None),
    "dedication": text('<section epub:type="dedication"><p>إلى من زرع.</p></section>'),
    "body": page_attribute(named("body"), "role", "doc-chapter"),
}
