"""Dates as a book prints them: Gregorian months by region, Hijri years by the Umm al-Qura calendar (DAT-01…04)."""

import datetime as dt

from hijridate import Gregorian

from publisher.arabic import digits
from publisher.words import words_of


def parse(date: str) -> dt.date | None:
    """Return an ISO 8601 date, or None; a year or a month alone is no date."""
    try:
        return dt.date.fromisoformat(date)
    except ValueError:
        return None


def printed_date(date: str, language: str, numerals: str) -> str:
    """Return a date in words (٢٥ نوفمبر ٢٠٢٦); what is no ISO date is returned in the book's digits."""
    found = parse(date)
    if found is None:
        return digits.to_family(date, numerals)
    month = words_of(language).months(_region(language))[found.month - 1]
    return f"{digits.number(found.day, numerals)} {month} {digits.number(found.year, numerals)}"


def both_years(date: str, language: str, numerals: str) -> str:
    """Return the Hijri and the Gregorian year, Hijri first (DAT-02): ١٤٤٨هـ / ٢٠٢٦م; the year alone out of range."""
    found = parse(date)
    if found is None:
        return digits.to_family(date, numerals)
    words = words_of(language)
    gregorian = f"{digits.number(found.year, numerals)}{words['era']}"
    try:
        hijri = Gregorian.fromdate(found).to_hijri().year
    except OverflowError:
        return gregorian
    return f"{digits.number(hijri, numerals)}{words['hijri-era']} / {gregorian}"


def _region(language: str) -> str:
    return next((part.upper() for part in language.split("-")[1:] if len(part) == 2), "")
