//! Where sentences end. One engine over the tables of `marks`, `rules` and the lexicon's lists.
//!
//! Takes a paragraph, gives the spans of its sentences. Bytes are scanned for the few characters that may end a sentence;
//! only there are the words around looked at.

mod around;
mod lines;
mod lists;
mod marks;
mod rules;
mod stop;

pub(crate) use around::is_mark;

use crate::article::BlockKind;
use crate::lexicon::Language;
use crate::span::ByteSpan;
use lines::Lines;
use lists::List;
use marks::{CANDIDATE, CANDIDATE_OR_CAPITAL, Mark, closing, is_blank, is_closer, is_picture, is_stop, mark_of};
use rules::Rules;

/// An East Asian bracket longer than this, in bytes, is split inside like other text.
const BRACKET_BYTES_MAX: usize = 600;

/// A paragraph longer than this, in bytes, that has no capital is written small by custom, not by chance.
const SMALL_BYTES_MIN: usize = 300;

/// The longest word that opens a sentence without a mark before it.
const RESTART_BYTES_MAX: usize = 12;

/// Splits paragraphs of one language.
pub(super) struct Splitter {
    rules: Rules,
}

impl Splitter {
    pub fn new(language: Language) -> Self {
        Self { rules: Rules::of(language) }
    }

    /// The sentences of one paragraph in order, without the white space around them.
    pub fn split(&self, body: &str, paragraph: ByteSpan, kind: BlockKind) -> Vec<ByteSpan> {
        let text = paragraph.of(body);
        let whole = matches!(kind, BlockKind::Code | BlockKind::Heading(_) | BlockKind::TableRow);
        let ends = if whole { vec![text.len()] } else { Scan::new(text, &self.rules).run() };
        let mut start = 0;
        let mut spans = Vec::with_capacity(ends.len());
        for end in ends {
            let part = &text[start..end];
            let trimmed = part.trim_matches(is_blank);
            if !trimmed.is_empty() {
                let at = paragraph.start as usize + start + (part.len() - part.trim_start_matches(is_blank).len());
                spans.push(ByteSpan::new(at, at + trimmed.len()));
            }
            start = end;
        }
        spans
    }
}

/// One pass over a paragraph.
struct Scan<'t> {
    text: &'t str,
    rules: &'t Rules,
    /// Written without a single capital: a small letter may open a sentence as well as any.
    small: bool,
    /// Where sentences end, ascending; the last is the text's end.
    ends: Vec<usize>,
    /// Where the sentence at hand starts, behind white space.
    start: usize,
    list: Option<List>,
    lines: Option<Lines>,
}

impl<'t> Scan<'t> {
    fn new(text: &'t str, rules: &'t Rules) -> Self {
        let small =
            text.len() > SMALL_BYTES_MIN && !text.contains(char::is_uppercase) && text.contains(char::is_lowercase);
        Self { text, rules, small, ends: Vec::new(), start: 0, list: None, lines: None }
    }

    fn run(mut self) -> Vec<usize> {
        let bytes = self.text.as_bytes();
        let mut at = self.begin(0);
        let candidate = if self.rules.restarts.is_some() { &CANDIDATE_OR_CAPITAL } else { &CANDIDATE };
        while let Some(found) = bytes[at..].iter().position(|&byte| candidate[byte as usize]) {
            at += found;
            let Some(c) = self.text[at..].chars().next() else { break };
            at = match mark_of(c) {
                None => self.capital(at).unwrap_or(at + c.len_utf8()),
                Some(mark) => self.mark(at, c, mark),
            };
        }
        if self.ends.last() != Some(&self.text.len()) {
            self.ends.push(self.text.len());
        }
        self.ends
    }

    /// Starts a sentence at or behind `at`; gives where to read on. A list marker there is passed over.
    fn begin(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let inner = rest.trim_start_matches(is_blank);
        self.start = at + rest.len() - inner.len();
        if let Some(length) = self.list.as_mut().and_then(|list| list.advance(inner)) {
            return self.start + length;
        }
        match lists::begin(inner) {
            Some((list, length)) => {
                self.list = Some(list);
                self.start + length
            }
            None => self.start,
        }
    }

    /// Ends the sentence at `end`; gives where to read on.
    fn end(&mut self, end: usize) -> usize {
        self.ends.push(end);
        self.begin(end)
    }

    /// Ends the sentence behind its stops at `end` and what belongs to it: a closing quotation mark after a blank, pictures as in
    /// "Great! 🎉". Where it opens with a picture, they mark items.
    fn end_with_tail(&mut self, end: usize) -> usize {
        let (said, rest) = (&self.text[self.start..end], &self.text[end..]);
        let quoted = rest.strip_prefix(" \"").filter(|rest| rest.is_empty() || rest.starts_with(is_blank));
        let rest = quoted.filter(|_| said.matches('"').count() % 2 == 1).unwrap_or(rest);
        let inner = rest.trim_start_matches(' ');
        let behind = inner.trim_start_matches(is_picture);
        let pictures = behind.len() < inner.len() && !said.starts_with(is_picture);
        self.end(self.text.len() - if pictures { behind } else { rest }.len())
    }

    /// Ends the sentence before a capital at `at` whose word opens another although no mark says so.
    fn capital(&mut self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let head = self.text[..at].strip_suffix(' ')?.trim_end_matches(is_closer);
        if at <= self.start || !head.ends_with(char::is_alphanumeric) {
            return None;
        }
        let length = bytes[at..].iter().position(|&byte| byte == b' ').filter(|&length| length <= RESTART_BYTES_MAX)?;
        let listed = self.rules.restarts?.contains(&self.text[at..at + length]);
        let running = || {
            let last = head.rsplit(is_blank).next().unwrap_or(head);
            last.starts_with(char::is_lowercase) && self.text[at + length + 1..].starts_with(char::is_lowercase)
        };
        (listed && (self.rules.capital_nouns() || running())).then(|| self.end(at))
    }

    /// Reads the mark `c` at `at`; gives where to read on.
    fn mark(&mut self, at: usize, c: char, mark: Mark) -> usize {
        let next = at + c.len_utf8();
        match mark {
            Mark::Paren => self.item(at).or_else(|| self.smile(at)).unwrap_or(next),
            Mark::Bullet => self.bullet(at).unwrap_or(next),
            Mark::Line => self.line(at),
            Mark::Open => self.bracket(next, c),
            Mark::Quote => self.speech(next),
            Mark::Wide => self.wide(at, c),
            Mark::Local if Some(c) != self.rules.local => next,
            Mark::Plain | Mark::Local => self.plain(at, c),
            Mark::Full => match self.item(at) {
                Some(next) => next,
                None => self.stop(at, c),
            },
            Mark::Strong | Mark::Ellipsis => self.stop(at, c),
        }
    }

    /// Ends the sentence before a marker that is the list's next and closes at `at`.
    fn item(&mut self, at: usize) -> Option<usize> {
        let list = self.list.as_mut()?;
        let head = &self.text[..at];
        let label = head.bytes().rev().take(5).take_while(u8::is_ascii_alphanumeric).count();
        let mut begins = at - label;
        begins -= usize::from(head[..begins].ends_with('('));
        let before = &self.text[..begins];
        let gap = before.trim_end_matches(|c| is_blank(c) || matches!(c, '•' | '⁃'));
        if gap.len() == before.len() || gap.len() <= self.start {
            return None;
        }
        let marker = before[gap.len()..].trim_start_matches(is_blank);
        let begins = before.len() - if list.has_bullets() { marker.len() } else { 0 };
        let length = list.advance(&self.text[begins..])?;
        self.ends.push(begins);
        self.start = begins;
        Some(begins + length)
    }

    /// Ends the sentence with a smiley where a capital follows.
    fn smile(&mut self, at: usize) -> Option<usize> {
        let face = self.text[..at].trim_end_matches(['-', 'o', '^']);
        let smiles =
            face.ends_with([':', ';', '=']) && face[..face.len() - 1].ends_with(|c: char| is_blank(c) || is_stop(c));
        let mut rest = self.text[at + 1..].trim_start_matches(')');
        let end = self.text.len() - rest.len();
        if rest.starts_with(is_blank) {
            rest = rest.trim_start_matches(is_blank);
            return (smiles && rest.starts_with(char::is_uppercase)).then(|| self.end(end));
        }
        None
    }

    /// Ends the sentence before a bullet of a list that has them.
    fn bullet(&mut self, at: usize) -> Option<usize> {
        let inside = at > self.start && self.text[..at].ends_with(is_blank);
        (inside && self.list.as_ref().is_some_and(List::has_bullets)).then(|| self.end(at))
    }

    fn line(&mut self, at: usize) -> usize {
        if at < self.start {
            return at + 1;
        }
        let text = self.text;
        let lines = *self.lines.get_or_insert_with(|| Lines::of(text));
        let line = &text[text[..at].rfind('\n').map_or(0, |at| at + 1)..at];
        let blank = text[at + 1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n');
        if blank || lines.ends_sentence(line, &text[at + 1..], self.rules) { self.end(at + 1) } else { at + 1 }
    }

    /// Passes over an East Asian bracket; a quotation that is a whole sentence ends with it.
    fn bracket(&mut self, inside: usize, open: char) -> usize {
        let limit = floor(self.text, (inside + BRACKET_BYTES_MAX).min(self.text.len()));
        let close = closing(open);
        let mut depth = 1;
        let found = self.text[inside..limit].char_indices().find(|&(_, c)| {
            depth += i32::from(c == open) - i32::from(c == close);
            depth == 0 || c == '\n'
        });
        let Some((length, c)) = found.filter(|&(_, c)| c == close) else { return inside };
        let after = inside + length + c.len_utf8();
        let alone = self.start + open.len_utf8() == inside && self.text[..inside + length].ends_with(is_stop);
        let rest = &self.text[after..];
        // 「行く。」と言った, 「行く。」彼は言った: a particle or who spoke.
        let goes_on = !rest.starts_with(char::is_alphabetic)
            || rest.starts_with(['と', 'っ', 'は', 'が', 'を', 'に', 'の', 'も', 'で', 'な', 'へ', 'だ'])
            || speaker(rest);
        let opens = rest.starts_with(|c| mark_of(c) == Some(Mark::Open) || is_blank(c))
            || matches!(open, '「' | '『') && !goes_on;
        if alone && opens && open != '（' { self.end(after) } else { after }
    }

    /// Passes over a quotation that a clause goes on from: „Nein. Nie,“ sagte er.
    fn speech(&mut self, inside: usize) -> usize {
        let limit = floor(self.text, (inside + BRACKET_BYTES_MAX).min(self.text.len()));
        let Some(length) = self.text[inside..limit].find(['“', '”', '\n']) else { return inside };
        let (said, rest) = (&self.text[inside..inside + length], &self.text[inside + length..]);
        let Some(after) = rest.strip_prefix(['“', '”']) else { return inside };
        let comma = said.ends_with(',') || after.starts_with(',');
        let goes_on =
            after.trim_start_matches(',').strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_lowercase));
        if comma && goes_on { inside + length } else { inside }
    }

    /// A run of full-width stops and its closers.
    fn wide(&mut self, at: usize, c: char) -> usize {
        let tail = stop::Run::read_wide(self.text, at, c);
        let digit = |c: char| c.is_numeric();
        let decimal = self.text[..at].ends_with(digit) && self.text[tail.end..].starts_with(digit);
        // Quoted words go on with a particle.
        let goes_on = self.text[tail.end..].starts_with(['、', '，', '；', 'と', 'っ']) && tail.quoted;
        if decimal || goes_on || tail.quoted && speaker(&self.text[tail.end..]) {
            tail.end
        } else {
            self.end_with_tail(tail.end)
        }
    }

    /// A run of stops that can mean nothing else.
    fn plain(&mut self, at: usize, c: char) -> usize {
        let run = stop::Run::read(self.text, at, c);
        let rest = &self.text[run.end..];
        if rest.starts_with([',', '،']) || self.rules.local == Some(':') && rest.starts_with(char::is_alphanumeric) {
            return run.end;
        }
        // «Έρχεσαι;» ρώτησε.
        if (run.quoted || self.rules.local == Some(c))
            && rest.trim_start_matches(is_blank).starts_with(char::is_lowercase)
        {
            return run.end;
        }
        self.end_with_tail(run.end)
    }

    /// A run of stops of scripts with blanks.
    fn stop(&mut self, at: usize, c: char) -> usize {
        let run = stop::Run::read(self.text, at, c);
        match run.ends_sentence(self.text, self.start, self.small, self.rules) {
            Some(end) => self.end_with_tail(end),
            None => run.end,
        }
    }
}

/// True where `rest` tells who spoke: “…？”鮑爾說, 「…。」彼は言った.
fn speaker(rest: &str) -> bool {
    let mut near = rest.char_indices().take_while(|(_, c)| c.is_alphanumeric()).take(8);
    let speaks = |c: char| matches!(c, '说' | '說' | '道' | '问' | '問' | '言');
    // “…？”她说：“…”: who speaks next.
    near.any(|(at, c)| speaks(c) && !rest[at + c.len_utf8()..].starts_with(['：', ':']))
}

/// The last character border at or before `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
