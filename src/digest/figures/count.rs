//! Count: which bare numbers count something, which are ages, scores or ratios, and which are no figures at all:
//! names' numbers, phone numbers, list numbers, page numbers, reading times.

use super::decimal::Decimal;
use super::lexis::role;
use super::number;
use super::scan::Scan;
use super::token::{Form, Kind, is_cjk};
use super::{FigureKind, FigureValue, Found};

/// The token behind something at `at` that looks like a figure and is none; `None` where nothing speaks against it.
pub(super) fn skip(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let token = scan.get(at)?;
    if let Some(end) = phone(scan, at) {
        return Some(end);
    }
    if token.kind != Kind::Number {
        return None;
    }
    let (before, behind) = (at.wrapping_sub(1), at + 1);
    // "[12]", "#12", "§ 5", "@7", "a_1", "x=3".
    let reference = (scan.is_mark(before, "[") && scan.is_mark(behind, "]")) || scan.is_mark(before, "#№§@_^=*\\");
    // "24/7", "9/11", "50/50"; a fraction is read before.
    let slashed = (scan.is_mark(behind, "/")
        && scan.glued(behind)
        && scan.kind(at + 2) == Some(Kind::Number)
        && scan.glued(at + 2))
        && number::slashed(scan, at).is_none();
    if slashed && super::date::read(scan, at).is_none() {
        return Some(at + 3);
    }
    let footnote = scan.is_mark(before, ".,;!?”\"’")
        && scan.glued(at)
        && scan.get(before.wrapping_sub(1)).is_some_and(|word| word.kind == Kind::Word && !is_cjk(word.first))
        && scan.glued(before);
    let listed = list_number(scan, at);
    let zeros = token.first == '0' && token.digits > 1 && token.form == Form::Plain;
    let id = token.digits > 8
        && token.form == Form::Plain
        && scan.has(behind, 'x').is_none()
        && super::unit::unit_behind(scan, behind, false).is_none();
    let clock = zeros && scan.is_mark(behind, ":h")
        || zeros
            && (scan.written(behind) == "h"
                || scan.has(behind, 'h').is_some()
                || scan.is_mark(behind, "-/.")
                || scan.has(behind, 'A').is_some()
                || scan.has(behind, 'm').is_some()
                || scan.has(behind, 'P').is_some());
    let reading = reading_time(scan, at);
    let hyphened =
        scan.is_mark(before, "-") && scan.glued(at) && scan.glued(before) && tied_name(scan, before.wrapping_sub(1));
    (reference || footnote || listed || (zeros && !clock) || id || reading || hyphened).then_some(behind)
}

/// "F-16", "COVID-19": letters tied to the number that aren't "mid" or a currency.
fn tied_name(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.written(at);
    let timed = matches!(word, "mid" | "Mid" | "pre" | "post" | "Pre" | "Post" | "early" | "late");
    (scan.kind(at) == Some(Kind::Word) && !timed && scan.has(at, 'n').is_none()) || scan.kind(at) == Some(Kind::Junk)
}

/// "1. First …", "2) …" at the start of a paragraph that goes on.
fn list_number(scan: &Scan<'_>, at: usize) -> bool {
    let bracket =
        scan.is_mark(at + 1, ")") && scan.glued(at + 1) && !scan.glued(at) && scan.tokens[at].form == Form::Plain;
    if bracket && !(at.saturating_sub(30)..at).any(|place| scan.is_mark(place, "(")) {
        return true;
    }
    let opens = at == 0 || (at == 1 && scan.is_mark(0, "("));
    let closed = scan.is_mark(at + 1, ".):") && scan.glued(at + 1);
    let token = &scan.tokens[at];
    opens && closed && token.form == Form::Plain && token.digits < 4 && scan.get(at + 2).is_some_and(|next| next.spaced)
}

/// "4 min read", "5 Min. Lesezeit", "Lesedauer: 4 Minuten".
fn reading_time(scan: &Scan<'_>, at: usize) -> bool {
    let words = [
        "read",
        "Read",
        "READ",
        "Lesezeit",
        "Lesedauer",
        "lecture",
        "lectura",
        "leitura",
        "lettura",
        "leestijd",
        "чтения",
        "reading",
        "Reading",
    ];
    let unit = scan.has(at + 1, 'd') == Some("minute")
        || scan.written(at + 1).eq_ignore_ascii_case("min")
        || (scan.is_mark(at + 1, "-") && scan.has(at + 2, 'd') == Some("minute"));
    let behind = (at + 2..at + 6).any(|place| {
        words.contains(&scan.written(place)) && !matches!(scan.written(place - 1), "to" | "and" | "of" | "the")
    });
    unit && (behind || scan.precedes(at, 4, &words))
}

/// Tokens of the longest phone number, book number or account.
const PHONE_TOKENS_MAX: usize = 24;

/// A phone number, a number of a book or an account: groups of digits tied by hyphens or brackets.
fn phone(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let lead = scan.is_mark(at, "+(") && scan.kind(at + 1) == Some(Kind::Number) && scan.glued(at + 1);
    let zero = scan.get(at).is_some_and(|token| token.kind == Kind::Number && token.first == '0' && token.digits > 1);
    if !lead && scan.kind(at) != Some(Kind::Number) {
        return None;
    }
    let (mut place, mut digits, mut groups, mut years) = (at, 0u32, 0, 0);
    let mut end = at;
    while let Some(token) = scan.get(place).filter(|_| place < at + PHONE_TOKENS_MAX) {
        match token.kind {
            Kind::Number if place == at || !token.spaced || lead || zero => {
                if token.form == Form::Broken && token.value.mantissa.unsigned_abs() < 1000 && !zero && !lead {
                    break;
                }
                let length = if token.form == Form::Plain { u32::from(token.digits) } else { 4 };
                (digits, groups) = (digits + length, groups + 1);
                years += u32::from(length == 4);
                end = place + 1;
            }
            Kind::Junk if !token.spaced && (lead || zero) => {
                (digits, groups, end) = (digits + 6, groups + 1, place + 1);
            }
            Kind::Mark if place == at && lead => {}
            Kind::Mark
                if matches!(token.first, '-' | '‑' | ')' | '.' | '(' | '/')
                    && (!token.spaced || token.first == '(') => {}
            _ => break,
        }
        place += 1;
    }
    let open = scan.is_mark(at, "(") && !scan.tokens[at..place].iter().any(|token| token.first == ')');
    let hyphened = scan.is_mark(at + 1, "-‑)") || lead;
    let date = groups == 3 && super::date::read(scan, at).is_some();
    let range = groups == 2 && (years == 2 || digits < 7);
    let enough = digits >= 7 && groups >= 2 && digits <= 20;
    (enough && (hyphened || zero) && !date && !range && !open).then_some(end)
}

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

/// Turns a number that tells an age into one: "aged 43", "38-year-old", "three years old", "Yusuf Adeyemi, 26, …", "31-jährige".
fn age(scan: &Scan<'_>, at: usize, mut found: Found) -> Found {
    let as_age = |mut found: Found, to: usize, unit: &str| {
        (found.kind, found.to) = (FigureKind::Age, to);
        found.unit = Some(found.unit.unwrap_or_else(|| unit.to_owned()));
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
        let romance = matches!(scan.lexis.language.code(), "fr" | "es" | "pt" | "it");
        let comma = at.wrapping_sub(if scan.has(at.wrapping_sub(1), 'f').is_some() { 2 } else { 1 });
        let apart = scan.is_mark(comma, ",")
            && scan.is_mark(found.to, ",.;)")
            && scan.get(comma.wrapping_sub(1)).is_some_and(|name| name.capital);
        if romance && found.unit.as_deref() == Some("year") && (apart || said_of_person(scan, at)) {
            let to = found.to;
            return as_age(found, to, "year");
        }
        return found;
    }
    if found.kind != FigureKind::Count {
        return found;
    }
    let young = matches!(&found.value, FigureValue::Number(value) if value.as_whole().is_some_and(|age| (0..=120).contains(&age)));
    let tied = scan.is_mark(found.to, "-") && scan.glued(found.to);
    let word = if tied { found.to + 1 } else { found.to };
    if scan.has(word, 'O').is_some() {
        return as_age(found, word + 1, "year");
    }
    if young && scan.has(at.wrapping_sub(1), 'l').is_some() && scan.kind(found.to) != Some(Kind::Number) {
        found.from = at - 1;
        let to = found.to;
        return as_age(found, to, "year");
    }
    let ages = scan.has(at.wrapping_sub(1), 'b').is_some()
        && scan.written(at - 1) != "from"
        && scan.has(at.wrapping_sub(2), 'l').is_some();
    let birthday = scan.lexis.is_english()
        && young
        && scan.precedes(at, 1, &["turned", "turns", "turning"])
        && !scan.has_content(found.to);
    if ages || birthday || young && beside_name(scan, at, found.to) {
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
                && (token.roles.is_empty() || role(token.roles, 'm').is_none() && role(token.roles, 'w').is_none())
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
    let person = scan.written(of.wrapping_sub(1));
    scan.has(of.wrapping_sub(1), 'l').is_some()
        || matches!(
            person,
            "femme"
                | "homme"
                | "garçon"
                | "fille"
                | "fillette"
                | "adolescent"
                | "adolescente"
                | "enfant"
                | "joueur"
                | "joueuse"
                | "mère"
                | "père"
                | "étudiant"
                | "étudiante"
                | "conducteur"
                | "conductrice"
                | "mujer"
                | "hombre"
                | "niño"
                | "niña"
                | "joven"
                | "chico"
                | "chica"
                | "anciano"
                | "anciana"
                | "años"
                | "jugador"
                | "madre"
                | "padre"
                | "mulher"
                | "homem"
                | "menino"
                | "menina"
                | "jovem"
                | "idoso"
                | "idosa"
                | "rapaz"
                | "donna"
                | "uomo"
                | "ragazzo"
                | "ragazza"
                | "bambino"
                | "bambina"
                | "giovane"
                | "anziano"
                | "anziana"
                | "edad"
                | "idade"
                | "retraité"
                | "retraitée"
                | "Français"
                | "trentenaire"
                | "jeune"
                | "personnes"
        )
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

/// "3-2", "6-4, 3-6, 7-5", "2:1": a score, or the ratio "3:1".
pub(super) fn score(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (first, second, mut end) = pair(scan, at)?;
    let colon = scan.is_mark(at + 1, ":");
    let mut sets = 1;
    while scan.is_mark(end, ",") && !scan.glued(end + 1) {
        let Some((_, _, behind)) = pair(scan, end + 1) else { break };
        (end, sets) = (behind, sets + 1);
    }
    let told = near_contest(scan, at, end);
    let kind = if colon {
        if told
            || sets > 1
            || (!scan.lexis.is_english() && scan.lexis.language.code() != "fr" && first.max(second) < 20)
        {
            FigureKind::Score
        } else {
            FigureKind::Ratio
        }
    } else {
        let decided = first > second || sets > 1 || told || first == 0 || (first == second && first < 20);
        if !decided {
            return None;
        }
        FigureKind::Score
    };
    let value = match (kind, sets) {
        (FigureKind::Ratio, _) => FigureValue::Number(Decimal::ratio(first, second)?),
        (_, 1) => FigureValue::Between(Decimal::whole(first), Decimal::whole(second)),
        _ => FigureValue::Unknown,
    };
    Some(Found { kind, from: at, to: end, value, unit: None })
}

/// Two numbers tied by a dash or a colon, with no unit behind them.
fn pair(scan: &Scan<'_>, at: usize) -> Option<(i64, i64, usize)> {
    let number = |at: usize| {
        let token =
            scan.get(at).filter(|token| token.kind == Kind::Number && token.form == Form::Plain && token.digits < 4)?;
        (token.digits == 1 || token.first != '0').then(|| token.value.as_whole()).flatten()
    };
    let (first, second) = (number(at)?, number(at + 2)?);
    let tied = scan.is_mark(at + 1, "-–—:‑") && scan.glued(at + 1) && scan.glued(at + 2);
    let lengths = scan.get(at)?.digits.abs_diff(scan.get(at + 2)?.digits) < 2;
    // "voted 51 to 49"
    let tied = tied && lengths
        || scan.written(at + 1) == "to"
            && first > second
            && (at.saturating_sub(6)..at).any(|place| scan.written(place).starts_with("vote"));
    let alone = !(scan.glued(at + 3)
        && (scan.is_mark(at + 3, "-–:/%°") || matches!(scan.kind(at + 3), Some(Kind::Word | Kind::Number))));
    let free = !scan.glued(at) || scan.is_mark(at.wrapping_sub(1), "(\"“");
    let clock = scan.is_mark(at + 1, ":") && scan.get(at + 2)?.digits == 2;
    let unit = super::unit::unit_behind(scan, at + 3, false).is_some()
        || scan.has(at + 3, 'x').is_some()
        || scan.has(at + 3, 'm').is_some();
    (tied && alone && free && !clock && !unit).then_some((first, second, at + 3))
}

/// True where words of a match or a vote stand near.
fn near_contest(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    const WORDS: &[&str] = &[
        "beat",
        "beats",
        "won",
        "win",
        "wins",
        "lost",
        "lose",
        "loss",
        "defeat",
        "defeated",
        "draw",
        "drew",
        "drawn",
        "tie",
        "tied",
        "vote",
        "voted",
        "votes",
        "victory",
        "score",
        "scored",
        "led",
        "lead",
        "leading",
        "trailed",
        "trailing",
        "final",
        "down",
        "up",
        "match",
        "game",
        "goals",
        "series",
        "set",
        "sets",
        "gegen",
        "gewann",
        "verlor",
        "siegte",
        "Sieg",
        "stand",
        "Niederlage",
        "Endstand",
        "battu",
        "gagné",
        "perdu",
        "victoire",
        "défaite",
        "ganó",
        "perdió",
        "venció",
        "victoria",
        "derrota",
        "vinto",
        "perso",
        "vittoria",
        "sconfitta",
        "venceu",
        "perdeu",
        "vitória",
        "won",
        "verloor",
        "hammered",
        "thrashed",
        "edged",
        "crushed",
    ];
    (from.saturating_sub(10)..(to + 5).min(scan.tokens.len())).any(|place| WORDS.contains(&scan.written(place)))
}
