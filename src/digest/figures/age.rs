//! Age: "aged 43", "38-year-old", "three years old", "Yusuf Adeyemi, 26, …", "31-jährige", "une femme de 47 ans".
//!
//! A count or a duration in, an age out where one is told.

use super::decimal::Decimal;
use super::scan::Scan;
use super::token::{Form, Kind, is_cjk};
use super::unit::Measure;
use super::{FigureKind, Found, Value};
use crate::lexicon::listed;

/// "Over-65s": those of an age.
pub(super) fn over(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let tied = listed("over Over", scan.written(at)) && scan.is_mark(at + 1, "-‑") && scan.glued(at + 1);
    let age = scan.get(at + 2).filter(|age| tied && age.digits == 2 && age.form == Form::Plain && !age.spaced)?.value;
    let plural = scan.written(at + 3) == "s" && scan.glued(at + 3);
    let unit = Some(Measure::of("year"));
    plural.then_some(Found { kind: FigureKind::Age, from: at, to: at + 4, value: Value::Number(age), unit })
}

/// "siebenjähriger", "dreijährige Haft", "zweistündige", "quarantacinquenne": an age or a duration in one word with its number.
pub(super) fn compound(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let token =
        scan.get(at).filter(|token| scan.lexis.compounds && token.roles.is_empty() && token.kind == Kind::Word)?;
    let word = super::lexis::lower(scan.written(at));
    let (stem, unit) = TERMS.iter().find_map(|&(term, unit)| {
        let (stem, end) = word.split_once(term)?;
        (!stem.is_empty() && listed("e er en es em i ig ige iga", end) || end.is_empty()).then_some((stem, unit))
    })?;
    let spelt = |word: &str| {
        let known = scan.lexis.roles(word);
        known.number('n').map(Decimal::whole).or_else(|| super::number::compound(scan, word))
    };
    // "quarantacinqu-enne"
    let value = ["", "e", "o", "a", "i"].iter().find_map(|vowel| spelt(&[stem, vowel].concat()))?;
    let person = scan.has(at + 1, 'H').is_some() || token.capital && !scan.get(at + 1).is_some_and(|next| next.capital);
    let kind = if unit == "year" && (person || scan.lexis.language.code() != "de") {
        FigureKind::Age
    } else {
        FigureKind::Duration
    };
    Some(Found { kind, from: at, to: at + 1, value: Value::Number(value), unit: Some(Measure::of(unit)) })
}

/// What stands behind the number in words of an age or a term, and its unit of time.
const TERMS: [(&str, &str); 8] = [
    ("jährig", "year"),
    ("jarig", "year"),
    ("årig", "year"),
    ("enn", "year"),
    ("monatig", "month"),
    ("wöchig", "week"),
    ("tägig", "day"),
    ("stündig", "hour"),
];

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
        // "34 years of age"
        if scan.has(old, 'f').is_some() && scan.written(old + 1) == "age" {
            return as_age(found, old + 2, "year");
        }
        if scan.has(old, 'e').is_some() {
            let to = old + 1;
            return as_age(found, to, "year");
        }
        if matches!(scan.written(old), "olds") {
            return as_age(found, old + 1, "year");
        }
        let unit = found.unit;
        let years = unit == Some(Measure::of("year"));
        let code = scan.lexis.language.code();
        let romance = listed("fr es pt it", code);
        let comma = at.wrapping_sub(if scan.has(at.wrapping_sub(1), 'f').is_some() { 2 } else { 1 });
        let apart = scan.is_mark(comma, ",")
            && scan.is_mark(found.to, ",.;)")
            && (scan.get(comma.wrapping_sub(1)).is_some_and(|name| name.capital)
                || scan.has(comma.wrapping_sub(1), 'H').is_some());
        let told = years && romance && (apart || lived(scan, at, &found));
        let months = unit == Some(Measure::of("month"));
        if told || (years || months) && !scan.lexis.is_english() && said_of_person(scan, at) {
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
        && (scan.has(at.wrapping_sub(2), 'l').is_some()
            || young && listed(YOUNG, scan.written(at.wrapping_sub(2))) && !scan.has_content(found.to));
    // "a boy of 14"
    let grown = scan.lexis.is_english()
        && scan.has(at.wrapping_sub(1), 'f').is_some()
        && listed("age boy girl man woman child teenager youth", scan.written(at.wrapping_sub(2)))
        && !scan.has_content(found.to);
    let birthday = scan.lexis.is_english()
        && young
        && scan.precedes(at, 1, "turned turns turning")
        && (!scan.has_content(found.to) || listed("last this next", scan.written(found.to)));
    let row = row_start(scan, at);
    let digits = scan.get(at).is_some_and(|token| token.kind == Kind::Number && token.form == Form::Plain);
    let closed = scan.is_mark(found.to, ",;.)") || scan.has(found.to, '&').is_some();
    // "A girl, 6, …", "His sons, 9 and 11, …", "aged four and seven"
    let kin = digits && closed && scan.is_mark(row, ",") && listed(KIN, scan.written(row.wrapping_sub(1)));
    let aged =
        scan.has(row, 'l').is_some() || scan.has(row, '~').is_some() && scan.written(row.wrapping_sub(1)) == "aged";
    let aged = aged && (scan.has(row, 'l').is_some() || !scan.has_content(found.to));
    // "People 65 and over"
    let older = scan.has(found.to, '&').is_some()
        && listed("over older under younger above up", scan.written(found.to + 1))
        && listed("people People adults Adults patients children women men those ages", scan.written(row));
    let dead = scan.lexis.is_english()
        && scan.get(at).is_some_and(|token| token.digits > 1)
        && scan.written(row) == "at"
        && (scan.is_mark(found.to, ",.;") || found.to == scan.tokens.len())
        && scan.precedes(at, 8, "died dies dead death");
    // "田中太郎さん(45)"
    let bracketed = listed("ja ko", scan.lexis.language.code())
        && scan.is_mark(row, "(（")
        && scan.is_mark(found.to, ")）")
        && scan.get(at).is_some_and(|token| token.digits == 2)
        && scan.get(row.wrapping_sub(1)).is_some_and(|word| is_cjk(word.first));
    // "She was eighty-one when", "Children under five travel free"
    let is = at.wrapping_sub(if scan.has(at.wrapping_sub(1), '~').is_some() { 2 } else { 1 });
    let was = listed("was is", scan.written(is))
        && listed("he she who He She I", scan.written(is.wrapping_sub(1)))
        && !scan.has_content(found.to)
        && !(scan.kind(found.to) == Some(Kind::Mark) && scan.glued(found.to + 1))
        && scan.has(found.to, 'f').is_none();
    let below = listed("under over above below", scan.written(at.wrapping_sub(1)))
        && listed(YOUNG, scan.written(at.wrapping_sub(2)))
        && !scan.is_plural(found.to);
    let older = older || scan.lexis.is_english() && (was || below);
    let told = kin || aged || older || dead || bracketed;
    if ages || birthday || young && (told || grown || beside_name(scan, at, found.to)) {
        let to = found.to;
        return as_age(found, to, "year");
    }
    found
}

/// "mort à 85 ans", "tiene 45 años", "les plus de 65 ans", "les 18-24 ans".
fn lived(scan: &Scan<'_>, at: usize, found: &Found) -> bool {
    const DEATHS: &str = "mort morte morts décédé décédée meurt muerto muerta murió muere falleció fallece morreu morre faleceu \
        morto morta deceduto deceduta Murió Falleció Morreu Aos";
    let before = at.wrapping_sub(1);
    let word = scan.written(before);
    let dead = listed("à a aos los A À", word) && scan.precedes(at, 6, DEATHS) && scan.has(found.to, 'f').is_none();
    let has = listed("tiene tenía tem tinha avait ha aveva a", word) && !scan.has_content(found.to);
    // "il y a un an"
    let owns = word != "a" || scan.lexis.language.code() == "fr" && scan.written(before.wrapping_sub(1)) != "y";
    let has = has && owns && scan.has(found.to, 'f').is_none();
    let compared = listed("mayores menores maiores menores", scan.written(before.wrapping_sub(1)))
        || listed("plus moins", scan.written(before.wrapping_sub(1)))
            && listed("les Les des aux", scan.written(before.wrapping_sub(2)));
    let group = listed("les Les los Los", word) && matches!(found.value, Value::Between(..));
    dead || has || compared && scan.has(before, 'f').is_some() || group
}

/// Where the number at `at` stands in a row of numbers, the token before the first: "aged 4, 6 and 9".
fn row_start(scan: &Scan<'_>, at: usize) -> usize {
    let mut before = at.wrapping_sub(1);
    let number = |at: usize| scan.kind(at) == Some(Kind::Number) || scan.has(at, 'n').is_some();
    for _ in 0..4 {
        let joined = scan.has(before, '&').is_some() || scan.is_mark(before, ",");
        if !joined || !number(before.wrapping_sub(1)) {
            break;
        }
        before = before.wrapping_sub(2);
    }
    before
}

/// Words for people who are told apart by their age: "Children under five".
const YOUNG: &str = "children Children boys Boys girls Girls kids Kids teenagers people People adults Adults men Men women Women \
    those Those anyone Anyone everyone Everyone pupils students drivers workers";

/// Words for people whose age stands behind a comma: "A girl, 6, …".
const KIN: &str = "girl boy daughter son brother sister child baby toddler sons daughters boys girls brothers sisters \
    children man woman wife husband mother father";

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
