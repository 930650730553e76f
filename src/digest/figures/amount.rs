//! Amount: a number with what it measures, alone or from one to another. Money, percent, quantities, durations, counts.

use super::cjk;
use super::decimal::Decimal;
use super::lexis::lower;
use super::number::{self, Number};
use super::scale;
use super::scan::Scan;
use super::token::{Form, Kind, is_cjk};
use super::unit::{Measure, Unit, currency_before, unit_behind};
use super::{FigureKind, Found, Value};
use crate::lexicon::listed;

/// A number and its unit.
#[derive(Clone, Copy, Debug)]
struct Amount {
    value: Option<Decimal>,
    unit: Option<Unit>,
    end: usize,
    number: Number,
    /// The unit stands before the number.
    prefix: bool,
}

/// The figure made of the amount, or the range of amounts, that opens at `at`. A bare number is a count here; whether it
/// counts anything is for `count` to say.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let first = match amount(scan, at) {
        Some(first) => compound(scan, at, first),
        None => article_amount(scan, at)?,
    };
    if let Some(found) = dimensions(scan, at, &first) {
        return Some(found);
    }
    if let Some(found) = range(scan, at, &first) {
        return Some(found);
    }
    found(at, first.end, first.value.map_or(Value::Unknown, Value::Number), first.unit.as_ref())
}

/// "a mile and a half", "an hour and ten minutes": one of a unit, with what belongs to it.
fn article_amount(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    scan.has(at, 'a')?;
    let unit = unit_behind(scan, at + 1, false).filter(|unit| !unit.hyphen || scan.is_mark(at + 1, "'’"))?;
    let value = Some(Decimal::whole(1));
    let number = Number { value, end: at + 1, words: true, scaled: false, plain: false, article: true };
    let first = Amount { value, unit: Some(unit.unit), end: unit.end, number, prefix: false };
    let joined = scan.has(unit.end, '&').is_some();
    joined.then(|| compound(scan, at, first)).filter(|whole| whole.end > unit.end)
}

fn found(from: usize, to: usize, value: Value, unit: Option<&Unit>) -> Option<Found> {
    let (factor, shift) = match unit {
        Some(Unit::Duration(many, _)) => (*many, 0),
        Some(Unit::Cents(_)) => (1, -2),
        _ => (1, 0),
    };
    let scaled = |value: Decimal| value.times(Decimal::whole(factor))?.shifted(shift);
    let value = match value {
        Value::Number(value) => Value::Number(scaled(value)?),
        Value::Between(low, high) => Value::Between(scaled(low)?, scaled(high)?),
        other => other,
    };
    let (kind, unit) = match unit {
        None => (FigureKind::Count, None),
        Some(Unit::Money(code) | Unit::Cents(code)) => (FigureKind::Money, Some(Measure::of(code))),
        Some(Unit::Percent(unit)) => (FigureKind::Percent, Some(Measure::of(unit))),
        Some(Unit::Duration(_, unit)) => (FigureKind::Duration, Some(Measure::of(unit))),
        Some(Unit::Quantity(name)) => (FigureKind::Quantity, Some(*name)),
    };
    Some(Found { kind, from, to, value, unit })
}

fn amount(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    if let Some(start) = behind_sign(scan, at) {
        let amount = amount(scan, start).filter(|_| behind_sign(scan, start).is_none())?;
        return Some(Amount { value: amount.value.map(Decimal::negated), ..amount });
    }
    if let Some((code, start)) = currency_before(scan, at)
        && let Some(amount) = money(scan, code, start)
    {
        return Some(amount);
    }
    // "%2,3"
    if scan.is_mark(at, "%") && !scan.glued(at) && scan.glued(at + 1) && scan.kind(at + 1) == Some(Kind::Number) {
        let number = number::read(scan, at + 1)?;
        let (value, end) = (number.value, number.end);
        return Some(Amount { value, unit: Some(Unit::Percent("%")), end, number, prefix: true });
    }
    if let Some(amount) = part_of_unit(scan, at) {
        return Some(amount);
    }
    let number = number::read(scan, at)?;
    measured(scan, number).map(|amount| below_zero(scan, amount))
}

/// "10 degrees below zero", "cinco grados bajo cero": less than nothing.
fn below_zero(scan: &Scan<'_>, amount: Amount) -> Amount {
    let below = listed("below bajo abaixo sous sotto unter onder", scan.written(amount.end));
    let zero = amount.end + 1 + usize::from(scan.has(amount.end + 1, 'f').is_some());
    if !below || scan.has(zero, 'n') != Some("0") || !matches!(amount.unit, Some(Unit::Quantity(_))) {
        return amount;
    }
    Amount { value: amount.value.map(Decimal::negated), end: zero + 1, ..amount }
}

/// The token behind a minus: "-4", "minus four", "−$3m".
fn behind_sign(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let token = scan.get(at)?;
    if token.kind == Kind::Mark && "-−–".contains(token.first) && token.spaced && scan.glued(at + 1) {
        let opens = scan.kind(at + 1) == Some(Kind::Number) || currency_before(scan, at + 1).is_some();
        return opens.then_some(at + 1);
    }
    // "al menos 17", "au moins 3" are no minus.
    let least = listed("au du le al lo ao pelo ou o", &lower(scan.written(at.wrapping_sub(1))));
    let (_, end) = scan.phrase(at, "-").filter(|_| !least)?;
    let opens = number_opens(scan, end) || currency_before(scan, end).is_some();
    (opens || is_cjk(token.first) && number::read(scan, end).is_some()).then_some(end)
}

fn number_opens(scan: &Scan<'_>, at: usize) -> bool {
    scan.kind(at) == Some(Kind::Number) || scan.has(at, 'n').is_some()
}

/// The money whose sign stands before token `start`.
fn money(scan: &Scan<'_>, code: &'static str, start: usize) -> Option<Amount> {
    let negative = scan.is_mark(start, "-−") && scan.glued(start) && scan.glued(start + 1);
    let start = if negative { start + 1 } else { start };
    let token = scan.get(start)?;
    if token.kind != Kind::Number && !(token.kind == Kind::Word && is_cjk(token.first)) {
        return None;
    }
    let mut number = number::read(scan, start)?;
    let mut value = number.value?;
    // "£12 m"
    let apart = || {
        let letter = listed("m bn tn", scan.written(number.end)) && !scan.has_content(number.end + 1);
        letter.then(|| scale::power(scan.written(number.end)).map(|power| (power, number.end + 1)))?
    };
    if let Some((power, end)) = scale::letter_scale(scan, number.end).or_else(apart).filter(|_| !number.scaled) {
        (value, number.end, number.scaled) = (value.shifted(power)?, end, true);
    } else if scan.kind(number.end) == Some(Kind::Word)
        && scan.glued(number.end)
        && scan.get(number.end).is_some_and(|token| !is_cjk(token.first))
        && scan.has(number.end - 1, 'x').is_none()
    {
        return None;
    }
    // "$5 million USD", "$20 million dollars", "$12 CAD", "$12 Canadian".
    let (mut end, mut code) = (number.end, code);
    let words = scan.kind(end) == Some(Kind::Word);
    if let Some(Unit::Money(told)) = unit_behind(scan, end, false).filter(|_| words).map(|unit| unit.unit)
        && (told == code || code == "USD" && told == scan.written(end))
    {
        (code, end) = (told, unit_behind(scan, end, false)?.end);
    } else if code == "USD" && listed("Canadian Australian", scan.written(end)) && !scan.has_content(end + 1) {
        (code, end) = (if scan.written(end) == "Canadian" { "CAD" } else { "AUD" }, end + 1);
    }
    let value = if negative { value.negated() } else { value };
    Some(Amount { value: Some(value), unit: Some(Unit::Money(code)), end, number, prefix: true })
}

/// "half a mile", "half an hour", "three quarters of a percent", "two-thirds of a mile".
fn part_of_unit(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    // "3/4 teaspoon", "1/2-inch"
    if let Some((value, end)) = number::slashed(scan, at) {
        let unit =
            unit_behind(scan, end, false).filter(|unit| matches!(unit.unit, Unit::Quantity(_) | Unit::Duration(..)))?;
        let number = Number { value: Some(value), ..number::plain(end) };
        return Some(Amount { value: Some(value), unit: Some(unit.unit), end: unit.end, number, prefix: false });
    }
    let (value, mut end) = super::share::part(scan, at)?;
    if scan.has(end, 'f').is_some() && scan.has(end + 1, 'a').is_some() {
        end += 1;
    }
    let marks = if scan.lexis.language.code() == "it" { "-'’" } else { "-" };
    let joined = scan.is_mark(end, marks) && scan.glued(end);
    if scan.has(end, 'a').is_some() || joined {
        end += 1;
    } else if scan.lexis.is_english() && scan.has(at, 'a').is_none() && scan.written(end) != "hour"
        || !listed("en de fr es pt it nl zh", scan.lexis.language.code())
    {
        return None;
    }
    let unit = unit_behind(scan, end, false)?;
    if matches!(unit.unit, Unit::Money(_)) && scan.has(end.wrapping_sub(1), 'a').is_none() {
        return None;
    }
    let number = Number { value: Some(value), end, words: true, scaled: false, plain: false, article: false };
    Some(Amount { value: Some(value), unit: Some(unit.unit), end: unit.end, number, prefix: false })
}

/// Adjectives that may stand between a number and its unit of time.
const BEFORE_TIME: &str = "straight consecutive full more whole extra additional long successive weitere volle ganze lange \
    longues longs autres largos largas lunghi lunghe altri altre longos longas outros outras lange volle hele";

/// The number with the unit behind it.
fn measured(scan: &Scan<'_>, mut number: Number) -> Option<Amount> {
    // "两个半小时"
    if listed("个 個", scan.written(number.end)) && scan.written(number.end + 1) == "半" {
        (number.value, number.end) = (number.value?.plus(Decimal::HALF), number.end + 2);
    }
    // "twenty-odd years"
    if scan.untied(number.end) > number.end && listed("odd some", scan.written(number.end + 1)) {
        number.end += 2;
    }
    let end = number.end;
    let amount = |number: Number, unit, end| Some(Amount { value: number.value, unit, end, number, prefix: false });
    if let Some((power, behind)) = scale::letter_scale(scan, end).filter(|_| !number.words && !number.scaled) {
        let scaled = number.value?.shifted(power)?;
        let unit = unit_behind(scan, behind, false);
        let money = unit.as_ref().is_some_and(|unit| matches!(unit.unit, Unit::Money(_)));
        if money || means_scale(scan, end) {
            (number.value, number.end, number.scaled) = (Some(scaled), behind, true);
            let unit = unit.filter(|unit| !unit.hyphen);
            let end = unit.as_ref().map_or(behind, |unit| unit.end);
            return amount(number, unit.map(|unit| unit.unit), end);
        }
    }
    let unit = unit_behind(scan, end, number.scaled || number.value.is_none() || number.words).or_else(|| {
        // "30 straight days", "15 more minutes", "zwei weitere Jahre"
        let adjective = listed(BEFORE_TIME, scan.written(end));
        let unit = unit_behind(scan, end + 1, false).filter(|_| adjective)?;
        matches!(unit.unit, Unit::Duration(..)).then_some(unit)
    });
    let Some(unit) = unit else {
        return amount(number, None, end);
    };
    // "one second", "two quarters": kept; "a first-half 3 in": a lone word in capitals is no unit.
    amount(number, Some(unit.unit), unit.end)
}

/// True where the letter at `at`, glued to a number, is a power of ten and not a unit: "533m phone numbers", "1.2bn".
fn means_scale(scan: &Scan<'_>, at: usize) -> bool {
    /// What news counts in millions: "Sales rose from 1.2m to 1.5m".
    const COUNTED: &str = "sales Sales users Users subscribers members people households customers visitors voters readers \
        viewers passengers copies tourists patients children population shares downloads";
    let counts = |at: usize| {
        scan.has_content(at + 1)
            && !scan.get(at + 1).is_some_and(|next| is_cjk(next.first))
            && !scan.precedes(at - 1, 1, "the a an")
            && !listed("high tall deep long wide above below away downstream upstream", scan.written(at + 1))
    };
    // "from 1.2m to 1.5m visitors"
    let joins = scan.roles(at + 1).has_any("t&") || scan.is_mark(at + 1, "-–");
    let alike = joins && scan.written(at + 3) == scan.written(at) && scan.glued(at + 3) && counts(at + 3);
    match scan.written(at) {
        "bn" | "Bn" | "BN" | "tn" | "trn" | "M" | "mrd" | "Mrd" | "mio" | "Mio" | "k" => true,
        "m" | "b" | "B" => counts(at) || alike || scan.precedes(at - 1, 8, COUNTED),
        // "4K videos"
        "K" => counts(at) && scan.get(at - 1).is_some_and(|number| number.digits > 1 || number.form == Form::Broken),
        _ => false,
    }
}

/// Adds what belongs to the amount behind it: "2 hours and 41 minutes", "10 dollars and 25 cents", "an hour and a half".
fn compound(scan: &Scan<'_>, at: usize, mut first: Amount) -> Amount {
    // "3時間半"
    if scan.written(first.end) == "半"
        && scan.glued(first.end)
        && matches!(first.unit, Some(Unit::Duration(1, _)))
        && let Some(value) = first.value.and_then(|value| value.plus(Decimal::HALF))
    {
        return Amount { value: Some(value), end: first.end + 1, ..first };
    }
    for _ in 0..3 {
        // "two hours 19 minutes, 48 seconds ahead": a comma joins once, right behind the first unit.
        let comma = scan.is_mark(first.end, ",") && first.end < at + 4;
        let place = if scan.has(first.end, '&').is_some() || comma { first.end + 1 } else { first.end };
        if let Some(whole) = first.value
            && place > first.end
            && !comma
            && let half = place + usize::from(scan.has(place, 'a').is_some())
            && (half > place || !scan.lexis.is_english())
            && let Some(under) =
                scan.roles(half).number('/').filter(|&under| under == 2 || under == 4 && !scan.lexis.is_english())
            && scan.has(half + 1, 'x').is_none()
            && (matches!(first.unit, Some(Unit::Duration(..) | Unit::Quantity(_))) || first.number.article)
            && let Some(value) = Decimal::ratio(1, under).and_then(|part| whole.plus(part))
        {
            return Amount { value: Some(value), end: half + 1, ..first };
        }
        if let Some(whole) = unnamed_part(scan, at, &first) {
            return whole;
        }
        let joined = number_opens(scan, place).then(|| amount(scan, place)).flatten().and_then(|second| {
            let (value, unit) = sum(&first, &second)?;
            Some(Amount { value: Some(value), unit: Some(unit), end: second.end, ..first })
        });
        match joined {
            Some(amount) => first = amount,
            None => break,
        }
    }
    first
}

/// The amount with its smaller part behind it, whose unit isn't named: "five foot ten", "zwölf Euro fünfzig", "一米八".
fn unnamed_part(scan: &Scan<'_>, at: usize, first: &Amount) -> Option<Amount> {
    let value = first.value.filter(|value| value.as_whole().is_some() && first.end > at + 1 && !first.number.scaled)?;
    let hyphened = scan.is_mark(first.end - 2, "-‑");
    let unit = first.unit.filter(|_| !first.prefix && !hyphened)?;
    if listed("米 块 塊", scan.written(first.end - 1)) {
        let (part, end) = super::han::tenths(scan, first.end)?;
        return Some(Amount { value: value.plus(part), end, ..*first });
    }
    // "doce euros con cincuenta"
    let place = first.end + usize::from(scan.written(first.end) == "con");
    let number = number::read(scan, place)
        .filter(|number| (number.words && number.end < place + 4 || number.end == place + 1) && !number.scaled)?;
    let ends =
        !scan.has_content(number.end) && !scan.is_mark(number.end, "%-/") && !scan.roles(number.end).has_any("xt");
    let part = number.value?.as_whole().filter(|_| ends || listed("tall high", scan.written(number.end)))?;
    let (english, alone) = (scan.lexis.is_english(), unit_behind(scan, number.end, false).is_none());
    let glued = scan.glued(first.end) && scan.get(first.end).is_some_and(|token| token.digits == 2);
    let (value, unit) = match unit {
        // "1m88"
        Unit::Quantity(metre) if glued && metre == Measure::of("metre") => {
            (value.plus(Decimal { mantissa: part, exponent: -2 })?, unit)
        }
        Unit::Quantity(foot) if english && alone && foot == Measure::of("foot") && (0..12).contains(&part) => {
            let inches = value.times(Decimal::whole(12))?.plus(Decimal::whole(part))?;
            (inches, Unit::Quantity(Measure::of("inch")))
        }
        Unit::Money(_) if alone && (10..100).contains(&part) => {
            (value.plus(Decimal { mantissa: part, exponent: -2 })?, unit)
        }
        _ => return None,
    };
    Some(Amount { value: Some(value), unit: Some(unit), end: number.end, ..*first })
}

/// The sum of two amounts of which the second is told in a smaller unit of the same kind.
fn sum(first: &Amount, second: &Amount) -> Option<(Decimal, Unit)> {
    let (large, small) = (first.value?, second.value?);
    match (first.unit.as_ref()?, second.unit.as_ref()?) {
        (Unit::Duration(many, above), Unit::Duration(1, below)) => {
            let factor = per(above, below)?;
            let value = large.times(Decimal::whole(factor * many))?.plus(small)?;
            Some((value, Unit::Duration(1, below)))
        }
        // "1h 45m"
        (Unit::Duration(1, "hour"), Unit::Quantity(below)) if *below == Measure::of("metre") => {
            Some((large.times(Decimal::whole(60))?.plus(small)?, Unit::Duration(1, "minute")))
        }
        (Unit::Quantity(above), Unit::Quantity(below)) => {
            let of = |pair: &&(&'static str, &'static str, i64)| {
                *above == Measure::of(pair.0) && *below == Measure::of(pair.1)
            };
            let &(_, unit, factor) = PARTS.iter().find(of).filter(|_| large.as_whole().is_some())?;
            Some((large.times(Decimal::whole(factor))?.plus(small)?, Unit::Quantity(Measure::of(unit))))
        }
        (Unit::Money(code), Unit::Cents(cents)) if code == cents || listed("USD EUR", cents) => {
            Some((large.plus(small.shifted(-2)?)?, Unit::Money(code)))
        }
        _ => None,
    }
}

/// Measures that are told with a smaller one behind them: "6ft 2in", "10st 4lb".
const PARTS: [(&str, &str, i64); 6] = [
    ("foot", "inch", 12),
    ("pound", "ounce", 16),
    ("stone", "pound", 14),
    ("kilogram", "gram", 1000),
    ("kilometre", "metre", 1000),
    ("metre", "centimetre", 100),
];

/// How many of `below` make one of `above`; `None` where that isn't a whole number above one.
fn per(above: &str, below: &str) -> Option<i64> {
    let rank = |unit: &str| ["second", "minute", "hour", "day", "week"].iter().position(|&name| name == unit);
    if above == "year" && below == "month" {
        return Some(12);
    }
    let (above, below) = (rank(above)?, rank(below)?);
    let factors = [60, 60, 24, 7];
    (below < above).then(|| factors[below..above].iter().product())
}

/// "210 x 130 cm", "3 m × 4 m": a measure each way, without one value.
fn dimensions(scan: &Scan<'_>, at: usize, first: &Amount) -> Option<Found> {
    let (mut end, mut unit) = (first.end, first.unit);
    while listed("x X × by", scan.written(end)) && scan.kind(end + 1) == Some(Kind::Number) {
        let next = amount(scan, end + 1)?;
        (end, unit) = (next.end, next.unit);
    }
    let told =
        end > first.end && matches!(unit, Some(Unit::Quantity(_))) && (first.unit.is_none() || first.unit == unit);
    found(at, end, Value::Unknown, unit.as_ref()).filter(|_| told)
}

/// "$5-7m", "between 10 and 12 per cent", "40 to 45 km".
fn range(scan: &Scan<'_>, at: usize, first: &Amount) -> Option<Found> {
    let second_at = connected(scan, at, first.end)?;
    if scan.kind(second_at) == Some(Kind::Word) && scan.has(second_at, 'a').is_some() {
        return None;
    }
    let tied = match first.unit {
        Some(Unit::Money(code)) if first.prefix && scan.kind(second_at) == Some(Kind::Number) => {
            money(scan, code, second_at)
        }
        _ => None,
    };
    let second = tied.or_else(|| amount(scan, second_at))?;
    let unit = match (first.unit, second.unit) {
        (Some(first), Some(second)) if first == second => Some(first),
        (None, unit) => unit,
        (Some(unit), None) if first.prefix => Some(unit),
        _ => return None,
    };
    let word = scan.has(second_at - 1, 't').is_some();
    // "de R$ 5 a R$ 7 milhões": two ends of one scale.
    let shares_scale = second.number.scaled && !first.number.scaled;
    if word && tells_change(scan, at, first.unit.is_some() && second.unit.is_some() && !shares_scale) {
        return None;
    }
    let (mut low, high) = (first.value?, second.value?);
    // "three or four", but not "3 or 20"
    let either = listed(EITHER, scan.written(first.end));
    // "three or four times", "seven- to ten-fold": the second is a multiple.
    if scan.has(scan.untied(second.end), '*').is_some() {
        return None;
    }
    if either && low.times(Decimal::whole(2)).is_none_or(|twice| twice.is_below(high)) {
        return None;
    }
    if shares_scale {
        let shift = second.value?.settled().exponent;
        let power = scale_of(scan, second_at, second.number.end)?;
        if shift >= 0 || power > 0 {
            low = low.shifted(power)?;
        }
    }
    if high.is_below(low) || high.settled() == low.settled() {
        return None;
    }
    // "docket 19-1392"
    let digits = |at: usize| scan.get(at).filter(|token| token.form == Form::Plain).map_or(0, |token| token.digits);
    let tied = unit.is_none() && !word && !either && digits(second_at) > digits(at) + 1 && digits(at) > 0;
    if tied && !scan.plural_follows(second.end) {
        return None;
    }
    // Two bare years or a bare year beside a count are left to the dates.
    found(at, second.end, Value::Between(low, high), unit.as_ref())
}

/// "or"; what else it is between two numbers is told by the language.
const EITHER: &str = "or oder ou o u of";

/// True where "to" tells a change and no range: "from 5% to 3%", "raise the age from 18 to 21", "fell $2 to $78".
fn tells_change(scan: &Scan<'_>, at: usize, told_twice: bool) -> bool {
    const CHANGES: &str = "rose fell rise fall rising falling raise raised raising increase increased increasing cut \
        cutting grew grow dropped drop climbed slipped jumped gained lost added down up reduce reduced \
        lower lowered declined went go slowed narrowed widened surged soared plunged tumbled slid \
        doubled change changed shrank expand expanded";
    let from = scan.has(at.wrapping_sub(1), 'b').is_some();
    let spread =
        from && scan.precedes(at - 1, 1, "range ranges ranged ranging vary varies varied varying anywhere cost costs");
    !listed("by for", scan.written(at.wrapping_sub(1)))
        && !spread
        && (from && told_twice || scan.lexis.is_english() && scan.precedes(at, if from { 7 } else { 2 }, CHANGES))
}

/// The power of ten by which the number of `from..to` was multiplied.
fn scale_of(scan: &Scan<'_>, from: usize, to: usize) -> Option<i32> {
    let mut power = 0;
    for at in from..to {
        if let Some(letter) = scale::letter_scale(scan, at) {
            power += letter.0;
        } else if let Some(word) = scan.roles(at).get('x') {
            power += word.bytes().fold(0, |power, digit| power * 10 + i32::from(digit - b'0'));
        }
    }
    (power > 0).then_some(power)
}

/// The token at which the second end of a range opens, where the first ended at `end`.
fn connected(scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
    // "16- bis 24-Jährige", "one- to two-year"
    let hanging = scan.is_mark(end, "-") && scan.glued(end) && !scan.glued(end + 1);
    let word = end + usize::from(hanging);
    let or = match scan.lexis.language.code() {
        "en" => "or",
        "de" => "oder",
        "fr" | "pt" => "ou",
        "es" => "o u",
        "it" => "o",
        "nl" => "of",
        _ => "",
    };
    if listed(or, scan.written(word)) || hanging && scan.has(word, 't').is_some() {
        return number_opens(scan, word + 1).then_some(word + 1);
    }
    if scan.is_mark(end, "-–—‑−~〜～至") {
        let tied = scan.glued(end) && scan.glued(end + 1);
        let dash = scan.is_mark(end, "–—")
            && !scan.glued(end)
            && !scan.glued(end + 1)
            && scan.kind(end + 1) == Some(Kind::Number);
        return (tied || dash).then_some(end + 1);
    }
    if let Some(behind) = cjk::to(scan, end) {
        return Some(behind);
    }
    let led = at.wrapping_sub(1 + usize::from(listed("el la il lo le o os as de", scan.written(at.wrapping_sub(1)))));
    let between = scan.has(led, 'b').is_some() && !listed("from From von de van", scan.written(led));
    let joins = (scan.has(end, '&').is_some() && between) || scan.has(end, 't').is_some();
    // "entre el 5 y el 10 por ciento"
    let article = between && !scan.lexis.is_english() && listed("el la il lo le o os as", scan.written(end + 1));
    joins.then_some(end + 1 + usize::from(article))
}
