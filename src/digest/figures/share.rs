//! Share: fractions ("two-thirds", "nearly half", "one in five"), multiples ("tripled", "four times") and ordinals
//! ("150th", "twenty-first").

use super::decimal::Decimal;
use super::lexis::{role, role_number};
use super::number;
use super::scan::Scan;
use super::token::{Form, Kind};
use super::{FigureKind, FigureValue, Found};

/// The fraction, multiple or ordinal that opens at `at`.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let number = |kind, value, to| Some(Found { kind, from: at, to, value: FigureValue::Number(value), unit: None });
    if let Some((value, end)) = out_of(scan, at) {
        return number(FigureKind::Fraction, value, end);
    }
    // "jeder dritte"
    if matches!(scan.written(at), "jeder" | "jede" | "jedes" | "jeden" | "jedem" | "Jeder" | "Jede" | "Jedes")
        && let Some(under) = role_number(scan.roles(at + 1), 'o').filter(|&under| under > 1)
    {
        return number(FigureKind::Fraction, Decimal::ratio(1, under)?, at + 2);
    }
    if let Some((value, end)) = number::slashed(scan, at) {
        return number(FigureKind::Fraction, value, end);
    }
    if let Some((value, end)) = fraction(scan, at) {
        let from = with_article(scan, at);
        return Some(Found {
            kind: FigureKind::Fraction,
            from,
            to: end,
            value: FigureValue::Number(value),
            unit: None,
        });
    }
    if let Some((value, end)) = ordinal(scan, at) {
        return number(FigureKind::Ordinal, value, end);
    }
    let (value, end) = multiple(scan, at)?;
    number(FigureKind::Multiple, value, end)
}

/// The share told by words at `at`, such as "two-thirds", "a quarter", "half", and the token behind it.
pub(super) fn part(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let roles = scan.roles(at);
    if role(roles, '/') == Some("2") && role(roles, 'o').is_none() {
        return Some((Decimal::HALF, at + 1));
    }
    let article = role(roles, 'a').is_some();
    let one = if article { Some((1, at + 1)) } else { None };
    let over = role_number(roles, 'n').filter(|over| (1..100).contains(over)).map(|over| (over, at + 1));
    let digits = || {
        let token = scan.get(at).filter(|token| token.kind == Kind::Number && token.form == Form::Plain)?;
        token.value.as_whole().filter(|over| (1..20).contains(over)).map(|over| (over, at + 1))
    };
    let (over, mut place) = one.or(over).or_else(digits)?;
    if scan.is_mark(place, "-") && scan.glued(place) {
        place += 1;
    }
    let under = role_number(scan.roles(place), '/').filter(|&under| under > 1)?;
    // "a third time", "one second": the singular counts only behind one, and a noun behind it makes it an ordinal.
    let ordinal = scan.has(place, 'o').is_some();
    if ordinal && (over > 1 || scan.has_content(place + 1) && scan.lexis.is_english()) {
        return None;
    }
    if scan.is_mark(place + 1, "-") && scan.glued(place + 1) {
        return None;
    }
    Some((Decimal::ratio(over, under)?, place + 1))
}

fn fraction(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let (value, end) = part(scan, at)?;
    if end == at + 1 && !half_stands_alone(scan, at) {
        return None;
    }
    // Calendar quarters, and "a half" of a match.
    let dated = scan.lexis.is_english() && matches!(scan.written(end), "ago" | "final" | "century" | "finals" | "mile");
    (!dated).then_some((value, end))
}

/// True where "half" is a share: not "first half", "half-time", "the half", nor the adjective of other languages.
fn half_stands_alone(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.written(at);
    let before = at.wrapping_sub(1);
    if scan.lexis.is_english() {
        let hyphen = (scan.is_mark(at + 1, "-") && scan.glued(at + 1)) || (scan.is_mark(before, "-") && scan.glued(at));
        let period = scan.has(before, 'o').is_some()
            || matches!(scan.written(before), "the" | "The" | "a" | "last" | "other" | "better");
        let clock = scan.has(at + 1, 'E').is_some();
        let shared = scan.has(at + 1, 'f').is_some();
        return word.eq_ignore_ascii_case("half") && !hyphen && !clock && (!period || shared);
    }
    matches!(word, "Hälfte" | "moitié" | "mitad" | "metade" | "metà" | "helft" | "半")
}

/// The place of the article before a fraction in languages that need it: "die Hälfte", "la mitad".
fn with_article(scan: &Scan<'_>, at: usize) -> usize {
    let before = at.wrapping_sub(1);
    let article = matches!(scan.written(before), "die" | "der" | "Die" | "la" | "La" | "de" | "De" | "a" | "A")
        && !scan.lexis.is_english();
    let mine = match scan.lexis.language.code() {
        "fr" | "es" | "it" => matches!(scan.written(before), "la" | "La"),
        "pt" => matches!(scan.written(before), "a" | "A"),
        _ => true,
    };
    if article && mine { before } else { at }
}

/// "one in five", "nine out of ten", "1 sur 5".
fn out_of(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let small = |at: usize| {
        let number = number::read(scan, at).filter(|number| !number.scaled)?;
        Some((number.value?.as_whole()?, number.end))
    };
    let (over, mut place) = small(at).filter(|&(over, _)| (1..100).contains(&over))?;
    let share = |place: usize| scan.phrase(place, |roles| role(roles, 'i').is_some());
    if scan.written(place) == "out" && scan.written(place + 1) == "of" {
        place += 2;
    } else {
        // "one adult in ten", "un Français sur cinq"
        let noun = over == 1
            && share(place).is_none()
            && scan.kind(place) == Some(Kind::Word)
            && scan.has(place, 'q').is_none();
        let (_, behind) = share(if noun { place + 1 } else { place })?;
        if noun && !small(behind).is_some_and(|(under, _)| matches!(under, 3..=10 | 12 | 15 | 20 | 50 | 100 | 1000)) {
            return None;
        }
        place = behind;
        if scan.written(place) == "every" {
            place += 1;
        }
        // "Two in 2019": what follows is a date, or the first number is too large to be a share.
        if over > 9 || (scan.kind(at) == Some(Kind::Number) && scan.lexis.is_english() && over > 4) {
            return None;
        }
    }
    let (under, end) = small(place).filter(|&(under, _)| under > over && under <= 100_000)?;
    let year = scan
        .get(place)
        .is_some_and(|token| token.kind == Kind::Number && token.digits == 4 && token.form == Form::Plain);
    let measured = super::unit::unit_behind(scan, end, false).is_some();
    if year || measured || scan.has(end, 'm').is_some() {
        return None;
    }
    Some((Decimal::ratio(over, under)?, end))
}

/// "150th", "1er", "3.º", "fourth", "twenty-first".
fn ordinal(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let token = scan.get(at)?;
    if token.kind == Kind::Number {
        let suffix = scan.written(at + 1);
        let fits = match scan.lexis.language.code() {
            "en" => matches!(suffix, "st" | "nd" | "rd" | "th"),
            "fr" => matches!(suffix, "er" | "ère" | "re" | "e" | "ème" | "eme" | "ième"),
            "nl" => matches!(suffix, "e" | "de" | "ste"),
            "es" | "pt" | "it" => matches!(suffix, "º" | "ª" | "°" | "er" | "ra" | "ro"),
            _ => false,
        };
        return (fits && scan.glued(at + 1) && token.form != Form::Broken).then_some((token.value, at + 2));
    }
    if token.kind != Kind::Word || (token.capital && !scan.opens_sentence(at)) {
        return None;
    }
    if matches!(token.first, '第' | '제') {
        let number = number::read(scan, at + 1).filter(|number| !number.scaled || number.words)?;
        return Some((number.value?, number.end));
    }
    if let Some(value) = role_number(token.roles, 'o') {
        let title = token.capital && scan.get(at + 1).is_some_and(|next| next.capital);
        let spoken = token.capital && scan.is_mark(at + 1, ",");
        let sometimes = matches!(scan.written(at.wrapping_sub(1)), "at" | "At");
        let unit_of_time = role(token.roles, 'd').is_some()
            && (scan.has(at.wrapping_sub(1), 'a').is_some() || scan.written(at.wrapping_sub(1)) == "per");
        return (!title && !spoken && !sometimes && !unit_of_time).then_some((Decimal::whole(value), at + 1));
    }
    let number = number::read(scan, at).filter(|number| number.words)?;
    let tied = scan.is_mark(number.end, "-") && scan.glued(number.end);
    let place = if tied { number.end + 1 } else { number.end };
    let place = if scan.has(place, '&').is_some() { place + 1 } else { place };
    let last = role_number(scan.roles(place), 'o').filter(|_| scan.has(place, 'd').is_none() || tied)?;
    let whole = number.value?.as_whole()?;
    let value = if last >= 100 {
        whole.checked_mul(last)?
    } else if (whole % 10 == 0 && last < 10) || whole % 100 == 0 {
        whole + last
    } else {
        return None;
    };
    Some((Decimal::whole(value), place + 1))
}

/// "twice", "tripled", "four times", "10x".
fn multiple(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let roles = scan.roles(at);
    if let Some(value) = role_number(roles, '*').filter(|&value| value > 0) {
        let adjective = matches!(
            scan.written(at),
            "double"
                | "triple"
                | "treble"
                | "Double"
                | "Triple"
                | "doppelte"
                | "dubbele"
                | "quadruple"
                | "doubles"
                | "triples"
                | "doubling"
        );
        let compared =
            matches!(scan.written(at + 1), "the" | "its" | "their" | "his" | "that" | "what" | "last" | "as")
                || role(scan.roles(at + 1), 'q').is_none() && scan.lexis.language.code() == "fr";
        return (!adjective || compared).then_some((Decimal::whole(value), at + 1));
    }
    let number = number::read(scan, at)?;
    let tied = scan.is_mark(number.end, "-") && scan.glued(number.end);
    let place = if tied { number.end + 1 } else { number.end };
    let times =
        scan.has(place, '*') == Some("") || (scan.glued(place) && matches!(scan.written(place), "x" | "X" | "×"));
    if !times || scan.get(place)?.capital && scan.written(place) != "X" {
        return None;
    }
    // "3 x 4" and "fold" alone are something else.
    let fold = scan.written(place) == "fold" && !tied;
    (!fold).then_some((number.value?, place + 1))
}
