"""The press: chapters laid out into packs, kept between builds, joined into one PDF by one writer.

`job` says what is to be printed; nothing in it knows WeasyPrint.
"""
