//! Whole: what is kept or left as one, whatever the classifier thinks of its parts. A table of data that is mostly kept is kept
//! with all its rows and its caption, and a quotation with the line that says whose it is.

use super::BlockKind;
use super::scene::Scene;
use super::survey::HIDDEN;
use crate::page::{NodeId, Page, Tag};

/// Keeps what belongs to a table or a quotation that `keeps` lets through, and says which blocks came in as parts of a table.
pub(super) fn complete(scene: &Scene<'_>, keeps: &mut [bool]) -> Vec<usize> {
    let page = scene.page;
    let mut kept_before = vec![0; keeps.len() + 1];
    for (at, &keeps) in keeps.iter().enumerate() {
        kept_before[at + 1] = kept_before[at] + if keeps { scene.measures[at].units } else { 0 };
    }
    let held = |node: NodeId| {
        let (from, to) = scene.range(node);
        (kept_before[to] - kept_before[from], scene.sums[to].units - scene.sums[from].units)
    };
    let is_mostly_kept = |node: NodeId| held(node).0 * 2 > held(node).1;
    let mut cells = Vec::new();
    for node in page.subtree(NodeId::ROOT) {
        let (from, to) = scene.range(node);
        let is_table = page.tag(node) == Some(Tag::TABLE);
        let belongs = match page.tag(node) {
            _ if from == to || scene.standings[node.index()].places & HIDDEN != 0 => false,
            Some(Tag::TABLE) if held(node).0 > 0 && is_data_table(page, node) => {
                let is_amid = from > 0 && keeps[from - 1] && keeps.get(to) == Some(&true);
                is_amid || is_mostly_kept(node) || heads(scene, from) && keeps[from]
            }
            Some(Tag::FOOTER | Tag::CITE) => {
                page.tag(page.parent(node)) == Some(Tag::BLOCKQUOTE) && is_mostly_kept(page.parent(node))
            }
            _ => false,
        };
        if belongs {
            cells.extend((from..to).filter(|&at| is_table && !keeps[at]));
            keeps[from..to].fill(true);
        }
    }
    cells
}

/// True for a row that opens a table with the heads of its columns: alone they say nothing.
fn heads(scene: &Scene<'_>, at: usize) -> bool {
    let row = scene.blocks[at].node;
    let mut cells = scene.page.children(row).filter(|&cell| scene.page.tag(cell).is_some());
    scene.blocks[at].kind == BlockKind::TableRow && cells.all(|cell| scene.page.tag(cell) == Some(Tag::TH))
}

/// True for a table of data: with rows of two cells or more, or with heads, and no other table inside.
pub(super) fn is_data_table(page: &Page, table: NodeId) -> bool {
    let is_layout = page.attribute(table, "role").is_some_and(|role| role == "presentation" || role == "none");
    let (mut rows, mut heads) = (0, 0);
    for node in page.subtree(table).skip(1) {
        match page.tag(node) {
            Some(Tag::TABLE) => return false,
            Some(Tag::TH | Tag::CAPTION) => heads += 1,
            Some(Tag::TR) => {
                let cells = page.children(node).filter(|&cell| matches!(page.tag(cell), Some(Tag::TD | Tag::TH)));
                rows += u32::from(cells.take(2).count() == 2);
            }
            _ => {}
        }
    }
    !is_layout && (heads > 0 || rows >= 2)
}

#[cfg(test)]
mod tests {
    use crate::article::{BlockKind, extract};
    use crate::options::Options;

    #[test]
    fn tables_and_quotations_that_are_kept_are_kept_whole() {
        let body: String = (1..8)
            .map(|n| format!("<p>Paragraph {n} says at some length what happened on day {n}, and why it did.</p>"))
            .collect();
        let table = "<table><caption>Times</caption><tr><th>Input</th><th>Time</th></tr><tr><td>json</td><td><pre>{}</pre></td></tr>\
                     <tr><td colspan=2>no limit</td></tr><tr><td>list</td><td><ul><li>one</li><li>two</li></ul></td></tr></table>";
        let quote = "<blockquote><p>A parser is a function that returns a tree of its input, and nothing else than that.</p>\
                     <footer>— <cite>Grace Hopper</cite></footer></blockquote>";
        let html = format!(
            "<title>Parsers</title><article><h1>Parsers</h1>{body}{table}{quote}</article><footer>© Oak Blog</footer>"
        );
        let page = crate::page::parse_html(&html, &Options::default().limits).unwrap();
        let article = extract(&page, &Options::default()).unwrap();
        let html = crate::article::to_html(&article, &Options::default());
        for kept in ["<caption>Times", "<pre>{}", "no limit", "<li>two", "Grace Hopper"] {
            assert!(html.contains(kept), "{kept} in {html}");
        }
        assert!(!html.contains("Oak Blog"));
        // Cells on their own are no sentences of the text.
        let kind =
            |text: &str| article.blocks.iter().find(|block| page.text_of(block.node) == text).map(|block| block.kind);
        assert_eq!(kind("list"), Some(BlockKind::TableRow));
    }
}
