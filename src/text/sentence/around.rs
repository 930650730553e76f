//! Around a stop: the word before it and what comes behind it.

use super::marks::{is_blank, is_dash, is_opener};

/// Longest word looked at, in bytes: keeps the work per stop bounded.
const WORD_BYTES_MAX: usize = 48;

/// The word before a stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before<'t> {
    /// Letters, digits and the points, apostrophes and hyphens inside; empty where there is no word.
    pub word: &'t str,
    /// What stands before the word in the paragraph.
    pub head: &'t str,
}

/// How the next word begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Upper,
    Lower,
    Digit,
    /// A letter of a script without cases.
    Plain,
    /// No letter or digit.
    None,
}

/// What comes behind a stop and the white space after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct After<'t> {
    /// From the first character that is neither blank, dash nor opener.
    pub rest: &'t str,
    /// The next word, its letters only.
    pub word: &'t str,
    /// How it begins.
    pub case: Case,
    /// The first character behind the white space.
    pub first: Option<char>,
    /// True where a dash stands before the word.
    pub dash: bool,
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c) || matches!(c, '.' | '\'' | '’' | '-' | '\u{2011}' | '·' | '°' | 'º' | 'ª' | '&')
}

/// Combining marks of the scripts in use: part of the letter before them.
pub(crate) fn is_mark(c: char) -> bool {
    !matches!(c, '\0'..='\u{7f}' | '\u{3400}'..='\u{fdff}')
        && matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{951}'..='\u{957}' | '\u{962}' | '\u{963}' | '\u{981}'..='\u{983}' | '\u{9bc}'..='\u{9cd}'
        | '\u{a01}'..='\u{a03}' | '\u{a3c}'..='\u{a4d}' | '\u{a70}' | '\u{a71}' | '\u{a81}'..='\u{a83}' | '\u{abc}'..='\u{acd}' | '\u{b01}'..='\u{b03}'
        | '\u{b3c}'..='\u{b57}' | '\u{b82}' | '\u{bbe}'..='\u{bcd}' | '\u{c00}'..='\u{c04}' | '\u{c3c}'..='\u{c56}' | '\u{c81}'..='\u{c83}'
        | '\u{cbc}'..='\u{cd6}' | '\u{d00}'..='\u{d03}' | '\u{d3b}'..='\u{d4d}' | '\u{d81}'..='\u{d83}' | '\u{dca}'..='\u{ddf}' | '\u{e31}'
        | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}' | '\u{f71}'..='\u{f84}'
        | '\u{102b}'..='\u{103e}' | '\u{135d}'..='\u{135f}' | '\u{17b4}'..='\u{17d3}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// True for one letter with its marks; a Korean syllable is a word.
fn is_letter(word: &str) -> bool {
    let mut chars = word.chars().filter(|&c| !is_mark(c));
    chars.next().is_some_and(|c| c.is_alphabetic() && !matches!(c, '가'..='힣')) && chars.next().is_none()
}

impl<'t> Before<'t> {
    /// The word that ends `text`.
    pub fn read(text: &'t str) -> Self {
        let end = text.len();
        let mut start = end;
        for c in text.chars().rev() {
            if !in_word(c) || end - start > WORD_BYTES_MAX {
                break;
            }
            start -= c.len_utf8();
        }
        let word = text[start..].trim_start_matches(['.', '\'', '’', '-', '&']);
        Self { word, head: &text[..end - word.len()] }
    }

    /// The word before this one, where only one blank lies between.
    pub fn previous(&self) -> Self {
        let end = self.head.trim_end_matches(is_blank);
        if end.len() == self.head.len() { Self { word: "", head: self.head } } else { Self::read(end) }
    }

    /// Letters and digits of the word.
    pub fn len(&self) -> usize {
        self.word.chars().filter(|c| c.is_alphanumeric()).count()
    }

    /// True where the word is a number: "21", "1.000", "3,50".
    pub fn is_number(&self) -> bool {
        self.word.starts_with(|c: char| c.is_numeric())
            && self.word.chars().all(|c| c.is_numeric() || matches!(c, '.' | ',' | '-'))
    }

    /// True where all its letters are small.
    pub fn is_lower(&self) -> bool {
        !self.word.is_empty() && self.word.chars().all(|c| !c.is_alphabetic() || c.is_lowercase())
    }

    /// True for one letter.
    pub fn is_letter(&self) -> bool {
        is_letter(self.word)
    }

    /// True for what no word looks like, "tgl", "Dk", "bls": consonants alone, written small behind the first. With a
    /// `syllabic` "r" or "l" a word can do without a vowel: "prst", "vlk".
    pub fn is_clipped(&self, syllabic: bool) -> bool {
        let mut chars = self.word.chars();
        let consonant = |c: char| match c.to_ascii_lowercase() {
            'r' | 'l' | 'р' | 'Р' => !syllabic,
            'b'..='d' | 'f'..='h' | 'j'..='n' | 'p'..='t' | 'v' | 'x' | 'z' => true,
            c => {
                matches!(c, 'б'..='д' | 'Б'..='Д' | 'ж' | 'з' | 'к'..='н' | 'п'..='т' | 'ф'..='щ' | 'Ж' | 'З' | 'К'..='Н' | 'П'..='Т' | 'Ф'..='Щ')
            }
        };
        self.word.len() > 1
            && chars.next().is_some_and(consonant)
            && self.word.chars().nth(1).is_some()
            && chars.all(|c| consonant(c) && c.is_lowercase())
    }
}

impl<'t> After<'t> {
    /// What comes in `text`, which begins right behind the stop and its closers.
    pub fn read(text: &'t str) -> Self {
        let inner = text.trim_start_matches(is_blank);
        let first = inner.chars().next();
        let mut dash = false;
        let rest = inner.trim_start_matches(|c| {
            dash |= is_dash(c);
            is_blank(c) || is_dash(c) || is_opener(c)
        });
        let end = rest
            .char_indices()
            .find(|&(at, c)| at > WORD_BYTES_MAX || !(c.is_alphanumeric() || is_mark(c) || matches!(c, '\'' | '’')));
        let word = &rest[..end.map_or(rest.len(), |(at, _)| at)];
        let case = match word.chars().next() {
            None => Case::None,
            Some(c) if c.is_uppercase() => Case::Upper,
            // Georgian has one case in running text.
            Some(c) if c.is_lowercase() && !matches!(c, '\u{10d0}'..='\u{10ff}') => Case::Lower,
            Some(c) if c.is_numeric() => Case::Digit,
            Some(_) => Case::Plain,
        };
        Self { rest, word, case, first, dash }
    }

    /// What stands right behind the word.
    pub fn behind(&self) -> &'t str {
        &self.rest[self.word.len()..]
    }

    /// True where the next word is one letter and a stop: an initial, or a part of an abbreviation.
    pub fn is_initial(&self) -> bool {
        is_letter(self.word) && self.behind().starts_with('.')
    }

    /// The next three words.
    pub fn next_words(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        let mut rest = self.rest;
        (0..3).map(move |_| {
            let end = rest.char_indices().find(|&(at, c)| at > WORD_BYTES_MAX || !(c.is_alphanumeric() || is_mark(c)));
            let (word, behind) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
            rest = behind.trim_start_matches(is_blank);
            word
        })
    }
}
