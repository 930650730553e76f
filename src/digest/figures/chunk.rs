//! Chunk: a sentence as runs of characters without blanks, with what labels ask of each, found once.

use super::lexis::{Lexis, Roles, push_lower};
use crate::lexicon::LABEL_WORDS;
use crate::span::ByteSpan;

/// A run of characters without blanks, as a word of the sentence.
#[derive(Clone, Copy, Default)]
pub(super) struct Chunk {
    /// The whole run, marks included.
    pub span: ByteSpan,
    pub roles: Roles,
    /// A verb, as far as tables and endings tell.
    pub verb: bool,
    /// A comma, a bracket or a quote stands between it and the next.
    pub breaks: bool,
    /// What stands between them is more than a comma.
    pub parts: bool,
    /// It may open a clause.
    pub opener: bool,
    /// A function word.
    pub function: bool,
    /// "and".
    pub joins: bool,
    /// An article or possessive: what follows belongs to it.
    pub determines: bool,
    /// A relative pronoun: its clause ends at the next comma.
    pub relative: bool,
    /// "between" wants its "and".
    pub between: bool,
    /// A label that opens here doesn't dangle; at first, for its word alone.
    pub opens: bool,
    /// Nor one that closes here.
    pub closes: bool,
    /// The chunk up to which a window has to reach for a clause to open here; `NEVER` where none does.
    pub clause: usize,
}

/// No window of a label has more chunks.
pub(super) const REACH: usize = 64;

/// Behind every chunk.
pub(super) const NEVER: usize = usize::MAX;

impl Chunk {
    pub fn is(&self, sign: char) -> bool {
        self.roles.get(sign).is_some()
    }
}

/// The chunks of `sentence`.
pub(super) fn chunks(body: &str, sentence: ByteSpan, lexis: &Lexis) -> Vec<Chunk> {
    let mut chunks = split(body, sentence, lexis);
    close_comparisons(&mut chunks, body);
    for at in 0..chunks.len() {
        chunks[at].opens = opens(&chunks, at, body, lexis);
        chunks[at].clause = clause(&chunks, at);
    }
    chunks
}

fn split(body: &str, sentence: ByteSpan, lexis: &Lexis) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut at = sentence.start as usize;
    let mut word = String::new();
    for part in sentence.of(body).split(char::is_whitespace) {
        let (start, end) = (at, at + part.len());
        // The white space that parts chunks may take more than one byte.
        at = end + body[end..].chars().next().map_or(0, char::len_utf8);
        if part.is_empty() {
            continue;
        }
        let span = ByteSpan::new(start, end);
        let core = part.trim_matches(|c: char| !c.is_alphanumeric());
        if core.is_empty() && !part.contains(is_sign) {
            if let Some(last) = chunks.last_mut() {
                (last.breaks, last.parts) = (true, true);
            }
            if part.contains(['"', '“', '”', '(', ')', '«', '»']) {
                chunks.push(Chunk { span, breaks: true, parts: true, closes: true, ..Chunk::default() });
            }
            continue;
        }
        word.clear();
        push_lower(&mut word, core);
        let roles = lexis.roles(&word);
        let past = lexis.is_english() && word.len() > 4 && word.ends_with("ed") && roles.get('n').is_none();
        if part.starts_with(['(', '"', '“', '«', '‘', '[', '„'])
            && let Some(last) = chunks.last_mut()
        {
            last.breaks = true;
        }
        let breaks = part.ends_with([',', ';', ':', ')', '"', '”', '»', '—', '–', '’', ']', '“']);
        let function = roles.get('q').is_some();
        let label_roles = LABEL_WORDS.value(&word).unwrap_or("");
        let is_bare = part.len() == core.len();
        // Small letters, the first one perhaps a capital: "IT" is no pronoun.
        let is_small = core == word;
        let is_word = is_bare && core.get(1..) == word.get(1..);
        let is = |small, capital| is_word && label_roles.contains(if is_small { small } else { capital });
        chunks.push(Chunk {
            span,
            roles,
            verb: roles.get('v').is_some() || past,
            breaks,
            parts: part.ends_with([';', ':', '—', '–', '.', '!', '?']) && (breaks || part.len() > 4),
            opener: roles.get('k').is_some(),
            function,
            joins: roles.get('&').is_some(),
            determines: is_bare && label_roles.contains('d') && !(lexis.is_english() && word == "as"),
            relative: is('r', ' '),
            between: is('b', 'B'),
            opens: is('o', 'O'),
            closes: !function || label_roles.contains('c') && part.starts_with(word.as_str()),
            ..Chunk::default()
        });
    }
    chunks
}

/// Signs that may stand beside a number alone: of currencies (Unicode's block of them and those older than it), per cent.
fn is_sign(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '￥' | '%' | '\u{20a0}'..='\u{20cf}')
}

/// "as high as": neither "as" opens a clause.
fn close_comparisons(chunks: &mut [Chunk], body: &str) {
    for at in 2..chunks.len() {
        let written = |at: usize| chunks[at].span.of(body);
        if written(at) == "as" && written(at - 2).eq_ignore_ascii_case("as") {
            chunks[at - 2].opener = false;
            chunks[at].opener = false;
        }
    }
}

fn opens(chunks: &[Chunk], at: usize, body: &str, lexis: &Lexis) -> bool {
    let chunk = &chunks[at];
    let written = chunk.span.of(body);
    if !chunk.function || chunk.verb && !lexis.is_english() || chunk.is('~') && chunk.is('n') {
        return true;
    }
    let least = || {
        let next = chunks.get(at + 1).map(|chunk| chunk.span.of(body));
        matches!(written, "at" | "At") && matches!(next, Some("least" | "most"))
    };
    let clause = !lexis.is_english() && !chunk.opener && at.checked_sub(1).is_none_or(|before| chunks[before].breaks);
    clause || chunk.opens || chunk.determines && (written != "de" || lexis.language.code() == "nl") || least()
}

/// "since the invasion" opens no clause: no verb of its own follows.
fn clause(chunks: &[Chunk], at: usize) -> usize {
    let chunk = &chunks[at];
    if !chunk.opener || chunk.joins {
        return NEVER;
    }
    if !(chunk.is('p') && chunk.function) {
        return at;
    }
    let rest =
        chunks[at + 1..].iter().take(REACH).take_while(|next| !next.joins && !next.breaks).position(|next| next.verb);
    rest.map_or(NEVER, |verb| at + 1 + verb)
}
