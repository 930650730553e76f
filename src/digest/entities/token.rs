//! Tokens: the words of a text as names need them, with their case and what stands between them.
//!
//! Text in, one flat list out. Finer than [`crate::text::Word`]: hyphens part tokens, a possessive 's is cut off,
//! an elided article ("l'", "d'") is a token of its own.

use crate::article::BlockKind;
use crate::lexicon::{hash, listed};
use crate::span::ByteSpan;
use crate::text::{Sentence, Text};

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Opens with a small letter.
    Lower,
    /// One capital, then small letters somewhere.
    Capital,
    /// Two and more letters, all capital.
    Caps,
    /// One capital letter.
    Initial,
    /// Opens with a digit.
    Number,
    /// A sign, a script without case, letters mixed with digits.
    Other,
}

/// What stands before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// The start of a sentence.
    Start,
    Space,
    Hyphen,
    Comma,
    /// A full stop that did not end the sentence.
    Point,
    Colon,
    /// An opening quotation mark.
    Quote,
    Open,
    Close,
    Dash,
    Slash,
    Other,
}

/// A word, a number or "&".
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Its place, without a possessive 's.
    pub span: ByteSpan,
    /// Its lower-case form, as a place in `Tokens::folded`.
    folded: (u32, u32),
    pub shape: Shape,
    pub gap: Gap,
    /// True where a possessive 's was cut off.
    pub possessive: bool,
}

/// The tokens of a text.
pub(super) struct Tokens<'t> {
    pub body: &'t str,
    pub list: Vec<Token>,
    /// Where each sentence's tokens start and end in `list`.
    pub sentences: Vec<(usize, usize)>,
    /// For each sentence, whether it is running text, where a capital tells of a name.
    pub running: Vec<bool>,
    folded: String,
    /// Which words occur with a small letter: two bits for each hash. A few words are taken for others.
    small: Box<[u64; SMALL_CELLS]>,
    /// True where a capital article elides before a name: "L'Université".
    elides: bool,
    /// True while code is read, which writes names with small letters.
    in_code: bool,
}

impl<'t> Tokens<'t> {
    /// Reads every sentence of `text`.
    pub fn read(text: &'t Text) -> Self {
        let mut tokens = Tokens {
            body: &text.body,
            list: Vec::new(),
            sentences: Vec::new(),
            running: Vec::new(),
            folded: String::new(),
            small: Box::new([0; SMALL_CELLS]),
            elides: listed("fr it ca oc", text.language.code()),
            in_code: false,
        };
        for sentence in &text.sentences {
            let first = tokens.list.len();
            tokens.in_code = kind_of(text, sentence) == BlockKind::Code;
            tokens.read_sentence(sentence.span);
            tokens.sentences.push((first, tokens.list.len()));
            tokens.running.push(is_running(text, sentence));
        }
        tokens
    }

    /// The token's word in lower case, apostrophes straight.
    #[inline(never)]
    pub fn word(&self, at: usize) -> &str {
        let (start, end) = self.list[at].folded;
        &self.folded[start as usize..end as usize]
    }

    /// The span from the first byte of one token to the last of another.
    #[inline(never)]
    pub fn span(&self, first: usize, last: usize) -> ByteSpan {
        ByteSpan { start: self.list[first].span.start, end: self.list[last].span.end }
    }

    /// True where the text has `word`, or its singular, with a small letter too: its capital is owed to its place.
    pub fn has_small(&self, word: &str) -> bool {
        let one = word.strip_suffix('s').unwrap_or(word);
        [word, one].iter().any(|word| self.small.get(slot(word)).is_some_and(|cell| !cell & bits(word) == 0))
    }

    /// True behind a capital article within a sentence: "in The Guardian".
    pub fn has_capital_article(&self, at: usize) -> bool {
        at > 0
            && self.list[at].gap == Gap::Space
            && self.word(at - 1) == "the"
            && self.list[at - 1].shape == Shape::Capital
            && matches!(self.list[at - 1].gap, Gap::Space | Gap::Comma)
    }

    /// Where the legal form of a firm ends that a name has behind it or at its end: "Ferrovia Lombarda S.p.A.".
    pub fn legal_form(&self, last: usize) -> Option<u32> {
        const FORMS: &[&str] = &[
            "Corp.",
            "Inc.",
            "Ltd.",
            "Co.",
            "Cos.",
            "Bros.",
            "Ltda.",
            "Lda.",
            "S.p.A.",
            "S.r.l.",
            "S.A.",
            "S. A.",
            "S.L.",
            "S.A.S.",
            "sp. z o.o.",
            "N.V.",
            "B.V.",
            "e.V.",
        ];
        let token = self.list[last].span;
        let rest = &self.body[token.end as usize..];
        let blank = rest.chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8);
        [token.start as usize, token.end as usize + blank].into_iter().find_map(|at| {
            let form = FORMS.iter().find(|form| self.body[at..].starts_with(**form))?;
            Some((at + form.len()) as u32)
        })
    }

    /// True where a bracket closes right behind a token.
    pub fn closes_bracket(&self, at: usize) -> bool {
        self.body[self.list[at].span.end as usize..].starts_with(')')
    }

    /// The words of a run of tokens, in lower case, parted by one blank.
    #[inline(never)]
    pub fn key(&self, first: usize, last: usize) -> String {
        let mut key = String::new();
        for at in first..=last {
            if at > first {
                key.push(if self.list[at].gap == Gap::Hyphen { '-' } else { ' ' });
            }
            key.push_str(self.word(at));
        }
        key
    }

    fn read_sentence(&mut self, sentence: ByteSpan) {
        let mut at = sentence.start as usize;
        let end = sentence.end as usize;
        let mut between = at;
        let mut first = true;
        while at < end {
            let c = self.body[at..].chars().next().unwrap_or(' ');
            if !(c.is_alphanumeric() || c == '&') {
                at += c.len_utf8();
                continue;
            }
            let stop = word_end(self.body, at, end);
            let gap = if first { opening(&self.body[between..at]) } else { gap(&self.body[between..at]) };
            at = self.push(at, stop, gap);
            between = at;
            first = false;
        }
    }

    /// Adds the word from `start` to `stop`, parted where it elides or is possessive; gives where the next one may start.
    fn push(&mut self, start: usize, stop: usize, gap: Gap) -> usize {
        let word = &self.body[start..stop];
        let (mut end, mut next, mut possessive) = (stop, stop, false);
        if let Some(at) = word.find(['\'', '’']) {
            let (head, tail) = (&word[..at], word[at..].trim_start_matches(['\'', '’']));
            if listed("s S", tail) {
                (end, possessive) = (start + at, true);
            } else if is_elided(head)
                && !tail.is_empty()
                && (head.chars().all(char::is_lowercase) || head.len() > 1 || self.elides)
            {
                (end, next) = (start + at, start + word.len() - tail.len());
            }
        }
        let word = &self.body[start..end];
        let from = self.folded.len();
        for c in word.chars() {
            match c {
                '’' => self.folded.push('\''),
                'A'..='Z' => self.folded.push(c.to_ascii_lowercase()),
                _ if c.is_ascii() => self.folded.push(c),
                _ => self.folded.extend(c.to_lowercase()),
            }
        }
        let folded = (from as u32, self.folded.len() as u32);
        if word.starts_with(char::is_lowercase) && !self.in_code {
            let word = &self.folded[from..];
            self.small[slot(word)] |= bits(word);
        }
        self.list.push(Token { span: ByteSpan::new(start, end), folded, shape: shape(word), gap, possessive });
        if next < stop { self.push(next, stop, Gap::Space) } else { next }
    }
}

fn kind_of(text: &Text, sentence: &Sentence) -> BlockKind {
    text.paragraphs[sentence.paragraph as usize].kind
}

/// False for headings, rows of tables, and items and captions that aren't sentences.
fn is_running(text: &Text, sentence: &Sentence) -> bool {
    match kind_of(text, sentence) {
        BlockKind::Heading(_) | BlockKind::TableRow | BlockKind::Code => false,
        BlockKind::ListItem | BlockKind::Caption | BlockKind::Legend => {
            sentence.span.of(&text.body).ends_with(['.', '!', '?', '…', '”', '"'])
        }
        BlockKind::Paragraph | BlockKind::Standfirst | BlockKind::Quote => true,
    }
}

/// Cells of 64 bits; one in three thousand words is taken for another in a text of 1,300 different ones.
const SMALL_CELLS: usize = 2048;

fn slot(word: &str) -> usize {
    hash(word.as_bytes()) as usize % SMALL_CELLS
}

fn bits(word: &str) -> u64 {
    let hash = hash(word.as_bytes());
    1 << (hash >> 58) | 1 << (hash >> 52 & 63)
}

/// Where the word that starts at `start` ends: letters and digits, apostrophes and the points of "U.S." within.
fn word_end(body: &str, start: usize, limit: usize) -> usize {
    let mut at = start;
    let mut letters_since_point = 0;
    while let Some(c) = body[at..limit].chars().next() {
        let next = body[at + c.len_utf8()..limit].chars().next();
        let goes_on = next.is_some_and(char::is_alphanumeric);
        match c {
            '&' if at == start => return at + 1,
            '\'' | '’' | '&' if at > start && goes_on => letters_since_point = 2,
            '.' if letters_since_point == 1 && next.is_some_and(char::is_uppercase) => letters_since_point = 0,
            '.' if letters_since_point == 1 && body[start..at].contains('.') => return at + 1,
            _ if c.is_alphanumeric() || is_mark(c) => letters_since_point += 1,
            _ => return at,
        }
        at += c.len_utf8();
    }
    at
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}')
}

/// Articles and prepositions that lose their vowel before a name.
fn is_elided(head: &str) -> bool {
    const ELIDED: &str = "d l s n m t j c qu dell all nell sull dall un quell jusqu lorsqu puisqu quest L D Dell All Nell Sull \
        Dall Un Qu Jusqu Lorsqu";
    listed(ELIDED, head)
}

fn shape(word: &str) -> Shape {
    let Some(first) = word.chars().next() else { return Shape::Other };
    if first.is_numeric() {
        return Shape::Number;
    }
    let (mut upper, mut lower, mut other) = (0, 0, 0);
    for c in word.chars() {
        if c.is_uppercase() {
            upper += 1;
        } else if c.is_lowercase() {
            lower += 1;
        } else if c.is_alphanumeric() {
            other += 1;
        }
    }
    match (upper, lower, other) {
        (_, _, 1..) | (0, 0, _) => Shape::Other,
        _ if first.is_lowercase() => {
            if upper > 0 {
                Shape::Other
            } else {
                Shape::Lower
            }
        }
        (1, 0, _) => Shape::Initial,
        (_, 0, _) => Shape::Caps,
        _ => Shape::Capital,
    }
}

/// What opens a sentence: a bracket or a quotation mark counts, anything else is its start.
fn opening(between: &str) -> Gap {
    if between.ends_with(['(', '[']) { Gap::Open } else { Gap::Start }
}

fn gap(between: &str) -> Gap {
    let marks = between.trim();
    match marks {
        "" => return if between.contains(['\n', '\t']) { Gap::Other } else { Gap::Space },
        "-" | "‑" | "‐" if between.len() == marks.len() => return Gap::Hyphen,
        "-" | "–" | "—" | "--" => return Gap::Dash,
        "'" | "’" if between.starts_with(['\'', '’']) => return Gap::Other,
        _ => {}
    }
    let last = marks.chars().next_back().unwrap_or(' ');
    let first = marks.chars().next().unwrap_or(' ');
    match last {
        '(' | '[' | '{' => Gap::Open,
        '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' if between.ends_with(last) => Gap::Quote,
        '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' => Gap::Close,
        _ if matches!(first, ')' | ']' | '}') => Gap::Close,
        ',' => Gap::Comma,
        '.' if marks == "." => Gap::Point,
        ':' | ';' => Gap::Colon,
        '/' => Gap::Slash,
        '-' | '–' | '—' => Gap::Dash,
        _ => Gap::Other,
    }
}
