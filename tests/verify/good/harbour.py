"""A good book in the layout of Standard Ebooks, spelled as differently as XML and CSS allow.

Prefixed package and pages, several tokens in a type, other orders and quotes of attributes, shorthands, an imported
sheet, Western digits.
"""

from tests.verify.good.parts import LICENCE, Files, face, picture

CONTAINER = """<?xml version='1.0' encoding='UTF-8'?>
<c:container xmlns:c='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'><c:rootfiles>
<c:rootfile media-type='application/oebps-package+xml' full-path='epub/content.opf'/></c:rootfiles></c:container>
"""

OPF = """<?xml version='1.0' encoding='utf-8'?>
<opf:package xmlns:opf='http://www.idpf.org/2007/opf' xmlns:dcx='http://purl.org/dc/elements/1.1/' dir='rtl'
 xml:lang='ar-LB' unique-identifier='uid' version='3.0'
 prefix='a11y: http://www.idpf.org/epub/vocab/package/a11y/# se: https://example.org/vocab/1.0'>
 <opf:metadata>
  <dcx:identifier id='uid'>https://example.org/books/rasail-al-mina</dcx:identifier>
  <dcx:identifier id='isbn'>urn:isbn:978-9-9999-1201-3</dcx:identifier>
  <opf:meta property='dcterms:modified'>2026-02-01T00:00:00Z</opf:meta>
  <dcx:title id='t1'>رسائل الميناء</dcx:title>
  <opf:meta property='title-type' refines='#t1'>main</opf:meta>
  <dcx:title id='t2'>فصول من سيرة حارس المنارة</dcx:title>
  <opf:meta property='title-type' refines='#t2'>subtitle</opf:meta>
  <dcx:creator id='a1'>نادر الخطّاط</dcx:creator>
  <opf:meta property='file-as' refines='#a1'>الخطّاط، نادر</opf:meta>
  <opf:meta scheme='marc:relators' property='role' refines='#a1'>aut</opf:meta>
  <dcx:language>ar-LB</dcx:language>
  <dcx:source id='src'>urn:isbn:9789999912006</dcx:source>
  <opf:meta property='source-of' refines='#src'>pagination</opf:meta>
  <opf:meta property='schema:accessMode'>textual</opf:meta>
  <opf:meta property='schema:accessModeSufficient'>textual</opf:meta>
  <opf:meta property='schema:accessibilityFeature'>tableOfContents</opf:meta>
  <opf:meta property='schema:accessibilityFeature'>ARIA</opf:meta>
  <opf:meta property='schema:accessibilityHazard'>none</opf:meta>
  <opf:meta property='schema:accessibilitySummary' xml:lang='ar'>كتاب نصّي كله، وصوره موصوفة.</opf:meta>
  <opf:link rel='dcterms:conformsTo' id='claim'
   href='http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-aa'/>
  <opf:meta property='a11y:certifiedBy' refines='#claim'>جمعية إتاحة الكتاب</opf:meta>
  <opf:meta content='cover.jpg' name='cover'/>
  <opf:meta content='horizontal-rl' name='primary-writing-mode'/>
  <opf:link properties='onix' rel='record' media-type='application/xml' href='onix.xml'/>
 </opf:metadata>
 <opf:manifest>
  <opf:item media-type='application/xhtml+xml' properties='nav' href='toc.xhtml' id='toc.xhtml'/>
  <opf:item media-type='application/x-dtbncx+xml' href='toc.ncx' id='ncx'/>
  <opf:item media-type='text/css' href='css/core.css' id='core.css'/>
  <opf:item media-type='text/css' href='css/local.css' id='local.css'/>
  <opf:item media-type='application/xhtml+xml' href='text/cover.xhtml' id='cover.xhtml'/>
  <opf:item media-type='application/xhtml+xml' properties='svg' href='text/chapter-1.xhtml' id='chapter-1.xhtml'/>
  <opf:item media-type='application/xhtml+xml' properties='mathml' href='text/chapter-2.xhtml' id='chapter-2.xhtml'/>
  <opf:item media-type='image/jpeg' properties='cover-image' href='images/cover.jpg' id='cover.jpg'/>
  <opf:item media-type='image/png' href='images/lamp.png' id='lamp.png'/>
  <opf:item media-type='application/font-sfnt' href='fonts/text.ttf' id='text.ttf'/>
  <opf:item media-type='application/vnd.ms-opentype' href='fonts/heavy.ttf' id='heavy.ttf'/>
  <opf:item media-type='text/plain' href='fonts/ofl.txt' id='ofl.txt'/>
 </opf:manifest>
 <opf:spine page-progression-direction='rtl' toc='ncx'>
  <opf:itemref idref='cover.xhtml'/><opf:itemref idref='chapter-1.xhtml'/>
  <opf:itemref idref='chapter-2.xhtml'/><opf:itemref linear='no' idref='toc.xhtml'/>
 </opf:spine>
 <opf:guide><opf:reference href='text/chapter-1.xhtml' title='أول المتن' type='text'/></opf:guide>
</opf:package>
"""

ONIX = """<?xml version='1.0' encoding='utf-8'?>
<ONIXmessage release='3.0'><product><productidentifier><b221>15</b221><b244>9789999912013</b244></productidentifier>
<descriptivedetail><productformfeature><b334>09</b334><b335>10</b335></productformfeature>
<language><b253>01</b253><b252>ara</b252></language></descriptivedetail></product></ONIXmessage>
"""

HEAD = """<?xml version='1.0' encoding='utf-8'?>
<h:html xmlns:h='http://www.w3.org/1999/xhtml' xmlns:ops='http://www.idpf.org/2007/ops'
  ops:prefix='z3998: http://www.daisy.org/z3998/2012/vocab/structure/#' dir='rtl' xml:lang='ar-LB' lang='ar-LB'>
 <h:head><h:title>{title}</h:title><h:link href='{up}css/local.css' type='text/css' rel='stylesheet'/></h:head>
"""

COVER = """ <h:body ops:type='frontmatter'><h:div ops:type='cover'><h:img alt='غلاف رسائل الميناء.'
 src='../images/cover.jpg'/></h:div></h:body></h:html>
"""

NAV = """ <h:body ops:type='backmatter'>
 <h:nav role='doc-toc' ops:type='toc' id='contents'><h:h1>محتويات الكتاب</h:h1><h:ol>
  <h:li><h:a href='text/chapter-1.xhtml#chapter-1'>1. المنارة</h:a></h:li>
  <h:li><h:a href='text/chapter-2.xhtml#chapter-2'>2. السفينة</h:a><h:ol>
   <h:li><h:a href='text/chapter-2.xhtml#load'>الحمولة</h:a></h:li></h:ol></h:li></h:ol></h:nav>
 <h:nav hidden='' ops:type='landmarks'><h:h2>معالم الكتاب</h:h2><h:ol>
  <h:li><h:a href='text/cover.xhtml' ops:type='cover'>الغلاف</h:a></h:li>
  <h:li><h:a href='text/chapter-1.xhtml' ops:type='bodymatter'>بداية المتن</h:a></h:li>
  <h:li><h:a href='toc.xhtml' ops:type='toc'>المحتويات</h:a></h:li></h:ol></h:nav>
 <h:nav hidden='' ops:type='page-list'><h:h2>الصفحات</h:h2><h:ol>
  <h:li><h:a href='text/chapter-1.xhtml#page-1'>1</h:a></h:li>
  <h:li><h:a href='text/chapter-1.xhtml#page-2'>2</h:a></h:li>
  <h:li><h:a href='text/chapter-2.xhtml#page-3'>3</h:a></h:li></h:ol></h:nav>
 </h:body></h:html>
"""

FIRST = """ <h:body ops:type='bodymatter z3998:non-fiction'>
 <h:section id='chapter-1' role='doc-chapter' ops:type='chapter z3998:letter'>
 <h:h1>1. المنارة</h:h1>
 <h:p>كتب الحارس<h:span title='1' role='doc-pagebreak' ops:type='pagebreak' id='page-1'></h:span> في دفتره أن السفن 15 سفينة<h:a
  id='call-1' href='chapter-1.xhtml#note-1' role='doc-noteref' ops:type='noteref'>[1]</h:a>، وأن البحر هادئ.</h:p>
 <h:p>وكان يسمّي مصباحه <h:i dir='ltr' xml:lang='fr' lang='fr'>Fanal</h:i>، ويقول إن <h:em>نوره</h:em>
  لا ينام<h:span title='2' role='doc-pagebreak' ops:type='pagebreak' id='page-2'></h:span> قبل الفجر.</h:p>
 <h:ol class='steps'><h:li><h:span class='n'>1-</h:span> أشعل الفتيل.</h:li><h:li><h:span class='n'>2-</h:span> راقب الزيت.</h:li></h:ol>
 <h:p><h:img alt='مصباح على حجر.' src='../images/lamp.png'/></h:p>
 <h:p class='c'><s:svg xmlns:s='http://www.w3.org/2000/svg' role='img' viewBox='0 0 4 4'><s:title>نجمة صغيرة.</s:title><s:path
  d='M2 0L4 4L0 4z'/></s:svg></h:p>
 <h:p class='quran'>إِنَّ فِي خَلۡقِ ٱلسَّمَٰوَٰتِ وَٱلۡأَرۡضِ</h:p>
 </h:section>
 <h:section ops:type='footnotes' role='doc-endnotes'>
 <h:aside id='note-1' role='doc-footnote' ops:type='footnote z3998:note'><h:p><h:a ops:type='backlink' href='#call-1'
  role='doc-backlink'>1</h:a>. عدّها من نافذة المنارة.</h:p></h:aside>
 </h:section></h:body></h:html>
"""

SECOND = """ <h:body ops:type='bodymatter'>
 <h:section id='chapter-2' role='doc-chapter' ops:type='chapter'>
 <h:h1>2. السفينة</h:h1>
 <h:p><h:span title='3' role='doc-pagebreak' ops:type='pagebreak' id='page-3'></h:span>وصلت السفينة عند الظهر، فأنشد البحّار:</h:p>
 <h:blockquote class='c' ops:type='z3998:poem'>
  <h:p><h:span>رأيت البحر يحمل ما حملنا</h:span> * <h:span>من الأحلام في الليل الطويل</h:span></h:p></h:blockquote>
 <h:h2 id='load'>الحمولة</h:h2>
 <h:table><h:caption>ما حملته السفينة</h:caption>
  <h:thead><h:tr><h:th scope='col'>البضاعة</h:th><h:th scope='col'>العدد</h:th></h:tr></h:thead>
  <h:tbody><h:tr><h:th scope='row'>أكياس الملح</h:th><h:td>40</h:td></h:tr></h:tbody></h:table>
 <h:p>ووزنها <m:math xmlns:m='http://www.w3.org/1998/Math/MathML' alttext='40 x'><m:mn>40</m:mn><m:mi>x</m:mi></m:math>،
  والعنوان <h:a dir='ltr' href='https://example.org/port'>https://example.org/port&#x200E;</h:a> لمن شاء.</h:p>
 <h:p dir='ltr' lang='fr' xml:lang='fr'>La mer est calme ce soir.</h:p>
 </h:section></h:body></h:html>
"""

NCX = """<?xml version='1.0' encoding='utf-8'?>
<n:ncx xmlns:n='http://www.daisy.org/z3986/2005/ncx/' version='2005-1'>
 <n:head><n:meta content='https://example.org/books/rasail-al-mina' name='dtb:uid'/><n:meta content='2' name='dtb:depth'/></n:head>
 <n:docTitle><n:text>رسائل الميناء</n:text></n:docTitle>
 <n:navMap>
  <n:navPoint playOrder='1' id='a'><n:navLabel><n:text>1. المنارة</n:text></n:navLabel><n:content src='text/chapter-1.xhtml#chapter-1'/></n:navPoint>
  <n:navPoint playOrder='2' id='b'><n:navLabel><n:text>2. السفينة</n:text></n:navLabel><n:content src='text/chapter-2.xhtml#chapter-2'/>
   <n:navPoint playOrder='3' id='c'><n:navLabel><n:text>الحمولة</n:text></n:navLabel><n:content src='text/chapter-2.xhtml#load'/></n:navPoint></n:navPoint>
 </n:navMap>
 <n:pageList><n:pageTarget playOrder='4' value='1' type='normal' id='g1'><n:navLabel><n:text>1</n:text></n:navLabel><n:content
  src='text/chapter-1.xhtml#page-1'/></n:pageTarget></n:pageList>
</n:ncx>
"""

CORE_CSS = """@charset "utf-8";
@font-face{font-family:Menara;src:local("Amiri"),url("../fonts/text.ttf") format("truetype");font-style:normal}
@font-face{font-weight:bold;font-family:Menara;src:url('../fonts/heavy.ttf') format('truetype')}
html{font:normal 1em/1.75 Menara,serif}
body{font-variant:lining-nums;-webkit-hyphens:none;hyphens:none}
"""

LOCAL_CSS = """@charset "utf-8";
@import url("core.css");
@namespace ops "http://www.idpf.org/2007/ops";
.steps,nav ol{list-style:none outside;margin:0 1em 0 0}
[ops|type~="footnote"]{font-size:.9em}
.c{text-align:center}
.n{display:inline}
p{text-indent:1em;letter-spacing:normal}
"""


def harbour() -> Files:
    """Return the files of the book."""

    def page(title: str, body: str, up: str = "../") -> bytes:
        return (HEAD.format(title=title, up=up) + body).encode()

    return {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "epub/content.opf": OPF.encode(),
        "epub/onix.xml": ONIX.encode(),
        "epub/toc.xhtml": page("المحتويات", NAV, ""),
        "epub/toc.ncx": NCX.encode(),
        "epub/css/core.css": CORE_CSS.encode(),
        "epub/css/local.css": LOCAL_CSS.encode(),
        "epub/text/cover.xhtml": page("الغلاف", COVER),
        "epub/text/chapter-1.xhtml": page("المنارة", FIRST),
        "epub/text/chapter-2.xhtml": page("السفينة", SECOND),
        "epub/images/cover.jpg": picture(1600, 2560),
        "epub/images/lamp.png": picture(300, 300, "PNG"),
        "epub/fonts/text.ttf": face(400),
        "epub/fonts/heavy.ttf": face(700),
        "epub/fonts/ofl.txt": LICENCE.encode(),
    }
