//! Date: "31 December 2025", "May 7, 1992", "15 May", "2024-05-14", "12.03.2024", "2023年5月", "3 to 5 June", "the 1990s"
//! → ISO 8601 as far as the text goes.

use super::calendar::Date;
use super::cjk;
use super::relative::{self, neighbour_year, weekday};
use super::scan::Scan;
use super::token::{Form, Kind, is_cjk};
use super::{FigureKind, Found, Value};
use crate::lexicon::listed;

/// Years that a bare number can be.
pub(super) const YEARS: std::ops::RangeInclusive<i64> = 1000..=2199;
/// Years that a bare number is, where nothing speaks for it but its size.
const LIKELY_YEARS: std::ops::RangeInclusive<i64> = 1800..=2100;

/// A date from `from` to `to`.
pub(super) fn found(from: usize, to: usize, value: Value) -> Option<Found> {
    Some(Found { kind: FigureKind::Date, from, to, value, unit: None })
}

/// The date, or the stretch between two, that opens at `at`.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let token = scan.get(at)?;
    if let Some(known) = super::period::read(scan, at).or_else(|| super::era::read(scan, at)) {
        return Some(known);
    }
    match token.kind {
        Kind::Junk => dotted(scan, at).or_else(|| fiscal(scan, at)),
        Kind::Number => cjk::read(scan, at)
            .or_else(|| numeric(scan, at))
            .or_else(|| day_first(scan, at))
            .or_else(|| years(scan, at)),
        Kind::Word if is_cjk(token.first) => cjk::read(scan, at).or_else(|| relative::read(scan, at)),
        Kind::Word => weekday(scan, at)
            .or_else(|| month_first(scan, at))
            .or_else(|| day_first(scan, at))
            .or_else(|| relative::read(scan, at)),
        Kind::Mark => short_year(scan, at),
    }
}

/// "the class of '98".
fn short_year(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let led = scan.is_mark(at, "'’‘") && scan.get(at)?.spaced && scan.glued(at + 1);
    let year = scan.two_digits(at + 1).filter(|_| led)?;
    let alone = scan.kind(at + 2).is_none_or(|kind| kind == Kind::Mark) || !scan.glued(at + 2);
    let told = listed("of in since by until", scan.written(at.wrapping_sub(1))) && !scan.is_mark(at + 2, "'’");
    found(at, at + 2, Value::Date(Date { year: Some(full_year(year)), ..Date::default() })).filter(|_| alone && told)
}

/// The year of two digits.
fn full_year(short: i64) -> i64 {
    if short < 40 { 2000 + short } else { 1900 + short }
}

/// The four digits of a year at `at`.
pub(super) fn year(scan: &Scan<'_>, at: usize) -> Option<i64> {
    let token =
        scan.get(at).filter(|token| token.kind == Kind::Number && token.form == Form::Plain && token.digits == 4)?;
    token.value.as_whole().filter(|year| YEARS.contains(year))
}

/// "12.03.2024", "12.3.24": day, month, year, in languages that write dates so.
fn dotted(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let written = scan.written(at);
    let mut parts =
        written.split('.').map(|part| part.parse::<u16>().ok().map(|number| (i64::from(number), part.len())));
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || day.1 > 2 || month.1 > 2 || year.1 != 4 || !YEARS.contains(&year.0) {
        return None;
    }
    let date = Date { year: Some(year.0), month: Some(month.0), day: Some(day.0) };
    if date.holds() && month.0 > 0 { found(at, at + 1, Value::Date(date)) } else { None }
}

/// "FY2024", "FY24".
fn fiscal(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let digits = scan.written(at).strip_prefix("FY").filter(|digits| digits.len() == 2 || digits.len() == 4)?;
    let year = i64::from(digits.parse::<u16>().ok()?);
    let year = if digits.len() == 2 { 2000 + year } else { year };
    found(at, at + 1, Value::Date(Date { year: Some(year).filter(|year| YEARS.contains(year)), ..Date::default() }))
}

/// "2024-05-14", "5/14/2024", "14/05/2024", "2024/5/14".
pub(super) fn numeric(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let mark = scan.get(at + 1).filter(|mark| mark.kind == Kind::Mark && "-/.‑".contains(mark.first))?.first;
    let same = scan.get(at + 3).is_some_and(|next| next.first == mark);
    let tied = (1..5).all(|step| scan.glued(at + step));
    if !same
        || !tied
        || (scan.is_mark(at + 5, "-/") && scan.glued(at + 5))
        || scan.is_mark(at.wrapping_sub(1), "/-") && scan.glued(at)
    {
        return None;
    }
    let parts = [scan.small(at, 4)?, scan.small(at + 2, 2)?, scan.small(at + 4, 4)?];
    let date = if let Some(year) = year(scan, at) {
        Date { year: Some(year), month: Some(parts[1]), day: Some(parts[2]) }
    } else {
        let last = scan.get(at + 4)?;
        let year = match last.digits {
            4 => parts[2],
            2 if mark == '/' => parts[2] + if parts[2] < 70 { 2000 } else { 1900 },
            _ => return None,
        };
        // In English the month stands first, unless it can't be one.
        let month_first = scan.lexis.is_english() && parts[0] <= 12;
        let (month, day) = if month_first { (parts[0], parts[1]) } else { (parts[1], parts[0]) };
        Date { year: Some(year).filter(|year| YEARS.contains(year)), month: Some(month), day: Some(day) }
    };
    if !date.holds() || date.year.is_none() || date.month == Some(0) {
        return None;
    }
    // The time of a stamp goes with it.
    let stamp = scan.written(at + 5).starts_with('T') && scan.glued(at + 5);
    found(at, if stamp { at + 6 } else { at + 5 }, Value::Date(date))
}

/// The month at `at`, and the token behind it; in English only with a capital.
pub(super) fn month(scan: &Scan<'_>, at: usize) -> Option<(i64, usize)> {
    let token = scan.get(at).filter(|token| token.kind == Kind::Word)?;
    let month = token.roles.number('m');
    let short = token.end - token.start < 5;
    let dotted = scan.is_mark(at + 1, ".") && scan.glued(at + 1);
    let month = month.or_else(|| {
        let (roles, _) = scan.phrase(at, "m").filter(|_| dotted)?;
        roles.number('m')
    })?;
    if scan.lexis.is_english() && !token.capital {
        return None;
    }
    let abbreviated = dotted
        && short
        && scan.written(at) != "May"
        && (scan.kind(at + 2) == Some(Kind::Number) || !scan.ends_sentence(at + 1));
    Some((month, if abbreviated { at + 2 } else { at + 1 }))
}

/// A day of the month: "12", "12th", "1er", "12.", and the token behind it.
fn day(scan: &Scan<'_>, at: usize) -> Option<(i64, usize)> {
    let word = || {
        let small =
            scan.get(at).is_some_and(|token| token.kind == Kind::Word && !token.capital && !is_cjk(token.first));
        let (day, end) = super::share::ordinal(scan, at).filter(|_| small)?;
        Some((day.as_whole()?, end))
    };
    let digits = scan.small(at, 2).map(|day| {
        let written = scan.written(at + 1);
        let ordinal = listed("st nd rd th er º ° e o ro", written);
        let dotted = written == "." && !scan.lexis.is_english() && scan.kind(at + 2) == Some(Kind::Word);
        let suffix = scan.glued(at + 1) && (ordinal || dotted);
        // "1.º de mayo"
        let raised = scan.is_mark(at + 1, ".") && listed("º ° ª", scan.written(at + 2)) && scan.glued(at + 2);
        (day, at + 1 + usize::from(suffix || raised) + usize::from(raised && scan.glued(at + 1)))
    });
    digits.or_else(word).filter(|(day, _)| (1..=31).contains(day))
}

/// The year behind a month: ", 2024", "de 2024", "2024", and the token behind it.
pub(super) fn year_behind(scan: &Scan<'_>, at: usize) -> Option<(i64, usize)> {
    let tied = scan.untied(at) > at;
    // "September '94"
    let short = scan.two_digits(at + 1);
    if let Some(short) = short.filter(|_| scan.is_mark(at, "'’‘") && scan.glued(at + 1)) {
        return Some((full_year(short), at + 2));
    }
    let skip = usize::from(scan.is_mark(at, ",") || tied || listed("de del of do", scan.written(at)));
    let year = year(scan, at + skip)?;
    // "in May, 2024 people": a thousand or more of something.
    let counted = scan.is_plural(at + skip + 1) && !LIKELY_YEARS.contains(&year);
    (!counted).then_some((year, at + skip + 1))
}

/// "12 March 2024", "15 May", "3 to 5 June", "26 de octubre de 2023", "the 4th of July".
pub(super) fn day_first(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (first, mut end) = day(scan, at)?;
    let mut second = None;
    // "28 May - 2 June", "3 to 5 June", "12 et 13 mai".
    let connected = |end: usize| {
        let dash = scan.is_mark(end, "-–—") && scan.glued(end) == scan.glued(end + 1);
        // "am 3. und 4. Mai"
        let next = || {
            let follows = |(next, _)| next == first + 1 && scan.kind(end + 1) == Some(Kind::Number);
            scan.has(end - 1, 'm').is_none() && day(scan, end + 1).is_some_and(follows)
        };
        // "zwischen dem 3. und 5. Juni"
        let led = at.wrapping_sub(1 + usize::from(listed("dem the el o il le", scan.written(at.wrapping_sub(1)))));
        let and = scan.has(end, '&').is_some() && (scan.has(led, 'b').is_some() || next());
        (dash || and || scan.has(end, 't').is_some()).then_some(end + 1)
    };
    let first_month = named_month(scan, end);
    if let Some((_, behind)) = first_month {
        end = behind;
    }
    let first_year = first_month.and_then(|_| year_behind(scan, end));
    if let Some((_, behind)) = first_year {
        end = behind;
    }
    let (mut month, mut year) = (first_month.map(|found| found.0), first_year.map(|found| found.0));
    if let Some(next) = connected(end)
        && let Some((day, behind)) = day(scan, next)
        && let Some((last, behind)) = named_month(scan, behind)
    {
        let last_year = year_behind(scan, behind);
        end = last_year.map_or(behind, |found| found.1);
        month = month.or(Some(last));
        year = year.or(last_year.map(|found| found.0));
        second = Some(Date { year: last_year.map(|found| found.0), month: Some(last), day: Some(day) });
    }
    let date = Date { year, month: Some(month?), day: Some(first) };
    // "the May 3 rule" belongs to month_first; an ordinal word alone before a month needs "of".
    let value = match second {
        Some(second) => Value::Dates(date, second),
        None => Value::Date(date),
    };
    found(at, end, value)
}

/// A month behind a day: "March", "of March", "de marzo".
fn named_month(scan: &Scan<'_>, at: usize) -> Option<(i64, usize)> {
    let skip = usize::from(
        listed("of de -", scan.written(at))
            && (scan.kind(at) == Some(Kind::Word) || scan.glued(at + 1) && scan.glued(at)),
    );
    month(scan, at + skip)
}

/// "May 7, 1992", "Aug. 12-14", "March 2024", "in January".
pub(super) fn month_first(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (month_number, end) = month(scan, at)?;
    // "October first", "May the 1st"
    let worded = || {
        let start = end + usize::from(scan.written(end) == "the");
        let (day, behind) = super::share::ordinal(scan, start).filter(|_| scan.lexis.is_english())?;
        let day = day.as_whole().filter(|day| (1..=31).contains(day))?;
        let alone = !scan.has_content(behind) && !scan.get(behind).is_some_and(|next| next.capital && next.spaced);
        alone.then_some((day, behind))
    };
    if let Some((first, behind)) =
        day(scan, end).filter(|_| scan.kind(end) == Some(Kind::Number) && year(scan, end).is_none()).or_else(worded)
    {
        // "May 7pm", "May 30%" and "March 20 million" aren't days.
        let unit = super::unit::unit_behind(scan, behind, false).is_some_and(|_| scan.glued(behind))
            || scan.has(behind, 'x').is_some();
        if !unit && scan.lexis.is_english() {
            return Some(days_of_month(scan, at, month_number, first, behind));
        }
    }
    if let Some((year, behind)) = year_behind(scan, end) {
        let first = Date { year: Some(year), month: Some(month_number), day: None };
        // "from May 2018 to June 2019"
        let led = scan.has(at.wrapping_sub(1), 'b').is_some();
        if scan.has(behind, 't').is_some()
            && let Some((last, behind)) = month(scan, behind + 1).filter(|_| led)
            && let Some((year, behind)) = year_behind(scan, behind)
        {
            let last = Date { year: Some(year), month: Some(last), day: None };
            return found(at, behind, Value::Dates(first, last));
        }
        return found(at, behind, Value::Date(first));
    }
    // "May to July 2017".
    let dash = scan.is_mark(end, "-–") && scan.glued(end) == scan.glued(end + 1);
    let and = scan.has(end, '&').is_some() && scan.has(at.wrapping_sub(1), 'b').is_some();
    if (dash || and || scan.has(end, 't').is_some())
        && let Some((last, behind)) = month(scan, end + 1)
    {
        let year = year_behind(scan, behind);
        let date = |month| Date { year: year.map(|found| found.0), month: Some(month), day: None };
        return found(at, year.map_or(behind, |found| found.1), Value::Dates(date(month_number), date(last)));
    }
    bare_month(scan, at, end, month_number)
}

fn days_of_month(scan: &Scan<'_>, at: usize, month_number: i64, first: i64, mut end: usize) -> Found {
    let mut second = None;
    let dash = scan.is_mark(end, "-–—") && scan.glued(end) == scan.glued(end + 1);
    if dash || scan.has(end, 't').is_some() {
        let (last_month, place) = month(scan, end + 1).unwrap_or((month_number, end + 1));
        if let Some((last, behind)) = day(scan, place).filter(|_| scan.kind(place) == Some(Kind::Number))
            && super::unit::unit_behind(scan, behind, false).is_none()
        {
            second = Some((last_month, last));
            end = behind;
        }
    }
    let year = year_behind(scan, end);
    end = year.map_or(end, |found| found.1);
    let date = |month, day| Date { year: year.map(|found| found.0), month: Some(month), day: Some(day) };
    let value = match second {
        Some((month, day)) => Value::Dates(date(month_number, first), date(month, day)),
        None => Value::Date(date(month_number, first)),
    };
    Found { kind: FigureKind::Date, from: at, to: end, value, unit: None }
}

/// A month alone, where it can't be a name or a verb: "in January", "since his March re-election".
fn bare_month(scan: &Scan<'_>, at: usize, end: usize, month: i64) -> Option<Found> {
    // "mid-May"
    let tied = scan.is_mark(at.wrapping_sub(1), "-")
        && scan.glued(at)
        && listed("mid Mid early Early late Late end", scan.written(at.wrapping_sub(2)));
    let before = at.wrapping_sub(if tied { 2 } else { 1 });
    let led = tied || scan.has(before, 'p').is_some() || scan.has(before, 'R').is_some();
    let name = listed("May March April June August Mai Mars Jan", scan.written(at));
    let in_name = scan.get(end).is_some_and(|next| next.capital && next.kind == Kind::Word)
        || scan.get(before).is_some_and(|token| token.capital && token.roles.is_empty());
    let inside = !scan.opens_sentence(at) && scan.written(at).len() > 3;
    let english = scan.lexis.is_english();
    let fits = if name { led || (inside && !in_name && scan.written(at) != "May") } else { led || (inside && english) };
    if !fits {
        return None;
    }
    let (from, year) = match scan.roles(before).number('R') {
        Some(step) => (before, scan.published.map(|published| neighbour_year(published, month, step))),
        None => (if tied { before } else { at }, None),
    };
    found(from, at + 1, Value::Date(Date { year, month: Some(month), day: None }))
}

/// A bare year, or two with a dash between them.
fn years(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let first = year(scan, at)?;
    if !stands_for_year(scan, at, first) {
        return None;
    }
    let written = |year| Date { year: Some(year), ..Date::default() };
    let dash = scan.is_mark(at + 1, "-–—/‑") && scan.glued(at + 1) && scan.glued(at + 2);
    let to = scan.has(at + 1, 't').is_some() && scan.has(at.wrapping_sub(1), 'b').is_some();
    if dash || to {
        let last = year(scan, at + 2).or_else(|| {
            let short = scan.two_digits(at + 2)?;
            Some(first - first % 100 + short)
        });
        if let Some(last) = last.filter(|&last| last > first) {
            return found(at, at + 3, Value::Dates(written(first), written(last)));
        }
    }
    found(at, at + 1, Value::Date(written(first)))
}

/// What is told apart by its year: "the treaty of 1648".
const DATED: &str = "treaty Treaty battle Battle act Act revolution Revolution war War siege fire plague peace edict summer autumn \
    winter spring";

/// True where a number that can be a year is one: by what stands around it.
fn stands_for_year(scan: &Scan<'_>, at: usize, year: i64) -> bool {
    let (before, behind) = (at.wrapping_sub(1), at + 1);
    if scan.glued(behind) && matches!(scan.kind(behind), Some(Kind::Word | Kind::Number)) {
        return false;
    }
    let measured = super::unit::unit_behind(scan, behind, false)
        .is_some_and(|unit| !matches!(unit.unit, super::unit::Unit::Duration(..)));
    let zoned = scan.phrase(behind, "z").is_some() || scan.written(behind) == "hours" && scan.written(before) == "at";
    let tied = scan.is_mark(before, "-#/.,:@_$€£+=") && scan.glued(at);
    let named_number = scan.has(before, 'j').is_some() && scan.has(before, 'p').is_none();
    if measured
        || zoned
        || scan.has(behind, 'x').is_some()
        || tied
            && !listed("mid Mid end End early late", scan.written(before.wrapping_sub(1)))
            && !scan.is_mark(before, "/")
        || named_number
    {
        return false;
    }
    if scan.get(before).is_some_and(|token| {
        token.capital && token.kind == Kind::Word && (token.roles.is_empty() || token.roles.get('c').is_some())
    }) && !scan.opens_sentence(before)
    {
        return false;
    }
    // "к 2027 году"
    if !scan.lexis.is_english() && scan.has(behind, 'p').is_some() && scan.has(behind, 'q').is_none() {
        return true;
    }
    let counted = scan.is_plural(behind) && scan.has(behind, 'v').is_none();
    let led = scan.has(before, 'p').is_some() && !listed("about around to of than de à a for", scan.written(before))
        || scan.written(before) == "de" && scan.has(before.wrapping_sub(1), 'd') == Some("year");
    let led = led || scan.written(before) == "of" && listed(DATED, scan.written(before.wrapping_sub(1)));
    let bracketed = scan.is_mark(before, "(") && (scan.is_mark(behind, ")") || scan.is_mark(behind, "-–—;,"));
    if led || bracketed {
        return !(counted && year % 50 == 0 && scan.lexis.is_english());
    }
    if !LIKELY_YEARS.contains(&year) {
        return false;
    }
    let named = listed("the The its their his her s", scan.written(before));
    let rough = scan.has(before, '~').is_some() && !listed("de in to last first", scan.written(before));
    if rough && scan.has(before, 'p').is_none() {
        return false;
    }
    if counted && !named {
        return scan.lexis.is_english() && year % 10 != 0 && year > 1900 && !rough;
    }
    true
}
