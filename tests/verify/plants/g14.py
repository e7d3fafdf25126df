"""G14: obfuscated fonts."""

from tests.verify.planting import Copy

CODE = "EPUB-G14"
ENCRYPTION = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.w3.org/2001/04/xmlenc#">
<e:EncryptedData><e:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><e:CipherData>
<e:CipherReference URI="fonts/x.ttf"/></e:CipherData></e:EncryptedData></encryption>"""


def obfuscated(book: Copy) -> None:
    book.files["META-INF/encryption.xml"] = ENCRYPTION.encode()


PLANTS = {"obfuscated": obfuscated}
