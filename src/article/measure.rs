//! Measures of a text: how much there is, in any script, and what its characters look like.

use crate::page::{NodeId, Page};

use super::Piece;

/// What the characters of a block, or of many blocks together, amount to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Measure {
    /// Amount of text in halves of a word: a run of letters or digits counts 2, a character of a script without blanks 1.
    pub units: u32,
    /// Units inside links.
    pub linked: u32,
    /// Characters that aren't white space.
    pub chars: u32,
    /// Marks that end a sentence, where a blank, a closing mark or the end of the text follows.
    pub ends: u32,
    /// Commas of any script.
    pub commas: u32,
    /// Digits.
    pub digits: u32,
    /// Words that open with a capital.
    pub capitals: u32,
    /// Words of capitals alone, two or more of them.
    pub shouted: u32,
    /// Words of one to three letters.
    pub short: u32,
    /// Bars, dots, arrows and other marks that part items of a menu.
    pub marks: u32,
    /// Numbers from 1900 to 2099 with four digits.
    pub years: u32,
    /// Signs of currencies.
    pub money: u32,
    /// Opening and closing double quotes of any kind.
    pub quotes: u32,
    /// What the text opens with: a code of `class_of`.
    pub first: u8,
    /// What the text ends with: a code of `class_of`.
    pub last: u8,
    /// Hash of the text with its case and its digits levelled.
    pub print: u64,
    /// Hash of the text with its case levelled.
    pub exact: u64,
}

impl Measure {
    /// Adds the counts of another text; what depends on order stays.
    pub fn add(&mut self, other: &Measure) {
        self.units += other.units;
        self.linked += other.linked;
        self.chars += other.chars;
        self.ends += other.ends;
        self.commas += other.commas;
        self.digits += other.digits;
    }
}

/// Fowler–Noll–Vo, 64 bits: one step.
pub(super) fn mix(hash: u64, value: u64) -> u64 {
    (hash ^ value).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Where `mix` starts.
pub(super) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// The measure of a run of pieces; `in_link` says of a node whether it stands in a link.
pub(super) fn measure(page: &Page, pieces: &[Piece], in_link: impl Fn(NodeId) -> bool) -> Measure {
    let mut reader =
        Reader { measure: Measure { print: SEED, exact: SEED, ..Measure::default() }, ..Reader::default() };
    for piece in pieces {
        match piece {
            Piece::Text(node, span) => {
                reader.linked = in_link(*node);
                span.of(&page.text).chars().for_each(|c| reader.read(c));
            }
            Piece::Break | Piece::Cell => reader.read('\n'),
        }
    }
    reader.read('\n');
    reader.measure
}

#[derive(Default)]
struct Reader {
    measure: Measure,
    linked: bool,
    /// Letters and digits of the word that is being read, and how many of them are capitals or digits.
    word: u32,
    capitals: u32,
    digits: u32,
    opens_with_capital: bool,
    opens_a_century: bool,
    /// The last character may end a sentence.
    pending_end: bool,
}

impl Reader {
    fn read(&mut self, c: char) {
        if c.is_ascii_alphabetic() {
            return self.letter(c, c.is_ascii_uppercase());
        }
        if is_space(c) {
            if self.word > 0 {
                self.end_word();
            }
            self.end_sentence();
            return;
        }
        self.mark_or_letter(c);
    }

    fn mark_or_letter(&mut self, c: char) {
        let class = class_of(c);
        match class {
            UNSPACED => {
                self.end_word();
                self.pending_end = false;
                self.measure.units += 1;
                self.measure.linked += u32::from(self.linked);
                self.count(c, class);
            }
            UPPER | LOWER => self.letter(c, class == UPPER),
            DIGIT => {
                self.pending_end = false;
                self.measure.digits += 1;
                self.digits += 1;
                self.opens_a_century |= self.word == 0 && matches!(c, '1' | '2');
                self.word += 1;
                self.count(c, class);
            }
            _ => self.mark(c, class),
        }
    }

    fn letter(&mut self, c: char, upper: bool) {
        self.pending_end = false;
        self.opens_with_capital |= self.word == 0 && upper;
        self.capitals += u32::from(upper);
        self.word += 1;
        self.count(c.to_ascii_lowercase(), if upper { UPPER } else { LOWER });
    }

    fn mark(&mut self, c: char, class: u8) {
        if !matches!(c, '\'' | '’') {
            self.end_word();
        }
        match class {
            END if is_wide_end(c) => {
                self.measure.ends += 1;
                self.pending_end = false;
            }
            END => self.pending_end = true,
            COMMA => self.measure.commas += 1,
            QUOTE => self.measure.quotes += 1,
            MONEY => self.measure.money += 1,
            BAR => self.measure.marks += 1,
            _ => {}
        }
        if !matches!(class, END | QUOTE | CLOSE) {
            self.pending_end = false;
        }
        self.count(c, class);
    }

    fn count(&mut self, c: char, class: u8) {
        let measure = &mut self.measure;
        if measure.chars == 0 {
            measure.first = class;
        }
        measure.last = class;
        measure.chars += 1;
        measure.print = mix(measure.print, if class == DIGIT { 0 } else { c as u64 });
        measure.exact = mix(measure.exact, c as u64);
    }

    fn end_sentence(&mut self) {
        self.measure.ends += u32::from(std::mem::take(&mut self.pending_end));
    }

    fn end_word(&mut self) {
        if self.word == 0 {
            return;
        }
        let measure = &mut self.measure;
        measure.units += 2;
        measure.linked += if self.linked { 2 } else { 0 };
        measure.capitals += u32::from(self.opens_with_capital);
        measure.shouted += u32::from(self.word >= 2 && self.capitals == self.word);
        measure.short += u32::from(self.word <= 3 && self.digits == 0);
        measure.years += u32::from(self.word == 4 && self.digits == 4 && self.opens_a_century);
        (self.word, self.capitals, self.digits) = (0, 0, 0);
        (self.opens_with_capital, self.opens_a_century) = (false, false);
    }
}

const OTHER: u8 = 0;
/// A mark that ends sentences.
pub(super) const END: u8 = 1;
const COMMA: u8 = 2;
const COLON: u8 = 3;
const LOWER: u8 = 4;
const UPPER: u8 = 5;
const DIGIT: u8 = 6;
const QUOTE: u8 = 7;
const CLOSE: u8 = 8;
const BAR: u8 = 9;
const MONEY: u8 = 10;
const UNSPACED: u8 = 11;
const RIGHTS: u8 = 12;
const DASH: u8 = 13;
const OPEN: u8 = 14;

/// What sort of character it is, as a small code.
fn class_of(c: char) -> u8 {
    match c {
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔' | '．' => END,
        ',' | '，' | '、' | '،' | ';' | '；' | '؛' => COMMA,
        ':' | '：' => COLON,
        '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '\'' | '’' | '‘' => QUOTE,
        ')' | ']' | '}' | '）' | '】' => CLOSE,
        '(' | '[' | '{' | '（' | '【' => OPEN,
        '|' | '·' | '•' | '›' | '→' | '←' | '/' | '>' | '<' | '▸' | '▾' | '▼' | '+' | '#' | '¶' | '★' | '☆' | '✓' => {
            BAR
        }
        '$' | '€' | '£' | '¥' | '₹' | '₽' | '￥' => MONEY,
        '©' | '®' | '™' => RIGHTS,
        '-' | '–' | '—' | '~' | '‐' => DASH,
        '0'..='9' => DIGIT,
        _ if is_unspaced(c) => UNSPACED,
        _ if c.is_numeric() => DIGIT,
        _ if c.is_uppercase() => UPPER,
        _ if c.is_alphanumeric() || c == '_' => LOWER,
        _ => OTHER,
    }
}

/// Scripts that put no blanks between words: Han, Kana, Thai, Lao, Khmer, Burmese.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_wide_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．')
}

/// White space as a browser shows it.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}' | '\u{200b}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Limits;

    fn measured(text: &str) -> Measure {
        let page = crate::page::from_text(text, &Limits::default()).unwrap();
        let standings = super::super::survey::survey(&page, |_| false);
        let (_, pieces) = super::super::blocks::split(&page, NodeId::ROOT, &standings);
        measure(&page, &pieces, |_| false)
    }

    #[test]
    fn words_sentences_and_years_are_counted() {
        let measure = measured("In 2019 NASA flew 3.5 miles. \"Really?\" Yes, it's so.");
        assert_eq!((measure.units / 2, measure.ends, measure.years, measure.shouted), (11, 3, 1, 1));
        assert_eq!((measure.first, measure.last), (UPPER, END));
    }

    #[test]
    fn scripts_without_blanks_count_by_character() {
        let measure = measured("東京で会議が開かれた。");
        assert_eq!((measure.units, measure.ends), (10, 1));
    }

    #[test]
    fn the_same_text_with_other_numbers_has_the_same_print() {
        assert_eq!(measured("12 Comments").print, measured("47 comments").print);
        assert_ne!(measured("12 Comments").print, measured("7 comments").print);
    }
}
