//! Period: quarters and halves of years and decades: "Q3 2024", "the first half of 2020", "premier trimestre 2024",
//! "the mid-1990s", "les années 1990", "2024年第一季度" → the first and the last year or month.

use super::calendar::Date;
use super::date::{found, year, year_behind};
use super::lexis::lower;
use super::scan::Scan;
use super::token::Kind;
use super::unit::Measure;
use super::{Decimal, FigureKind, Found, Value};
use crate::lexicon::listed;

/// The part of a year, or the decade, that opens at `at`.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Found> {
    quarter(scan, at).or_else(|| decade(scan, at)).or_else(|| century(scan, at))
}

/// "the 19th century", "XX secolo" aside: the hundred years that an ordinal counts.
fn century(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if let Some((number, end)) = roman(scan, at) {
        return hundred(scan, at, end, number);
    }
    let counts = scan.has(at, 'o').is_some() || scan.kind(at) == Some(Kind::Number) && scan.glued(at + 1);
    let (number, end) = if counts { super::share::ordinal(scan, at)? } else { return None };
    let hyphen = usize::from(scan.is_mark(end, "-"));
    let number = number.as_whole().filter(|_| scan.has(end + hyphen, 'd') == Some("100year"))?;
    hundred(scan, at, end + hyphen + 1, number)
}

/// The years of the century `number`, told by the tokens from `at` to `end`.
fn hundred(scan: &Scan<'_>, at: usize, end: usize, number: i64) -> Option<Found> {
    let written = |year| Date { year: Some(year), ..Date::default() };
    let (first, last) = (written(100 * number - 99), written(100 * number));
    let (dates, end) = match super::era::behind(scan, end) {
        Some((true, end)) => {
            (Value::Dates(super::era::before(100 * number), super::era::before(100 * number - 99)), end)
        }
        Some((false, end)) => (Value::Dates(first, last), end),
        None => (Value::Dates(first, last), end),
    };
    found(at, end, dates).filter(|_| number < 22)
}

/// The century of "siglo XX", "XX secolo" and "XIXe siècle", and the token behind it.
fn roman(scan: &Scan<'_>, at: usize) -> Option<(i64, usize)> {
    let century = |at: usize| scan.has(at, 'd') == Some("100year");
    if scan.lexis.is_english() {
        return None;
    }
    let (numeral, end) = if century(at) {
        (at + 1, at + 2)
    } else if century(at + 1) {
        (at, at + 2)
    } else {
        return None;
    };
    let written = scan.written(numeral).trim_end_matches(['e', 'è', 'm', 'r']);
    let digit = |c| {
        Some(match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => return None,
        })
    };
    let (mut sum, mut above) = (0, 0);
    for c in written.chars().rev() {
        let digit = digit(c)?;
        sum += if digit < above { -digit } else { digit };
        above = above.max(digit);
    }
    (sum > 0).then_some((sum, end))
}

/// The months of part `part` of a year, where each part has `months` of them.
pub(super) fn months(year: Option<i64>, months: i64, part: i64) -> Value {
    let date = |month| Date { year, month: Some(month), day: None };
    Value::Dates(date((part - 1) * months + 1), date(part * months))
}

/// "Q3 2024", "H1 2023", "3Q 2021", "the second quarter of 2024", "2. Quartal 2023", "tercer trimestre".
fn quarter(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (part, length, end, coded) = coded(scan, at).or_else(|| named(scan, at))?;
    if !(1..=12 / length).contains(&part) {
        return None;
    }
    let skip = usize::from(scan.has(end, 'f').is_some());
    if let Some((year, behind)) = year_behind(scan, end).or_else(|| year_behind(scan, end + skip)) {
        return found(at, behind, months(Some(year), length, part));
    }
    // A half alone is as often one of a match.
    (!coded && (length == 3 || !scan.lexis.is_english())).then(|| found(at, end, Value::Unknown))?
}

/// Part, months of a part, the token behind, for "Q3", "H1", "T2", "S1", "3Q".
fn coded(scan: &Scan<'_>, at: usize) -> Option<(i64, i64, usize, bool)> {
    let length = |sign: u8| match sign {
        b'Q' | b'T' => Some(3),
        b'H' | b'S' => Some(6),
        _ => None,
    };
    match (scan.kind(at)?, scan.written(at).as_bytes()) {
        (Kind::Junk, [sign, digit @ b'1'..=b'4']) => Some((i64::from(digit - b'0'), length(*sign)?, at + 1, true)),
        (Kind::Number, [digit @ b'1'..=b'4']) if scan.glued(at + 1) => match scan.written(at + 1).as_bytes() {
            [sign @ (b'Q' | b'H')] => Some((i64::from(digit - b'0'), length(*sign)?, at + 2, true)),
            _ => None,
        },
        _ => None,
    }
}

/// The same for "first quarter", "2. Quartal", "premier semestre".
fn named(scan: &Scan<'_>, at: usize) -> Option<(i64, i64, usize, bool)> {
    let (part, place) = match scan.kind(at)? {
        Kind::Word => (scan.roles(at).number('o')?, at + 1),
        Kind::Number => {
            let part = scan.small(at, 1);
            let suffix = scan.glued(at + 1) && (scan.is_mark(at + 1, ".º°ª") || scan.kind(at + 1) == Some(Kind::Word));
            let dotted = usize::from(scan.is_mark(at + 2, "º°ª") && scan.glued(at + 2));
            (part.filter(|_| suffix)?, at + 2 + dotted)
        }
        _ => return None,
    };
    Some((part, scan.roles(place).number('Q')?, place + 1, false))
}

/// "1990s", "the 90s", "’70s", "1990er Jahre", "les années 1990", "anni Novanta", with "mid-", "early", "late" before it.
fn decade(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let early = listed("early late mid", scan.written(at));
    let start = if early { at + 1 + usize::from(scan.is_mark(at + 1, "-‑") && scan.glued(at + 1)) } else { at };
    let (first, end) =
        tens(scan, start).or_else(|| named_tens(scan, start)).or_else(|| worded_tens(scan, start, early))?;
    // "a man in his late 30s"
    if listed("his her their my our your", scan.written(at.wrapping_sub(1))) {
        let (youngest, year) = (first % 100, Some(Measure::of("year")));
        let value = Value::Between(Decimal::whole(youngest), Decimal::whole(youngest + 9));
        return Some(Found { kind: FigureKind::Age, from: at, to: end, value, unit: year });
    }
    let last = first + if first % 100 == 0 && first < 2000 { 99 } else { 9 };
    let written = |year| Date { year: Some(year), ..Date::default() };
    found(at, end, Value::Dates(written(first), written(last)))
}

/// The first year of "1990s", "1990er Jahre", "the 90s", "’70s", and the token behind.
fn tens(scan: &Scan<'_>, at: usize) -> Option<(i64, usize)> {
    let apostrophe = scan.is_mark(at, "'’‘") && scan.get(at)?.spaced && scan.glued(at + 1);
    let place = at + usize::from(apostrophe);
    let number = number(scan, place)?;
    let suffix = scan.written(place + 1);
    if !scan.glued(place + 1) || !listed("s er", suffix) {
        return None;
    }
    let before = scan.written(at.wrapping_sub(1));
    let short = number < 100;
    // "the 1970s and 80s"
    let second = scan.has(at.wrapping_sub(1), '&').is_some()
        && scan.written(at.wrapping_sub(2)) == "s"
        && year(scan, at.wrapping_sub(3)).is_some();
    let told = listed("the mid early late - his her their my our your", before);
    if short && !(apostrophe || suffix == "er" || second || told) {
        return None;
    }
    let mut end = place + 2;
    if suffix == "er" {
        let tied = end + usize::from(scan.is_mark(end, "-"));
        end = if scan.has(tied, 'd').is_some() { tied + 1 } else { end };
    }
    Some((if short { 1900 + number } else { number }, end))
}

/// The first year of "années 1990", "años noventa", "anni '90", "jaren 90", "década de los 90".
fn named_tens(scan: &Scan<'_>, at: usize) -> Option<(i64, usize)> {
    let unit = scan.has(at, 'd')?;
    let word = lower(scan.written(at));
    if scan.lexis.is_english()
        || unit != "10year" && !listed("années annees años anni anos jaren lat lata let ani годы лет", &word)
    {
        return None;
    }
    let mut place = at + 1;
    while unit == "10year" && listed("de del los dos années años anos", scan.written(place)) {
        place += 1;
    }
    place += usize::from(scan.is_mark(place, "'’‘"));
    let words = || {
        let number = super::number::read(scan, place).filter(|number| number.words)?;
        Some((number.value?.as_whole().filter(|tens| tens % 10 == 0 && (20..100).contains(tens))?, number.end))
    };
    let (tens, end) = number(scan, place).map(|tens| (tens, place + 1)).or_else(words)?;
    Some((if tens < 100 { 1900 + tens } else { tens }, end))
}

/// "the eighties", "the late sixties".
fn worded_tens(scan: &Scan<'_>, at: usize, early: bool) -> Option<(i64, usize)> {
    let first = scan.roles(at).number('D')?;
    (early || listed("the The his her their my our your", scan.written(at.wrapping_sub(1)))).then_some((first, at + 1))
}

/// A number that can open a decade: 90, 1990.
fn number(scan: &Scan<'_>, at: usize) -> Option<i64> {
    let number = year(scan, at).or_else(|| scan.two_digits(at).filter(|&tens| tens >= 20))?;
    (number % 10 == 0).then_some(number)
}

/// The part of a year behind "2024年": "第一季度", "上半年", "第3四半期"; its value, and the token behind.
pub(super) fn cjk(scan: &Scan<'_>, at: usize, year: Option<i64>) -> Option<(Value, usize)> {
    if let Some((roles, end)) = scan.phrase(at, "Y") {
        return Some((months(year, 6, roles.number('Y')?), end));
    }
    let start = at + usize::from(scan.written(at) == "第");
    let number = super::number::read(scan, start).or_else(|| super::han::han(scan, start))?;
    let part = number.value?.as_whole().filter(|part| (1..=4).contains(part))?;
    let (roles, end) = scan.phrase(number.end, "Q")?;
    Some((months(year, roles.number('Q')?, part), end))
}
