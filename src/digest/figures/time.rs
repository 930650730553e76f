//! Time: "7pm", "10:45 GMT", "8h30", "22 Uhr", "half past seven", "9am to 6pm" → "HH:MM".

use super::scan::Scan;
use super::token::{Form, Kind, is_cjk};
use super::unit::Measure;
use super::{FigureKind, Found, Value};
use crate::lexicon::listed;

/// A time of day.
#[derive(Clone, Copy)]
struct Clock {
    hour: u8,
    minute: u8,
    end: usize,
    /// Said with "am" or "pm", a word for the hour, or minutes.
    certain: bool,
    /// "pm" was said.
    half: Option<bool>,
}

/// The time of day, or the stretch between two, that opens at `at`.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if let Some((roles, end)) = scan.phrase(at, "T")
        && !scan.get(at)?.capital
    {
        let value = Value::Time(roles.number('T')? as u16 * 60);
        return Some(Found { kind: FigureKind::Time, from: at, to: end, value, unit: None });
    }
    if let Some(found) = military(scan, at) {
        return Some(found);
    }
    if let Some(found) = stopwatch(scan, at) {
        return Some(found);
    }
    let first = clock(scan, at)?;
    if let Some(found) = stretch(scan, at, first) {
        return Some(found);
    }
    if !first.certain {
        return None;
    }
    let to = scan.phrase(first.end, "z").filter(|_| !scan.glued(first.end)).map_or(first.end, |(_, end)| end);
    Some(Found { kind: FigureKind::Time, from: at, to, value: Value::Time(minutes(first, first.half)), unit: None })
}

/// "2200 GMT", "0630 CET": four digits before a time zone.
fn military(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let token =
        scan.get(at).filter(|token| token.kind == Kind::Number && token.form == Form::Plain && token.digits == 4)?;
    // "at 1700 hours"
    let hours = || {
        let led = listed("at by around until from since before after", scan.written(at.wrapping_sub(1)));
        (led && scan.written(at + 1) == "hours").then_some(at + 2)
    };
    let zone = scan.phrase(at + 1, "z").filter(|_| !scan.glued(at + 1)).map(|(_, to)| to);
    let to = zone.or_else(hours)?;
    let digits = token.value.as_whole().filter(|time| time / 100 < 24 && time % 100 < 60)?;
    let clock =
        Clock { hour: (digits / 100) as u8, minute: (digits % 100) as u8, end: at + 1, certain: true, half: None };
    Some(Found { kind: FigureKind::Time, from: at, to, value: Value::Time(minutes(clock, None)), unit: None })
}

/// "in 2:03:45": hours, minutes and seconds as a duration.
fn stopwatch(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let part = |at: usize| scan.small(at, 2);
    let colons =
        [at + 1, at + 3].iter().all(|&mark| scan.is_mark(mark, ":") && scan.glued(mark) && scan.glued(mark + 1));
    if !colons || !scan.precedes(at, 1, "in of time") {
        return None;
    }
    let seconds = part(at)? * 3600 + part(at + 2)? * 60 + part(at + 4)?;
    let value = Value::Number(super::Decimal::whole(seconds));
    Some(Found { kind: FigureKind::Duration, from: at, to: at + 5, value, unit: Some(Measure::of("second")) })
}

/// Minutes since midnight.
fn minutes(clock: Clock, half: Option<bool>) -> u16 {
    let hour = match half {
        Some(true) if clock.hour < 12 => clock.hour + 12,
        Some(false) if clock.hour == 12 => 0,
        _ => clock.hour,
    };
    u16::from(hour) * 60 + u16::from(clock.minute)
}

/// "9am to 6pm", "9-11am", "von 9 bis 18 Uhr".
fn stretch(scan: &Scan<'_>, at: usize, first: Clock) -> Option<Found> {
    let dash = scan.is_mark(first.end, "-–—") && scan.glued(first.end) == scan.glued(first.end + 1);
    let between = !first.certain && scan.has(first.end, '&').is_some() && scan.has(at.wrapping_sub(1), 'b').is_some();
    // "2 or 3 a.m."
    let either = scan.lexis.is_english() && scan.written(first.end) == "or";
    if !dash && !between && !either && scan.has(first.end, 't').is_none() {
        return None;
    }
    let second = clock(scan, first.end + 1).filter(|second| second.certain)?;
    // Two plain "10:45-11:15" are fine; "3-2:15" is not.
    if !first.certain && second.half.is_none() && scan.has(second.end - 1, 'h').is_none() {
        return None;
    }
    let half = first.half.or(second.half.filter(|_| first.hour <= second.hour || first.hour == 12));
    let value = Value::Times(minutes(first, half), minutes(second, second.half));
    Some(Found { kind: FigureKind::Time, from: at, to: second.end, value, unit: None })
}

fn clock(scan: &Scan<'_>, at: usize) -> Option<Clock> {
    if let Some(clock) = spoken(scan, at) {
        return Some(clock);
    }
    let token = scan.get(at)?;
    if token.kind == Kind::Word && is_cjk(token.first) {
        return cjk(scan, at);
    }
    let (hour, mut clock) = match token.kind {
        Kind::Number => (token, Clock { hour: 0, minute: 0, end: at + 1, certain: false, half: None }),
        Kind::Word => return hour_word(scan, at),
        _ => return None,
    };
    if hour.digits > 2 {
        return None;
    }
    match hour.form {
        Form::Plain => clock.hour = u8::try_from(hour.value.as_whole()?).ok()?,
        // "10.45am", "15.30 Uhr": minutes behind a point.
        Form::Broken if hour.value.exponent == -2 && scan.written(at).contains('.') => {
            clock.hour = u8::try_from(hour.value.mantissa / 100).ok()?;
            clock.minute = u8::try_from(hour.value.mantissa % 100).ok()?;
            let zoned = scan.phrase(clock.end, "z").is_some() && !scan.glued(clock.end);
            clock.certain = zoned;
            let said = zoned || half_day(scan, clock.end).is_some() || scan.has(clock.end, 'h').is_some();
            let led = listed("alle ore dalle las kl klo klockan", scan.written(at.wrapping_sub(1)))
                || scan.lexis.notation.comma && scan.has(clock.end, 'h').is_some();
            clock.certain |= led;
            let said = said || led;
            if !said {
                return None;
            }
        }
        _ => return None,
    }
    if scan.is_mark(clock.end, ":h") && scan.glued(clock.end) && scan.glued(clock.end + 1) {
        clock.minute = scan.two_digits(clock.end + 1)? as u8;
        clock.end += 2;
        clock.certain = true;
        // Seconds: taken, not told.
        if scan.is_mark(clock.end, ":")
            && scan.glued(clock.end)
            && scan.get(clock.end + 1).is_some_and(|next| next.digits == 2)
        {
            clock.end += 2;
        }
    } else if listed("h H", scan.written(clock.end))
        && scan.glued(clock.end) == scan.glued(clock.end + 1)
        && (scan.glued(clock.end) || scan.lexis.language.code() == "fr")
        && let Some(minute) = scan.two_digits(clock.end + 1)
    {
        clock.minute = minute as u8;
        clock.end += 2;
        clock.certain = true;
    } else if is_cjk(scan.get(clock.end).map_or(' ', |next| next.first)) {
        return cjk(scan, at);
    }
    finish(scan, at, clock)
}

/// Adds "am", "Uhr" and the like, and checks the hour.
fn finish(scan: &Scan<'_>, at: usize, mut clock: Clock) -> Option<Clock> {
    if let Some((pm, end)) =
        half_day(scan, clock.end).filter(|&(_, end)| clock.certain || said_at(scan, at, clock.end, end))
    {
        (clock.half, clock.end, clock.certain) = (Some(pm), end, true);
    } else if let Some((roles, end)) = scan.phrase(clock.end, "h") {
        // "14 horas", "3 heures" are a time only where an article or preposition of time stands before them.
        let article = listed("à las às alle vers dès ore om", scan.written(at.wrapping_sub(1)));
        if roles.get('d').is_none() || article || clock.certain {
            (clock.end, clock.certain) = (end, true);
            // "8 o'clock in the evening", "20 Uhr 15"
            let minute = scan.two_digits(end);
            if let Some((pm, end)) = half_day(scan, end) {
                (clock.half, clock.end) = (Some(pm), end);
            } else if let Some(minute) = minute
                && clock.minute == 0
                && !scan.lexis.is_english()
                && scan.kind(end + 1).is_none_or(|kind| kind == Kind::Mark)
            {
                (clock.minute, clock.end) = (minute as u8, end + 1);
            }
        }
    } else if clock.hour == 12 && clock.minute == 0 && scan.has(clock.end, 'T').is_some() {
        // "12 noon"
        let noon = scan.has(clock.end, 'T') == Some("12");
        (clock.half, clock.end, clock.certain) = (Some(noon), clock.end + 1, true);
    } else if clock.certain && !scan.glued(at) {
        // "John 3:16": a name's number.
        let before = scan.get(at.wrapping_sub(1));
        let named = before.is_some_and(|token| {
            token.kind == Kind::Word && token.capital && token.roles.is_empty() && !is_cjk(token.first)
        });
        if named && !scan.opens_sentence(at - 1) {
            return None;
        }
    }
    let fits = clock.minute < 60
        && clock.hour <= if clock.half.is_some() { 12 } else { 24 }
        && (clock.half.is_none() || clock.hour > 0);
    fits.then_some(clock)
}

/// True where the words `from..to` for a part of the day belong to an hour at `at`: "at 9 in the evening", not "killed 9 in the
/// evening"; "am" and "pm" always do.
fn said_at(scan: &Scan<'_>, at: usize, from: usize, to: usize) -> bool {
    to == from + 1
        || scan.is_mark(from + 1, ".")
        || listed(
            "at by around about until till from since before after las la às alle à um gegen",
            scan.written(at.wrapping_sub(1)),
        )
}

/// "am" or "pm" at `at`: true for pm.
fn half_day(scan: &Scan<'_>, at: usize) -> Option<(bool, usize)> {
    let (roles, end) = scan.phrase(at, "AP")?;
    // The point of "p.m." may also end the sentence; it stays with the time.
    let dotted =
        scan.written(end - 1) != "." && scan.is_mark(end, ".") && scan.glued(end) && scan.is_mark(end - 2, ".");
    Some((roles.get('P').is_some(), if dotted { end + 1 } else { end }))
}

/// "seven o'clock", "seven pm".
fn hour_word(scan: &Scan<'_>, at: usize) -> Option<Clock> {
    let english = scan.lexis.is_english();
    let hours = if english { 1..=12 } else { 1..=24 };
    scan.has(at, 'n')?;
    // "dix-huit heures"
    let spelt = super::number::read(scan, at).filter(|_| !english);
    let spelt = spelt.and_then(|number| Some((number.value?.as_whole()?, number.end)));
    let (hour, end) = spelt.or_else(|| Some((scan.roles(at).number('n')?, at + 1)))?;
    let hour = Some(hour).filter(|hour| hours.contains(hour))?;
    let mut clock = Clock { hour: hour as u8, minute: 0, end, certain: false, half: None };
    // "at six thirty", "six thirty p.m."
    let minute = super::number::read(scan, at + 1).filter(|number| english && number.words && !number.scaled);
    if let Some((minute, end)) = minute
        .and_then(|number| Some((number.value?.as_whole().filter(|minute| (10..60).contains(minute))?, number.end)))
        && (scan.written(at.wrapping_sub(1)) == "at" || half_day(scan, end).is_some())
    {
        (clock.minute, clock.end, clock.certain) = (minute as u8, end, true);
        return finish(scan, at, clock);
    }
    let said = half_day(scan, end).is_some()
        || scan.phrase(end, "h").is_some()
            && (english || listed("à dès vers um gegen ab bis seit nach vor", scan.written(at.wrapping_sub(1))));
    if said { finish(scan, at, clock) } else { None }
}

/// "half past seven", "quarter to nine", "twenty past five".
fn spoken(scan: &Scan<'_>, at: usize) -> Option<Clock> {
    if !scan.lexis.is_english() {
        return half_before(scan, at).or_else(|| half_after(scan, at));
    }
    let start = if scan.has(at, 'a').is_some() { at + 1 } else { at };
    let (minutes, mut place) = match scan.has(start, '/') {
        Some("2") => (30, start + 1),
        Some("4") => (15, start + 1),
        _ => {
            let number = super::number::read(scan, start)?;
            (number.value?.as_whole().filter(|minutes| (1..=29).contains(minutes))?, number.end)
        }
    };
    if listed("minutes minute", scan.written(place)) {
        place += 1;
    }
    let word = |place: usize| scan.roles(place).number('n').filter(|hour| (1..=12).contains(hour));
    // "at half nine"
    if let Some(hour) = word(place).filter(|_| minutes == 30 && scan.written(at.wrapping_sub(1)) == "at") {
        let clock = Clock { hour: hour as u8, minute: 30, end: place + 1, certain: true, half: None };
        return finish(scan, at, clock);
    }
    let to = scan.has(place, 'E')? == "-";
    // "five to ten people" is a range: only halves and quarters, or "past", tell the time for sure.
    if to && scan.has(start, '/').is_none() && !matches!(minutes, 5 | 10 | 20 | 25) {
        return None;
    }
    let digits = || scan.get(place + 1).filter(|token| token.kind == Kind::Number)?.value.as_whole();
    let hour = word(place + 1).or_else(digits).filter(|hour| (1..=12).contains(hour))?;
    if to
        && scan.has(start, '/').is_none()
        && (scan.has_content(place + 2)
            || scan.kind(start) == Some(Kind::Number)
            || scan.kind(place + 2) == Some(Kind::Mark) && !scan.ends_sentence(place + 2))
    {
        return None;
    }
    let (hour, minute) = if to { ((hour + 10) % 12 + 1, 60 - minutes) } else { (hour, minutes) };
    let clock = Clock { hour: hour as u8, minute: minute as u8, end: place + 2, certain: true, half: None };
    finish(scan, at, clock)
}

/// "halb neun", "half negen": half an hour before, in German and Dutch, behind a preposition of time.
fn half_before(scan: &Scan<'_>, at: usize) -> Option<Clock> {
    // "viertel nach drei", "kwart voor vier"
    let quarter = listed("viertel Viertel kwart Kwart", scan.written(at));
    let turn = ["nach over", "vor voor"].iter().position(|words| listed(words, scan.written(at + 1)));
    if let (true, Some(before), Some(hour)) = (quarter, turn, scan.roles(at + 2).number('n')) {
        let (hour, minute) = if before == 1 { ((hour + 10) % 12 + 1, 45) } else { (hour, 15) };
        return finish(scan, at, Clock { hour: hour as u8, minute, end: at + 3, certain: true, half: None });
    }
    let said = listed("halb half", scan.written(at))
        && listed("um gegen bis ab nach vor om rond tot vanaf na is ist war", scan.written(at.wrapping_sub(1)));
    let hour = scan.roles(at + 1).number('n').filter(|hour| said && (1..=12).contains(hour))?;
    finish(scan, at, Clock { hour: ((hour + 10) % 12 + 1) as u8, minute: 30, end: at + 2, certain: true, half: None })
}

/// "a las siete y media", "alle 7 e un quarto", "à sept heures et demie", "las tres menos cuarto".
fn half_after(scan: &Scan<'_>, at: usize) -> Option<Clock> {
    if !listed("las às alle dalle ore à vers dès est le", scan.written(at.wrapping_sub(1))) {
        return None;
    }
    let digits = || scan.get(at).filter(|token| token.kind == Kind::Number)?.value.as_whole();
    let hour = scan.roles(at).number('n').or_else(digits).filter(|hour| (1..=24).contains(hour))?;
    let and = at + 1 + usize::from(scan.has(at + 1, 'h').is_some());
    let part = and + 1 + usize::from(scan.has(and + 1, 'a').is_some() || scan.written(and + 1) == "le");
    let (joined, less) = (scan.has(and, '&').is_some(), scan.has(and, '-').is_some());
    let (hour, minute) = match scan.has(part, '/').filter(|_| joined || less)? {
        "2" if joined => (hour, 30),
        "4" if joined => (hour, 15),
        "4" => ((hour + 22) % 24 + 1, 45),
        _ => return None,
    };
    finish(scan, at, Clock { hour: hour as u8, minute, end: part + 1, certain: true, half: None })
}

/// "下午3点30分", "3時", "오후 3시".
fn cjk(scan: &Scan<'_>, at: usize) -> Option<Clock> {
    let two = |at: usize| [scan.written(at), scan.written(at + 1)];
    let (half, start) = match two(at) {
        ["上" | "午", "午" | "前"] | ["凌", "晨"] | ["早", "上"] | ["오", "전"] => (Some(false), at + 2),
        ["下", "午"] | ["午", "後"] | ["晚", "上"] | ["오", "후"] => (Some(true), at + 2),
        ["夜" | "밤", _] => (Some(true), at + 1),
        ["朝", _] => (Some(false), at + 1),
        _ => (None, at),
    };
    let hour = super::number::read(scan, start).filter(|number| !number.scaled || number.words)?;
    let value = hour.value?.as_whole().filter(|hour| (0..=24).contains(hour))?;
    let end = hour.end;
    let mark = listed("点 點 時 시 时", scan.written(end));
    if !mark || listed("間 间 간", scan.written(end + 1)) {
        return None;
    }
    let mut clock = Clock { hour: value as u8, minute: 0, end: end + 1, certain: true, half };
    if let Some(minute) = super::number::read(scan, end + 1).filter(|_| scan.kind(end + 1).is_some())
        && listed("分 분", scan.written(minute.end))
        && let Some(value) = minute.value.and_then(|value| value.as_whole()).filter(|minute| (0..60).contains(minute))
    {
        (clock.minute, clock.end) = (value as u8, minute.end + 1);
    } else if let quarters @ 1.. =
        ["一", "三"].iter().position(|&word| word == scan.written(end + 1)).map_or(0, |at| 2 * at + 1)
        && scan.written(end + 2) == "刻"
    {
        (clock.minute, clock.end) = (15 * quarters as u8, end + 3);
    } else if scan.written(end + 1) == "半" {
        (clock.minute, clock.end) = (30, end + 2);
    }
    Some(clock)
}
