//! Unit: what a number measures. Currency signs and codes, symbols of units with their prefixes, unit words.
//!
//! Signs and symbols hold in every language; words come from the language's table.

use super::lexis::{Lexis, Roles, lower};
use super::scan::Scan;
use super::token::{Form, Kind, is_cjk};
use crate::lexicon::packed::word_list;
use crate::lexicon::{WordList, listed};

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// ISO 4217 code.
    Money(&'static str),
    /// A hundredth of the currency.
    Cents(&'static str),
    /// "%", "pp" or "bp".
    Percent(&'static str),
    /// Unit of time, and how many of it the word stands for: a decade is ten years.
    Duration(i64, &'static str),
    /// A plain singular word.
    Quantity(Measure),
}

/// The name of a unit, in parts that stand one behind the other: "square ", "kilo", "metre".
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Measure([&'static str; 7]);

impl Measure {
    /// The unit of that name.
    #[inline(never)]
    pub const fn of(name: &'static str) -> Self {
        Self(["", "", name, "", "", "", ""])
    }

    /// This measure per `below`.
    fn per(self, below: Measure) -> Self {
        let [power, prefix, base, ..] = self.0;
        Self([power, prefix, base, " per ", below.0[0], below.0[1], below.0[2]])
    }

    /// Its square or cube.
    fn to(mut self, power: &'static str) -> Self {
        self.0[0] = power;
        self
    }

    /// The whole name.
    pub fn name(self) -> String {
        self.0.concat()
    }

    fn is_degree(self) -> bool {
        self.0[2] == "degree"
    }
}

impl PartialEq for Measure {
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().flat_map(|part| part.bytes()).eq(other.0.iter().flat_map(|part| part.bytes()))
    }
}

impl Eq for Measure {}

/// A unit and the token behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Measured {
    /// What is measured.
    pub unit: Unit,
    /// The first token that isn't part of it.
    pub end: usize,
    /// It is tied to its number by a hyphen: "18-metre".
    pub hyphen: bool,
}

/// Alphabetic codes of ISO 4217 in use, three letters each; the last ones are often written though not in the standard.
const ISO_4217: &str = "AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBRLBSDBTNBWPBYNBZDCADCDFCHFCLPCNYCOPCRCCUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILSINRIQDIRRISKJMDJODJPYKESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMYRMZNNADNGNNIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUYUUZSVESVNDVUVWSTXAFXCDXOFXPFYERZARZMWZWLBTCETHCNHRMB";

/// Signs and symbols as written.
static SYMBOLS: WordList = word_list!("../../lexicon/units.txt");

/// Prefix symbols of the SI, and their words.
const PREFIXES: &str =
    "k kilo K kilo M mega G giga T tera P peta E exa c centi d deci h hecto m milli µ micro μ micro n nano p pico";

/// Prefix words of all languages, and the English one.
const PREFIX_WORDS: &str = "kilo kilo kiló kilo quilo kilo quiló kilo quilô kilo chilo kilo mega mega méga mega giga giga tera tera téra tera peta peta centi centi centí centi zenti centi milli milli mili milli milí milli mikro micro micro micro micró micro nano nano nanó nano deci deci hecto hecto pico pico terra tera";

/// What `symbol` can be.
fn symbol(symbol: &str) -> Roles {
    SYMBOLS.value(symbol).map_or(Roles::default(), Roles::of)
}

/// The word of the prefix of `pairs` that opens `text`, where `fits` takes what is left, and what it makes of it.
fn prefixed<T>(pairs: &'static str, text: &str, fits: impl Fn(&str) -> Option<T>) -> Option<(&'static str, T)> {
    let mut words = pairs.split(' ');
    let first = text.bytes().next();
    while let (Some(prefix), Some(word)) = (words.next(), words.next()) {
        if prefix.bytes().next() != first {
            continue;
        }
        if let Some(found) = text.strip_prefix(prefix).and_then(&fits) {
            return Some((word, found));
        }
    }
    None
}

/// The currency of a short form before or behind a number: "Rs", "EUR", "kr"; `None` where it is none.
pub(super) fn currency_sign(written: &str, lexis: &Lexis) -> Option<&'static str> {
    if written.len() == 3
        && let Some(at) = ISO_4217.as_bytes().chunks_exact(3).position(|code| code == written.as_bytes())
    {
        let code = &ISO_4217[3 * at..3 * at + 3];
        return Some(if listed("RMB CNH", code) { "CNY" } else { code });
    }
    if listed("kr Kr kr. kronor kroner", written) {
        return Some(match lexis.language.code() {
            "nb" | "nn" | "no" => "NOK",
            "da" => "DKK",
            "is" => "ISK",
            _ => "SEK",
        });
    }
    symbol(written).get('c')
}

/// The currency whose sign opens at token `at`, and the token behind.
pub(super) fn currency_before(scan: &Scan<'_>, at: usize) -> Option<(&'static str, usize)> {
    let token = scan.get(at)?;
    if token.kind == Kind::Mark {
        return Some((sign(scan, at)?, at + 1));
    }
    if token.kind != Kind::Word || is_cjk(token.first) {
        return None;
    }
    if scan.is_mark(at + 1, "$¥¢₵/") && scan.glued(at + 1) {
        return dollars(scan, at);
    }
    let written = scan.written(at);
    // "U.S.$5", "Rs. 500"
    let dotted = scan.is_mark(at + 1, ".") && scan.glued(at + 1) && !listed("euro euros dollar dollars", written);
    let end = if dotted { at + 2 } else { at + 1 };
    let short =
        || symbol(written).get('<').filter(|_| scan.lexis.is_english() && (written.len() > 1 || scan.glued(end)));
    let full = || symbol(scan.span(at, end).of(scan.body)).get('c').filter(|_| dotted);
    let code = currency_sign(written, &scan.lexis).or_else(short).or_else(full)?;
    // "TOP 40", "ALL 12", "COP28": codes that are words as well want an amount that no rank has.
    let number = scan.get(end).filter(|_| listed(WORD_CODES, written));
    let ranks = number.is_some_and(|number| {
        number.form == Form::Plain
            && number.digits < 5
            && super::number::read(scan, end).is_none_or(|read| !read.scaled)
    });
    (!ranks).then_some((code, end))
}

/// Codes of ISO 4217 that are written in capitals as words and names too.
const WORD_CODES: &str = "ALL TOP COP CUP MAD PEN TRY GEL BAM MOP ANG ERN SOS LAK CVE MOP AMD";

/// True where the letters that stand before the digits which open `rest` are the sign of a currency: "KSh450", and "N45.6bn", where
/// one letter wants thousands or a power of ten behind its number.
pub(super) fn opens_money(letters: &str, rest: &str, lexis: &Lexis) -> bool {
    if symbol(letters).get('<').is_none() || !lexis.is_english() {
        return false;
    }
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
    let behind = rest[end..].trim_start_matches(' ');
    let word = behind.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(behind.len());
    letters.len() > 1 || rest[..end].contains(',') || listed("m bn b tn trn million billion trillion", &behind[..word])
}

/// "A$", "HK$", "CN¥".
fn dollars(scan: &Scan<'_>, at: usize) -> Option<(&'static str, usize)> {
    Some((symbol(scan.span(at, at + 2).of(scan.body)).get('c')?, at + 2))
}

fn sign(scan: &Scan<'_>, at: usize) -> Option<&'static str> {
    if scan.is_mark(at, "¥\u{ffe5}") && scan.lexis.language.code() == "zh" {
        return Some("CNY");
    }
    symbol(scan.written(at)).get('c')
}

/// The unit that follows a number which ends at token `at`. `noun` says that the number is one that takes "of" before
/// its unit: "millions d'euros".
pub(super) fn unit_behind(scan: &Scan<'_>, at: usize, noun: bool) -> Option<Measured> {
    // "quarant'anni"
    let marks = if scan.lexis.language.code() == "it" { "-‑'’" } else { "-‑" };
    let hyphen =
        scan.is_mark(at, marks) && scan.glued(at) && scan.glued(at + 1) && scan.kind(at + 1) == Some(Kind::Word);
    // "4471-A"
    if hyphen && listed("A B C F K", scan.written(at + 1)) {
        return None;
    }
    let first = if hyphen { at + 1 } else { at };
    if let Some((unit, end)) = unit_at(scan, first) {
        return Some(Measured { unit, end, hyphen });
    }
    if noun && !hyphen && scan.has(at, 'f').is_some() {
        let skip = if scan.is_mark(at + 1, "'’") { at + 2 } else { at + 1 };
        let (unit, end) = unit_at(scan, skip)?;
        return Some(Measured { unit, end, hyphen: false });
    }
    None
}

#[inline(never)]
fn unit_at(scan: &Scan<'_>, at: usize) -> Option<(Unit, usize)> {
    match scan.kind(at)? {
        Kind::Mark => mark_unit(scan, at),
        Kind::Word => {
            // "euro cents", and not "euro".
            let phrase = || scan.phrase(at, "cs").filter(|&(_, end)| end > at + 1);
            let phrase = phrase().and_then(|(roles, end)| of_roles(scan, roles, end, at));
            let phrase = phrase.or_else(|| national(scan, at));
            phrase.or_else(|| symbol_unit(scan, at)).or_else(|| word_unit(scan, at))
        }
        _ => None,
    }
}

/// Currencies of several countries: which one is meant, their adjective alone tells.
const SHARED: &str = "dollar dollars peso pesos franc francs rupee rupees pound pounds dinar dinars riyal riyals rial rials krona \
    krone kroner kronor crown crowns shilling shillings real lira liras dirham dirhams won mark cent cents pence euro euros";

/// "12 Bulgarian leva", "8 Israeli new shekels": a name of one country before its currency.
fn national(scan: &Scan<'_>, at: usize) -> Option<(Unit, usize)> {
    let named = scan.get(at).is_some_and(|word| word.capital && word.spaced && word.roles.is_empty());
    if !named || !scan.lexis.is_english() {
        return None;
    }
    let place = at + 1 + usize::from(scan.written(at + 1) == "new");
    let (roles, end) = scan.phrase(place, "c")?;
    let shared = scan.get(place)?.capital || listed(SHARED, scan.written(place));
    (!shared).then_some((Unit::Money(roles.get('c')?), end))
}

fn mark_unit(scan: &Scan<'_>, at: usize) -> Option<(Unit, usize)> {
    if scan.is_mark(at, "°º˚") {
        return Some(degrees(scan, at, Measure::of("degree")));
    }
    if let Some(code) = sign(scan, at) {
        // A sign that stands right before another number belongs to that one.
        let next = scan.kind(at + 1) == Some(Kind::Number) && scan.glued(at + 1) && !scan.glued(at);
        return (!next).then_some((Unit::Money(code), at + 1));
    }
    let roles = symbol(scan.written(at));
    if roles.get('%').is_some() && scan.glued(at + 1) {
        let rest = &scan.body[scan.tokens[at].end as usize..];
        let word = ["포인트", "ポイント"].iter().find(|word| rest.starts_with(**word)).map_or(0, |word| word.len());
        if word > 0 || scan.written(at + 1) == "p" {
            let limit = scan.tokens[at].end as usize + word;
            let end = (at + 2..).find(|&next| scan.get(next).is_none_or(|token| token.start as usize >= limit))?;
            return Some((Unit::Percent("pp"), end));
        }
    }
    of_roles(scan, roles, at + 1, at)
}

/// A degree whose sign or word stands at `at`, with the scale behind it.
fn degrees(scan: &Scan<'_>, at: usize, degree: Measure) -> (Unit, usize) {
    let name = match scan.written(at + 1) {
        "C" | "c" => "degree Celsius",
        "F" | "f" => "degree Fahrenheit",
        "K" => "kelvin",
        _ => return (Unit::Quantity(degree), at + 1),
    };
    (Unit::Quantity(Measure::of(name)), at + 2)
}

/// A symbol such as "km", "kWh", "km/h", "m²", "C".
fn symbol_unit(scan: &Scan<'_>, at: usize) -> Option<(Unit, usize)> {
    let written = scan.written(at);
    let glued = scan.glued(at);
    // German spoons.
    let spoon = scan.has(at, 'u').is_some() && listed("TL EL", written);
    if written.chars().count() > 5 || written == "bps" || spoon || is_cjk(scan.get(at)?.first) {
        return None;
    }
    if let Some(code) = currency_sign(written, &scan.lexis) {
        let dotted = written.chars().all(char::is_lowercase)
            && scan.is_mark(at + 1, ".")
            && currency_sign("kr.", &scan.lexis) == Some(code);
        return Some((Unit::Money(code), if dotted && !scan.ends_sentence(at + 1) { at + 2 } else { at + 1 }));
    }
    if scan.is_mark(at + 1, "$") && scan.glued(at + 1) && !glued {
        return dollars(scan, at).map(|(code, end)| (Unit::Money(code), end));
    }
    if written == "Md" && scan.is_mark(at + 1, "€$£") {
        return None;
    }
    // "chill to 4 C", but "two F-16 jets"
    let alone = scan.kind(at.wrapping_sub(1)) == Some(Kind::Number)
        && (scan.kind(at + 1) != Some(Kind::Word) || scan.has(at + 1, 'q').is_some())
        && !scan.is_mark(at + 1, "-‑");
    // "312p", but "1080p"
    let small = scan.get(at.wrapping_sub(1)).is_some_and(|number| {
        number.value.mantissa < 10_000
            && !listed("480p 720p 1080p", &scan.body[number.start as usize..scan.tokens[at].end as usize])
    });
    if glued && written == "p" && scan.lexis.is_english() && small {
        return Some((Unit::Cents("GBP"), at + 1));
    }
    if (glued || alone) && listed("C F", written) {
        return Some(degrees(scan, at - 1, Measure::default())).map(|(unit, _)| (unit, at + 1));
    }
    // "4K"
    if glued
        && written == "K"
        && scan.get(at - 1).is_some_and(|number| number.digits == 1 && number.form == Form::Plain)
    {
        return None;
    }
    // A lone letter far from its number is a word: "5 A", "3 in".
    let alone = scan.kind(at + 1) != Some(Kind::Word) || !scan.has_content(at + 1);
    let trusted = glued
        || !listed("m t s h W V L B J N A b K in au kt ct MP", written)
        || alone && !listed("in au s A b B K N t", written);
    // "uno su quattro ha": a function word behind a number word is none.
    let function = scan.has(at, 'q').is_some() && scan.kind(at.wrapping_sub(1)) == Some(Kind::Word);
    if !trusted || function {
        return None;
    }
    if let Some(unit) = symbol(written).get('d') {
        return Some((Unit::Duration(1, unit), at + 1));
    }
    let mut name = symbol_measure(written)?;
    if name == Measure::of("second") {
        return glued.then_some((Unit::Duration(1, "second"), at + 1));
    }
    let mut end = at + 1;
    if let Some(word) = power(scan, end) {
        (name, end) = (name.to(word), end + 1);
    }
    if scan.is_mark(end, "/") && scan.glued(end) && scan.kind(end + 1) == Some(Kind::Word) {
        let below = scan.written(end + 1);
        let below = if below == "u" { "h" } else { below };
        let time = symbol(below).get('d').filter(|unit| listed("hour second minute", unit)).map(Measure::of);
        if let Some(mut below) = time.or_else(|| symbol_measure(below)) {
            end += 2;
            if let Some(word) = power(scan, end) {
                (below, end) = (below.to(word), end + 1);
            }
            name = name.per(below);
        }
    } else if scan.has(end, '/') == Some("")
        && let Some(time) = scan.has(end + 1, 'd').filter(|time| listed("hour second", time))
    {
        // "17 km per second"
        (name, end) = (name.per(Measure::of(time)), end + 2);
    }
    Some((Unit::Quantity(name), end))
}

/// The word of the power at `at`, right behind a symbol.
fn power(scan: &Scan<'_>, at: usize) -> Option<&'static str> {
    let token = scan.get(at).filter(|token| !token.spaced)?;
    match token.first {
        '²' => Some("square "),
        '³' => Some("cubic "),
        '2' | '3' if token.end - token.start == 1 && (!scan.glued(at + 1) || scan.kind(at + 1) == Some(Kind::Mark)) => {
            Some(if token.first == '2' { "square " } else { "cubic " })
        }
        _ => None,
    }
}

/// The measure of a symbol, with its prefix.
pub(super) fn symbol_measure(written: &str) -> Option<Measure> {
    let roles = symbol(written);
    if let Some(name) = roles.get('u').or_else(|| roles.get('b')) {
        return Some(Measure::of(name));
    }
    let (prefix, base) = prefixed(PREFIXES, written, |rest| symbol(rest).get('b'))?;
    Some(Measure(["", prefix, base, "", "", "", ""]))
}

/// A unit in words: "euros", "percentage points", "square kilometres", "Quadratmeter", "kilómetros cuadrados".
fn word_unit(scan: &Scan<'_>, at: usize) -> Option<(Unit, usize)> {
    if let Some((roles, end)) = scan.phrase(at, "csdu%") {
        return of_roles(scan, roles, end, at);
    }
    for (sign, word) in POWERS {
        if scan.has(at, sign).is_some() {
            // "sq. km"
            let dot = usize::from(scan.is_mark(at + 1, ".") && scan.glued(at + 1));
            let (Unit::Quantity(name), end) = unit_at(scan, scan.untied(at + 1 + dot))? else { return None };
            return Some((Unit::Quantity(name.to(word)), end));
        }
    }
    // "gigawatt", "Kilometern", "quilômetros"
    let (prefix, base) = prefixed(PREFIX_WORDS, &lower(scan.written(at)), |rest| {
        let unit = scan.lexis.roles(rest.trim_start_matches('-')).get('u')?;
        listed(PREFIXED, unit.split(' ').next()?).then_some(unit)
    })?;
    Some(quantity(scan, Measure(["", prefix, base, "", "", "", ""]), at + 1))
}

/// The roles of words for powers, and the words.
const POWERS: [(char, &str); 2] = [('2', "square "), ('3', "cubic ")];

/// First words of the units that take prefixes.
const PREFIXED: &str = "hertz pascal electronvolt calorie bit metre gram watt litre byte joule volt ampere tonne newton sievert \
    becquerel mole parsec";

fn of_roles(scan: &Scan<'_>, roles: Roles, end: usize, at: usize) -> Option<(Unit, usize)> {
    if let Some(kind) = roles.get('%') {
        return Some((Unit::Percent(if kind.is_empty() { "%" } else { kind }), end));
    }
    let (code, name) = (roles.get('c'), roles.get('u'));
    // "pounds" are weight or money.
    if let Some(code) = code.filter(|_| name.is_none() || !scan.tells_weight(at)) {
        return Some((Unit::Money(code), end));
    }
    if let Some(code) = roles.get('s') {
        return Some((Unit::Cents(code), end));
    }
    if let Some(unit) = roles.get('d') {
        let (many, unit) = several(unit);
        return Some((Unit::Duration(many, unit), end));
    }
    Some(quantity(scan, Measure::of(name?), end))
}

/// How many of a unit of time a word stands for, and the unit: 10 and "year" for a decade.
pub(super) fn several(unit: &'static str) -> (i64, &'static str) {
    let digits = unit.bytes().take_while(u8::is_ascii_digit).count();
    let many = unit.bytes().take(digits).fold(0, |many, digit| many * 10 + i64::from(digit - b'0'));
    (many.max(1), &unit[digits..])
}

/// A quantity, with what may stand behind its name: "carrés", "per hour", "C".
fn quantity(scan: &Scan<'_>, mut name: Measure, mut end: usize) -> (Unit, usize) {
    for (sign, word) in POWERS {
        if !scan.lexis.is_english() && scan.has(end, sign).is_some() {
            (name, end) = (name.to(word), end + 1);
        }
    }
    // "megawatt hours", "kilowatt-hours"
    let hour = end + usize::from(scan.is_mark(end, "-"));
    if name.0[2] == "watt" && scan.written(end - 1).ends_with("watt") && scan.has(hour, 'd') == Some("hour") {
        (name.0[2], end) = ("watt hour", hour + 1);
    }
    let place = scan.untied(end);
    let tied = place > end;
    let below = if tied { scan.untied(place + 1) } else { place + 1 };
    let per = scan.has(place, '/') == Some("");
    let time = scan.has(below, 'd').filter(|unit| listed("hour second", unit) || tied && *unit == "day");
    if let Some(unit) = time.filter(|_| per || listed("a an", scan.written(place))) {
        (name, end) = (name.per(Measure::of(unit)), below + 1);
    } else if per && let Some((Unit::Quantity(below), behind)) = word_unit(scan, below) {
        // "micrograms per cubic metre"
        (name, end) = (name.per(below), behind);
    }
    if name.is_degree() && listed("C F", scan.written(end)) {
        return degrees(scan, end - 1, name);
    }
    (Unit::Quantity(name), end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    #[test]
    fn every_code_of_iso_4217_is_a_currency() {
        let lexis = Lexis::of(Language::ENGLISH);
        assert_eq!(ISO_4217.len() % 3, 0);
        for code in ISO_4217.as_bytes().chunks_exact(3) {
            let code = std::str::from_utf8(code).unwrap();
            assert!(currency_sign(code, &lexis).is_some(), "{code}");
        }
        assert_eq!(currency_sign("RMB", &lexis), Some("CNY"));
        assert_eq!(currency_sign("USA", &lexis), None);
    }

    #[test]
    fn symbols_take_their_prefixes() {
        for (symbol, name) in
            [("km", "kilometre"), ("kWh", "kilowatt hour"), ("GB", "gigabyte"), ("µg", "microgram"), ("mi", "mile")]
        {
            assert_eq!(symbol_measure(symbol).map(Measure::name).as_deref(), Some(name));
        }
        assert_eq!(symbol_measure("xm"), None);
    }
}
