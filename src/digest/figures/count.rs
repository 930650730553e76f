//! Count: which bare numbers count something: not years, names' numbers or parts of a name; and which durations are told.

use super::age::age;
use super::decimal::Decimal;
use super::lexis::lower;
use super::scan::Scan;
use super::token::{Form, Kind, is_cjk};
use super::unit::Measure;
use super::{FigureKind, Found, Value};
use crate::lexicon::listed;

/// What a count that was read at `at` really is: an age, a score, a multiple … or nothing.
pub(super) fn judge(scan: &Scan<'_>, at: usize, found: Found) -> Option<Found> {
    let found = age(scan, at, found);
    match found.kind {
        FigureKind::Count if lettered(scan, at, found.to) => None,
        // "multipliée par deux"
        FigureKind::Count
            if scan.written(at.wrapping_sub(2)).starts_with("multipli") && !scan.has_content(found.to) =>
        {
            Some(Found { kind: FigureKind::Multiple, ..found })
        }
        FigureKind::Count if told_magnitude(scan, at) => {
            Some(Found { kind: FigureKind::Quantity, unit: Some(Measure::of("magnitude")), ..found })
        }
        FigureKind::Count => counts(scan, at, &found).then(|| with_noun(scan, found)),
        FigureKind::Quantity if street(scan, found.to) || lettered(scan, at, found.to) => None,
        FigureKind::Duration => told_duration(scan, at, &found).then_some(found),
        _ => Some(found),
    }
}

/// True for "Apartment 4B", a name's number with its letter.
fn lettered(scan: &Scan<'_>, at: usize, to: usize) -> bool {
    to == at + 2
        && scan.glued(at + 1)
        && scan.written(at + 1).len() == 1
        && scan.roles(at.wrapping_sub(1)).get('j').is_some_and(|_| scan.has(at - 1, 'q').is_none())
}

/// True behind a word for the strength of an earthquake.
fn told_magnitude(scan: &Scan<'_>, at: usize) -> bool {
    let before = &scan.body[..scan.tokens[at].start as usize];
    let word = at.wrapping_sub(if scan.is_mark(at.wrapping_sub(1), "-") { 2 } else { 1 });
    scan.has(word, 'M').is_some()
        || ["マグニチュード", "震级", "规模", "規模", "규모 "].iter().any(|word| before.ends_with(word))
}

/// Words of a noun that a count takes with it: "high-risk accounts".
const NOUN_WORDS_MAX: usize = 3;

/// The count with the noun that it counts, where that stands right behind it: "Eight people", "22,000 homes", "8名".
fn with_noun(scan: &Scan<'_>, mut found: Found) -> Found {
    let end = found.to;
    if matches!(found.value, Value::Between(..)) {
        return found;
    }
    if let Some(next) = scan.get(end).filter(|next| is_cjk(next.first)) {
        found.to += usize::from(!next.spaced && COUNTERS.contains(next.first));
        return found;
    }
    let (english, german) = (scan.lexis.is_english(), scan.lexis.language.code() == "de");
    let (mut place, mut words) = (end, 0);
    // "27 of 31 drones"
    if let Some(whole) = of_whole(scan, &found) {
        (found.to, place) = (whole + 1, whole + 1);
    }
    // "un millón de personas", "2 millions d'habitants", "tens of thousands of birds"
    let many = found.value == Value::Unknown;
    if (many || !english && !german && scan.has(end - 1, 'x').is_some()) && scan.has(end, 'f').is_some() {
        place += 1 + usize::from(scan.is_mark(end + 1, "'’"));
        words = 1;
    }
    // A decimal counts nothing whole: what follows may as well be a verb.
    let broken = !english && scan.get(end - 1).is_some_and(|token| token.form == Form::Broken);
    let one = found.value == Value::Number(Decimal::whole(1));
    while let Some(token) = scan.get(place).filter(|_| !broken) {
        words += usize::from(token.spaced);
        let told = english && scan.has(place, 'v').is_some() || scan.has(place, 'd').is_some();
        if words > NOUN_WORDS_MAX || told || place == found.to && !token.spaced {
            break;
        }
        if scan.is_plural(place) && !one {
            // "two police officers"
            let more = english
                && scan.is_plural(place + 1)
                && scan.written(place + 1).ends_with('s')
                && words < NOUN_WORDS_MAX;
            found.to = place + 1 + usize::from(more);
            break;
        }
        // "One thing", not "One appears".
        if one && english {
            if !scan.has_content(place) || ["s", "ed", "ing"].iter().any(|end| scan.written(place).ends_with(end)) {
                break;
            }
            found.to = place + 1;
        }
        // "two Syrians"
        let people =
            english && place == end && token.capital && token.roles.is_empty() && scan.written(place).ends_with('s');
        if people && !scan.get(place + 1).is_some_and(|next| next.capital) {
            found.to = place + 1;
        }
        if !(scan.has_content(place) || scan.is_mark(place, "-") && scan.glued(place)) {
            break;
        }
        place += 1;
    }
    found
}

/// The number that the count is a part of: the 31 of "27 of 31".
fn of_whole(scan: &Scan<'_>, found: &Found) -> Option<usize> {
    let of = listed("of von sur van", scan.written(found.to));
    let part = scan.small(found.from, 3).filter(|_| of && found.to == found.from + 1)?;
    scan.small(found.to + 1, 3).filter(|&whole| whole >= part && !scan.glued(found.to + 2)).map(|_| found.to + 1)
}

/// True where a duration is told and not a rate or a habit: "a day" in "litres a day", "from a year before".
fn told_duration(scan: &Scan<'_>, at: usize, found: &Found) -> bool {
    // "the 90s", "Boeing 777s": the plural of a name.
    let before = at.wrapping_sub(1);
    let plural = scan.written(found.to - 1) == "s" && scan.get(at).is_some_and(|token| token.form == Form::Plain);
    let named = scan.get(before).is_some_and(|word| word.capital && !scan.opens_sentence(before))
        || scan.has(before, 'j').is_some()
        || listed("the The and or his her their our my", scan.written(before));
    if plural && named {
        return false;
    }
    !scan.written(at).eq_ignore_ascii_case("one")
        || scan.has(found.to - 1, 'd') != Some("day")
        || scan.has(at.wrapping_sub(1), 'q').is_some()
}

/// The duration told by an article: "in a decade", "after an hour", "a year ago"; not the rate "a day".
pub(super) fn article_duration(scan: &Scan<'_>, at: usize) -> Option<Found> {
    // "decade-long"
    if let Some(unit) = scan.has(at, 'd').filter(|_| scan.untied(at + 1) == at + 2 && scan.written(at + 2) == "long") {
        let (many, unit) = super::unit::several(unit);
        // "months-long"
        let one = !scan.written(at).ends_with('s');
        let value = if one { Value::Number(Decimal::whole(many)) } else { Value::Unknown };
        let unit = Some(Measure::of(unit));
        return Some(Found { kind: FigureKind::Duration, from: at, to: at + 3, value, unit });
    }
    scan.has(at, 'a')?;
    let (roles, end) = scan.phrase(at + 1, "d").filter(|&(_, end)| scan.untied(end) == end)?;
    let unit = roles.get('d')?;
    let (many, unit) = super::unit::several(unit);
    let led = listed(
        "in within for after over than about nearly almost least around seit nach vor fast einem during under until roughly just every sinds \
                  binnen tra dopo once half take takes took taken lasted lasts last spent spend waited \
                  served serving dauert dauerte duurt duurde dura durò duró durou después depois après nach na hace há",
        &lower(scan.written(at.wrapping_sub(1))),
    );
    let followed = scan.has(end, 'G').is_some() || listed("later earlier", scan.written(end));
    let compared =
        listed("from than", scan.written(at.wrapping_sub(1))) && listed("before earlier ago", scan.written(end));
    let half = scan.lexis.is_english()
        && scan.has(end, '&').is_some()
        && scan.has(end + 1, 'a').is_some()
        && scan.has(end + 2, '/') == Some("2");
    if scan.written(at.wrapping_sub(1)) == "than" && !scan.precedes(at, 2, "more less longer More Less within") {
        return None;
    }
    if (!led && !followed && !half) || compared || unit == "second" || (unit == "minute" && !followed) {
        return None;
    }
    let (value, to) =
        if half { (Decimal { mantissa: 15 * many, exponent: -1 }, end + 3) } else { (Decimal::whole(many), end) };
    Some(Found { kind: FigureKind::Duration, from: at, to, value: Value::Number(value), unit: Some(Measure::of(unit)) })
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
    // "page 3 of 12"
    if scan.has(at.wrapping_sub(3), 'j').is_some()
        && scan.has(before, 'f').is_some()
        && scan.kind(before.wrapping_sub(1)) == Some(Kind::Number)
    {
        return false;
    }
    let last = found.to - 1;
    let single = found.to == at + 1;
    // "5G", "737MAX": letters glued to the number that are no unit.
    if scan.glued(behind)
        && scan.kind(behind).is_some_and(|kind| kind == Kind::Word || kind == Kind::Junk)
        && !is_cjk(scan.get(behind).map_or(' ', |next| next.first))
    {
        return false;
    }
    // "COP28"
    let lettered = scan.get(before).is_some_and(|word| word.kind == Kind::Word && !is_cjk(word.first));
    if scan.glued(at) && lettered && token.form == Form::Plain {
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
    // "12 deaths per 100,000 people"
    let round = token.value.settled().mantissa == 1 && token.digits > 3;
    if round && scan.has(before, '/') == Some("") {
        return false;
    }
    let exact = single && token.form != Form::Grouped && scan.has(last, 'x').is_none();
    if !exact {
        return true;
    }
    if names_number(scan, before, behind) || street(scan, behind) {
        return false;
    }
    // "text FOOD to 70085": a count of five digits has its thousands parted.
    if scan.lexis.is_english() && token.form == Form::Plain && token.digits > 4 && !scan.has_content(behind) {
        return false;
    }
    // "12, rue de Rivoli, 75001 Paris": a postal code.
    let coded = token.form == Form::Plain && token.digits == 5 && scan.is_mark(before, ",");
    if coded && listed("fr es it", scan.lexis.language.code()) && scan.get(behind).is_some_and(|next| next.capital) {
        return false;
    }
    // "国道246号"; "The 747 was retired"
    let model = listed("the The a an", scan.written(before)) && listed("was is has", scan.written(behind));
    if listed("号 號 号线", scan.written(behind)) && scan.glued(behind) || model && token.digits > 2 {
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
    // "Node.js 20"; "the port is 8080"
    let dotted = before > 1 && scan.is_mark(before - 1, ".") && scan.glued(before) && scan.glued(before - 1);
    let told = listed("is was", scan.written(before)) && scan.has(before.wrapping_sub(1), 'j').is_some();
    if (dotted || told) && scan.kind(before) == Some(Kind::Word) && !scan.plural_follows(behind) {
        return true;
    }
    let Some(word) = scan.get(before).filter(|word| word.kind == Kind::Word && !is_cjk(word.first)) else {
        // "No. 10", "p. 14".
        let short = scan.is_mark(before, ".") && scan.glued(before) && scan.written(before.wrapping_sub(1)).len() < 5;
        return short
            && (scan.has(before.wrapping_sub(1), 'j').is_some()
                || listed("p S s vol Art art Nr", scan.written(before.wrapping_sub(1))));
    };
    if word.roles.get('j').is_some() {
        // "From the building 40 were saved."
        let many =
            listed("were have", scan.written(behind)) && listed("the this that", scan.written(before.wrapping_sub(1)));
        let common = word.roles.get('q').is_some() || word.roles.get('p').is_some() || many && !word.capital;
        // "phase 3 trials", but "box 12 eggs"
        let ranks = listed("phase stage level category grade tier type class size", scan.written(before))
            && !scan.precedes(before, 1, "each every per a the this");
        return !common && (word.capital || ranks || !scan.plural_follows(behind));
    }
    if !word.capital || !word.roles.is_empty() {
        return false;
    }
    // A name, unless it stands for itself and something is counted behind the number, or was before it.
    let first = name_start(scan, before);
    let placed = listed(PLACING, &lower(scan.written(first.wrapping_sub(1))));
    let counted = scan.plural_follows(behind) || placed && listed("have are were", scan.written(behind));
    // "iPhone 15和…"
    let foreign = listed("zh ja ko", scan.lexis.language.code());
    let apart = !foreign && (scan.opens_sentence(before) || placed || scan.lexis.language.code() == "de");
    !(counted && apart || elliptic(scan, first, placed, behind))
}

/// Words that place something: the name behind them isn't that of what the number counts, as in "In Kabul 35 people".
const PLACING: &str = "in at from near across around inside outside en em à";

/// Words of a name that are looked back over.
const NAME_WORDS_MAX: usize = 4;

/// Where the name whose last word is at `last` begins.
fn name_start(scan: &Scan<'_>, last: usize) -> usize {
    let named = |place: usize| {
        scan.get(place).is_some_and(|word| word.kind == Kind::Word && word.capital && word.roles.get('q').is_none())
    };
    let before = (1..NAME_WORDS_MAX).take_while(|&step| named(last.wrapping_sub(step))).count();
    last - before
}

/// Tokens between a count and the one that leaves its noun out.
const ELLIPSIS_TOKENS_MAX: usize = 16;

/// True for the number of "Democrats hold 51 seats and Republicans 49": a name joined to a clause that counted something,
/// and nothing behind the number.
fn elliptic(scan: &Scan<'_>, first: usize, placed: bool, behind: usize) -> bool {
    let ends = scan.get(behind).is_none() || scan.is_mark(behind, ".,;") || scan.has(behind, '&').is_some();
    let article = scan
        .get(first.wrapping_sub(1))
        .is_some_and(|word| word.roles.get('q').is_some() && word.roles.get('&').is_none());
    let joint = first.wrapping_sub(1 + usize::from(article));
    if !ends || !(scan.is_mark(joint, ",;") || scan.has(joint, '&').is_some()) {
        return false;
    }
    let name = |place: usize| {
        scan.get(place).is_some_and(|word| {
            word.kind == Kind::Word && word.capital && (word.roles.is_empty() || word.roles.get('v').is_some())
        })
    };
    // "hold 51", "Kabul 35 people"
    let counts = |place: usize| {
        let number = scan.kind(place) == Some(Kind::Number) || scan.has(place, 'n').is_some();
        let verb = scan
            .get(place.wrapping_sub(1))
            .is_some_and(|word| word.kind == Kind::Word && !word.capital && word.roles.get('j').is_none());
        let clause = verb && name(place.wrapping_sub(2));
        number && (clause || placed && name(place.wrapping_sub(1)) && scan.has_content(place + 1))
    };
    let near = (joint.saturating_sub(ELLIPSIS_TOKENS_MAX)..joint).rev();
    near.take_while(|&place| !scan.is_mark(place, ".!?")).any(counts)
}

/// True where a street's name follows: "14 Mill Lane".
pub(super) fn street(scan: &Scan<'_>, at: usize) -> bool {
    const STREETS: &str = "Street St Lane Road Rd Avenue Ave Drive Dr Boulevard Blvd Way Court Place Square Terrace Close \
        Crescent Row Broadway Parkway Highway Hill Gardens Walk Mews Quay Plaza";
    let named = (at..at + 4)
        .take_while(|&place| scan.get(place).is_some_and(|token| token.kind == Kind::Word && token.capital));
    let street = named.into_iter().any(|place| listed(STREETS, scan.written(place)));
    let romance = listed("rue avenue boulevard quai place", scan.written(at))
        || (scan.is_mark(at, ",") && listed("rue avenue boulevard quai", scan.written(at + 1)));
    street || romance
}

/// A number word that counts: not "one of", "no one", "the two leaders".
fn counts_in_words(scan: &Scan<'_>, at: usize, found: &Found) -> bool {
    let small = match &found.value {
        Value::Number(value) => value.as_whole().is_some_and(|value| value < 10),
        _ => false,
    };
    let before = at.wrapping_sub(1);
    let token = &scan.tokens[at];
    // "Nine Lives", a title in quotes.
    let quoted = scan.is_mark(before, "“\"«„‘'") && scan.get(found.to).is_some_and(|next| next.capital);
    if token.capital && (!scan.opens_sentence(at) || quoted) && scan.lexis.language.code() != "de" {
        return false;
    }
    let one = matches!(&found.value, Value::Number(value) if *value == Decimal::whole(1));
    let zero = matches!(&found.value, Value::Number(value) if value.mantissa == 0);
    if one || zero {
        let counted =
            listed("least only just exactly killed injured killing injuring leaving another", scan.written(before))
                || token.roles.get('n') == Some("1")
                    && scan.opens_sentence(at)
                    && scan.lexis.is_english()
                    // "One wonders why"
                    && scan.written(found.to).strip_suffix('s').is_none_or(|verb| verb.ends_with(['s', 'u', 'a', 'i']))
                || scan.lexis.is_english()
                    && !scan.written(at).eq_ignore_ascii_case("a")
                    && listed(
                        "man woman person child boy girl student teenager officer soldier",
                        scan.written(found.to),
                    );
        return (counted || zero) && scan.has_content(found.to);
    }
    if !small {
        return true;
    }
    // "day two"
    if scan.lexis.is_english() && scan.has(before, 'd').is_some() && !scan.plural_follows(found.to) {
        return scan.written(before).ends_with('s');
    }
    if scan.roles(before).get('j').is_some()
        && !scan.plural_follows(found.to)
        && scan.has(before, 'q').is_none()
        && scan.has(before, 'p').is_none()
    {
        return false;
    }
    let definite = listed(
        "the these those his her their its our my your les ces ses los las sus die den beiden i \
                       gli le os as de",
        scan.written(before).to_ascii_lowercase().as_str(),
    );
    let definite = definite && (scan.lexis.is_english() || !matches!(scan.written(before), "de"));
    let hyphen = scan.is_mark(found.to, "-") && scan.glued(found.to);
    let tied = scan.is_mark(before, "-") && scan.glued(at);
    !tied && (!definite || hyphen)
}

/// Counters that may follow a number in Chinese, Japanese and Korean.
const COUNTERS: &str =
    "间間人名个個家件台辆輛座所位只条條张張本次回社校戸棟枚匹頭機隻艘架項项种種票分点點명개건대곳번차";

/// True where a number of a script without blanks counts something: digits do, words only before a counter.
fn counted_cjk(scan: &Scan<'_>, at: usize, found: &Found) -> bool {
    let more = usize::from(listed("多 余 餘", scan.written(found.to)));
    let counter = scan.get(found.to + more).is_some_and(|token| !token.spaced && COUNTERS.contains(token.first));
    let long = found.to - at > 1;
    let ordinal = scan.written(at.wrapping_sub(1)) == "第";
    let inside = scan.get(at.wrapping_sub(1)).is_some_and(|token| is_cjk(token.first) && !token.spaced) && !counter;
    !ordinal && counter && (long || scan.written(at) != "一") || (long && !inside && !ordinal)
}
