//! Count: which bare numbers count something: not years, names' numbers or parts of a name; and which durations are told.

use super::age::age;
use super::decimal::Decimal;
use super::lexis::role;
use super::scan::Scan;
use super::token::{Form, Kind, is_cjk};
use super::{FigureKind, FigureValue, Found};

/// What a count that was read at `at` really is: an age, a score, a multiple … or nothing.
pub(super) fn judge(scan: &Scan<'_>, at: usize, found: Found) -> Option<Found> {
    let found = age(scan, at, found);
    match found.kind {
        FigureKind::Count => counts(scan, at, &found).then_some(found),
        FigureKind::Quantity if street(scan, found.to) => None,
        FigureKind::Duration => told_duration(scan, at, &found).then_some(found),
        _ => Some(found),
    }
}

/// True where a duration is told and not a rate or a habit: "a day" in "litres a day", "from a year before".
fn told_duration(scan: &Scan<'_>, at: usize, found: &Found) -> bool {
    !scan.written(at).eq_ignore_ascii_case("one")
        || scan.has(found.to - 1, 'd') != Some("day")
        || scan.has(at.wrapping_sub(1), 'q').is_some()
}

/// The duration told by an article: "in a decade", "after an hour", "a year ago"; not the rate "a day".
pub(super) fn article_duration(scan: &Scan<'_>, at: usize) -> Option<Found> {
    scan.has(at, 'a')?;
    let (roles, end) = scan.phrase(at + 1, |roles| role(roles, 'd').is_some())?;
    let unit = role(roles, 'd')?;
    let digits = unit.bytes().take_while(u8::is_ascii_digit).count();
    let many = unit.bytes().take(digits).fold(0, |many, digit| many * 10 + i64::from(digit - b'0')).max(1);
    let unit = &unit[digits..];
    let led = matches!(
        scan.written(at.wrapping_sub(1)),
        "in" | "within"
            | "for"
            | "after"
            | "over"
            | "than"
            | "about"
            | "nearly"
            | "almost"
            | "In"
            | "After"
            | "For"
            | "Within"
            | "Nearly"
            | "Almost"
            | "Over"
            | "About"
            | "least"
            | "around"
            | "seit"
            | "nach"
            | "vor"
            | "fast"
            | "einem"
            | "during"
            | "under"
            | "until"
            | "roughly"
            | "just"
            | "every"
            | "sinds"
            | "binnen"
            | "tra"
            | "dopo"
            | "once"
            | "half"
    );
    let followed = scan.has(end, 'G').is_some() || matches!(scan.written(end), "later" | "earlier");
    let compared = matches!(scan.written(at.wrapping_sub(1)), "from" | "than")
        && matches!(scan.written(end), "before" | "earlier" | "ago");
    let half = scan.lexis.is_english()
        && scan.has(end, '&').is_some()
        && scan.has(end + 1, 'a').is_some()
        && scan.has(end + 2, '/') == Some("2");
    if scan.written(at.wrapping_sub(1)) == "than"
        && !scan.precedes(at, 2, &["more", "less", "longer", "More", "Less", "within"])
    {
        return None;
    }
    if (!led && !followed && !half) || compared || unit == "second" || (unit == "minute" && !followed) {
        return None;
    }
    let (value, to) =
        if half { (Decimal { mantissa: 15 * many, exponent: -1 }, end + 3) } else { (Decimal::whole(many), end) };
    Some(Found {
        kind: FigureKind::Duration,
        from: at,
        to,
        value: FigureValue::Number(value),
        unit: Some(unit.to_owned()),
    })
}

/// True where the bare number of `found` counts something.
fn counts(scan: &Scan<'_>, at: usize, found: &Found) -> bool {
    let Some(token) = scan.get(at) else { return false };
    if is_cjk(token.first) {
        return counted_cjk(scan, at, found);
    }
    if token.kind == Kind::Word {
        return counts_in_words(scan, at, found);
    }
    let (before, behind) = (at.wrapping_sub(1), found.to);
    let last = found.to - 1;
    let single = found.to == at + 1;
    // "5G", "737MAX": letters glued to the number that are no unit.
    if scan.glued(behind)
        && scan.kind(behind).is_some_and(|kind| kind == Kind::Word || kind == Kind::Junk)
        && !is_cjk(scan.get(behind).map_or(' ', |next| next.first))
    {
        return false;
    }
    let tail = scan.is_mark(behind, "-/:") && scan.glued(behind) && scan.glued(behind + 1);
    if tail && (scan.kind(behind + 1) != Some(Kind::Word) || scan.get(behind + 1).is_some_and(|next| next.capital)) {
        return false;
    }
    if scan.is_mark(before, "-/:.,'_*+")
        && scan.glued(at)
        && scan.kind(before.wrapping_sub(1)).is_some_and(|kind| kind != Kind::Mark)
        && scan.glued(before)
    {
        return false;
    }
    // "90'": a minute of a match.
    if scan.is_mark(behind, "'′’")
        && scan.glued(behind)
        && !(scan.glued(behind + 1) && scan.kind(behind + 1) == Some(Kind::Word))
    {
        return false;
    }
    let exact = single && token.form != Form::Grouped && scan.has(last, 'x').is_none();
    if !exact {
        return true;
    }
    if names_number(scan, before, behind) || street(scan, behind) {
        return false;
    }
    // A year that wasn't taken for a date is no count unless something is counted.
    let yearly = token.digits == 4
        && token.form == Form::Plain
        && token.value.as_whole().is_some_and(|year| (1900..=2100).contains(&year));
    !yearly || scan.has_content(behind)
}

/// True where the word before the number is a name that takes numbers: "Boeing 737", "page 14", "Call 111".
fn names_number(scan: &Scan<'_>, before: usize, behind: usize) -> bool {
    let Some(word) = scan.get(before).filter(|word| word.kind == Kind::Word && !is_cjk(word.first)) else {
        // "No. 10", "p. 14".
        let short = scan.is_mark(before, ".") && scan.glued(before) && scan.written(before.wrapping_sub(1)).len() < 5;
        return short
            && (scan.has(before.wrapping_sub(1), 'j').is_some()
                || matches!(scan.written(before.wrapping_sub(1)), "p" | "S" | "s" | "vol" | "Art" | "art" | "Nr"));
    };
    if role(word.roles, 'j').is_some() {
        let common = role(word.roles, 'q').is_some() || role(word.roles, 'p').is_some();
        return !common && (word.capital || !scan.plural_follows(behind));
    }
    if !word.capital || !word.roles.is_empty() {
        return false;
    }
    // A name, unless the sentence opens with the word and something is counted behind the number.
    !(scan.opens_sentence(before) && scan.plural_follows(behind))
}

/// True where a street's name follows: "14 Mill Lane".
fn street(scan: &Scan<'_>, at: usize) -> bool {
    const STREETS: &[&str] = &[
        "Street",
        "St",
        "Lane",
        "Road",
        "Rd",
        "Avenue",
        "Ave",
        "Drive",
        "Dr",
        "Boulevard",
        "Blvd",
        "Way",
        "Court",
        "Place",
        "Square",
        "Terrace",
        "Close",
        "Crescent",
        "Row",
        "Broadway",
        "Parkway",
        "Highway",
        "Hill",
        "Gardens",
        "Walk",
        "Mews",
        "Quay",
        "Plaza",
    ];
    let named = (at..at + 4)
        .take_while(|&place| scan.get(place).is_some_and(|token| token.kind == Kind::Word && token.capital));
    let street = named.into_iter().any(|place| STREETS.contains(&scan.written(place)));
    let romance = matches!(scan.written(at), "rue" | "avenue" | "boulevard" | "quai" | "place")
        || (scan.is_mark(at, ",") && matches!(scan.written(at + 1), "rue" | "avenue" | "boulevard" | "quai"));
    street || romance
}

/// A number word that counts: not "one of", "no one", "the two leaders".
fn counts_in_words(scan: &Scan<'_>, at: usize, found: &Found) -> bool {
    let small = match &found.value {
        FigureValue::Number(value) => value.as_whole().is_some_and(|value| value < 10),
        _ => false,
    };
    let before = at.wrapping_sub(1);
    let token = &scan.tokens[at];
    if token.capital && !scan.opens_sentence(at) {
        return false;
    }
    let one = matches!(&found.value, FigureValue::Number(value) if *value == Decimal::whole(1));
    let zero = matches!(&found.value, FigureValue::Number(value) if value.mantissa == 0);
    if one || zero {
        let counted = matches!(
            scan.written(before),
            "least"
                | "only"
                | "just"
                | "exactly"
                | "killed"
                | "injured"
                | "killing"
                | "injuring"
                | "leaving"
                | "another"
        ) || role(token.roles, 'n') == Some("1") && scan.opens_sentence(at) && scan.lexis.is_english();
        return (counted || zero) && scan.has_content(found.to);
    }
    if !small {
        return true;
    }
    if role(scan.roles(before), 'j').is_some()
        && !scan.plural_follows(found.to)
        && scan.has(before, 'q').is_none()
        && scan.has(before, 'p').is_none()
    {
        return false;
    }
    let definite = matches!(
        scan.written(before).to_ascii_lowercase().as_str(),
        "the"
            | "these"
            | "those"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "your"
            | "les"
            | "ces"
            | "ses"
            | "los"
            | "las"
            | "sus"
            | "die"
            | "den"
            | "beiden"
            | "i"
            | "gli"
            | "le"
            | "os"
            | "as"
            | "de"
    );
    let definite = definite && (scan.lexis.is_english() || !matches!(scan.written(before), "de"));
    let hyphen = scan.is_mark(found.to, "-") && scan.glued(found.to);
    let tied = scan.is_mark(before, "-") && scan.glued(at);
    !tied && (!definite || hyphen)
}

/// Counters that may follow a number in Chinese, Japanese and Korean.
const COUNTERS: &str = "人名个個家件台辆輛座所位只条條张張本次回社校戸棟枚匹頭機隻艘架項项种種票分点點명개건대곳번차";

/// True where a number of a script without blanks counts something: digits do, words only before a counter.
fn counted_cjk(scan: &Scan<'_>, at: usize, found: &Found) -> bool {
    let more = usize::from(matches!(scan.written(found.to), "多" | "余" | "餘"));
    let counter = scan.get(found.to + more).is_some_and(|token| !token.spaced && COUNTERS.contains(token.first));
    let long = found.to - at > 1;
    let ordinal = scan.written(at.wrapping_sub(1)) == "第";
    let inside = scan.get(at.wrapping_sub(1)).is_some_and(|token| is_cjk(token.first) && !token.spaced) && !counter;
    !ordinal && counter && (long || scan.written(at) != "一") || (long && !inside && !ordinal)
}
