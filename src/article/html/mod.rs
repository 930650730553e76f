//! Article → clean HTML: only what the tables of `allow` name, only what the article keeps.
//!
//! Each kept text or picture has a path: the written elements around it, blocks before what runs in the line. The writer
//! goes from one path to the next, closing and opening what differs; so the result is well nested whatever the page was,
//! and a browser that parses it builds the same tree.

mod allow;
mod language;
mod math;
pub(super) mod media;
mod path;

use super::url;
use super::{Article, Block, BlockKind, Piece};
use crate::options::Options;
use crate::page::{NodeId, Page, Tag};
use allow::{Role, Value};
use math::Formulas;
use media::{Content, Picture, Places};
use path::{Item, Paths};
use std::collections::BTreeSet;

/// What ids of the article are written with, so that none can stand for something of the host page.
const ID_PREFIX: &str = "nutgraf-";

/// The article as HTML that is safe to insert anywhere.
pub fn to_html(article: &Article<'_>, options: &Options) -> String {
    let page = article.page;
    let base = base_of(page, options.url.as_deref().or(page.url.as_deref()));
    let base = base.as_deref();
    let formulas = Formulas::of(page);
    let places = Places::of(article, &formulas);
    let mut pictures = media::pictures(page, &places, &formulas, base).into_iter().enumerate().peekable();
    let mut writer = Writer::new(page, base, targets(page, &places), &formulas, &options.classes);
    let mut paths = Paths::of(article);
    for (index, block) in article.blocks.iter().enumerate() {
        for piece in &article.pieces[block.pieces.0 as usize..block.pieces.1 as usize] {
            let Piece::Text(node, span) = piece else {
                writer.gap = if *piece == Piece::Break { Gap::Break } else { writer.gap };
                continue;
            };
            while let Some((number, picture)) = pictures.next_if(|picture| picture.1.node < *node) {
                writer.picture(&mut paths, &picture, number, Some((index, block)));
            }
            writer.text(&mut paths, *node, span.of(&page.text), (index, block));
        }
        writer.end_block();
    }
    for (number, picture) in pictures {
        writer.picture(&mut paths, &picture, number, None);
    }
    writer.finish()
}

/// What addresses are resolved against: the page's `<base>`, or its own address.
fn base_of(page: &Page, address: Option<&str>) -> Option<String> {
    let declared = page.first(Tag::BASE).and_then(|base| page.attribute(base, "href"));
    match declared {
        Some(base) => url::absolute(base, address),
        None => address.map(str::to_owned),
    }
}

/// Ids that links of the page lead to and that stand on an element with kept text.
fn targets<'p>(page: &'p Page, places: &Places<'_>) -> BTreeSet<&'p str> {
    let links = page.subtree(NodeId::ROOT).filter(|&node| page.tag(node) == Some(Tag::A));
    let wanted: BTreeSet<&str> = links.filter_map(|link| page.attribute(link, "href")?.strip_prefix('#')).collect();
    if wanted.is_empty() {
        return wanted;
    }
    let elements = page.subtree(NodeId::ROOT).filter(|&node| page.tag(node).is_some() && places.holds_kept(node));
    let ids = elements.filter_map(|node| page.attribute(node, "id").or_else(|| page.attribute(node, "name")));
    ids.filter(|id| wanted.contains(id) && is_plain_id(id)).collect()
}

fn is_plain_id(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.'))
}

/// What stands between the last text and the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    Nothing,
    Blank,
    Break,
}

/// An element that is open in the output.
struct Open {
    item: Item,
    /// For a row: cells before this node are written.
    filled: NodeId,
}

struct Writer<'p> {
    page: &'p Page,
    base: Option<&'p str>,
    targets: BTreeSet<&'p str>,
    /// Class names that stay.
    classes: &'p [String],
    /// Targets whose element is written.
    written: BTreeSet<&'p str>,
    out: String,
    open: Vec<Open>,
    gap: Gap,
    /// True until the innermost block has content.
    is_fresh: bool,
    formulas: &'p Formulas,
    /// The formula written last.
    formula: Option<NodeId>,
}

impl<'p> Writer<'p> {
    fn new(
        page: &'p Page,
        base: Option<&'p str>,
        targets: BTreeSet<&'p str>,
        formulas: &'p Formulas,
        classes: &'p [String],
    ) -> Self {
        let (out, open, written) = (String::new(), Vec::new(), BTreeSet::new());
        let (gap, is_fresh, formula) = (Gap::Nothing, true, None);
        Self { page, base, targets, classes, written, out, open, gap, is_fresh, formulas, formula }
    }

    fn text(&mut self, paths: &mut Paths<'_>, node: NodeId, text: &str, block: (usize, &Block)) {
        let keeps_space = block.1.kind == BlockKind::Code;
        if !keeps_space && text.trim().is_empty() {
            self.gap = if self.gap == Gap::Break { Gap::Break } else { Gap::Blank };
            return;
        }
        if let Some(formula) = self.formulas.around(node) {
            if self.formula.replace(formula.math) != Some(formula.math) {
                let path = paths.to(formula.start, Some(block), None);
                self.go_to(path);
                math::write(self.page, formula.math, &mut self.out);
                self.is_fresh = false;
            }
            return;
        }
        self.go_to(paths.to(node, Some(block), None));
        if keeps_space {
            // Parsers drop a line end right behind `<pre>`, and not all writers know it: none is written.
            let text = if self.is_fresh { text.trim_start_matches(['\n', '\r']) } else { text };
            if text.is_empty() {
                return;
            }
            escape(text, &mut self.out);
        } else {
            self.settled(text);
        }
        self.is_fresh = false;
    }

    /// Writes a text, its runs of white space as one blank, none where a block starts.
    fn settled(&mut self, text: &str) {
        let starts_with_space = text.starts_with(char::is_whitespace);
        if starts_with_space && !self.is_fresh && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
        let mut words = text.split_whitespace();
        if let Some(word) = words.next() {
            escape(word, &mut self.out);
        }
        for word in words {
            self.out.push(' ');
            escape(word, &mut self.out);
        }
        if text.ends_with(char::is_whitespace) {
            self.gap = Gap::Blank;
        }
    }

    fn picture(&mut self, paths: &mut Paths<'_>, picture: &Picture, number: usize, block: Option<(usize, &Block)>) {
        self.go_to(paths.to(picture.node, block, Some(number)));
        match &picture.content {
            Content::Image { source, set } => self.image(picture.node, source, set.as_deref()),
            Content::Formula => math::write(self.page, picture.node, &mut self.out),
        }
        self.is_fresh = false;
    }

    fn image(&mut self, node: NodeId, source: &str, set: Option<&str>) {
        self.out.push_str("<img");
        self.attribute("src", source);
        if let Some(set) = set {
            self.attribute("srcset", set);
        }
        for name in ["alt", "title"] {
            if let Some(value) = self.page.attribute(node, name) {
                self.attribute(name, value);
            }
        }
        for name in ["width", "height"] {
            let value = self.page.attribute(node, name);
            if let Some(value) = value.and_then(|value| allow::accept(Value::Number, value, None)) {
                self.attribute(name, &value);
            }
        }
        self.out.push('>');
    }

    /// Closes and opens elements until those of `path` are open.
    fn go_to(&mut self, path: &[Item]) {
        let same = self.open.iter().zip(path).take_while(|(open, item)| open.item == **item).count();
        let is_block = |item: &Item| item.role != Role::Inline;
        let leaves = self.open[same..].iter().any(|open| is_block(&open.item)) || path[same..].iter().any(is_block);
        while self.open.len() > same {
            self.close();
        }
        let gap = std::mem::replace(&mut self.gap, Gap::Nothing);
        if !leaves && !self.is_fresh {
            match gap {
                Gap::Break if self.open.iter().any(|open| open.item.name == "pre") => self.out.push('\n'),
                Gap::Break => self.out.push_str("<br>"),
                Gap::Blank if !self.out.ends_with(' ') => self.out.push(' '),
                _ => {}
            }
        }
        for item in &path[same..] {
            self.open(item);
        }
    }

    fn open(&mut self, item: &Item) {
        if let Some(cell) = item.node.filter(|_| matches!(item.name, "td" | "th")) {
            self.fill_row(cell);
        }
        self.start_tag(item);
        let first = item.node.map_or(NodeId::ROOT, |node| NodeId(node.0 + 1));
        self.open.push(Open { item: item.clone(), filled: first });
        self.is_fresh |= item.role != Role::Inline;
    }

    fn start_tag(&mut self, item: &Item) {
        self.out.extend(["<", item.name]);
        let page = self.page;
        if let Some(node) = item.node.filter(|_| !item.is_added) {
            let own = page.tag(node).map_or(&[][..], |tag| allow::element(tag).2);
            let mut seen = Vec::new();
            if let Some(classes) = self.kept_classes(node) {
                seen.push("class");
                self.attribute("class", &classes);
            }
            for (name, value) in page.attributes_of(node) {
                let Some(kind) = allow::attribute(own, name).filter(|_| !seen.contains(&name)) else { continue };
                let value = match kind {
                    Value::Link => self.link(value),
                    kind => allow::accept(kind, value, self.base),
                };
                if let Some(value) = value {
                    seen.push(name);
                    self.attribute(name, &value);
                }
            }
            if item.name == "pre"
                && !seen.contains(&"class")
                && let Some(language) = language::around(page, node)
            {
                self.attribute("class", &["language-", language].concat());
            }
            let id = page.attribute(node, "id").or_else(|| page.attribute(node, "name"));
            if let Some(id) = id.filter(|id| self.targets.contains(id))
                && self.written.insert(id)
            {
                self.attribute("id", &[ID_PREFIX, id].concat());
            }
        }
        if item.name == "details" {
            self.out.push_str(" open=\"\"");
        }
        self.out.push('>');
    }

    /// The classes of an element that stay.
    fn kept_classes(&self, node: NodeId) -> Option<String> {
        let classes = self.page.attribute(node, "class").filter(|_| !self.classes.is_empty())?;
        let is_kept = |class: &&str| self.classes.iter().any(|kept| kept == "*" || kept == class);
        let kept: Vec<&str> = classes.split_ascii_whitespace().filter(is_kept).collect();
        (!kept.is_empty()).then(|| kept.join(" "))
    }

    /// The address of a link; one to a place in the article stays in it.
    fn link(&self, value: &str) -> Option<String> {
        match value.strip_prefix('#') {
            Some(id) if self.targets.contains(id) => Some(["#", ID_PREFIX, id].concat()),
            _ => allow::accept(Value::Address, value, self.base),
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.extend([" ", name, "=\""]);
        for c in value.chars() {
            match c {
                '"' => self.out.push_str("&quot;"),
                c => escape_char(c, &mut self.out),
            }
        }
        self.out.push('"');
    }

    fn close(&mut self) {
        let row_end = self.open.last().filter(|open| open.item.name == "tr").and_then(|open| open.item.node);
        if let Some(row) = row_end {
            self.fill_row(self.page.nodes[row.index()].end);
        }
        if let Some(open) = self.open.pop() {
            self.out.extend(["</", open.item.name, ">"]);
            self.is_fresh &= open.item.role == Role::Inline;
        }
        if self.open.is_empty() {
            self.out.push('\n');
        }
    }

    /// Writes the open row's cells before `next` that the article keeps nothing of, so that columns stay in their places.
    fn fill_row(&mut self, next: NodeId) {
        let page = self.page;
        let Some(row) = self.open.last_mut().filter(|open| open.item.name == "tr") else { return };
        let mut at = row.filled;
        row.filled = page
            .nodes
            .get(next.index())
            .map_or(next, |node| if next.index() < page.nodes.len() { node.end } else { next });
        while at < next {
            if let Some(tag @ (Tag::TD | Tag::TH)) = page.tag(at) {
                let item = Item::of(at, allow::element(tag).0, Role::Cell);
                self.start_tag(&item);
                self.out.extend(["</", item.name, ">"]);
            }
            at = page.nodes[at.index()].end;
        }
    }

    fn end_block(&mut self) {
        self.gap = Gap::Nothing;
    }

    fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        escape_char(c, out);
    }
}

fn escape_char(c: char, out: &mut String) {
    match c {
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '&' => out.push_str("&amp;"),
        '\u{a0}' => out.push_str("&nbsp;"),
        '\0' | '\r' => {}
        c => out.push(c),
    }
}
