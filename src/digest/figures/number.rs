//! Number: "1,204", "four and a half", "12bn", "dreiundzwanzig", "1兆2000億" → Decimal. Every other reader stands on it.

use super::decimal::Decimal;
use super::han::{self, han};
use super::lexis::{Roles, lower};
use super::scale::{scale, scales, scientific};
use super::scan::Scan;
use super::token::{Form, Kind, is_cjk};
use crate::lexicon::listed;

/// A number and how it was told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// Its value; `None` for "tens of thousands".
    pub value: Option<Decimal>,
    /// The first token that isn't part of it.
    pub end: usize,
    /// Told in words alone.
    pub words: bool,
    /// Told with a power of ten: "million".
    pub scaled: bool,
    /// Digits only, no separator.
    pub plain: bool,
    /// It is "a", "an", standing for one before a scale.
    pub article: bool,
}

/// The number that opens at token `at`.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let token = scan.get(at)?;
    match token.kind {
        Kind::Number if han::is_digit(scan, at + 1) => han(scan, at),
        Kind::Number => digits(scan, at),
        Kind::Word if is_cjk(token.first) => {
            han(scan, at).filter(|number| number.end > at + 1 || token.first != '一' || han::opens_half(scan, at + 1))
        }
        Kind::Word => words(scan, at).or_else(|| many(scan, at)),
        Kind::Mark => {
            vulgar(token.first).map(|(over, under)| Number { value: Decimal::ratio(over, under), ..plain(at + 1) })
        }
        Kind::Junk => None,
    }
}

pub(super) fn plain(end: usize) -> Number {
    Number { value: None, end, words: false, scaled: false, plain: false, article: false }
}

/// A fraction in one character.
fn vulgar(c: char) -> Option<(i64, i64)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}

/// Digits, what is added to them ("2½", "2 1/2", "2 and a half") and their powers of ten.
fn digits(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let token = scan.get(at)?;
    let mut number = Number { plain: token.form == Form::Plain, ..plain(at + 1) };
    let mut value = token.value;
    if let Some((over, under)) =
        scan.get(at + 1).filter(|next| next.kind == Kind::Mark).and_then(|next| vulgar(next.first))
    {
        value = value.plus(Decimal::ratio(over, under)?)?;
        (number.end, number.plain) = (at + 2, false);
    } else if let Some((part, end)) = mixed(scan, at).or_else(|| and_part(scan, at + 1)) {
        value = value.plus(part)?;
        (number.end, number.plain) = (end, false);
    }
    let (value, end) = match scientific(scan, number.end) {
        Some((power, end)) => (value.shifted(power)?, end),
        None => scales(scan, value, number.end)?,
    };
    number.scaled = end > number.end;
    // "14 mil 500"
    if number.scaled
        && listed("es pt", scan.lexis.language.code())
        && scan.written(end - 1) == "mil"
        && let Some(rest) = scan.get(end).filter(|rest| rest.kind == Kind::Number && rest.digits == 3)
        && rest.form == Form::Plain
    {
        return Some(Number { value: value.plus(rest.value), end: end + 1, plain: false, ..number });
    }
    Some(Number { value: Some(value), end, plain: number.plain && !number.scaled, ..number })
}

/// The "1/2" of "2 1/2".
fn mixed(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let next = scan.get(at + 1).filter(|next| next.kind == Kind::Number && next.spaced && next.digits < 3)?;
    if next.form != Form::Plain || scan.get(at)?.form != Form::Plain || scan.get(at)?.digits > 3 {
        return None;
    }
    let (value, end) = slashed(scan, at + 1)?;
    Some((value, end))
}

/// "1/3": a proper fraction of small numbers.
pub(super) fn slashed(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let (over, under) = (scan.get(at)?, scan.get(at + 2)?);
    let tied = scan.is_mark(at + 1, "/⁄")
        && scan.glued(at + 1)
        && scan.glued(at + 2)
        && !(scan.is_mark(at + 3, "/") && scan.glued(at + 3));
    let whole = over.kind == Kind::Number
        && under.kind == Kind::Number
        && over.form == Form::Plain
        && under.form == Form::Plain;
    if !tied || !whole {
        return None;
    }
    let (over, under) = (over.value.as_whole()?, under.value.as_whole()?);
    let proper = over > 0 && over < under && (2..=1000).contains(&under);
    // 11 September, and dates with a day and month alone, are no fractions.
    let date = (over, under) == (9, 11);
    (proper && !date).then(|| Decimal::ratio(over, under).map(|value| (value, at + 3)))?
}

/// "and a half", "and three quarters", "y medio", "et demi", "einhalb" behind a number.
pub(super) fn and_part(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let and = scan.untied(at);
    scan.has(and, '&')?;
    let start = scan.untied(and + 1);
    let mut place = start;
    if scan.has(place, 'a').is_some() {
        place = scan.untied(place + 1);
    }
    let over = scan.has(place, 'n').and_then(|_| scan.roles(place).number('n')).filter(|&over| over < 10);
    if over.is_some() && place == start {
        place += 1;
        if scan.is_mark(place, "-") {
            place += 1;
        }
    }
    let under = scan.roles(place).number('/')?;
    if over.is_none() && under != 2 && under != 4 && under != 3 {
        return None;
    }
    Some((Decimal::ratio(over.unwrap_or(1), under)?, place + 1))
}

/// "tens of thousands", "cientos de miles": many, without a value.
fn many(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let (roles, mut end) = scan.phrase(at, "y")?;
    // "several hundred", "a few weeks"
    if roles.get('y') == Some("") {
        let start = end;
        while let Some((_, behind)) = scale(scan, end) {
            end = behind;
        }
        let unit = || super::unit::unit_behind(scan, end, false).map(|unit| unit.unit);
        let told = end > start || matches!(unit(), Some(super::unit::Unit::Duration(..)));
        return told.then_some(Number { words: true, scaled: end > start, ..plain(end) });
    }
    while scan.has(end, 'f').is_some()
        && (scan.has(end + 1, 'y').is_some() || (scan.has(end + 1, 'x').is_some() && !scan.lexis.is_english()))
    {
        end += 2;
    }
    // "thousands of miles"
    let measured = || scan.has(end, 'f').is_some() && super::unit::unit_behind(scan, end, true).is_some();
    (end > at + 1 || measured()).then_some(Number { words: true, scaled: true, ..plain(end) })
}

/// Adds up number words.
#[derive(Default)]
struct Sum {
    total: Decimal,
    group: i64,
    /// The power of ten taken last: the next must be smaller.
    last: Option<i64>,
    any: bool,
}

impl Sum {
    /// Takes a number word; false where it can't follow.
    fn add(&mut self, value: i64, french: bool) -> bool {
        let below = self.group % 100;
        let fits = match value {
            20 if french && self.group % 100 == 4 => {
                self.group += 76;
                return true;
            }
            0 => !self.any,
            1..=9 => self.group % 10 == 0 && (below != 10 || (french && value > 6)),
            10..=19 => below == 0 || (french && (below == 60 || below == 80)),
            20..=99 => below == 0,
            _ => self.group == 0,
        };
        if fits {
            self.group += value;
            self.any = true;
        }
        fits
    }

    /// Takes a power of ten.
    fn scale(&mut self, power: i64) -> Option<bool> {
        if power == 2 {
            if self.group >= 100 || (self.group == 0 && self.any && self.last.is_none()) {
                return Some(false);
            }
            self.group = self.group.max(1) * 100;
            self.any = true;
            return Some(true);
        }
        let group = Decimal::whole(if self.any && (self.group > 0 || self.last.is_some()) { self.group } else { 1 });
        if self.last.is_some_and(|last| last <= power) {
            // "a hundred thousand million", "mil millones": the sum so far is multiplied.
            self.total = self.total.plus(Decimal::whole(self.group))?.shifted(power as i32)?;
        } else {
            self.total = self.total.plus(group.shifted(power as i32)?)?;
        }
        (self.group, self.last, self.any) = (0, Some(power), true);
        Some(true)
    }

    fn value(&self) -> Option<Decimal> {
        self.total.plus(Decimal::whole(self.group))
    }
}

/// A number in words: "twenty-two", "a hundred and one point six", "half a million", "quatre-vingt-dix", "two dozen".
fn words(scan: &Scan<'_>, at: usize) -> Option<Number> {
    if let Some(number) = half_of(scan, at) {
        return Some(number);
    }
    let french = scan.lexis.language.code() == "fr";
    let english = scan.lexis.is_english();
    let mut sum = Sum::default();
    let (mut place, mut end) = (at, at);
    let mut article = false;
    let mut scaled = false;
    loop {
        let roles = scan.roles(place);
        if place > at && scan.kind(place) != Some(Kind::Word) {
            break;
        }
        if let Some(value) = roles.number('n') {
            if article || !sum.add(value, french) {
                break;
            }
        } else if let Some(power) = roles.number('x') {
            // English counts no "hundred" without its article, and units in short form belong to digits.
            // "millón y medio"
            let halved = scan.has(place + 1, '&').is_some() && scan.has(place + 2, '/') == Some("2");
            if (!sum.any && !article && (english || power > 3) && !halved)
                || scan.written(place).len() < 3 && power > 3
                || !sum.scale(power)?
            {
                break;
            }
            (scaled, article) = (true, false);
        } else if let Some(many) = roles.number('g') {
            if !article && !sum.any && english {
                break;
            }
            let count = if sum.any { sum.value()? } else { Decimal::whole(1) };
            let value = count.times(Decimal::whole(many))?;
            // "a couple of million", "a couple of days"; a couple alone are two people.
            let couple = scan.written(place) == "couple";
            let of = scan.has(place + 1, 'f').is_some();
            let told = of && scan.roles(place + 2).has_any("xd") || scan.has(place + 1, 'x').is_some();
            if couple && !told {
                break;
            }
            let (value, end) = scales(scan, value, place + 1 + usize::from(couple && of))?;
            return Some(Number { value: Some(value), words: true, scaled: false, article: false, ..plain(end) });
        } else if place == at
            && roles.get('a').is_some()
            && (scan.has(at + 1, 'x').is_some() || scan.has(at + 1, 'g').is_some())
        {
            article = true;
            place += 1;
            continue;
        } else if let Some(value) =
            (scan.lexis.compounds && !sum.any).then(|| compound(scan, &lower(scan.written(place)))).flatten()
        {
            sum.group = 0;
            sum.total = value;
            (sum.any, sum.last) = (true, Some(0));
        } else {
            break;
        }
        end = place + 1;
        place = end;
        let hyphen =
            scan.is_mark(place, "-‑") && scan.glued(place) && scan.glued(place + 1) && is_number_word(scan, place + 1);
        // "soixante-et-onze"
        let and = hyphen && scan.has(place + 1, '&').is_some();
        place += 2 * usize::from(and);
        if hyphen || (scan.has(place, '&').is_some() && joins_by_and(scan, place, at, &sum, english)) {
            place += 1;
        }
    }
    if end == at {
        return None;
    }
    // "خمسة وعشرون": the tens behind their units, tied by "and".
    let tens = scan.written(end).strip_prefix('و').and_then(|tens| scan.lexis.roles(tens).number('n'));
    if let Some(tens) = tens.filter(|&tens| tens > 10 && sum.group % 100 < 10) {
        (sum.group, end) = (sum.group + tens, end + 1);
    }
    let mut value = sum.value()?;
    if let Some((decimals, behind)) = point(scan, end) {
        value = value.plus(decimals)?;
        end = behind;
    } else if let Some((part, behind)) = and_part(scan, end) {
        value = value.plus(if scaled && sum.group == 0 { part.shifted(sum.last? as i32)? } else { part })?;
        end = behind;
    }
    let (value, end) = scales(scan, value, end)?;
    Some(Number { value: Some(value), words: true, scaled, ..plain(end) })
}

fn is_number_word(scan: &Scan<'_>, at: usize) -> bool {
    scan.has(at, 'n').is_some()
        || scan.has(at, 'x').is_some()
        || (scan.has(at, '&').is_some() && scan.is_mark(at + 1, "-") && scan.has(at + 2, 'n').is_some())
}

/// True where the "and" at `at` joins what follows to the number: "a hundred and one", "treinta y dos"; not "between two
/// and three".
fn joins_by_and(scan: &Scan<'_>, at: usize, start: usize, sum: &Sum, english: bool) -> bool {
    let Some(next) = scan.roles(at + 1).number('n') else { return false };
    let open = if english {
        sum.group % 100 == 0 && next < 100
    } else {
        sum.group % 100 == 0 || (sum.group % 10 == 0 && next < 10)
    };
    let open = open || (sum.group % 100 == 60 && next == 11 && !english);
    let bounds = scan.has(start.wrapping_sub(1), 'b').is_some();
    let own_scale = scan.has(at + 2, 'x') == Some("2");
    let part = scan.has(at + 2, '/').is_some_and(|under| !under.is_empty())
        && scan.has(at + 2, 'o').is_none_or(|_| scan.written(at + 2).ends_with('s'));
    open && !bounds && !own_scale && !part && next > 0
}

/// "point six", "virgule cinq": digits in words behind the decimal sign.
fn point(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    scan.has(at, '.')?;
    let (mut value, mut place) = (Decimal::default(), at + 1);
    while let Some(digit) =
        scan.roles(place).number('n').filter(|&digit| digit < if place == at + 1 { 100 } else { 10 })
    {
        if digit >= 10 {
            value = Decimal { mantissa: digit, exponent: -2 };
            place += 1;
            break;
        }
        value = Decimal { exponent: value.exponent.checked_sub(1)?, ..value.with_digit(digit as u8)? };
        place += 1;
    }
    (place > at + 1).then_some((value, place))
}

/// "half a million", "half a dozen", "a quarter of a million", "half million".
fn half_of(scan: &Scan<'_>, at: usize) -> Option<Number> {
    // "three-quarters of a million"
    let over = scan.roles(at).number('n').filter(|over| (2..10).contains(over));
    let led = over.is_some() || scan.has(at, 'a').is_some();
    let start = if led { scan.untied(at + 1) } else { at };
    let under = scan.roles(start).number('/').filter(|&under| under == 2 || under == 4 || over.is_some())?;
    let mut place = scan.untied(start + 1);
    if scan.has(place, 'f').is_some() {
        place += 1;
    }
    if scan.has(place, 'a').is_some() {
        place += 1;
    } else if over.is_some() {
        return None;
    }
    let part = Decimal::ratio(over.unwrap_or(1), under).filter(|_| under > 1)?;
    if let Some(many) = scan.roles(place).number('g') {
        return Some(Number { value: part.times(Decimal::whole(many)), words: true, ..plain(place + 1) });
    }
    if scan.has(place, 'x').is_none_or(|power| power == "2") {
        return None;
    }
    let (value, end) = scales(scan, part, place)?;
    Some(Number { value: Some(value), words: true, scaled: true, ..plain(end) })
}

/// A number written as one word: "dreiundzwanzig", "duecentocinquantamila", "vijfentwintig".
pub(super) fn compound(scan: &Scan<'_>, word: &str) -> Option<Decimal> {
    // "anderthalb", "dreieinhalb", "tweeënhalf".
    if listed("anderthalb anderhalf anderhalve eineinhalb", word) {
        return Some(Decimal { mantissa: 15, exponent: -1 });
    }
    if let Some(whole) =
        ["einhalb", "eneenhalf", "ëneenhalf", "enhalf", "ënhalf"].iter().find_map(|half| word.strip_suffix(half))
    {
        return Decimal::whole(scan.lexis.roles(whole).number('n')?).plus(Decimal::HALF);
    }
    let (mut sum, mut rest, mut parts) = (Sum::default(), word, 0);
    let mut unit: Option<i64> = None;
    while !rest.is_empty() {
        if let Some(small) = unit
            && let Some(behind) = ["und", "en", "ën"].iter().find_map(|and| rest.strip_prefix(and))
            && let Some((tens, length)) =
                longest(scan, behind).filter(|(roles, _)| roles.number('n').is_some_and(|n| (20..100).contains(&n)))
        {
            sum.group += tens.number('n')? + small;
            sum.any = true;
            (rest, unit, parts) = (&behind[length..], None, parts + 1);
            continue;
        }
        if let Some(small) = unit.take()
            && !sum.add(small, false)
        {
            return None;
        }
        let (roles, length) = longest(scan, rest)?;
        match (roles.number('n'), roles.number('x')) {
            (Some(value), _) if value < 10 => unit = Some(value),
            (Some(value), _) => {
                if !sum.add(value, false) {
                    return None;
                }
            }
            (None, Some(power)) if power <= 3 => {
                if !sum.scale(power)? {
                    return None;
                }
            }
            (None, None) if rest.len() > length => unit = Some(1),
            _ => return None,
        }
        (rest, parts) = (&rest[length..], parts + 1);
    }
    if let Some(small) = unit
        && !sum.add(small, false)
    {
        return None;
    }
    if parts > 1 { sum.value() } else { None }
}

/// The longest number word that opens `text`, and its length in bytes; "ein" counts as one.
fn longest(scan: &Scan<'_>, text: &str) -> Option<(Roles, usize)> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(14);
    let mut best = None;
    for end in ends {
        let roles = scan.lexis.roles(&text[..end]);
        let one = roles.get('a').is_some() && listed("ein een", &text[..end]);
        if roles.get('n').is_some() || roles.get('x').is_some() || one {
            best = Some((roles, end));
        }
    }
    best
}
