//! Label: the shortest verbatim span of a sentence that holds a figure and what it counts, with its subject and time.
//!
//! Every window of whole words around the figure is scored by how cleanly it opens and closes and by what it holds.

use super::lexis::{Lexis, lower, role};
use super::token::is_cjk;
use crate::lexicon::listed;
use crate::span::ByteSpan;

/// Words of the longest label.
const WORDS_MAX: usize = 14;
/// Characters of the longest label in scripts without blanks.
const CHARS_MAX: usize = 40;

/// A run of characters without blanks, as a word of the sentence.
struct Chunk {
    /// The whole run, marks included.
    span: ByteSpan,
    roles: &'static str,
    verb: bool,
    /// A comma, a bracket or a quote stands between it and the next.
    breaks: bool,
    /// What stands between them is more than a comma.
    parts: bool,
    /// It opens a clause.
    opener: bool,
}

impl Chunk {
    fn is(&self, sign: char) -> bool {
        role(self.roles, sign).is_some()
    }
}

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
    english: bool,
    dutch: bool,
    /// The sentence is written without blanks.
    cjk: bool,
}

impl<'t> Labels<'t> {
    /// Reads `sentence`.
    pub fn new(body: &'t str, sentence: ByteSpan, lexis: &Lexis) -> Self {
        let mut chunks: Vec<Chunk> = Vec::new();
        let mut at = sentence.start as usize;
        for part in sentence.of(body).split(char::is_whitespace) {
            let (start, end) = (at, at + part.len());
            // The white space that parts chunks may take more than one byte.
            at = end + body[end..].chars().next().map_or(0, char::len_utf8);
            if part.is_empty() {
                continue;
            }
            let core = part.trim_matches(|c: char| !c.is_alphanumeric());
            if core.is_empty() && !part.contains(['$', '€', '£', '%', '¥', '₹']) {
                if let Some(last) = chunks.last_mut() {
                    (last.breaks, last.parts) = (true, true);
                }
                if part.contains(['"', '“', '”', '(', ')', '«', '»']) {
                    chunks.push(Chunk {
                        span: ByteSpan::new(start, end),
                        roles: "",
                        verb: false,
                        breaks: true,
                        parts: true,
                        opener: false,
                    });
                }
                continue;
            }
            let word = lower(core);
            let roles = lexis.roles(&word);
            let past = lexis.is_english() && word.len() > 4 && word.ends_with("ed") && role(roles, 'n').is_none();
            if part.starts_with(['(', '"', '“', '«', '‘', '[', '„'])
                && let Some(last) = chunks.last_mut()
            {
                last.breaks = true;
            }
            let breaks = part.ends_with([',', ';', ':', ')', '"', '”', '»', '—', '–', '’', ']', '“']);
            let parts = part.ends_with([';', ':', '—', '–', '.', '!', '?']) && (breaks || part.len() > 4);
            let verb = role(roles, 'v').is_some() || past;
            let opener = role(roles, 'k').is_some();
            chunks.push(Chunk { span: ByteSpan::new(start, end), roles, verb, breaks, parts, opener });
        }
        let cjk = sentence.of(body).chars().filter(|&c| is_cjk(c)).take(9).count() > 8
            || listed("zh ja", lexis.language.code());
        let mut labels =
            Self { body, sentence, chunks, english: lexis.is_english(), dutch: lexis.language.code() == "nl", cjk };
        labels.close_comparisons();
        labels
    }

    /// "as high as": neither "as" opens a clause.
    fn close_comparisons(&mut self) {
        for at in 2..self.chunks.len() {
            if self.written(at - 2).eq_ignore_ascii_case("as") && self.written(at) == "as" {
                self.chunks[at - 2].opener = false;
                self.chunks[at].opener = false;
            }
        }
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
        for from in (first.saturating_sub(WORDS_MAX)..=first).rev() {
            // A figure that shares its subject with a verb before its own counts as one word, so that the subject is reached.
            let shared = self.shared(from, first).is_some_and(|shared| shared);
            let room =
                if shared { WORDS_MAX.max((last + 1).min(from + WORDS_MAX + last - first) - from) } else { WORDS_MAX };
            if !self.opens(from) {
                continue;
            }
            for to in (last..(from + room).min(self.chunks.len())).filter(|&to| self.closes(to)) {
                let score = self.score(from, to, first, last);
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

    /// Whether a verb joined by "and" between `from` and the figure at `first` has its subject behind `from`, as in "Trade …
    /// has boomed since the invasion and hit"; `None` where no verb is joined so.
    fn shared(&self, from: usize, first: usize) -> Option<bool> {
        let and = (from + 1..first).rev().find(|&at| self.chunks[at].is('&') && self.chunks[at + 1].verb)?;
        Some(self.chunks[from..and].iter().any(|chunk| chunk.verb))
    }

    /// How good a label the chunks `from..=to` make, as a sum of signals.
    fn score(&self, from: usize, to: usize, first: usize, last: usize) -> f32 {
        let window = &self.chunks[from..=to];
        let verb = window.iter().position(|chunk| chunk.verb);
        let opening = self.opening(from, first);
        // "the Ukraine invasion and hit": what stands before the joined verb isn't its subject.
        let stolen = self.shared(from, first) == Some(false);
        let early = verb.map_or(&window[..0], |verb| &window[..verb]);
        let named = early.iter().any(|chunk| !chunk.is('q'));
        let subject = match (named, opening >= 2.6) {
            _ if stolen => -2.0,
            (true, true) => 2.5,
            (true, false) if !early.iter().any(|chunk| chunk.breaks) => 1.2,
            _ => 0.0,
        };
        let between = &window[..window.len() - 1];
        let inner = between.iter().filter(|chunk| chunk.breaks).count() as f32;
        let parted = between.iter().filter(|chunk| chunk.parts).count() as f32;
        // "since the invasion" opens no clause: no verb of its own follows.
        let opens = |at: usize| {
            let chunk = &self.chunks[at];
            let rest = self.chunks[at + 1..=to].iter().take_while(|next| !next.is('&') && !next.breaks);
            chunk.opener
                && !chunk.is('&')
                && !(chunk.is('p') && chunk.is('q') && !rest.into_iter().any(|next| next.verb))
        };
        let clauses = (from + 1..=to).filter(|&at| opens(at)).count() as f32;
        let joined = window.iter().skip(1).filter(|chunk| chunk.is('&')).count() as f32;
        // What is counted stands right behind the number.
        let noun = to > last
            || self.chunks[last].breaks
            || self.chunks.get(last + 1).is_none_or(|next| next.is('q') || next.is('R'));
        // ", the Kremlin said Tuesday, and attend …": an attribution isn't what the figure tells of.
        let said = (from.saturating_sub(1)..first).find(|&at| self.chunks[at].verb && self.chunks[at].opener);
        let aside = said.is_some_and(|said| self.chunks[said..first.min(said + 3)].iter().any(|chunk| chunk.breaks));
        // A clause that is cut at its head can't reach over a comma.
        let torn = if opening < 2.4 || self.follows_relative(from) { 1.2 } else { 0.0 };
        opening
            + self.closing(from, to, verb.is_some())
            + if first > from || to > last { 1.0 } else { -4.0 }
            + if verb.is_some() { 2.0 } else { 0.0 }
            + subject
            + if noun { 0.5 } else { -1.5 }
            + if to > last { 0.4 } else { 0.0 }
            - (0.9 + torn) * inner
            - 1.5 * parted
            - if aside { 4.0 } else { 0.0 }
            - 1.1 * clauses
            - 0.4 * joined
            - 0.07 * (to - from) as f32
    }

    /// True where the chunk before `from` is a relative pronoun: its clause ends at the next comma.
    fn follows_relative(&self, from: usize) -> bool {
        from > 0 && listed("who which that whose where qui dont que che", self.written(from - 1))
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
        if before.is('&') || self.written(from - 1) == "or" {
            return if chunk.verb { 0.0 } else { 1.2 };
        }
        if before.opener {
            return 2.8;
        }
        if chunk.verb {
            return if before.is('q') { 0.0 } else { -1.0 };
        }
        if before.verb && !before.is('q') {
            return -1.0;
        }
        if before.is('q') { if self.determines(from - 1) { -3.0 } else { 0.3 } } else { -2.0 }
    }

    /// How cleanly a label that opens at chunk `from` closes behind chunk `to`.
    fn closing(&self, from: usize, to: usize, has_verb: bool) -> f32 {
        let chunk = &self.chunks[to];
        let Some(next) = self.chunks.get(to + 1) else { return 3.0 };
        if chunk.breaks || chunk.parts {
            return 2.8;
        }
        if next.is('&') {
            // "between April" wants its "and".
            let open =
                (from..=to).rev().find(|&at| listed("between Between zwischen entre tra fra tussen", self.written(at)));
            return if open.is_some_and(|open| !(open..=to).any(|at| self.chunks[at].is('&'))) { -2.0 } else { 2.4 };
        }
        if next.opener {
            return 2.4;
        }
        if next.verb {
            return if has_verb { 0.5 } else { -1.0 };
        }
        if next.is('f') {
            0.4
        } else if next.is('q') || next.is('R') {
            1.4
        } else {
            -2.0
        }
    }

    fn written(&self, at: usize) -> &'t str {
        self.chunks[at].span.of(self.body)
    }

    /// An article or possessive: what follows belongs to it.
    fn determines(&self, at: usize) -> bool {
        const DETERMINERS: &[&str] = &[
            "the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "these", "those", "der", "die", "das",
            "den", "dem", "ein", "eine", "einen", "le", "la", "les", "un", "une", "el", "los", "las", "una", "il",
            "lo", "gli", "o", "os", "as", "um", "uma", "de", "het", "een",
        ];
        DETERMINERS.iter().any(|word| self.written(at).eq_ignore_ascii_case(word))
            && !(self.english && self.written(at).eq_ignore_ascii_case("as"))
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

    /// True where a label that opens at chunk `from` doesn't dangle there.
    fn opens(&self, from: usize) -> bool {
        let least = listed("at At", self.written(from))
            && matches!(self.chunks.get(from + 1).map(|chunk| chunk.span.of(self.body)), Some("least" | "most"));
        let first = &self.chunks[from];
        let opens = !first.is('q')
            || first.verb && !self.english
            || least
            || self.determines(from) && (self.written(from) != "de" || self.dutch)
            || self.pronoun(from)
            || first.is('~') && first.is('n');
        let clause =
            !self.english && !first.opener && from.checked_sub(1).is_none_or(|before| self.chunks[before].breaks);
        opens
            || clause
            || listed(
                "more More less Less about About over Over some Some under nearly only just all All both no \
                   No up",
                self.written(from),
            )
    }

    /// True where a label that closes behind chunk `to` doesn't dangle there.
    fn closes(&self, to: usize) -> bool {
        let final_word = self.written(to).trim_end_matches(|c: char| !c.is_alphanumeric());
        !self.chunks[to].is('q')
            || listed(
                "ago later earlier more each up down out off now again less them him us all both himself \
                   themselves",
                final_word,
            )
    }

    fn pronoun(&self, at: usize) -> bool {
        listed(
            "it It he He she She they They we We I you You This this there There er Er sie Sie es Es il Il \
            elle Elle ils",
            self.written(at),
        )
    }

    /// The span of the chunks `from..=to` without the marks at its edges, except those of the figure itself.
    fn trimmed(&self, from: usize, to: usize, figure: ByteSpan) -> ByteSpan {
        let (mut start, mut end) = (self.chunks[from].span.start as usize, self.chunks[to].span.end as usize);
        let edge = |c: char| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '—' | '–' | '…');
        while end > figure.end as usize && self.body[..end].ends_with(edge) {
            end -= self.body[..end].chars().next_back().map_or(1, char::len_utf8);
        }
        for (open, close) in [('(', ')'), ('“', '”'), ('"', '"'), ('[', ']'), ('«', '»'), ('‘', '’'), ('\'', '\'')]
        {
            let inner = &self.body[start..end];
            if inner.starts_with(open)
                && (open == close && count(inner, open) == 1 || open != close && count(inner, close) == 0)
                && start < figure.start as usize
            {
                start += open.len_utf8();
            }
            let inner = &self.body[start..end];
            if inner.ends_with(close)
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
