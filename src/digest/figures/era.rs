//! Era: years counted before or after Christ: "44 BC", "AD 476", "70 n. Chr.", "509-27 av. J.-C.", "公元前221年".

use super::calendar::Date;
use super::date::found;
use super::scan::Scan;
use super::token::{Form, Kind};
use super::{Found, Value};

/// What stands behind a year before Christ, then behind one after.
const ERAS: [&str; 21] = [
    "BCE",
    "BC",
    "B.C.E.",
    "B.C.",
    "v. Chr.",
    "v.Chr.",
    "av. J.-C.",
    "a. C.",
    "a.C.",
    "до н. э.",
    "f.Kr.",
    "CE",
    "AD",
    "C.E.",
    "A.D.",
    "n. Chr.",
    "n.Chr.",
    "apr. J.-C.",
    "d. C.",
    "d.C.",
    "н. э.",
];

/// How many of them stand before.
const BEFORE: usize = 11;

/// The year, or the stretch between two, told with its era that opens at `at`.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if scan.written(at) == "AD" {
        return found(at, at + 2, Value::Date(after(year(scan, at + 1)?)));
    }
    if let Some((year, end)) = cjk(scan, at) {
        return found(at, end, Value::Date(before(year)));
    }
    let first = year(scan, at)?;
    let joined = scan.is_mark(at + 1, "-–") || scan.has(at + 1, 't').is_some();
    let last = year(scan, at + 2).filter(|_| joined);
    let (is_before, end) = behind(scan, at + if last.is_some() { 3 } else { 1 })?;
    // "15 CE credits"
    let credits = scan.written(end - 1) == "CE" && scan.has(at.wrapping_sub(1), 'p').is_none();
    let date = if is_before { before } else { after };
    let value = last.map_or(Value::Date(date(first)), |last| Value::Dates(date(first), date(last)));
    found(at, end, value).filter(|_| !credits)
}

/// The era that is told at `at`, true before Christ, and the token behind it.
pub(super) fn behind(scan: &Scan<'_>, at: usize) -> Option<(bool, usize)> {
    let start = scan.get(at).filter(|token| token.kind == Kind::Word)?.start as usize;
    let rest = &scan.body[start..];
    let goes_on = |era: &str| rest[era.len()..].starts_with(char::is_alphanumeric);
    let era = ERAS.iter().position(|era| rest.starts_with(era) && !goes_on(era))?;
    let (is_before, era) = (era < BEFORE, ERAS[era]);
    let end = (at..).find(|&place| scan.get(place).is_none_or(|token| token.start as usize >= start + era.len()))?;
    Some((is_before, end))
}

/// The year `year` before Christ, as ISO 8601 counts: the year 0 is 1 BC.
pub(super) fn before(year: i64) -> Date {
    after(1 - year)
}

fn after(year: i64) -> Date {
    Date { year: Some(year), ..Date::default() }
}

/// A plain whole number that can be a year of any age.
fn year(scan: &Scan<'_>, at: usize) -> Option<i64> {
    let token = scan.get(at).filter(|token| token.kind == Kind::Number && token.form != Form::Broken)?;
    token.value.as_whole().filter(|year| (1..10_000).contains(year))
}

/// The year of "公元前221年", and the token behind it.
fn cjk(scan: &Scan<'_>, at: usize) -> Option<(i64, usize)> {
    let token = scan.get(at).filter(|token| matches!(token.first, '公' | '西' | '紀' | '기'))?;
    let rest = &scan.body[token.start as usize..];
    let era = ["公元前", "西元前", "紀元前", "기원전"].into_iter().find(|era| rest.starts_with(era))?;
    let place =
        (at..).find(|&place| scan.get(place).is_none_or(|next| next.start >= token.start + era.len() as u32))?;
    let year = year(scan, place)?;
    matches!(scan.written(place + 1), "年" | "년").then_some((year, place + 2))
}
