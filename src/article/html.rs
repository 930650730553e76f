//! Article → clean HTML: allowed elements and attributes as a table.

use super::{Article, BlockKind, Piece};

/// The article as HTML that is safe to insert anywhere.
pub fn to_html(article: &Article<'_>) -> String {
    let mut html = String::new();
    for block in &article.blocks {
        let tag = match block.kind {
            BlockKind::Heading(level) => ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1],
            BlockKind::Code => "pre",
            BlockKind::Quote => "blockquote",
            _ => "p",
        };
        html.extend(["<", tag, ">"]);
        for piece in &article.pieces[block.pieces.0 as usize..block.pieces.1 as usize] {
            match piece {
                Piece::Text(_, span) => escape(span.of(&article.page.text), &mut html),
                Piece::Break => html.push_str("<br>"),
                Piece::Cell => html.push(' '),
            }
        }
        html.extend(["</", tag, ">\n"]);
    }
    html
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '&' => html.push_str("&amp;"),
            '\u{a0}' => html.push_str("&nbsp;"),
            c => html.push(c),
        }
    }
}
