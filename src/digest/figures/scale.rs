//! Scale: the powers of ten behind a number: "million", "lakh crore", "Mio.", the letter of "$3m", "× 10^-19", "e23".

use super::decimal::Decimal;
use super::lexis::lower;
use super::scan::Scan;
use super::token::{Form, Kind};
use crate::lexicon::listed;

/// The powers of ten that follow: "million", "lakh crore", "mil millones", "Mio.".
pub(super) fn scales(scan: &Scan<'_>, mut value: Decimal, mut at: usize) -> Option<(Decimal, usize)> {
    while let Some((power, end)) = scale(scan, at) {
        value = value.shifted(power)?;
        at = end;
    }
    Some((value, at))
}

pub(super) fn scale(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    // "7-million-dollar", with a hyphen before the word.
    let at = if scan.is_mark(at, "-") && scan.glued(at) && scan.glued(at + 1) && scan.has(at + 1, 'x').is_some() {
        at + 1
    } else {
        at
    };
    if scan.kind(at) != Some(Kind::Word) {
        return None;
    }
    // "Mio. Euro": the point of an abbreviation goes with it, not the one that ends a sentence. "mil." is a million where "mil"
    // is a thousand.
    let dotted =
        scan.is_mark(at + 1, ".") && scan.glued(at + 1) && scan.written(at).len() < 9 && scan.get(at + 2).is_some();
    let short = || scan.lexis.roles(&[&lower(scan.written(at)), "."].concat()).number('x');
    if let Some(power) = dotted.then(short).flatten() {
        return Some((power as i32, at + 2));
    }
    Some((scan.roles(at).number('x')? as i32, at + 1))
}

/// A letter glued to a number that stands for a power of ten: "$3m", "50K", "1.2B".
pub(super) fn letter_scale(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    // "32 M€": the letter stands with the currency.
    let with_sign = scan.is_mark(at + 1, "€$£") && scan.glued(at + 1);
    if scan.kind(at) != Some(Kind::Word) || !scan.glued(at) && !with_sign {
        return None;
    }
    Some((power(scan.written(at))?, at + 1))
}

/// The power of ten of a letter.
pub(super) fn power(letter: &str) -> Option<i32> {
    Some(match letter {
        "k" | "K" => 3,
        "m" | "M" | "mm" | "MM" | "mio" | "Mio" => 6,
        "b" | "B" | "bn" | "Bn" | "BN" | "Md" | "Mds" | "md" | "mrd" | "Mrd" => 9,
        "t" | "T" | "tn" | "trn" => 12,
        _ => return None,
    })
}

/// The digits of a raised power.
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// The power of ten of the scientific notation behind a number, and the token behind it: "× 10^-19", "x 10⁶", "e-7".
pub(super) fn scientific(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    let ten =
        |at: usize| scan.get(at).is_some_and(|token| token.form == Form::Plain && token.value == Decimal::whole(10));
    let minus = |at: usize| scan.is_mark(at, "-−⁻") && scan.glued(at);
    let mut place = if listed("e E", scan.written(at)) && scan.glued(at) {
        // "6e4" is as often a part of a code.
        let broken = scan.get(at - 1).is_some_and(|token| token.form == Form::Broken);
        Some(at + 1).filter(|&place| broken || minus(place))?
    } else if listed("x X × * ·", scan.written(at)) && ten(at + 1) {
        at + 2 + usize::from(scan.is_mark(at + 2, "^"))
    } else {
        return None;
    };
    let negative = minus(place);
    place += usize::from(negative || scan.is_mark(place, "+"));
    let (mut power, mut end) = (0, place);
    while let Some(digit) = scan.get(end).and_then(|token| RAISED.chars().position(|raised| raised == token.first)) {
        (power, end) = ((10 * power + digit as i32).min(1000), end + 1);
    }
    if end == place {
        let token =
            scan.get(place).filter(|token| token.form == Form::Plain && token.kind == Kind::Number && !token.spaced)?;
        (power, end) = (token.value.as_whole().and_then(|power| i32::try_from(power).ok())?, place + 1);
    }
    Some((if negative { -power } else { power }, end))
}
