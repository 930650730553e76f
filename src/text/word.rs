//! Where words end, and which words are the same term.
//!
//! Words end as in UAX 29; scripts that are written without blanks give overlapping pairs of characters instead, which rank
//! nearly as well as a dictionary's words.

use super::Word;
use super::sentence::is_mark;
use super::stem::stem;
use crate::lexicon::{Language, WordList, hash};
use crate::span::ByteSpan;
use crate::table::Map;
use std::ops::Range;

/// Where no list tells function words: the share of a text's words that only they reach.
const FUNCTION_WORD_SHARE: f32 = 0.008;
/// And the longest of them, in bytes.
const FUNCTION_WORD_BYTES_MAX: u32 = 8;

/// Gathers the words of a text, sentence by sentence.
pub(super) struct Words {
    language: Language,
    stops: Option<&'static WordList>,
    words: Vec<Word>,
    /// Written form in lower case → its number, its term, and whether it is a function word.
    forms: Map<u64, (u32, u32, bool)>,
    /// Stem → term.
    terms: Map<u64, u32>,
    buffer: String,
    classes: Classes,
}

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Letters and digits between blanks, in lower case.
    Plain,
    /// The same, to be put in lower case.
    Folding,
    /// Characters written without blanks: read in pairs.
    Pairs,
}

impl Words {
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            stops: language.stop_words(),
            words: Vec::new(),
            forms: Map::default(),
            terms: Map::default(),
            buffer: String::new(),
            classes: Classes::default(),
        }
    }

    /// Reads the words of one sentence; gives their places.
    pub(super) fn read(&mut self, body: &str, sentence: ByteSpan) -> Range<u32> {
        let first = self.words.len() as u32;
        let text = sentence.of(body);
        let mut at = 0;
        while let Some((run, kind)) = self.classes.next_run(text, at) {
            at = run.end;
            match kind {
                Kind::Plain => self.push(text, run, sentence.start, false),
                Kind::Folding => self.push(text, run, sentence.start, true),
                Kind::Pairs => self.pairs(text, run, sentence.start),
            }
        }
        first..self.words.len() as u32
    }

    /// Every two neighbours of a run; one alone is itself.
    fn pairs(&mut self, text: &str, run: Range<usize>, offset: u32) {
        let starts = text[run.clone()].char_indices().filter(|&(_, c)| !is_mark(c)).map(|(at, _)| run.start + at);
        let (mut first, mut second) = (run.start, None);
        for start in starts.skip(1) {
            if let Some(second) = second {
                self.push(text, first..start, offset, false);
                first = second;
            }
            second = Some(start);
        }
        self.push(text, first..run.end, offset, false);
    }

    /// Adds the word at `place`; one that `folds` is written in other characters when it is in lower case.
    fn push(&mut self, text: &str, place: Range<usize>, offset: u32, folds: bool) {
        let word = &text[place.clone()];
        self.buffer.clear();
        if folds {
            self.fold(word);
        }
        let key = hash(if folds { self.buffer.as_bytes() } else { word.as_bytes() });
        let (form, term, is_stop) = match self.forms.get(&key) {
            Some(&known) => known,
            None => {
                if !folds {
                    self.buffer.push_str(word);
                }
                let (term, is_stop) = self.meet();
                let known = (self.forms.len() as u32, term, is_stop);
                self.forms.insert(key, known);
                known
            }
        };
        let start = offset as usize + place.start;
        self.words.push(Word { span: ByteSpan::new(start, start + word.len()), form, term, is_stop });
    }

    /// Appends a word to the buffer in lower case.
    fn fold(&mut self, word: &str) {
        for c in word.chars() {
            match c {
                '\u{ad}' => {}
                '’' => self.buffer.push('\''),
                c if self.classes.of(c) & FOLDS == 0 => self.buffer.push(c),
                c => self.buffer.extend(c.to_lowercase()),
            }
        }
    }

    /// Term and kind of the new form in the buffer.
    fn meet(&mut self) -> (u32, bool) {
        let form = self.buffer.as_str();
        let is_stop = self.stops.is_some_and(|stops| stops.contains(form) || is_kana_ending(form));
        let stem = stem(form, self.language);
        let is_stop = is_stop
            || stem.len() < form.len() && self.stops.is_some_and(|stops| form.contains('\'') && stops.contains(stem));
        let next = self.terms.len() as u32;
        (*self.terms.entry(hash(stem.as_bytes())).or_insert(next), is_stop)
    }

    /// All words, and how many forms and terms they are.
    pub(super) fn finish(mut self) -> (Vec<Word>, u32, u32) {
        let (forms, terms) = (self.forms.len() as u32, self.terms.len() as u32);
        if self.stops.is_none() {
            mark_frequent(&mut self.words, terms);
        }
        (self.words, forms, terms)
    }
}

/// Marks short words that are too frequent to tell the topic.
fn mark_frequent(words: &mut [Word], terms: u32) {
    let mut counts = vec![0_u32; terms as usize];
    for word in words.iter() {
        counts[word.term as usize] += 1;
    }
    let least = (words.len() as f32 * FUNCTION_WORD_SHARE).max(3.0);
    for word in words {
        word.is_stop = counts[word.term as usize] as f32 >= least && word.span.len() as u32 <= FUNCTION_WORD_BYTES_MAX;
    }
}

/// Two hiragana: endings and particles, hardly ever a topic.
fn is_kana_ending(form: &str) -> bool {
    form.chars().all(|c| matches!(c, 'ぁ'..='ゟ'))
}

/// True for scripts written without blanks between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}' | '\u{3041}'..='\u{309f}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Marks of emphasis, call and question, which Armenian writes inside the word: "Ի՞նչ".
fn is_armenian_mark(c: char) -> bool {
    matches!(c, '\u{55b}' | '\u{55c}' | '\u{55e}')
}

/// What a character is: bits of its class.
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const MARK: u8 = 4;
/// Of a script without blanks.
const UNSPACED: u8 = 8;
/// Written otherwise in lower case.
const FOLDS: u8 = 16;
/// Looked up before.
const KNOWN: u8 = 32;

/// Characters below this are looked up once: Unicode's tables are slow, and a text uses few characters.
const CACHED: usize = 0x1000;

/// The classes of the characters that were met.
struct Classes(Box<[u8]>);

impl Default for Classes {
    fn default() -> Self {
        Self(vec![0; CACHED].into_boxed_slice())
    }
}

impl Classes {
    fn of(&mut self, c: char) -> u8 {
        match self.0.get_mut(c as usize) {
            Some(class) => {
                if *class == 0 {
                    *class = read_class(c);
                }
                *class
            }
            None if matches!(c, '\u{4e00}'..='\u{9fff}') => LETTER | UNSPACED,
            None => read_class(c),
        }
    }

    /// The class of the character at `at`, and its length; `None` at the end.
    fn at(&mut self, text: &str, at: usize) -> Option<(u8, usize)> {
        let byte = *text.as_bytes().get(at)?;
        if byte.is_ascii() {
            return Some((self.of(byte as char), 1));
        }
        let c = text[at..].chars().next()?;
        Some((self.of(c), c.len_utf8()))
    }

    /// The next run of letters and digits at or behind `from`.
    fn next_run(&mut self, text: &str, from: usize) -> Option<(Range<usize>, Kind)> {
        let mut start = from;
        let class = loop {
            let (class, length) = self.at(text, start)?;
            if class & (LETTER | DIGIT) != 0 {
                break class;
            }
            start += length;
        };
        if class & UNSPACED == 0 {
            let (end, folds) = self.plain_end(text, start);
            return Some((start..end, if folds { Kind::Folding } else { Kind::Plain }));
        }
        let han = text[start..].starts_with(is_han);
        let mut inside = |c: char| self.of(c) & MARK != 0 || self.of(c) & UNSPACED != 0 && is_han(c) == han;
        let length = text[start..].find(|c| !inside(c)).unwrap_or(text.len() - start);
        Some((start..start + length, Kind::Pairs))
    }

    /// Where the word that starts at `start` ends, and whether it folds: letters, digits, their marks, and the points and
    /// apostrophes between them.
    fn plain_end(&mut self, text: &str, start: usize) -> (usize, bool) {
        let (mut at, mut last, mut seen) = (start, LETTER, 0);
        while let Some((class, length)) = self.at(text, at) {
            if class & UNSPACED == 0 && class & (LETTER | DIGIT | MARK) != 0 || text.as_bytes()[at] == b'_' {
                if class & MARK == 0 {
                    last = class;
                }
                seen |= class;
                at += length;
                continue;
            }
            let next = self.at(text, at + length).map_or(0, |(class, _)| class);
            let c = text[at..].chars().next().unwrap_or(' ');
            let joins = match c {
                '.' | '\'' | '’' | '‘' | '․' => last & DIGIT == next & DIGIT,
                ':' | '·' | '‧' | '״' => (last | next) & DIGIT == 0,
                ',' | ';' | '٬' => last & next & DIGIT != 0,
                _ => false,
            };
            if !joins || next & (LETTER | DIGIT) == 0 || next & UNSPACED != 0 {
                break;
            }
            seen |= class;
            at += length;
        }
        (at, seen & FOLDS != 0)
    }
}

fn read_class(c: char) -> u8 {
    let bit = |holds: bool, bit: u8| if holds { bit } else { 0 };
    let folds = matches!(c, '\u{ad}' | '’') || !c.is_lowercase() && !c.to_lowercase().eq([c]);
    bit(c.is_alphabetic(), LETTER)
        | bit(c.is_numeric(), DIGIT)
        | bit(is_mark(c) || is_armenian_mark(c), MARK)
        | bit(is_unspaced(c), UNSPACED)
        | bit(folds, FOLDS)
        | KNOWN
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, language: &str) -> Vec<String> {
        let mut words = Words::new(Language::of(language).expect("a code"));
        words.read(text, ByteSpan::new(0, text.len()));
        words.finish().0.iter().map(|word| word.span.of(text).to_owned()).collect()
    }

    #[test]
    fn words_end_where_uax_29_ends_them() {
        assert_eq!(
            words("Don't pay $1,204.50 in the U.S., A4-sized!", "en"),
            ["Don't", "pay", "1,204.50", "in", "the", "U.S", "A4", "sized"]
        );
        assert_eq!(words("L’été — où ?", "fr"), ["L’été", "où"]);
        assert_eq!(words("नमस्ते दुनिया।", "hi"), ["नमस्ते", "दुनिया"]);
        assert_eq!(words("e\u{301}tude 👩‍👩‍👧 ok", "fr"), ["e\u{301}tude", "ok"]);
    }

    #[test]
    fn scripts_without_blanks_give_pairs() {
        assert_eq!(words("东京大学", "zh"), ["东京", "京大", "大学"]);
        assert_eq!(words("東京で", "ja"), ["東京", "で"]);
        assert_eq!(words("カメラを", "ja"), ["カメラ", "を"]);
    }

    #[test]
    fn forms_of_a_word_are_one_term() {
        let text = "Ships ship the SHIP's cargo";
        let mut words = Words::new(Language::ENGLISH);
        words.read(text, ByteSpan::new(0, text.len()));
        let (words, _, terms) = words.finish();
        assert_eq!((words[0].term, words[1].term), (words[3].term, words[3].term));
        assert_eq!(terms, 3);
        assert!(words[2].is_stop && !words[4].is_stop);
    }

    #[test]
    fn without_a_list_frequent_short_words_are_function_words() {
        let text = "ka ama ka obi ka nwa ka ulo ka".repeat(3);
        let mut words = Words::new(Language::UNKNOWN);
        words.read(&text, ByteSpan::new(0, text.len()));
        assert!(words.finish().0[0].is_stop);
    }
}
