"""I4: a claim that nobody answers for, or whose certifier refines something else."""

from tests.verify.planting import Copy, metas, without

CODE = "EPUB-I4"


def elsewhere(book: Copy) -> None:
    with book.opf() as root:
        identifier = root.get("unique-identifier") or ""
        metas(root, "a11y:certifiedBy")[0].set("refines", f"#{identifier}")


PLANTS = {"none": without("a11y:certifiedBy"), "elsewhere": elsewhere}
