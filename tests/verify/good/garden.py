"""A good book in the layout of Pandoc: folder EPUB, default namespaces, Arabic-Indic digits, one style sheet."""

from tests.verify.good.parts import LICENCE, Files, face, picture

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""

OPF = """<?xml version="1.0" encoding="UTF-8"?>
<package version="3.0" xmlns="http://www.idpf.org/2007/opf" unique-identifier="pub-id" xml:lang="ar" dir="rtl"
  prefix="a11y: http://www.idpf.org/epub/vocab/package/a11y/#">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="pub-id">urn:isbn:9789999912006</dc:identifier>
    <meta refines="#pub-id" property="identifier-type" scheme="onix:codelist5">15</meta>
    <dc:title id="title">دفتر الحديقة</dc:title>
    <meta refines="#title" property="title-type">main</meta>
    <dc:language>ar</dc:language>
    <dc:date>2026-01-31</dc:date>
    <dc:creator id="creator">ليلى بنت سعد الورّاقة</dc:creator>
    <meta refines="#creator" property="role" scheme="marc:relators">aut</meta>
    <meta refines="#creator" property="file-as">الورّاقة، ليلى بنت سعد</meta>
    <dc:source>urn:isbn:9789999912013</dc:source>
    <meta property="pageBreakSource">urn:isbn:9789999912013</meta>
    <meta property="dcterms:modified">2026-01-31T00:00:00Z</meta>
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessMode">visual</meta>
    <meta property="schema:accessModeSufficient">textual</meta>
    <meta property="schema:accessibilityFeature">tableOfContents</meta>
    <meta property="schema:accessibilityFeature">alternativeText</meta>
    <meta property="schema:accessibilityFeature">structuralNavigation</meta>
    <meta property="schema:accessibilityFeature">pageBreakMarkers</meta>
    <meta property="schema:accessibilityFeature">MathML</meta>
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">للصور كلها وصف، وأرقام الصفحات من الطبعة الورقية.</meta>
    <meta property="dcterms:conformsTo" id="conf">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>
    <meta property="a11y:certifiedBy" refines="#conf">جمعية إتاحة الكتاب</meta>
    <meta name="cover" content="cover-image"/>
    <meta name="primary-writing-mode" content="horizontal-rl"/>
    <link rel="record" href="onix.xml" properties="onix" media-type="application/xml"/>
  </metadata>
  <manifest>
    <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="css" href="styles/stylesheet1.css" media-type="text/css"/>
    <item id="cover-page" href="text/cover.xhtml" media-type="application/xhtml+xml"/>
    <item id="ch001" href="text/ch001.xhtml" media-type="application/xhtml+xml" properties="mathml"/>
    <item id="ch002" href="text/ch002.xhtml" media-type="application/xhtml+xml"/>
    <item id="cover-image" href="media/file0.jpg" media-type="image/jpeg" properties="cover-image"/>
    <item id="plan" href="media/file1.png" media-type="image/png"/>
    <item id="leaf" href="media/file2.svg" media-type="image/svg+xml"/>
    <item id="regular" href="fonts/amiri-regular.ttf" media-type="font/ttf"/>
    <item id="bold" href="fonts/amiri-bold.ttf" media-type="font/ttf"/>
    <item id="licence" href="fonts/ofl.txt" media-type="text/plain"/>
  </manifest>
  <spine toc="ncx" page-progression-direction="rtl">
    <itemref idref="cover-page"/>
    <itemref idref="nav"/>
    <itemref idref="ch001"/>
    <itemref idref="ch002"/>
  </spine>
  <guide>
    <reference type="cover" title="الغلاف" href="text/cover.xhtml"/>
    <reference type="toc" title="المحتويات" href="nav.xhtml"/>
    <reference type="text" title="متن الكتاب" href="text/ch001.xhtml"/>
  </guide>
</package>
"""

ONIX = """<?xml version="1.0" encoding="UTF-8"?>
<ONIXMessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/reference"><Product>
  <ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9789999912006</IDValue></ProductIdentifier>
  <DescriptiveDetail>
    <ProductFormFeature><ProductFormFeatureType>09</ProductFormFeatureType>
      <ProductFormFeatureValue>82</ProductFormFeatureValue></ProductFormFeature>
    <Language><LanguageRole>01</LanguageRole><LanguageCode>ara</LanguageCode></Language>
  </DescriptiveDetail>
</Product></ONIXMessage>
"""

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="ar" xml:lang="ar" dir="rtl">
<head>
  <meta charset="utf-8"/>
  <title>{title}</title>
  <link rel="stylesheet" type="text/css" href="{up}styles/stylesheet1.css"/>
</head>
"""

COVER = """<body><section epub:type="cover"><img src="../media/file0.jpg" alt="غلاف دفتر الحديقة."/></section></body>
</html>
"""

NAV = """<body>
<nav epub:type="toc" role="doc-toc" id="toc"><h1>المحتويات</h1><ol>
  <li><a href="text/ch001.xhtml">الفصل الأول: البذور</a><ol>
    <li><a href="text/ch001.xhtml#soil">تربة الأصيص</a></li></ol></li>
  <li><a href="text/ch002.xhtml">الفصل الثاني: الماء</a></li>
</ol></nav>
<nav epub:type="landmarks" hidden="hidden"><h2>المعالم</h2><ol>
  <li><a epub:type="cover" href="text/cover.xhtml">الغلاف</a></li>
  <li><a epub:type="toc" href="#toc">المحتويات</a></li>
  <li><a epub:type="bodymatter" href="text/ch001.xhtml">متن الكتاب</a></li>
</ol></nav>
<nav epub:type="page-list" hidden="hidden"><h2>صفحات الطبعة الورقية</h2><ol>
  <li><a href="text/ch001.xhtml#p7">٧</a></li>
  <li><a href="text/ch001.xhtml#p8">٨</a></li>
  <li><a href="text/ch002.xhtml#p9">٩</a></li>
</ol></nav>
</body>
</html>
"""

FIRST = """<body>
<section epub:type="chapter" role="doc-chapter" aria-labelledby="seeds" class="level1">
<h1 id="seeds"><span class="num">الفصل الأول:</span> البذور</h1>
<p><span epub:type="pagebreak" role="doc-pagebreak" id="p7" aria-label="٧"></span>زرعت في آذار ١٢ بذرة، وكتبت <b>اسم كل</b>
واحدة<a epub:type="noteref" role="doc-noteref" href="#fn1" id="r1">(١)</a> على عود من خشب.</p>
<p>سمّاها البائع <bdi lang="en" xml:lang="en" dir="ltr">Nigella (black)&#x200E;</bdi> ثم قال: هي الحبّة السوداء.</p>
<h2 id="soil">تربة الأصيص</h2>
<ol role="list">
<li><span class="num">١.</span> رمل من النهر.</li>
<li><span class="num">٢.</span> طين من <strong>طرف</strong> الحقل.</li>
</ol>
<p>قال تعالى: ﴿وَفِي ٱلۡأَرۡضِ قِطَعٞ مُّتَجَٰوِرَٰتٞ﴾ فتأمّل.</p>
<figure><img src="../media/file1.png" alt="مخطّط الحديقة من فوق."/><figcaption>شكل ١: مخطّط الحديقة</figcaption></figure>
<p><span epub:type="pagebreak" role="doc-pagebreak" id="p8" aria-label="٨"></span>ومساحتها
<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="a b"><mi>a</mi><mi>b</mi></math> في الرسم<a
epub:type="noteref" role="doc-noteref" href="#fn2" id="r2">(٢)</a>.</p>
</section>
<section epub:type="footnotes">
<aside epub:type="footnote" role="doc-footnote" id="fn1"><p><a href="#r1" role="doc-backlink">(١)</a> أسماء الزهور من معجم
قديم.</p></aside>
<aside epub:type="footnote" role="doc-footnote" id="fn2"><p><a href="#r2" role="doc-backlink">(٢)</a> القياس بالذراع.</p></aside>
</section>
</body>
</html>
"""

SECOND = """<body>
<section epub:type="chapter" role="doc-chapter" aria-labelledby="water">
<h1 id="water">الفصل الثاني: الماء</h1>
<p><span epub:type="pagebreak" role="doc-pagebreak" id="p9" aria-label="٩"></span>يسقي البستاني أول النهار ويقول:</p>
<div class="verse">
<p class="bayt"><span class="sadr">يا ساقي الورد رفقًا بالذي نبتا</span><span class="gap"> *** </span><span
class="ajuz">في ظلّ دارك حتى صار بستانا</span></p>
</div>
<table><caption>جدول ١: أيام السقاية</caption>
<thead><tr><th scope="col">اليوم</th><th scope="col">الدلاء</th></tr></thead>
<tbody><tr><td>السبت</td><td>٤</td></tr></tbody></table>
<blockquote lang="en" xml:lang="en" dir="ltr"><p>Water early and water deep.</p></blockquote>
<p>«من سقى زرعه صباحًا نام مطمئنًا»، هكذا قال الجار، ثم أهدانا <img src="../media/file2.svg" alt="ورقة خضراء."/>.</p>
</section>
</body>
</html>
"""

NCX = """<?xml version="1.0" encoding="UTF-8"?>
<ncx version="2005-1" xmlns="http://www.daisy.org/z3986/2005/ncx/" xml:lang="ar">
  <head><meta name="dtb:uid" content="urn:isbn:9789999912006"/><meta name="dtb:depth" content="2"/></head>
  <docTitle><text>دفتر الحديقة</text></docTitle>
  <navMap>
    <navPoint id="n1" playOrder="1"><navLabel><text>الفصل الأول: البذور</text></navLabel>
      <content src="text/ch001.xhtml"/>
      <navPoint id="n2" playOrder="2"><navLabel><text>تربة الأصيص</text></navLabel>
        <content src="text/ch001.xhtml#soil"/></navPoint>
    </navPoint>
    <navPoint id="n3" playOrder="3"><navLabel><text>الفصل الثاني: الماء</text></navLabel>
      <content src="text/ch002.xhtml"/></navPoint>
  </navMap>
  <pageList>
    <pageTarget id="g7" type="normal" value="7" playOrder="4"><navLabel><text>٧</text></navLabel>
      <content src="text/ch001.xhtml#p7"/></pageTarget>
  </pageList>
</ncx>
"""

CSS = """@font-face { font-family: "Amiri"; src: url(../fonts/amiri-regular.ttf); }
@font-face { font-family: "Amiri"; font-weight: 700; src: url(../fonts/amiri-bold.ttf); }
body { font-family: "Amiri", serif; line-height: 1.8; text-align: justify; hyphens: none; margin: 5%;
  font-variant-numeric: lining-nums; }
h1, h2 { line-height: 1.4; text-align: center; font-size: 1.4em; }
ol[role="list"] { list-style-type: none; padding-right: 1em; }
.num { font-weight: 700; }
.bayt { text-align: center; }
blockquote { margin-right: 2em; }
@supports (margin-inline-start: 1em) { blockquote { margin-right: 0; margin-inline-start: 2em; } }
@supports (display: grid) { .bayt { display: grid; grid-template-columns: 1fr auto 1fr; } }
"""

LEAF = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M1 9 Q1 1 9 1 Q9 9 1 9z" fill="green"/></svg>
"""


def garden() -> Files:
    """Return the files of the book."""

    def page(title: str, body: str, up: str = "../") -> bytes:
        return (HEAD.format(title=title, up=up) + body).encode()

    return {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "EPUB/content.opf": OPF.encode(),
        "EPUB/onix.xml": ONIX.encode(),
        "EPUB/nav.xhtml": page("المحتويات", NAV, ""),
        "EPUB/toc.ncx": NCX.encode(),
        "EPUB/styles/stylesheet1.css": CSS.encode(),
        "EPUB/text/cover.xhtml": page("الغلاف", COVER),
        "EPUB/text/ch001.xhtml": page("البذور", FIRST),
        "EPUB/text/ch002.xhtml": page("الماء", SECOND),
        "EPUB/media/file0.jpg": picture(1600, 2560),
        "EPUB/media/file1.png": picture(400, 300, "PNG"),
        "EPUB/media/file2.svg": LEAF.encode(),
        "EPUB/fonts/amiri-regular.ttf": face(400),
        "EPUB/fonts/amiri-bold.ttf": face(700),
        "EPUB/fonts/ofl.txt": LICENCE.encode(),
    }
