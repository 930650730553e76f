//! Where words end, and which words are the same term.
//!
//! Words end as in UAX 29; scripts that are written without blanks give overlapping pairs of characters instead, which rank
//! nearly as well as a dictionary's words.

use super::Word;
use super::sentence::is_mark;
use super::stem::stem;
use crate::lexicon::{Language, WordList, hash};
use crate::span::ByteSpan;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

/// Where no list tells function words: the share of a text's words that only they reach.
const FUNCTION_WORD_SHARE: f32 = 0.008;
/// And the longest of them, in bytes.
const FUNCTION_WORD_BYTES_MAX: u32 = 8;

/// Keys are hashes already.
#[derive(Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

type Table<V> = HashMap<u64, V, BuildHasherDefault<Identity>>;

/// Gathers the words of a text, sentence by sentence.
pub(super) struct Words {
    language: Language,
    stops: Option<&'static WordList>,
    words: Vec<Word>,
    /// Written form in lower case → its number, its term, and whether it is a function word.
    forms: Table<(u32, u32, bool)>,
    /// Stem → term.
    terms: Table<u32>,
    buffer: String,
}

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Letters and digits between blanks.
    Plain,
    /// Characters written without blanks: read in pairs.
    Pairs,
}

impl Words {
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            stops: language.stop_words(),
            words: Vec::new(),
            forms: Table::default(),
            terms: Table::default(),
            buffer: String::new(),
        }
    }

    /// Reads the words of one sentence; gives their places.
    pub(super) fn read(&mut self, body: &str, sentence: ByteSpan) -> Range<u32> {
        let first = self.words.len() as u32;
        let text = sentence.of(body);
        let mut at = 0;
        while let Some((run, kind)) = next_run(text, at) {
            at = run.end;
            match kind {
                Kind::Plain => self.push(text, run, sentence.start),
                Kind::Pairs => self.pairs(text, run, sentence.start),
            }
        }
        first..self.words.len() as u32
    }

    /// Every two neighbours of a run; one alone is itself.
    fn pairs(&mut self, text: &str, run: Range<usize>, offset: u32) {
        let clusters: Vec<usize> =
            text[run.clone()].char_indices().filter(|&(_, c)| !is_mark(c)).map(|(at, _)| run.start + at).collect();
        if clusters.len() < 2 {
            return self.push(text, run, offset);
        }
        for (index, &start) in clusters.iter().enumerate().take(clusters.len() - 1) {
            let end = clusters.get(index + 2).copied().unwrap_or(run.end);
            self.push(text, start..end, offset);
        }
    }

    fn push(&mut self, text: &str, place: Range<usize>, offset: u32) {
        let word = &text[place.clone()];
        self.buffer.clear();
        if word.is_ascii() {
            self.buffer.push_str(word);
            self.buffer.make_ascii_lowercase();
        } else {
            let folded = word.chars().filter(|&c| c != '\u{ad}').map(|c| if c == '’' { '\'' } else { c });
            self.buffer.extend(folded.flat_map(char::to_lowercase));
        }
        let key = hash(self.buffer.as_bytes());
        let (form, term, is_stop) = match self.forms.get(&key) {
            Some(&known) => known,
            None => {
                let (term, is_stop) = self.meet();
                let known = (self.forms.len() as u32, term, is_stop);
                self.forms.insert(key, known);
                known
            }
        };
        let start = offset as usize + place.start;
        self.words.push(Word { span: ByteSpan::new(start, start + word.len()), form, term, is_stop });
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
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}' | '\u{3041}'..='\u{309f}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The next run of letters and digits at or behind `from`.
fn next_run(text: &str, from: usize) -> Option<(Range<usize>, Kind)> {
    let bytes = text.as_bytes();
    let mut start = from;
    loop {
        let byte = *bytes.get(start)?;
        if byte.is_ascii() {
            if byte.is_ascii_alphanumeric() {
                break;
            }
            start += 1;
        } else {
            let c = text[start..].chars().next()?;
            if c.is_alphanumeric() {
                break;
            }
            start += c.len_utf8();
        }
    }
    let first = text[start..].chars().next()?;
    if is_unspaced(first) {
        let han = is_han(first);
        let inside = |c: char| (is_unspaced(c) && is_han(c) == han) || is_mark(c);
        let length = text[start..].find(|c| !inside(c)).unwrap_or(text.len() - start);
        return Some((start..start + length, Kind::Pairs));
    }
    Some((start..plain_end(text, start), Kind::Plain))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Where the word that starts at `start` ends: letters, digits, their marks, and the points and apostrophes between them.
fn plain_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut last = 'a';
    loop {
        let Some(&byte) = bytes.get(at) else { return at };
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            last = byte as char;
            at += 1;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { return at };
        if !c.is_ascii() && !is_unspaced(c) && (c.is_alphanumeric() || is_mark(c)) {
            if !is_mark(c) {
                last = c;
            }
            at += c.len_utf8();
            continue;
        }
        let next = text[at + c.len_utf8()..].chars().next();
        let joins = match c {
            '.' | '\'' | '’' | '‘' | '․' => next.is_some_and(|next| last.is_numeric() == next.is_numeric()),
            ':' | '·' | '‧' | '״' => !last.is_numeric() && next.is_some_and(|next| !next.is_numeric()),
            ',' | ';' | '٬' => last.is_numeric() && next.is_some_and(char::is_numeric),
            _ => false,
        };
        if !joins || !next.is_some_and(|next| next.is_alphanumeric() && !is_unspaced(next)) {
            return at;
        }
        at += c.len_utf8();
    }
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
