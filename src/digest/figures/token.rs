//! Token: one pass over a paragraph gives its numbers, words and marks, with the roles of the words.
//!
//! A number with its separators is one token; letters and digits mixed, addresses and dotted runs are junk, never figures.

use super::decimal::Decimal;
use super::lexis::{Lexis, Roles, push_lower};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits that make a number.
    Number,
    /// Digits that make none: "12.4.1", "G7", an address.
    Junk,
    /// Letters; one character in scripts without blanks.
    Word,
    /// One other character.
    Mark,
}

/// A number, word or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// First byte in the body.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// White space stands before it, or it is the first of its paragraph.
    pub spaced: bool,
    /// Holds a capital letter.
    pub capital: bool,
    /// The character of a mark, the first one else.
    pub first: char,
    /// What the word can be.
    pub roles: Roles,
    /// A phrase of the table may open with it.
    pub leads: bool,
    /// The number.
    pub value: Decimal,
    /// Digits before the decimal sign.
    pub digits: u8,
    /// How the number is written.
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits alone.
    Plain,
    /// With thousands parted.
    Grouped,
    /// With a decimal sign.
    Broken,
}

/// The zeros of the decimal digits that are read: ASCII, full width, Arabic, Persian, Devanagari, Bengali, Thai.
const ZEROS: [u32; 7] = [0x30, 0xFF10, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50];

/// The value of a decimal digit.
pub(super) fn digit(c: char) -> Option<u8> {
    ZEROS.iter().find(|&&zero| (zero..zero + 10).contains(&(c as u32))).map(|&zero| (c as u32 - zero) as u8)
}

/// Han, kana and Hangul: scripts in which a character is taken for a word.
pub(super) fn is_cjk(c: char) -> bool {
    matches!(c as u32, 0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF)
}

/// Marks that stand inside words: Latin, Hebrew, Arabic, Indic, Thai.
fn is_combining(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x591..=0x5C7 | 0x64B..=0x65F | 0x900..=0x963 | 0x980..=0x9E5 | 0xA01..=0xA65 | 0xB00..=0xDEF | 0xE31..=0xE4E)
}

/// Where the letters that `text` opens with end.
fn letters_end(text: &str) -> usize {
    let is_letter =
        |c: char| c.is_ascii_alphabetic() || !c.is_ascii() && (c.is_alphabetic() && !is_cjk(c) || is_combining(c));
    text.find(|c| !is_letter(c)).unwrap_or(text.len())
}

/// Where the first word or mark of `text` ends.
pub(super) fn first_end(text: &str) -> usize {
    let first = text.chars().next().map_or(0, char::len_utf8);
    letters_end(text).max(first)
}

/// The tokens of `body[start..end]`, one paragraph.
pub(super) fn tokens(body: &str, start: usize, end: usize, lexis: &Lexis) -> Vec<Token> {
    let mut reader = Reader {
        body: &body[..end],
        at: start,
        lexis,
        out: Vec::with_capacity((end - start) / 5),
        spaced: true,
        lower: String::new(),
    };
    while reader.step() {}
    reader.out
}

struct Reader<'t> {
    body: &'t str,
    at: usize,
    lexis: &'t Lexis,
    out: Vec<Token>,
    spaced: bool,
    /// The last word, in lower case.
    lower: String,
}

impl Reader<'_> {
    fn peek(&self, at: usize) -> Option<char> {
        self.body[at..].chars().next()
    }

    /// Reads one token or blank; false at the end.
    fn step(&mut self) -> bool {
        let Some(c) = self.peek(self.at) else { return false };
        if c.is_whitespace() {
            self.spaced = true;
            self.at += c.len_utf8();
        } else if self.spaced && self.address() {
        } else if digit(c).is_some() || (c == '.' && self.opens_decimal()) {
            self.number();
        } else if is_cjk(c) {
            self.word(self.at + c.len_utf8(), c);
        } else if c.is_alphabetic() {
            self.letters(c);
        } else {
            self.push(self.at + c.len_utf8(), Kind::Mark, c);
        }
        true
    }

    /// True for the point of ".5": nothing of a word or number before it, a digit behind it.
    fn opens_decimal(&self) -> bool {
        self.spaced && self.peek(self.at + 1).is_some_and(|c| digit(c).is_some())
    }

    /// Takes a web or mail address as junk; false where there is none.
    fn address(&mut self) -> bool {
        let rest = &self.body[self.at..];
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let chunk = &rest[..length];
        let mail = || chunk.find('@').is_some_and(|at| at > 0 && chunk[at..].contains('.'));
        let found = chunk.is_ascii() && length > 6 && (chunk.contains("://") || chunk.starts_with("www.") || mail());
        if found {
            self.push(self.at + length, Kind::Junk, '/');
        }
        found
    }

    fn push(&mut self, end: usize, kind: Kind, first: char) -> &mut Token {
        let at = self.out.len();
        self.out.push(Token {
            start: self.at as u32,
            end: end as u32,
            kind,
            spaced: self.spaced,
            capital: first.is_uppercase(),
            first,
            roles: Roles::default(),
            leads: kind != Kind::Word,
            value: Decimal::default(),
            digits: 0,
            form: Form::Plain,
        });
        self.at = end;
        self.spaced = false;
        &mut self.out[at]
    }

    fn word(&mut self, end: usize, first: char) {
        let word = &self.body[self.at..end];
        self.lower.clear();
        push_lower(&mut self.lower, word);
        let (roles, leads) = (self.lexis.roles(&self.lower), self.lexis.may_lead(&self.lower));
        let capital = if word.is_ascii() { word != self.lower } else { word.chars().any(char::is_uppercase) };
        let token = self.push(end, Kind::Word, first);
        (token.roles, token.leads, token.capital) = (roles, leads, capital);
    }

    /// A run of letters; with digits right behind it, junk, unless the letters are a currency or stand behind digits.
    fn letters(&mut self, first: char) {
        let end = self.at + letters_end(&self.body[self.at..]);
        let behind_number = !self.spaced && self.out.last().is_some_and(|token| token.kind == Kind::Number);
        let before_digit = self.peek(end).is_some_and(|c| digit(c).is_some());
        let (letters, rest) = (&self.body[self.at..end], &self.body[end..]);
        let money = || {
            super::unit::currency_sign(letters, self.lexis).is_some()
                || super::unit::opens_money(letters, rest, self.lexis)
                || self.out.last().is_some_and(|token| token.kind == Kind::Number || token.first == '/')
                    && rest.starts_with(['2', '3'])
                    && !rest[1..].starts_with(char::is_alphanumeric)
                    && super::unit::symbol_measure(letters).is_some()
        };
        if before_digit && !behind_number && !money() {
            let more = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            self.push(end + more, Kind::Junk, first);
        } else {
            self.word(end, first);
        }
    }

    fn number(&mut self) {
        let end = self.number_end();
        let run = &self.body[self.at..end];
        let first = self.peek(self.at).unwrap_or('0');
        let read = read_number(run, self.lexis);
        let kind = if read.is_some() { Kind::Number } else { Kind::Junk };
        let token = self.push(end, kind, first);
        if let Some((value, digits, form)) = read {
            (token.value, token.digits, token.form) = (value, digits, form);
        }
    }

    /// Where a run of digits and separators ends: each separator has a digit on both sides.
    fn number_end(&self) -> usize {
        let mut end = self.at;
        let mut groups = 0;
        let mut run = 0;
        while let Some(c) = self.peek(end) {
            let next = end + c.len_utf8();
            if digit(c).is_some() {
                run += 1;
            } else if matches!(c, '.' | ',' | '\'' | '’' | '٫' | '٬')
                && self.peek(next).is_some_and(|c| digit(c).is_some())
            {
                run = 0;
            } else if matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
                && (1..=3).contains(&run)
                && (groups == 0 || run == 3)
                && self.is_group(next)
                && (c != ' '
                    || self.lexis.notation.blank
                    || groups > 0
                    || self.is_group(next + 4)
                    || self.is_counted(next + 3))
            {
                (run, groups) = (0, groups + 1);
            } else {
                break;
            }
            end = next;
        }
        end
    }

    /// True where the group that ends at `at` is a part of "12 345 residents" where a point is more usual: small letters stand on
    /// both sides.
    fn is_counted(&self, at: usize) -> bool {
        let small =
            |text: Option<&str>| text.is_some_and(|text| text.chars().all(|c| c.is_ascii_lowercase() || c == ' '));
        small(self.body.get(at..at + 3)) && small(self.body.get(self.at.saturating_sub(3)..self.at))
    }

    /// True where exactly three digits stand at `at`.
    fn is_group(&self, at: usize) -> bool {
        let bytes = self.body.as_bytes();
        at < bytes.len()
            && bytes.get(at..at + 3).is_some_and(|three| three.iter().all(u8::is_ascii_digit))
            && !bytes.get(at + 3).is_some_and(u8::is_ascii_digit)
    }
}

/// The number a run of digits and separators makes in the language's notation, its digits before the decimal sign, and its
/// form; `None` where it makes none, such as a version.
fn read_number(run: &str, lexis: &Lexis) -> Option<(Decimal, u8, Form)> {
    let mut separators = [('\0', 0u8); 12];
    let mut parts = 0;
    let mut value = Decimal::default();
    let mut length = 0u8;
    for c in run.chars() {
        if let Some(digit) = digit(c) {
            value = value.with_digit(digit)?;
            length += 1;
        } else {
            *separators.get_mut(parts)? = (c, length);
            parts += 1;
            length = 0;
        }
    }
    let lengths = |part: usize| if part < parts { separators[part].1 } else { length };
    let decimals = decimals(&separators[..parts], length, lexis)?;
    let groups = parts - usize::from(decimals > 0);
    let sign = separators[0].0;
    let even = separators[..groups].iter().all(|&(c, _)| c == sign)
        && (decimals == 0 || groups == 0 || separators[groups].0 != sign);
    let last_three = groups == 0 || lengths(groups) == 3;
    let middles = (1..groups).all(|part| lengths(part) == 3) || (1..groups).all(|part| lengths(part) == 2);
    let head = groups == 0 || (1..=3).contains(&lengths(0));
    if !(even && last_three && middles && head) {
        return None;
    }
    let form = if decimals > 0 {
        Form::Broken
    } else if groups > 0 {
        Form::Grouped
    } else {
        Form::Plain
    };
    let digits: u8 = (0..=groups).map(lengths).sum();
    Some((value.shifted(-i32::from(decimals))?, digits, form))
}

/// How many of the last digits stand behind a decimal sign; `None` where the separators contradict each other.
fn decimals(separators: &[(char, u8)], last: u8, lexis: &Lexis) -> Option<u8> {
    let Some(&(sign, before)) = separators.last() else { return Some(0) };
    let point = if lexis.notation.comma { ',' } else { '.' };
    let mixed = separators.iter().any(|&(c, _)| c != sign);
    match sign {
        '٫' => Some(last),
        '.' | ',' if mixed => Some(last),
        '.' | ',' if separators.len() > 1 => Some(0),
        // ".5", and the language's own sign; Spanish is written both ways, so three digits are a group.
        '.' | ',' if before == 0 => Some(last),
        '.' | ',' if sign == point => Some(if lexis.language.code() == "es" && last == 3 { 0 } else { last }),
        '.' | ',' if last == 3 => Some(0),
        '.' => Some(last),
        ',' => None,
        _ => Some(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    fn value(run: &str, code: &str) -> Option<f64> {
        read_number(run, &Lexis::of(Language::of(code).unwrap())).map(|read| read.0.to_f64())
    }

    #[test]
    fn numbers_are_read_in_their_languages_notation() {
        assert_eq!(value("1,104.5", "en"), Some(1104.5));
        assert_eq!(value("1.104,5", "de"), Some(1104.5));
        assert_eq!(value("2.500", "de"), Some(2500.0));
        assert_eq!(value("2.500", "en"), Some(2.5));
        assert_eq!(value("12 300", "fr"), Some(12300.0));
        assert_eq!(value("1'234'567.50", "de"), Some(1_234_567.5));
        assert_eq!(value("1,23,45,678", "en"), Some(12_345_678.0));
        assert_eq!(value("12.4.1", "en"), None);
        assert_eq!(value("1,2", "en"), None);
        assert_eq!(value("٣٫٥", "ar"), Some(3.5));
        assert_eq!(value("12345678901234567890", "en"), None);
    }
}
