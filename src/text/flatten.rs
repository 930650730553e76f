//! Blocks → body: white space settled, paragraph by paragraph.

use super::Paragraph;
use crate::article::{Article, BlockKind, Piece};
use crate::span::ByteSpan;

/// The body of an article and the paragraphs in it; their sentences are still to be found.
pub(super) fn flatten(article: &Article<'_>) -> (String, Vec<Paragraph>) {
    let mut body = String::new();
    let mut paragraphs = Vec::with_capacity(article.blocks.len());
    for block in article.blocks.iter().filter(|block| block.kind != BlockKind::Legend) {
        let before = body.len();
        if !body.is_empty() {
            body.push_str("\n\n");
        }
        let start = body.len();
        let settle = Settle { keeps_space: block.kind == BlockKind::Code, start };
        for piece in &article.pieces[block.pieces.0 as usize..block.pieces.1 as usize] {
            match piece {
                Piece::Text(_, span) => settle.text(span.of(&article.page.text), &mut body),
                Piece::Break => settle.mark('\n', &mut body),
                Piece::Cell => settle.mark('\t', &mut body),
            }
        }
        body.truncate(start + body[start..].trim_end().len());
        if body.len() == start {
            body.truncate(before);
            continue;
        }
        let span = ByteSpan::new(start, body.len());
        paragraphs.push(Paragraph { span, node: block.node, kind: block.kind, sentences: 0..0 });
    }
    (body, paragraphs)
}

/// How white space of one block is settled.
struct Settle {
    keeps_space: bool,
    /// Where the block starts in the body.
    start: usize,
}

impl Settle {
    /// Appends a text: runs of white space become one blank, none at the block's start.
    fn text(&self, text: &str, body: &mut String) {
        if self.keeps_space {
            body.push_str(text);
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let word = rest.find(is_space).unwrap_or(rest.len());
            body.push_str(&rest[..word]);
            rest = &rest[word..];
            let space = rest.find(|c| !is_space(c)).unwrap_or(rest.len());
            if space > 0 && body.len() > self.start && !body.ends_with([' ', '\n', '\t']) {
                body.push(' ');
            }
            rest = &rest[space..];
        }
    }

    /// Appends a line break or a cell border in place of the blank before it.
    fn mark(&self, mark: char, body: &mut String) {
        if !self.keeps_space && body.ends_with(' ') && body.len() > self.start {
            body.pop();
        }
        if body.len() > self.start {
            body.push(mark);
        }
    }
}

/// White space of HTML, and the no-break space, which a browser shows as a blank.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}')
}
