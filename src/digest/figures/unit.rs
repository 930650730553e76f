//! Unit: what a number measures. Currency signs and codes, symbols of units with their prefixes, unit words.
//!
//! Signs and symbols hold in every language; words come from the language's table.

use super::lexis::{Lexis, lower, role};
use super::scan::Scan;
use super::token::{Kind, is_cjk};

/// What a number measures.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    Quantity(String),
}

/// A unit and the token behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// Sign or short form as written, ISO 4217 code. Longest first where one opens another.
const SIGNS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("\u{ffe5}", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("₦", "NGN"),
    ("₱", "PHP"),
    ("₫", "VND"),
    ("₪", "ILS"),
    ("฿", "THB"),
    ("₡", "CRC"),
    ("₲", "PYG"),
    ("₵", "GHS"),
    ("₸", "KZT"),
    ("₾", "GEL"),
    ("₼", "AZN"),
    ("₭", "LAK"),
    ("₮", "MNT"),
    ("₨", "PKR"),
    ("৳", "BDT"),
    ("៛", "KHR"),
    ("₿", "BTC"),
    ("\u{ffe1}", "GBP"),
    ("\u{ff04}", "USD"),
    ("﷼", "IRR"),
];

/// Letters before "$", the currency they make of it.
const DOLLARS: &[(&str, &str)] = &[
    ("US", "USD"),
    ("U", "USD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("AUD", "AUD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("CAD", "CAD"),
    ("Can", "CAD"),
    ("NZ", "NZD"),
    ("HK", "HKD"),
    ("S", "SGD"),
    ("SG", "SGD"),
    ("R", "BRL"),
    ("NT", "TWD"),
    ("MX", "MXN"),
    ("Mex", "MXN"),
    ("J", "JMD"),
    ("TT", "TTD"),
    ("Z", "ZWL"),
    ("N", "NAD"),
    ("B", "BND"),
    ("FJ", "FJD"),
    ("EC", "XCD"),
    ("AR", "ARS"),
    ("USD", "USD"),
];

/// Short forms in letters, before or behind the number, as written.
const SHORT: &[(&str, &str)] = &[
    ("Rs", "INR"),
    ("Rs.", "INR"),
    ("Rp", "IDR"),
    ("RM", "MYR"),
    ("Fr.", "CHF"),
    ("SFr", "CHF"),
    ("zł", "PLN"),
    ("zl", "PLN"),
    ("Kč", "CZK"),
    ("Ft", "HUF"),
    ("лв", "BGN"),
    ("лв.", "BGN"),
    ("руб", "RUB"),
    ("руб.", "RUB"),
    ("рублей", "RUB"),
    ("рубля", "RUB"),
    ("грн", "UAH"),
    ("гривень", "UAH"),
    ("долларов", "USD"),
    ("доллара", "USD"),
    ("евро", "EUR"),
    ("TL", "TRY"),
    ("kn", "HRK"),
    ("Php", "PHP"),
    ("KSh", "KES"),
    ("Ksh", "KES"),
    ("Tk", "BDT"),
    ("Nkr", "NOK"),
    ("SKr", "SEK"),
    ("DKr", "DKK"),
    ("Dh", "AED"),
    ("Dhs", "AED"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("dollar", "USD"),
    ("dollars", "USD"),
];

/// Symbol, name: units that take prefixes of the SI.
const BASES: &[(&str, &str)] = &[
    ("Wh", "watt hour"),
    ("Hz", "hertz"),
    ("Pa", "pascal"),
    ("eV", "electronvolt"),
    ("cal", "calorie"),
    ("bit", "bit"),
    ("bps", "bit per second"),
    ("bar", "bar"),
    ("m", "metre"),
    ("g", "gram"),
    ("W", "watt"),
    ("L", "litre"),
    ("l", "litre"),
    ("B", "byte"),
    ("J", "joule"),
    ("V", "volt"),
    ("A", "ampere"),
    ("b", "bit"),
    ("t", "tonne"),
    ("N", "newton"),
    ("Sv", "sievert"),
    ("Bq", "becquerel"),
    ("mol", "mole"),
    ("Ah", "ampere hour"),
    ("pc", "parsec"),
    ("s", "second"),
];

/// Prefix symbol, its word.
const PREFIXES: &[(&str, &str)] = &[
    ("k", "kilo"),
    ("K", "kilo"),
    ("M", "mega"),
    ("G", "giga"),
    ("T", "tera"),
    ("P", "peta"),
    ("E", "exa"),
    ("c", "centi"),
    ("d", "deci"),
    ("h", "hecto"),
    ("m", "milli"),
    ("µ", "micro"),
    ("μ", "micro"),
    ("n", "nano"),
    ("p", "pico"),
];

/// Prefix words of other languages, the English one.
const PREFIX_WORDS: &[(&str, &str)] = &[
    ("kilo", "kilo"),
    ("kiló", "kilo"),
    ("quilo", "kilo"),
    ("quiló", "kilo"),
    ("quilô", "kilo"),
    ("chilo", "kilo"),
    ("mega", "mega"),
    ("méga", "mega"),
    ("giga", "giga"),
    ("tera", "tera"),
    ("téra", "tera"),
    ("peta", "peta"),
    ("centi", "centi"),
    ("centí", "centi"),
    ("zenti", "centi"),
    ("milli", "milli"),
    ("mili", "milli"),
    ("milí", "milli"),
    ("mikro", "micro"),
    ("micro", "micro"),
    ("micró", "micro"),
    ("nano", "nano"),
    ("nanó", "nano"),
    ("deci", "deci"),
    ("hecto", "hecto"),
    ("pico", "pico"),
    ("terra", "tera"),
];

/// Symbols that take no prefix. Duration words are marked by a leading blank.
const SYMBOLS: &[(&str, &str)] = &[
    ("mi", "mile"),
    ("ft", "foot"),
    ("in", "inch"),
    ("yd", "yard"),
    ("nmi", "nautical mile"),
    ("ha", "hectare"),
    ("lb", "pound"),
    ("lbs", "pound"),
    ("oz", "ounce"),
    ("mph", "mile per hour"),
    ("kph", "kilometre per hour"),
    ("kmh", "kilometre per hour"),
    ("K", "kelvin"),
    ("dB", "decibel"),
    ("hp", "horsepower"),
    ("rpm", "revolution per minute"),
    ("ppm", "part per million"),
    ("fps", "frame per second"),
    ("bbl", "barrel"),
    ("gal", "gallon"),
    ("ly", "light-year"),
    ("au", "astronomical unit"),
    ("MP", "megapixel"),
    ("px", "pixel"),
    ("kt", "knot"),
    ("µm", "micrometre"),
    ("ct", "carat"),
    ("км", "kilometre"),
    ("м", "metre"),
    ("см", "centimetre"),
    ("мм", "millimetre"),
    ("кг", "kilogram"),
    ("г", "gram"),
    ("т", "tonne"),
    ("л", "litre"),
    ("га", "hectare"),
    ("кВт", "kilowatt"),
    ("МВт", "megawatt"),
    ("min", " minute"),
    ("h", " hour"),
    ("hr", " hour"),
    ("hrs", " hour"),
    ("sec", " second"),
    ("ms", " millisecond"),
    ("Min", " minute"),
    ("Std", " hour"),
    ("мин", " minute"),
    ("ч", " hour"),
    ("лет", " year"),
    ("года", " year"),
    ("дней", " day"),
];

/// The currency of a short form before or behind a number: "Rs", "EUR", "kr"; `None` where it is none.
pub(super) fn currency_sign(written: &str, lexis: &Lexis) -> Option<&'static str> {
    let known = |rows: &[(&str, &'static str)]| rows.iter().find(|row| row.0 == written).map(|row| row.1);
    if written.len() == 3
        && let Some(at) = ISO_4217.as_bytes().chunks_exact(3).position(|code| code == written.as_bytes())
    {
        return Some(match &ISO_4217[3 * at..3 * at + 3] {
            "RMB" | "CNH" => "CNY",
            code => code,
        });
    }
    if matches!(written, "kr" | "Kr" | "kr." | "kronor" | "kroner") {
        return Some(match lexis.language.code() {
            "nb" | "nn" | "no" => "NOK",
            "da" => "DKK",
            "is" => "ISK",
            _ => "SEK",
        });
    }
    known(SHORT)
}

/// The currency whose sign ends or opens at token `at` and the tokens it takes, as a half-open range.
pub(super) fn currency_before(scan: &Scan<'_>, at: usize) -> Option<(&'static str, usize)> {
    let token = scan.get(at)?;
    if token.kind == Kind::Mark {
        return Some((sign(scan, token.first)?, at + 1));
    }
    if token.kind != Kind::Word || is_cjk(token.first) {
        return None;
    }
    let written = scan.written(at);
    if scan.is_mark(at + 1, "$") && scan.glued(at + 1) {
        return DOLLARS.iter().find(|row| row.0 == written).map(|row| (row.1, at + 2));
    }
    // "U.S.$5", "Rs. 500"
    let dotted =
        scan.is_mark(at + 1, ".") && scan.glued(at + 1) && !matches!(written, "euro" | "euros" | "dollar" | "dollars");
    let code = currency_sign(written, &scan.lexis)?;
    Some((code, if dotted { at + 2 } else { at + 1 }))
}

fn sign(scan: &Scan<'_>, sign: char) -> Option<&'static str> {
    if matches!(sign, '¥' | '\u{ffe5}') && scan.lexis.language.code() == "zh" {
        return Some("CNY");
    }
    let mut buffer = [0; 4];
    let written: &str = sign.encode_utf8(&mut buffer);
    SIGNS.iter().find(|row| row.0 == written).map(|row| row.1)
}

/// The unit that follows a number which ends at token `at`. `noun` says that the number is one that takes "of" before
/// its unit: "millions d'euros".
pub(super) fn unit_behind(scan: &Scan<'_>, at: usize, noun: bool) -> Option<Measured> {
    let hyphen =
        scan.is_mark(at, "-‑") && scan.glued(at) && scan.glued(at + 1) && scan.kind(at + 1) == Some(Kind::Word);
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

fn unit_at(scan: &Scan<'_>, at: usize) -> Option<(Unit, usize)> {
    let token = scan.get(at)?;
    if token.kind == Kind::Mark {
        return mark_unit(scan, at);
    }
    if token.kind != Kind::Word {
        return None;
    }
    symbol_unit(scan, at).or_else(|| word_unit(scan, at))
}

fn mark_unit(scan: &Scan<'_>, at: usize) -> Option<(Unit, usize)> {
    let first = scan.get(at)?.first;
    match first {
        '%' | '\u{ff05}' | '٪' | '﹪' => {
            let points = scan.kind(at + 1) == Some(Kind::Word) && scan.glued(at + 1) && scan.written(at + 1) == "p";
            Some(if points { (Unit::Percent("pp"), at + 2) } else { (Unit::Percent("%"), at + 1) })
        }
        '‰' => Some((Unit::Quantity("per mille".into()), at + 1)),
        '℃' => Some((Unit::Quantity("degree Celsius".into()), at + 1)),
        '℉' => Some((Unit::Quantity("degree Fahrenheit".into()), at + 1)),
        '°' | 'º' | '˚' => Some(degrees(scan, at)),
        '¢' => Some((Unit::Cents("USD"), at + 1)),
        _ => {
            let code = sign(scan, first)?;
            // A sign that stands right before another number belongs to that one.
            let next = scan.kind(at + 1) == Some(Kind::Number) && scan.glued(at + 1) && !scan.glued(at);
            (!next).then_some((Unit::Money(code), at + 1))
        }
    }
}

fn degrees(scan: &Scan<'_>, at: usize) -> (Unit, usize) {
    let name = match scan.kind(at + 1) {
        Some(Kind::Word) => match scan.written(at + 1) {
            "C" | "c" => "degree Celsius",
            "F" | "f" => "degree Fahrenheit",
            "K" => "kelvin",
            _ => "",
        },
        _ => "",
    };
    if name.is_empty() { (Unit::Quantity("degree".into()), at + 1) } else { (Unit::Quantity(name.into()), at + 2) }
}

/// A symbol such as "km", "kWh", "km/h", "m²", "C".
fn symbol_unit(scan: &Scan<'_>, at: usize) -> Option<(Unit, usize)> {
    let written = scan.written(at);
    let glued = scan.glued(at);
    if written.chars().count() > 5 || written == "bps" || is_cjk(scan.get(at)?.first) {
        return None;
    }
    if let Some(code) = currency_sign(written, &scan.lexis) {
        let dotted = written.chars().all(char::is_lowercase)
            && scan.is_mark(at + 1, ".")
            && currency_sign("kr.", &scan.lexis) == Some(code);
        return Some((Unit::Money(code), if dotted && !scan.ends_sentence(at + 1) { at + 2 } else { at + 1 }));
    }
    if scan.is_mark(at + 1, "$") && scan.glued(at + 1) && !glued {
        return DOLLARS.iter().find(|row| row.0 == written).map(|row| (Unit::Money(row.1), at + 2));
    }
    if written == "Md" && scan.is_mark(at + 1, "€$£") {
        return None;
    }
    if glued && matches!(written, "C" | "F") {
        let name = if written == "C" { "degree Celsius" } else { "degree Fahrenheit" };
        return Some((Unit::Quantity(name.into()), at + 1));
    }
    // A lone letter far from its number is a word: "5 A", "3 in".
    let alone = scan.kind(at + 1) != Some(Kind::Word) || !scan.has_content(at + 1);
    let trusted = glued
        || !matches!(
            written,
            "m" | "g"
                | "l"
                | "t"
                | "s"
                | "h"
                | "W"
                | "V"
                | "L"
                | "B"
                | "J"
                | "N"
                | "A"
                | "b"
                | "K"
                | "in"
                | "au"
                | "kt"
                | "ct"
                | "MP"
        )
        || alone && !matches!(written, "in" | "au" | "s" | "A" | "b" | "B" | "K" | "N" | "t");
    if !trusted || (!glued && written == "t") {
        return None;
    }
    let (name, mut end) = (symbol_name(written)?, at + 1);
    if let Some(unit) = name.strip_prefix(' ') {
        return Some((Unit::Duration(1, duration_name(unit)?), end));
    }
    if name == "second" {
        return glued.then_some((Unit::Duration(1, "second"), end));
    }
    if name == "millisecond" {
        return Some((Unit::Duration(1, "millisecond"), end));
    }
    let mut name = name;
    match power(scan, end) {
        Some(2) => (name, end) = (["square ", &name].concat(), end + 1),
        Some(3) => (name, end) = (["cubic ", &name].concat(), end + 1),
        _ => {}
    }
    if scan.is_mark(end, "/") && scan.glued(end) && scan.kind(end + 1) == Some(Kind::Word) {
        let below = scan.written(end + 1);
        let per = match below {
            "h" | "hr" | "ч" => "hour",
            "s" | "sec" => "second",
            "min" => "minute",
            _ => "",
        };
        let other = symbol_name(below).filter(|name| !name.starts_with(' '));
        if !per.is_empty() {
            (name, end) = ([&name, " per ", per].concat(), end + 2);
        } else if let Some(other) = other {
            (name, end) = ([&name, " per ", &other].concat(), end + 2);
        }
    }
    Some((Unit::Quantity(name), end))
}

fn power(scan: &Scan<'_>, at: usize) -> Option<u8> {
    let token = scan.get(at).filter(|token| !token.spaced)?;
    match token.first {
        '²' => Some(2),
        '³' => Some(3),
        '2' | '3' if token.end - token.start == 1 && !scan.glued(at + 1) => Some(token.first as u8 - b'0'),
        _ => None,
    }
}

/// The name of a symbol, with its prefix; units of time with a blank before it.
fn symbol_name(symbol: &str) -> Option<String> {
    let find = |rows: &[(&str, &'static str)], symbol: &str| rows.iter().find(|row| row.0 == symbol).map(|row| row.1);
    if let Some(name) = find(SYMBOLS, symbol).or_else(|| find(BASES, symbol)) {
        return Some(name.to_owned());
    }
    PREFIXES.iter().find_map(|(prefix, word)| Some([word, find(BASES, symbol.strip_prefix(prefix)?)?].concat()))
}

fn duration_name(unit: &str) -> Option<&'static str> {
    ["second", "minute", "hour", "day", "week", "month", "year", "millisecond"].into_iter().find(|&name| name == unit)
}

/// A unit in words: "euros", "percentage points", "square kilometres", "Quadratmeter", "kilómetros cuadrados".
fn word_unit(scan: &Scan<'_>, at: usize) -> Option<(Unit, usize)> {
    if let Some((roles, end)) =
        scan.phrase(at, |roles| roles.split('|').any(|role| role.starts_with(['c', 's', 'd', 'u', '%'])))
    {
        return of_roles(scan, roles, end, at);
    }
    let here = scan.get(at)?;
    for (sign, word) in [('2', "square "), ('3', "cubic ")] {
        if role(here.roles, sign).is_some() {
            let (Unit::Quantity(name), end) = unit_at(scan, at + 1)? else { return None };
            return Some((Unit::Quantity([word, &name].concat()), end));
        }
    }
    let lowered = lower(scan.written(at));
    let name = prefixed(&lowered, &scan.lexis)?;
    Some(quantity(scan, name, at + 1))
}

fn of_roles(scan: &Scan<'_>, roles: &'static str, end: usize, at: usize) -> Option<(Unit, usize)> {
    // A percent is never told by an upper-case word, a month never by "sec".
    if let Some(kind) = role(roles, '%') {
        return Some((Unit::Percent(if kind.is_empty() { "%" } else { kind }), end));
    }
    if let (Some(name), Some(code)) = (role(roles, 'u'), role(roles, 'c')) {
        // "pounds" are weight or money.
        let weight = scan.tells_weight(at);
        return Some(if weight { (Unit::Quantity(name.to_owned()), end) } else { (Unit::Money(code), end) });
    }
    if let Some(code) = role(roles, 'c') {
        return Some((Unit::Money(code), end));
    }
    if let Some(code) = role(roles, 's') {
        return Some((Unit::Cents(code), end));
    }
    if let Some(unit) = role(roles, 'd') {
        let digits = unit.bytes().take_while(u8::is_ascii_digit).count();
        let many = unit.bytes().take(digits).fold(0, |many, digit| many * 10 + i64::from(digit - b'0')).max(1);
        return Some((Unit::Duration(many, &unit[digits..]), end));
    }
    let name = role(roles, 'u')?;
    Some(quantity(scan, name.to_owned(), end))
}

/// A quantity, with what may stand behind its name: "carrés", "per hour", "C".
fn quantity(scan: &Scan<'_>, mut name: String, mut end: usize) -> (Unit, usize) {
    for (sign, word) in [('2', "square "), ('3', "cubic ")] {
        if !scan.lexis.is_english() && scan.has(end, sign).is_some() {
            (name, end) = ([word, &name].concat(), end + 1);
        }
    }
    let per = role(scan.roles(end), '/') == Some("") || scan.written(end) == "an" || scan.written(end) == "a";
    if per && let Some(unit) = scan.has(end + 1, 'd').filter(|unit| matches!(*unit, "hour" | "second")) {
        (name, end) = ([&name, " per ", unit].concat(), end + 2);
    }
    if name == "degree" && matches!(scan.written(end), "C" | "F") {
        name = if scan.written(end) == "C" { "degree Celsius".into() } else { "degree Fahrenheit".into() };
        end += 1;
    }
    (Unit::Quantity(name), end)
}

/// "gigawatt", "Kilometern", "quilômetros": a prefix before a unit word of the table.
fn prefixed(word: &str, lexis: &Lexis) -> Option<String> {
    for (prefix, name) in PREFIX_WORDS {
        if let Some(base) = word.strip_prefix(prefix).map(|rest| rest.trim_start_matches('-'))
            && let Some(unit) = role(lexis.roles(base), 'u')
            && BASES.iter().any(|row| row.1 == unit)
        {
            return Some([name, unit].concat());
        }
    }
    None
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
            assert_eq!(symbol_name(symbol).as_deref(), Some(name));
        }
        assert_eq!(symbol_name("xm"), None);
    }
}
