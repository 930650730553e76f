//! Share: fractions ("two-thirds", "nearly half", "one in five"), multiples ("tripled", "four times") and ordinals
//! ("150th", "twenty-first").

use super::decimal::Decimal;
use super::number;
use super::scan::Scan;
use super::token::{Form, Kind, is_cjk};
use super::unit::Measure;
use super::{FigureKind, Found, Value};
use crate::lexicon::listed;

/// The fraction, multiple or ordinal that opens at `at`.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let number = |kind, value, to| Some(Found { kind, from: at, to, value: Value::Number(value), unit: None });
    if scan.get(at).is_some_and(|token| token.kind != Kind::Mark)
        && let Some(found) = cjk(scan, at)
    {
        return Some(found);
    }
    if let Some((value, end)) = out_of(scan, at) {
        return number(FigureKind::Fraction, value, end);
    }
    if let Some((value, end)) = rated(scan, at) {
        return number(FigureKind::Ratio, value, end);
    }
    // "jeder dritte"
    if listed("jeder jede jedes jeden jedem Jeder Jede Jedes", scan.written(at))
        && let Some(under) = scan.roles(at + 1).number('o').filter(|&under| under > 1)
    {
        return number(FigureKind::Fraction, Decimal::ratio(1, under)?, at + 2);
    }
    if let Some((value, end)) = number::slashed(scan, at) {
        return number(FigureKind::Fraction, value, end);
    }
    if listed("halved halving halbiert halbierte", scan.written(at)) {
        return number(FigureKind::Fraction, Decimal::HALF, at + 1);
    }
    if let Some((value, end)) = fraction(scan, at) {
        let from = with_article(scan, at);
        return Some(Found { kind: FigureKind::Fraction, from, to: end, value: Value::Number(value), unit: None });
    }
    if let Some((value, end)) = ordinal(scan, at) {
        return number(FigureKind::Ordinal, value, end);
    }
    let (value, end) = multiple(scan, at)?;
    number(FigureKind::Multiple, value, end)
}

/// "百分之六十", "三分之一", "4分の1", "3割", "5人に1人", "半数".
fn cjk(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let share = |kind, value, to, unit: Option<&'static str>| {
        Some(Found { kind, from: at, to, value: Value::Number(value), unit: unit.map(Measure::of) })
    };
    let two = |at: usize| (scan.written(at), scan.written(at + 1));
    if matches!(two(at), ("一", "半") | ("半", "数") | ("半", "數") | ("절", "반")) {
        return share(FigureKind::Fraction, Decimal::HALF, at + 2, None);
    }
    let number = number::read(scan, at).filter(|_| {
        !is_cjk(scan.get(at.wrapping_sub(1)).map_or(' ', |token| token.first))
            || scan.written(at.wrapping_sub(1)) != "第"
    })?;
    let next = scan.get(number.end).filter(|next| is_cjk(next.first) && !next.spaced)?;
    if next.first == '割'
        || next.first == '成' && !listed("为 為 立 功 员 員 果 了 都 长 長 本", scan.written(number.end + 1))
    {
        let tenths = number.value?;
        let (more, end) = match number::read(scan, number.end + 1) {
            Some(small) if scan.written(small.end) == "分" => (small.value?, small.end + 1),
            _ => (Decimal::default(), number.end + 1),
        };
        return share(FigureKind::Percent, tenths.shifted(1)?.plus(more)?, end, Some("%"));
    }
    // "21番目"
    if matches!(two(number.end), ("番" | "回", "目") | ("번", "째")) {
        return share(FigureKind::Ordinal, number.value?, number.end + 2, None);
    }
    let of = matches!(two(number.end), ("分", "之" | "の") | ("분", "의"));
    let among = matches!(two(number.end), ("人", "に" | "中") | ("명", "중"));
    if !of && !among {
        return None;
    }
    let over = number::read(scan, number.end + 2).or_else(|| super::han::han(scan, number.end + 2))?;
    let (under, behind) =
        (number.value?.as_whole()?, over.end + usize::from(among && listed("人 명", scan.written(over.end))));
    match (of, under) {
        (true, 100) => share(FigureKind::Percent, over.value?, behind, Some("%")),
        _ if under > 1 => share(FigureKind::Fraction, Decimal::ratio(over.value?.as_whole()?, under)?, behind, None),
        _ => None,
    }
}

/// "4.6 out of 5": a decimal of a whole.
fn rated(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let part = scan.get(at).filter(|token| token.kind == Kind::Number && token.form == Form::Broken)?.value;
    let out = scan.written(at + 1) == "out" && scan.written(at + 2) == "of";
    let place = if out { at + 3 } else { at + 2 };
    let slash = scan.is_mark(at + 1, "/") && scan.glued(at + 1);
    let whole = scan.get(place).filter(|token| token.kind == Kind::Number && token.digits < 4)?.value.as_whole()?;
    let under = whole.checked_mul(10i64.checked_pow(u32::try_from(-i32::from(part.exponent)).ok()?)?)?;
    (out || slash).then(|| Decimal::ratio(part.mantissa, under).map(|value| (value, place + 1)))?
}

/// The share told by words at `at`, such as "two-thirds", "a quarter", "half", and the token behind it.
pub(super) fn part(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let roles = scan.roles(at);
    if scan.written(at).eq_ignore_ascii_case("driekwart") {
        return Some((Decimal { mantissa: 75, exponent: -2 }, at + 1));
    }
    if roles.get('/') == Some("2") && roles.get('o').is_none() {
        return Some((Decimal::HALF, at + 1));
    }
    if let Some(under) = roles.number('/').filter(|_| listed("треть Треть четверть Четверть", scan.written(at)))
    {
        return Some((Decimal::ratio(1, under)?, at + 1));
    }
    let article = roles.get('a').is_some()
        || listed("en En ett et", scan.written(at)) && listed("sv nb nn no da", scan.lexis.language.code());
    let one = if article { Some((1, at + 1)) } else { None };
    let over = roles.number('n').filter(|over| (1..100).contains(over)).map(|over| (over, at + 1));
    let digits = || scan.small(at, 2).filter(|over| (1..20).contains(over)).map(|over| (over, at + 1));
    let (over, mut place) = one.or(over).or_else(digits)?;
    if scan.is_mark(place, "-") && scan.glued(place) {
        place += 1;
    }
    let (roles, place) = scan.phrase(place, "/").map(|(roles, end)| (roles, end - 1))?;
    let under = roles.number('/').filter(|&under| under > 1)?;
    // "a third time", "one second": the singular counts only behind one, and a noun behind it makes it an ordinal.
    let ordinal = scan.has(place, 'o').is_some();
    let plain = scan.lexis.language.code() == "nl";
    let compared = listed("lower higher less more fewer cheaper smaller larger", scan.written(place + 1));
    if ordinal && (over > 1 && !plain || scan.has_content(place + 1) && scan.lexis.is_english() && !compared) {
        return None;
    }
    if scan.is_mark(place + 1, "-") && scan.glued(place + 1) {
        return None;
    }
    Some((Decimal::ratio(over, under)?, place + 1))
}

fn fraction(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    // "la tercera parte"
    if listed("parte partes", scan.written(at + 1))
        && let Some(under) = scan.roles(at).number('o').filter(|&under| under > 2)
    {
        return Some((Decimal::ratio(1, under)?, at + 2));
    }
    let (value, end) = part(scan, at)?;
    if end == at + 1 && scan.has(at, '/').is_some() && !half_stands_alone(scan, at) {
        return None;
    }
    // Calendar quarters, and "a half" of a match.
    let dated = scan.lexis.is_english() && listed("ago final century finals mile", scan.written(end));
    (!dated).then_some((value, end))
}

/// True where "half" is a share: not "first half", "half-time", "the half", nor the adjective of other languages.
fn half_stands_alone(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.written(at);
    let before = at.wrapping_sub(1);
    if scan.lexis.is_english() {
        let hyphen = (scan.is_mark(at + 1, "-") && scan.glued(at + 1)) || (scan.is_mark(before, "-") && scan.glued(at));
        let period = scan.has(before, 'o').is_some() || listed("the The a last other better", scan.written(before));
        let clock = scan.has(at + 1, 'E').is_some();
        let shared = scan.has(at + 1, 'f').is_some();
        return word.eq_ignore_ascii_case("half") && !hyphen && !clock && (!period || shared);
    }
    let lowered = super::lexis::lower(word);
    scan.has(before, 'o').is_none()
        && listed(
            "hälfte moitié mitad metade metà helft 半 hälften halvparten połowa половина половину треть четверть",
            lowered.as_str(),
        )
}

/// The place of the article before a fraction in languages that need it: "die Hälfte", "la mitad".
fn with_article(scan: &Scan<'_>, at: usize) -> usize {
    let before = at.wrapping_sub(1);
    let article = listed("die der Die la La de De a A", scan.written(before)) && !scan.lexis.is_english();
    let mine = match scan.lexis.language.code() {
        "fr" | "es" | "it" => listed("la La", scan.written(before)),
        "pt" => listed("a A", scan.written(before)),
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
    let one = || scan.has(at, 'a').filter(|_| !scan.lexis.is_english()).map(|_| (1, at + 1));
    // "in a hundred"
    let whole = |at: usize| {
        let number = number::read(scan, at).filter(|number| !number.scaled || scan.has(at, 'a').is_some())?;
        Some((number.value?.as_whole()?, number.end))
    };
    let (over, end) = small(at).or_else(one).filter(|&(over, _)| (1..100).contains(&over))?;
    // "one-in-five"
    let mut place = scan.untied(end);
    let share = |place: usize| scan.phrase(place, "i");
    if scan.written(place) == "out" && scan.written(place + 1) == "of" {
        place += 2;
    } else {
        // "one adult in ten", "un Français sur cinq"
        let noun = over < 10
            && share(place).is_none()
            && scan.kind(place) == Some(Kind::Word)
            && scan.has(place, 'q').is_none();
        let (_, behind) = share(if noun { place + 1 } else { place })?;
        if noun && !small(behind).is_some_and(|(under, _)| matches!(under, 3..=10 | 12 | 15 | 20 | 50 | 100 | 1000)) {
            return None;
        }
        place = scan.untied(behind);
        // "Two in 2019": what follows is a date, or the first number is too large to be a share.
        let round = || small(place).is_some_and(|(under, _)| matches!(under, 10 | 100 | 1000));
        if over > 9 || (scan.kind(at) == Some(Kind::Number) && scan.lexis.is_english() && over > 4 && !round()) {
            return None;
        }
    }
    if scan.written(place) == "every" {
        place += 1;
    }
    let (under, end) = whole(place).filter(|&(under, _)| under > over && under <= 1_000_000)?;
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
pub(super) fn ordinal(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let token = scan.get(at)?;
    if token.kind == Kind::Number {
        let suffix = scan.written(at + 1);
        let fits = match scan.lexis.language.code() {
            // "10st" is a weight.
            "en" => listed("st nd rd th", suffix) && (suffix != "st" || scan.written(at).ends_with('1')),
            "de" => {
                suffix == "."
                    && scan.has(at.wrapping_sub(1), 'q').is_some()
                    && scan.is_plural(at + 2)
                    && scan.has(at + 2, 'm').is_none()
            }
            "fr" => listed("er ère re e ème eme ième", suffix),
            "nl" => listed("e de ste", suffix),
            "es" | "pt" | "it" => listed("º ª ° er ra ro", suffix),
            _ => false,
        };
        // "42nd Street"
        // "2.º"
        let raised = suffix == "." && listed("º ª", scan.written(at + 2)) && scan.glued(at + 2);
        let fits = raised || fits && !super::count::street(scan, at + 2);
        let end = at + 2 + usize::from(raised);
        return (fits && scan.glued(at + 1) && token.form != Form::Broken).then_some((token.value, end));
    }
    if token.kind != Kind::Word || (token.capital && !scan.opens_sentence(at)) {
        return None;
    }
    if matches!(token.first, '第' | '제') {
        let number = number::read(scan, at + 1).filter(|number| !number.scaled || number.words)?;
        return Some((number.value?, number.end));
    }
    if let Some(value) = ordinal_compound(scan, at) {
        return Some((value, at + 1));
    }
    // "vigésimo primer"
    let tens = token.roles.number('o').filter(|tens| tens % 10 == 0 && *tens > 10);
    if let (Some(tens), Some(one)) = (tens, scan.roles(at + 1).number('o').filter(|&one| one < 10)) {
        return Some((Decimal::whole(tens + one), at + 2));
    }
    if let Some(value) = token.roles.number('o') {
        let title = token.capital && scan.get(at + 1).is_some_and(|next| next.capital);
        let spoken = token.capital && scan.is_mark(at + 1, ",");
        let sometimes = listed("at At", scan.written(at.wrapping_sub(1)));
        let unit_of_time = token.roles.get('d').is_some()
            && (scan.has(at.wrapping_sub(1), 'a').is_some() || scan.written(at.wrapping_sub(1)) == "per");
        return (!title && !spoken && !sometimes && !unit_of_time).then_some((Decimal::whole(value), at + 1));
    }
    let number = number::read(scan, at).filter(|number| number.words)?;
    let tied = scan.is_mark(number.end, "-") && scan.glued(number.end);
    let place = if tied { number.end + 1 } else { number.end };
    let place = if scan.has(place, '&').is_some() { place + 1 } else { place };
    let last = scan.roles(place).number('o').filter(|_| scan.has(place, 'd').is_none() || tied)?;
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

/// "ventunesimo", "einundzwanzigsten", "eenentwintigste": an ordinal written as one with its number.
fn ordinal_compound(scan: &Scan<'_>, at: usize) -> Option<Decimal> {
    let token =
        scan.get(at).filter(|token| scan.lexis.compounds && token.roles.is_empty() && token.end - token.start > 8)?;
    let word = super::lexis::lower(scan.written(at));
    let stem = |ends: &str| ends.split(' ').find_map(|end| word.strip_suffix(end));
    if scan.lexis.language.code() != "it" {
        return number::compound(scan, stem("ste sten ster stes stem")?).filter(|_| token.kind == Kind::Word);
    }
    let stem = stem("esimo esima esimi esime")?;
    ["o", "e", "i", "a", ""].iter().find_map(|vowel| number::compound(scan, &[stem, vowel].concat()))
}

/// "twice", "tripled", "four times", "10x".
fn multiple(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let (roles, end) = scan.phrase(at, "*").unwrap_or((scan.roles(at), at + 1));
    if let Some(value) = roles.number('*').filter(|&value| value > 0) {
        let adjective = listed(
            "double triple treble Double Triple doppelte dubbele quadruple doubles triples doubling",
            scan.written(at),
        );
        let compared = listed("the its their his that what last as", scan.written(at + 1))
            || scan.roles(at + 1).get('q').is_none() && scan.lexis.language.code() == "fr";
        return (!adjective || compared).then_some((Decimal::whole(value), end));
    }
    let number = number::read(scan, at)?;
    let tied = scan.is_mark(number.end, "-") && scan.glued(number.end);
    let place = if tied { number.end + 1 } else { number.end };
    let times = scan.has(place, '*') == Some("") || (scan.glued(place) && listed("x X ×", scan.written(place)));
    if !times || scan.get(place)?.capital && scan.written(place) != "X" {
        return None;
    }
    // "3 x 4" and "fold" alone are something else.
    let fold = scan.written(place) == "fold" && !tied;
    // "deux fois et demie"
    let (more, end) = number::and_part(scan, place + 1).unwrap_or((Decimal::default(), place + 1));
    (!fold).then_some((number.value?.plus(more)?, end))
}
