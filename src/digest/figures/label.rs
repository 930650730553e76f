//! Label: the shortest verbatim span of a sentence that holds a figure and what it counts, with its subject and time.
//!
//! Every window of whole words around the figure is scored by how cleanly it opens and closes and by what it holds.

use super::chunk::{Chunk, REACH, chunks};
use super::lexis::Lexis;
use super::token::is_cjk;
use crate::lexicon::listed;
use crate::span::ByteSpan;

/// Words of the longest label.
const WORDS_MAX: usize = 14;
/// Characters of the longest label in scripts without blanks.
const CHARS_MAX: usize = 40;

/// How often `mark` stands in `text`.
#[inline(never)]
fn count(text: &str, mark: char) -> usize {
    text.chars().filter(|&c| c == mark).count()
}

/// The chunks of a sentence and what is known of its words.
pub(super) struct Labels<'t> {
    body: &'t str,
    sentence: ByteSpan,
    chunks: Vec<Chunk>,
    /// The sentence is written without blanks.
    cjk: bool,
}

impl<'t> Labels<'t> {
    /// Reads `sentence`.
    pub fn new(body: &'t str, sentence: ByteSpan, lexis: &Lexis) -> Self {
        let cjk = sentence.of(body).chars().filter(|&c| is_cjk(c)).take(9).count() > 8
            || listed("zh ja", lexis.language.code());
        // No chunk is asked of where there are no blanks.
        let chunks = if cjk { Vec::new() } else { chunks(body, sentence, lexis) };
        Self { body, sentence, chunks, cjk }
    }

    /// The label of the figure at `figure`.
    pub fn label(&self, figure: ByteSpan) -> ByteSpan {
        if self.cjk {
            return self.clause(figure);
        }
        let first = self.chunks.partition_point(|chunk| chunk.span.end <= figure.start);
        let behind = self.chunks.partition_point(|chunk| chunk.span.start < figure.end);
        let Some(last) = behind.checked_sub(1).filter(|&last| first <= last) else { return figure };
        let mut best: Option<(f32, ByteSpan)> = None;
        for from in (first.saturating_sub(WORDS_MAX)..=first).rev().filter(|&from| self.chunks[from].opens) {
            let opening = Opening::of(&self.chunks, from, first, self.opening(from, first));
            // A figure that shares its subject with a verb before its own counts as one word, so that the subject is reached.
            let is_shared = opening.shared == Some(true);
            let room = if is_shared {
                WORDS_MAX.max((last + 1).min(from + WORDS_MAX + last - first) - from)
            } else {
                WORDS_MAX
            };
            for to in (last..(from + room).min(self.chunks.len())).filter(|&to| self.chunks[to].closes) {
                let score = self.score(&opening, to, first, last);
                if best.is_some_and(|(before, _)| score <= before) {
                    continue;
                }
                let span = self.trimmed(from, to, figure);
                if self.is_closed(span) {
                    best = Some((score, span));
                }
            }
        }
        best.map_or(figure, |(_, span)| span)
    }

    /// How good a label the chunks from an opening to `to` make, as a sum of signals.
    fn score(&self, opening: &Opening, to: usize, first: usize, last: usize) -> f32 {
        let from = opening.from;
        let has_verb = opening.verb.is_some_and(|verb| verb <= to);
        let subject = match has_verb {
            // "the Ukraine invasion and hit": what stands before the joined verb isn't its subject.
            _ if opening.shared == Some(false) => -2.0,
            true => opening.subject,
            false => 0.0,
        };
        let (mut inner, mut parted) = (0.0, 0.0);
        for chunk in &self.chunks[from..to] {
            inner += f32::from(u8::from(chunk.breaks));
            parted += f32::from(u8::from(chunk.parts));
        }
        let (mut clauses, mut joined) = (0.0, 0.0);
        for chunk in &self.chunks[from + 1..=to] {
            clauses += f32::from(u8::from(chunk.clause <= to));
            joined += f32::from(u8::from(chunk.joins));
        }
        // What is counted stands right behind the number.
        let noun = to > last
            || self.chunks[last].breaks
            || self.chunks.get(last + 1).is_none_or(|next| next.function || next.is('R'));
        // A clause that is cut at its head can't reach over a comma.
        let torn = if opening.score < 2.4 || opening.follows_relative { 1.2 } else { 0.0 };
        opening.score
            + self.closing(from, to, has_verb)
            + if first > from || to > last { 1.0 } else { -4.0 }
            + if has_verb { 2.0 } else { 0.0 }
            + subject
            + if noun { 0.5 } else { -1.5 }
            + if to > last { 0.4 } else { 0.0 }
            - (0.9 + torn) * inner
            - 1.5 * parted
            - if opening.is_aside { 4.0 } else { 0.0 }
            - 1.1 * clauses
            - 0.4 * joined
            - 0.07 * (to - from) as f32
    }

    /// How cleanly a label of the figure that opens at chunk `first` opens at chunk `from`.
    fn opening(&self, from: usize, first: usize) -> f32 {
        let chunk = &self.chunks[from];
        if self.written(from).starts_with('(') {
            return -1.0;
        }
        let Some(before) = from.checked_sub(1).map(|before| &self.chunks[before]) else { return 3.0 };
        // "Kane, 28, scored": the figure alone between commas belongs to what stands before it.
        if from == first && before.breaks && chunk.breaks {
            return -1.5;
        }
        if before.parts {
            return 2.8;
        }
        // "since 1974, will spend": the end of what stands before.
        if from < first && chunk.breaks && !before.breaks {
            return -1.0;
        }
        if before.breaks {
            return if chunk.verb { 0.5 } else { 2.4 };
        }
        if before.joins || self.written(from - 1) == "or" {
            return if chunk.verb { 0.0 } else { 1.2 };
        }
        if before.opener {
            return 2.8;
        }
        if chunk.verb {
            return if before.function { 0.0 } else { -1.0 };
        }
        if before.verb && !before.function {
            return -1.0;
        }
        if before.function { if before.determines { -3.0 } else { 0.3 } } else { -2.0 }
    }

    /// How cleanly a label that opens at chunk `from` closes behind chunk `to`.
    fn closing(&self, from: usize, to: usize, has_verb: bool) -> f32 {
        let chunk = &self.chunks[to];
        let Some(next) = self.chunks.get(to + 1) else { return 3.0 };
        if chunk.breaks || chunk.parts {
            return 2.8;
        }
        if next.joins {
            // "between April" wants its "and".
            let open = (from..=to).rev().find(|&at| self.chunks[at].between);
            return if open.is_some_and(|open| !self.chunks[open..=to].iter().any(|chunk| chunk.joins)) {
                -2.0
            } else {
                2.4
            };
        }
        if next.opener {
            return 2.4;
        }
        if next.verb {
            return if has_verb { 0.5 } else { -1.0 };
        }
        if next.is('G') || listed("earlier later", self.written(to + 1)) {
            // "from a year ago"
            -2.0
        } else if next.is('f') {
            0.4
        } else if next.function || next.is('R') {
            1.4
        } else {
            -2.0
        }
    }

    fn written(&self, at: usize) -> &'t str {
        self.chunks[at].span.of(self.body)
    }

    /// True where quotes and brackets are closed.
    fn is_closed(&self, span: ByteSpan) -> bool {
        let text = span.of(self.body);
        let (mut open, mut straight) = ([0i32; 4], 0);
        for c in text.chars() {
            match c {
                '(' => open[0] += 1,
                ')' => open[0] -= 1,
                '“' => open[1] += 1,
                '”' => open[1] -= 1,
                '«' => open[2] += 1,
                '»' => open[2] -= 1,
                '[' => open[3] += 1,
                ']' => open[3] -= 1,
                '"' => straight += 1,
                _ => {}
            }
        }
        !text.is_empty() && open == [0; 4] && straight % 2 == 0
    }

    /// The span of the chunks `from..=to` without the marks at its edges, except those of the figure itself.
    fn trimmed(&self, from: usize, to: usize, figure: ByteSpan) -> ByteSpan {
        // A sign that stands alone may be no chunk, and yet part of the figure.
        let mut start = self.chunks[from].span.start.min(figure.start) as usize;
        let mut end = self.chunks[to].span.end.max(figure.end) as usize;
        let edge = |c: char| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '—' | '–' | '…');
        while end > figure.end as usize && self.body[..end].ends_with(edge) {
            end -= self.body[..end].chars().next_back().map_or(1, char::len_utf8);
        }
        for (open, close) in [('(', ')'), ('“', '”'), ('"', '"'), ('[', ']'), ('«', '»'), ('‘', '’'), ('\'', '\'')]
        {
            let inner = &self.body[start..end];
            let head = inner.chars().next();
            if head == Some(open)
                && (open == close && count(inner, open) == 1 || open != close && count(inner, close) == 0)
                && start < figure.start as usize
            {
                start += open.len_utf8();
            }
            let inner = &self.body[start..end];
            let tail = inner.chars().next_back();
            if tail == Some(close)
                && (open == close && count(inner, close) == 1 || open != close && count(inner, open) == 0)
                && end > figure.end as usize
            {
                end -= close.len_utf8();
            }
        }
        while end > figure.end as usize && self.body[..end].ends_with(edge) {
            end -= self.body[..end].chars().next_back().map_or(1, char::len_utf8);
        }
        ByteSpan::new(start, end)
    }

    /// In a script without blanks: the clause around the figure, cut to size, from its end first.
    fn clause(&self, figure: ByteSpan) -> ByteSpan {
        let room = CHARS_MAX.saturating_sub(figure.of(self.body).chars().count());
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let stops = |at: usize, c: char| {
            let stop =
                matches!(c, '，' | ',' | '、' | '；' | ';' | '。' | '：' | ':' | '「' | '」' | '“' | '”' | '！' | '？');
            stop && !(is_digit(self.body[..at].chars().next_back())
                && is_digit(self.body[at + c.len_utf8()..].chars().next()))
        };
        let (mut start, mut end) = (figure.start as usize, figure.end as usize);
        let mut left = room;
        while left > 0 && start > self.sentence.start as usize {
            let Some(c) = self.body[..start].chars().next_back() else { break };
            if stops(start - c.len_utf8(), c) {
                break;
            }
            start -= c.len_utf8();
            left -= 1;
        }
        while left > 0 && end < self.sentence.end as usize {
            let Some(c) = self.body[end..].chars().next() else { break };
            if stops(end, c) {
                break;
            }
            end += c.len_utf8();
            left -= 1;
        }
        let before = &self.body[start..figure.start as usize];
        let behind = &self.body[figure.end as usize..end];
        let tail = behind.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
        ByteSpan::new(start + (before.len() - before.trim_start().len()), end - (behind.len() - tail.len()))
    }
}

/// What the windows that open at one chunk have in common.
struct Opening {
    from: usize,
    /// How cleanly they open.
    score: f32,
    /// Whether a verb joined by "and" before the figure has its subject behind `from`, as in "Trade … has boomed since the
    /// invasion and hit"; `None` where no verb is joined so.
    shared: Option<bool>,
    /// The first verb.
    verb: Option<usize>,
    /// What a subject before the verb is worth.
    subject: f32,
    /// ", the Kremlin said Tuesday, and attend …": an attribution isn't what the figure tells of.
    is_aside: bool,
    /// The chunk before them is a relative pronoun.
    follows_relative: bool,
}

impl Opening {
    /// The windows that open at `from`, for a figure that opens at `first`.
    fn of(chunks: &[Chunk], from: usize, first: usize, score: f32) -> Self {
        let and = (from + 1..first).rev().find(|&at| chunks[at].joins && chunks[at + 1].verb);
        let verb = chunks[from..].iter().take(REACH).position(|chunk| chunk.verb).map(|verb| from + verb);
        let early = &chunks[from..verb.unwrap_or(from)];
        let named = early.iter().any(|chunk| !chunk.function);
        let subject = match (named, score >= 2.6) {
            (true, true) => 2.5,
            (true, false) if !early.iter().any(|chunk| chunk.breaks) => 1.2,
            _ => 0.0,
        };
        let said = (from.saturating_sub(1)..first).find(|&at| chunks[at].verb && chunks[at].opener);
        Self {
            from,
            score,
            shared: and.map(|and| chunks[from..and].iter().any(|chunk| chunk.verb)),
            verb,
            subject,
            is_aside: said.is_some_and(|said| chunks[said..first.min(said + 3)].iter().any(|chunk| chunk.breaks)),
            follows_relative: from > 0 && chunks[from - 1].relative,
        }
    }
}
