//! Marks: which characters end sentences, close and open quotations, and how a word begins.

/// What a character may do to a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// ".": much depends on the words around it.
    Full,
    /// "!", "?" and their kin of scripts with blanks.
    Strong,
    /// "…".
    Ellipsis,
    /// A stop that means nothing else: "।", "۔", "።".
    Plain,
    /// A full-width stop, behind which no blank is written: "。", "！".
    Wide,
    /// "•" before an item.
    Bullet,
    /// An opening bracket of East Asian writing.
    Open,
    /// „, which opens a quotation and nothing else.
    Quote,
    /// ")" of a list's marker.
    Paren,
    /// A line break.
    Line,
    /// ";" in Greek, ":" in Armenian.
    Local,
}

/// True for the first byte of a character that `mark_of` knows.
pub(super) const CANDIDATE: [bool; 256] = candidates(b".!?\n);:\xCD\xD6\xD8\xDB\xE0\xE1\xE2\xE3\xEF", [false; 256]);

/// True for those and for ASCII's capitals.
pub(super) const CANDIDATE_OR_CAPITAL: [bool; 256] = candidates(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", CANDIDATE);

const fn candidates(firsts: &[u8], mut table: [bool; 256]) -> [bool; 256] {
    let mut at = 0;
    while at < firsts.len() {
        table[firsts[at] as usize] = true;
        at += 1;
    }
    table
}

/// What `c` may do to a sentence; `None` for a character that does nothing.
pub(super) fn mark_of(c: char) -> Option<Mark> {
    Some(match c {
        '.' => Mark::Full,
        '!' | '?' | '\u{61f}' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '⸮' => Mark::Strong,
        '…' => Mark::Ellipsis,
        '\u{964}' | '\u{965}' | '\u{6d4}' | '\u{589}' | '\u{104b}' | '\u{1362}' | '\u{1367}' | '\u{1368}'
        | '\u{17d4}' | '\u{17d5}' => Mark::Plain,
        '\u{f0d}' | '\u{f0e}' | '\u{1803}' | '\u{1809}' | '\u{37e}' | '\u{1c7e}' | '\u{1c7f}' => Mark::Plain,
        '。' | '！' | '？' | '｡' | '．' | '﹒' | '﹗' | '﹖' => Mark::Wide,
        '•' | '⁃' | '▪' | '●' | '◦' | '‣' => Mark::Bullet,
        '「' | '『' | '（' | '《' | '〈' | '【' | '〔' => Mark::Open,
        '„' => Mark::Quote,
        ')' => Mark::Paren,
        '\n' => Mark::Line,
        ';' | ':' => Mark::Local,
        _ => return None,
    })
}

/// True for a mark that can follow another in one run: "?!", "...", "!!".
pub(super) fn is_stop(c: char) -> bool {
    matches!(mark_of(c), Some(Mark::Full | Mark::Strong | Mark::Ellipsis | Mark::Plain | Mark::Wide))
}

/// What closes the bracket that `open` opens.
pub(super) fn closing(open: char) -> char {
    match open {
        '「' => '」',
        '『' => '』',
        '（' => '）',
        '《' => '》',
        '〈' => '〉',
        '【' => '】',
        _ => '〕',
    }
}

/// True for a mark that, written right behind a stop, belongs to the sentence before it.
pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | ')'
            | ']'
            | '}'
            | '”'
            | '’'
            | '»'
            | '›'
            | '“'
            | '‘'
            | '«'
            | '‹'
            | '」'
            | '』'
            | '）'
            | '》'
            | '】'
            | '〉'
            | '＂'
            | '*'
            | '_'
    )
}

/// True for a closer that ends a quotation.
pub(super) fn is_quote(c: char) -> bool {
    is_closer(c) && !matches!(c, ')' | ']' | '}' | '）' | '】' | '*' | '_')
}

/// True for a mark that, written before a word, opens something.
pub(super) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '(' | '[' | '{' | '“' | '‘' | '«' | '‹' | '„' | '‚' | '»' | '›' | '”' | '’' | '¿' | '¡' | '「' | '『' | '（' | '*' | '_' | '`' | '\u{200f}' | '\u{200e}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// True for a small picture of a mood and what joins or colours them; "✓" and "★" mark items.
pub(super) fn is_picture(c: char) -> bool {
    matches!(c, '☹' | '☺' | '♥' | '❤' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}')
}

/// True for a dash of any length.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‒' | '−')
}

/// True for white space inside a paragraph.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{3000}' | '\u{feff}')
}
