"""E9: decomposed letters, a joiner or markup inside a word of the Qur'an."""

from tests.verify.planting import text

CODE = "EPUB-E9"
PLANTS = {
    "decomposed": text("<p>كان ا\u0654حمد هنا.</p>"),
    "marks out of order": text("<p>مدّ\u064e الحبل حت\u064e\u0651ى انقطع.</p>"),
    "joiner": text("<p>قال تعالى: ﴿بِ\u200dسۡمِ ٱللَّهِ﴾ في أوله.</p>"),
    "markup": text('<p class="quran">بِ<b>سۡمِ</b> ٱللَّهِ</p>'),
}
