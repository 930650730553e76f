//! Relative dates: "Wednesday", "next Friday", "yesterday", "last year", which are told as said and have a value where the
//! publication date is known.

use super::calendar::{Date, civil, days};
use super::date::{day_first, found, month, month_first, numeric};
use super::scan::Scan;
use super::token::Kind;
use super::{Found, Value};
use crate::lexicon::listed;

/// "Wednesday", "Friday, 15 May 2024", "next Friday".
pub(super) fn weekday(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let step = scan.roles(at).number('R');
    let place = if step.is_some() { at + 1 } else { at };
    let (roles, mut end) = scan.phrase(place, "w")?;
    let day = roles.number('w')?;
    if scan.lexis.is_english() && !scan.get(place)?.capital {
        return None;
    }
    // "Black Friday"
    if listed("Black Good Ash Cyber Bloody Super Shrove", scan.written(at.wrapping_sub(1))) {
        return None;
    }
    let short = scan.written(place).len() < 6 && scan.lexis.is_english();
    if short && !scan.is_mark(end, ".,") && scan.kind(end) != Some(Kind::Number) {
        return None;
    }
    let next = if scan.is_mark(end, ",.") { end + 1 } else { end };
    let next = if listed("the der den le", scan.written(next)) { next + 1 } else { next };
    if let Some(date) = month_first(scan, next)
        .filter(|_| month(scan, next).is_some())
        .or_else(|| day_first(scan, next))
        .or_else(|| numeric(scan, next))
        && date.from == next
    {
        return Some(Found { from: at, ..date });
    }
    // "von Montag bis Freitag" stay two days; the tail of "Fridays" is no date.
    if scan.written(place).ends_with("days") {
        return None;
    }
    let passed = scan.has(end, 'R').filter(|_| !scan.lexis.is_english());
    if passed.is_some() {
        end += 1;
    }
    let value = match scan.published {
        Some(published) => Value::Date(civil(nearest(published, day, step, scan, at))),
        None => Value::Unknown,
    };
    found(at, end, value)
}

/// The day meant by a weekday said on the day `published`: the next one where the sentence looks ahead, else the last one.
fn nearest(published: i64, day: i64, step: Option<i64>, scan: &Scan<'_>, at: usize) -> i64 {
    // 1970-01-01 was a Thursday.
    let today = (published + 3).rem_euclid(7) + 1;
    let ahead = (day - today).rem_euclid(7);
    let future = step == Some(1) || (step.is_none() && looks_ahead(scan, at));
    match (future, ahead) {
        (true, 0) if step.is_some() => published + 7,
        (true, _) => published + ahead,
        (false, 0) if step == Some(-1) => published - 7,
        (false, 0) => published,
        (false, _) => published + ahead - 7,
    }
}

/// True where the words before `at` in its sentence speak of what is to come.
fn looks_ahead(scan: &Scan<'_>, at: usize) -> bool {
    let mut place = at;
    while place > 0 && !scan.is_mark(place - 1, ".!?") && at - place < 25 {
        place -= 1;
        if listed("will would plans scheduled expected due set until wird werden sera next", scan.written(place)) {
            return true;
        }
    }
    false
}

/// "yesterday", "tomorrow", "last year", "this week", "two weeks ago" where the publication date is known.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Found> {
    // "la semaine dernière", "el año pasado"
    if let Some((step, unit)) = scan.roles(at + 1).number('R').zip(calendar_unit(scan, at)) {
        let elided = scan.is_mark(at.wrapping_sub(1), "'’") && listed("l L", scan.written(at.wrapping_sub(2)));
        let article = listed("la le el il La Le El Il", scan.written(at.wrapping_sub(1)));
        let from = at - if elided { 2 } else { usize::from(article) };
        return found(from, at + 2, told(scan, unit, step)).filter(|_| !scan.lexis.is_english());
    }
    let (roles, end) = scan.phrase(at, "rR")?;
    if let Some(step) = roles.number('r') {
        // "the day after tomorrow"
        let beyond = scan.written(at.wrapping_sub(2)) == "day" && listed("after before", scan.written(at - 1));
        let (from, step) = match beyond && step != 0 {
            true => (at - 2 - usize::from(listed("the The", scan.written(at.wrapping_sub(3)))), 2 * step),
            false => (at, step),
        };
        // "por la mañana", "am Morgen"
        let noun = match scan.lexis.language.code() {
            "es" => listed("la esta cada una", scan.written(at.wrapping_sub(1))),
            "de" => scan.tokens[at].capital && !scan.opens_sentence(at),
            _ => false,
        };
        if noun {
            return None;
        }
        let value = scan.published.map_or(Value::Unknown, |published| Value::Date(civil(published + step)));
        return found(from, end, value);
    }
    // "去年": the unit stands in the word.
    if let Some((step, unit)) = roles.get('R').and_then(|role| role.split_once(' ')) {
        let step = match step {
            "-1" => -1,
            "1" => 1,
            _ => 0,
        };
        return found(at, end, told(scan, unit, step));
    }
    let (step, unit) = roles.number('R').zip(calendar_unit(scan, end))?;
    let article = listed("la el La El", scan.written(at.wrapping_sub(1)));
    found(at - usize::from(article), end + 1, told(scan, unit, step))
}

/// The unit at `at`, where it is a week, month or year in the singular.
fn calendar_unit(scan: &Scan<'_>, at: usize) -> Option<&'static str> {
    let word = scan.written(at);
    let plural = match scan.lexis.language.code() {
        "de" | "nl" => word.ends_with("en") || listed("Jahre Monate", word),
        "it" => word.ends_with(['i', 'e']) && word != "mese",
        _ => word.ends_with('s') && !listed("mes mês mois", word),
    };
    scan.has(at, 'd').filter(|unit| listed("week month year", unit) && !plural)
}

/// The value of the week, month or year `step` away from the publication date.
fn told(scan: &Scan<'_>, unit: &str, step: i64) -> Value {
    scan.published.and_then(|published| period(published, unit, step)).unwrap_or(Value::Unknown)
}

/// The week, month or year `step` away from the day `published`, as ISO 8601.
fn period(published: i64, unit: &str, step: i64) -> Option<Value> {
    let today = civil(published);
    let (year, month) = (today.year?, today.month?);
    match unit {
        "year" => Some(Value::Date(Date { year: Some(year + step), ..Date::default() })),
        "month" => {
            let months = year * 12 + month - 1 + step;
            Some(Value::Date(Date {
                year: Some(months.div_euclid(12)),
                month: Some(months.rem_euclid(12) + 1),
                day: None,
            }))
        }
        _ => {
            // The ISO week is that of its Thursday.
            let monday = published - (published + 3).rem_euclid(7) + 7 * step;
            let thursday = civil(monday + 3);
            let first = days(Date { year: thursday.year, month: Some(1), day: Some(1) })?;
            Some(Value::Week(Date { year: thursday.year, ..Date::default() }, ((monday + 3 - first) / 7 + 1) as u32))
        }
    }
}

/// The year of "last March" (−1), "next March" (1) or "this March" (0).
pub(super) fn neighbour_year(published: i64, month: i64, step: i64) -> i64 {
    let today = civil(published);
    let (year, now) = (today.year.unwrap_or(0), today.month.unwrap_or(1));
    match step {
        -1 if month >= now => year - 1,
        1 if month <= now => year + 1,
        _ => year,
    }
}
