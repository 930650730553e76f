//! Age: "aged 43", "38-year-old", "three years old", "Yusuf Adeyemi, 26, …", "31-jährige", "une femme de 47 ans".
//!
//! A count or a duration in, an age out where one is told.

use super::scan::Scan;
use super::token::{Form, Kind};
use super::unit::Measure;
use super::{FigureKind, Found, Value};
use crate::lexicon::listed;

/// Turns a number that tells an age into one: "aged 43", "38-year-old", "three years old", "Yusuf Adeyemi, 26, …", "31-jährige".
pub(super) fn age(scan: &Scan<'_>, at: usize, mut found: Found) -> Found {
    let as_age = |mut found: Found, to: usize, unit: &'static str| {
        (found.kind, found.to) = (FigureKind::Age, to);
        found.unit = found.unit.or(Some(Measure::of(unit)));
        found
    };
    if found.kind == FigureKind::Duration {
        let tied = scan.is_mark(found.to, "-") && scan.glued(found.to);
        let old = if tied { found.to + 1 } else { found.to };
        if scan.has(old, 'e').is_some() {
            let to = old + 1;
            return as_age(found, to, "year");
        }
        if matches!(scan.written(old), "olds") {
            return as_age(found, old + 1, "year");
        }
        let romance = listed("fr es pt it", scan.lexis.language.code());
        let comma = at.wrapping_sub(if scan.has(at.wrapping_sub(1), 'f').is_some() { 2 } else { 1 });
        let apart = scan.is_mark(comma, ",")
            && scan.is_mark(found.to, ",.;)")
            && (scan.get(comma.wrapping_sub(1)).is_some_and(|name| name.capital)
                || scan.has(comma.wrapping_sub(1), 'H').is_some());
        if romance && found.unit == Some(Measure::of("year")) && (apart || said_of_person(scan, at)) {
            let to = found.to;
            return as_age(found, to, "year");
        }
        return found;
    }
    if found.kind != FigureKind::Count {
        return found;
    }
    let young = matches!(&found.value, Value::Number(value) | Value::Between(_, value) if value.as_whole().is_some_and(|age| (0..=120).contains(&age)));
    let tied = scan.is_mark(found.to, "-") && scan.glued(found.to);
    let word = if tied { found.to + 1 } else { found.to };
    if scan.has(word, 'O').is_some() {
        return as_age(found, word + 1, "year");
    }
    if young && scan.has(at.wrapping_sub(1), 'l').is_some() && scan.kind(found.to) != Some(Kind::Number) {
        // "aged forty" is one with its word; "aged 43" tells the number.
        found.from -= usize::from(scan.kind(at) == Some(Kind::Word));
        let to = found.to;
        return as_age(found, to, "year");
    }
    let ages = scan.has(at.wrapping_sub(1), 'b').is_some()
        && scan.written(at - 1) != "from"
        && scan.has(at.wrapping_sub(2), 'l').is_some();
    // "a boy of 14"
    let grown = scan.lexis.is_english()
        && scan.has(at.wrapping_sub(1), 'f').is_some()
        && listed("age boy girl man woman child teenager youth", scan.written(at.wrapping_sub(2)))
        && !scan.has_content(found.to);
    let birthday = scan.lexis.is_english()
        && young
        && scan.precedes(at, 1, "turned turns turning")
        && (!scan.has_content(found.to) || listed("last this next", scan.written(found.to)));
    if ages || birthday || grown && young || young && beside_name(scan, at, found.to) {
        let to = found.to;
        return as_age(found, to, "year");
    }
    found
}

/// "Jonah Pike, 19, …" and "Jutta Kemper (47)".
fn beside_name(scan: &Scan<'_>, at: usize, to: usize) -> bool {
    let name = |at: usize| {
        scan.get(at).is_some_and(|token| {
            token.kind == Kind::Word
                && token.capital
                && (token.roles.is_empty() || token.roles.get('m').is_none() && token.roles.get('w').is_none())
        })
    };
    let number =
        scan.get(at).is_some_and(|token| token.kind == Kind::Number && token.form == Form::Plain && token.digits < 4);
    let before = at.wrapping_sub(1);
    let comma = scan.is_mark(before, ",") && (scan.is_mark(to, ",;.") || (scan.is_mark(to, "—–")));
    let bracket = scan.is_mark(before, "(") && scan.is_mark(to, ")") && scan.glued(at);
    let two_names = name(before.wrapping_sub(1)) && name(before.wrapping_sub(2));
    let grown = scan.get(at).is_some_and(|token| token.digits == 2 || token.digits == 3);
    let between = scan.is_mark(before, ",")
        && scan.is_mark(to, ",")
        && scan.kind(before.wrapping_sub(1)) == Some(Kind::Word)
        && grown;
    number && to == at + 1 && (between || two_names && (comma || bracket))
}

/// "une femme de 47 ans", "âgée de 47 ans": an age and not a term.
fn said_of_person(scan: &Scan<'_>, at: usize) -> bool {
    let of = at.wrapping_sub(1);
    if scan.has(of, 'f').is_none() {
        return false;
    }
    scan.has(of.wrapping_sub(1), 'l').is_some() || scan.has(of.wrapping_sub(1), 'H').is_some()
}
