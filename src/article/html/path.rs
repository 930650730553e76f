//! Paths: the written elements around a text or picture, outermost first.

use super::allow::{self, Role};
use crate::article::whole::is_data_table;
use crate::article::{Article, Block, BlockKind, url};
use crate::page::{NodeId, Page, Tag};
use std::collections::BTreeMap;

/// An element to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// The element it stands for, or beside which it was added.
    pub(super) node: Option<NodeId>,
    pub(super) name: &'static str,
    pub(super) role: Role,
    /// True for one that the page doesn't have: a paragraph for bare text.
    pub(super) is_added: bool,
    /// Which run of text an added paragraph is for.
    run: usize,
}

impl Item {
    pub(super) fn of(node: NodeId, name: &'static str, role: Role) -> Self {
        Self { node: Some(node), name, role, is_added: false, run: 0 }
    }

    fn added(node: Option<NodeId>, name: &'static str, role: Role, run: usize) -> Self {
        Self { node, name, role, is_added: true, run }
    }
}

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// Finds paths.
pub(super) struct Paths<'a> {
    page: &'a Page,
    /// Per block: true where it is the only one of its list item or table cell.
    alone: Vec<bool>,
    /// Whether a table holds data, for those asked about.
    tables: BTreeMap<NodeId, bool>,
    /// Where the last path led.
    last: Option<(NodeId, usize, bool)>,
    items: Vec<Item>,
    lines: Vec<Item>,
    above: Vec<NodeId>,
}

impl<'a> Paths<'a> {
    pub(super) fn of(article: &Article<'a>) -> Self {
        let page = article.page;
        let is_cell = |node: &NodeId| page.tag(*node).is_some_and(|tag| allow::element(tag).1 == Role::Cell);
        let cell_of = |block: &Block| std::iter::once(block.node).chain(page.ancestors(block.node)).find(is_cell);
        let cells: Vec<Option<NodeId>> = article.blocks.iter().map(cell_of).collect();
        let same = |a: usize, b: usize| cells.get(a).is_some_and(|cell| cells.get(b) == Some(cell));
        let alone = (0..cells.len()).map(|at| !same(at, at + 1) && (at == 0 || !same(at, at - 1))).collect();
        let (tables, last) = (BTreeMap::new(), None);
        Self { page, alone, tables, last, items: Vec::new(), lines: Vec::new(), above: Vec::new() }
    }

    /// The path to a node's own place. `block` is the block it is in, or before; `picture` the number of a picture.
    pub(super) fn to(&mut self, node: NodeId, block: Option<(usize, &Block)>, picture: Option<usize>) -> &[Item] {
        let page = self.page;
        let holder = page.parent(node);
        let is_inside = picture.is_none()
            || block.is_some_and(|(_, block)| page.holds(block.node, node) && !self.is_parted(node, block.node));
        let run = match (block, picture) {
            (Some((index, _)), _) if is_inside => index,
            (_, number) => usize::MAX - number.unwrap_or(0),
        };
        if self.last == Some((holder, run, picture.is_some())) {
            return &self.items;
        }
        self.last = Some((holder, run, picture.is_some()));
        self.items.clear();
        self.lines.clear();
        self.above.clear();
        self.above.extend(page.ancestors(node).take_while(|&above| page.tag(above).is_some()));
        let mut is_bordered = false;
        while let Some(above) = self.above.pop() {
            is_bordered = self.step(above, is_bordered);
        }
        let kind = block.filter(|_| is_inside).map(|(_, block)| block.kind);
        let alone = picture.is_some() || block.is_some_and(|(index, _)| self.alone[index]);
        self.close_up(kind, run, is_bordered && !alone, picture.is_some());
        self.items.append(&mut self.lines);
        &self.items
    }

    /// True where a block element stands between a node and the block's own.
    fn is_parted(&self, node: NodeId, block: NodeId) -> bool {
        let between = self.page.ancestors(node).take_while(|&above| above != block);
        between.into_iter().any(|above| self.page.flow(above) == crate::page::Flow::Block)
    }

    /// Takes one more element around the node into the path; true where bare text behind it needs a paragraph.
    fn step(&mut self, node: NodeId, is_bordered: bool) -> bool {
        let Some(tag) = self.page.tag(node) else { return is_bordered };
        let (name, role, _) = allow::element(tag);
        match role {
            Role::Nothing => is_bordered,
            Role::Border => true,
            Role::Inline => {
                let is_link = name == "a";
                let goes = !self.lines.iter().any(|line| line.name == name) && (!is_link || self.leads_somewhere(node));
                if goes {
                    self.lines.push(Item::of(node, name, role));
                }
                is_bordered
            }
            Role::Holder | Role::Cell | Role::Leaf | Role::Frame => {
                let fits = self.fits(node, tag, name);
                if fits {
                    self.items.push(Item::of(node, name, role));
                }
                !fits
            }
        }
    }

    /// True for a link whose address may be followed.
    fn leads_somewhere(&self, link: NodeId) -> bool {
        self.page.attribute(link, "href").is_some_and(|address| url::absolute(address, None).is_some())
    }

    /// Makes room for a block element; false where it can't stand in what is there.
    fn fits(&mut self, node: NodeId, tag: Tag, name: &str) -> bool {
        let last = self.items.last().map_or("", |item| item.name);
        let wanted: &[&str] = match tag {
            Tag::LI => &["ul", "ol"],
            Tag::DT | Tag::DD => &["dl"],
            Tag::TD | Tag::TH => &["tr"],
            Tag::TR => &["table", "thead", "tbody", "tfoot"],
            Tag::THEAD | Tag::TBODY | Tag::TFOOT | Tag::CAPTION => &["table"],
            Tag::FIGCAPTION => &["figure"],
            Tag::SUMMARY => &["details"],
            _ => &[],
        };
        if !wanted.is_empty() && !wanted.contains(&last) || tag == Tag::TABLE && !self.is_data(node) {
            return false;
        }
        if name == "tr" && last == "table" {
            let table = self.items.last().and_then(|item| item.node);
            self.items.push(Item::added(table, "tbody", Role::Frame, 0));
        }
        // Text alone holds no blocks: a paragraph gives way, a heading only to what can't be in one.
        if self.items.last().is_some_and(|item| item.role == Role::Leaf) {
            let stays = last != "p" && (name == "p" || HEADINGS.contains(&name) || last == "pre");
            if stays {
                return false;
            }
            self.items.pop();
        }
        true
    }

    /// Ends the blocks of a path with one that may hold text.
    fn close_up(&mut self, kind: Option<BlockKind>, run: usize, is_bordered: bool, is_picture: bool) {
        while self.items.last().is_some_and(|item| item.role == Role::Frame) {
            self.items.pop();
        }
        let name = match kind {
            Some(BlockKind::Heading(level)) => HEADINGS[usize::from(level.clamp(1, 6)) - 1],
            Some(BlockKind::Code) => "pre",
            _ => "p",
        };
        let node = self.items.last().and_then(|item| item.node);
        let needs = match self.items.last() {
            None => true,
            Some(item) if is_picture && item.name == "figure" => false,
            Some(item) => item.role == Role::Holder || item.role == Role::Cell && (is_bordered || name == "pre"),
        };
        if needs {
            self.items.push(Item::added(node, name, Role::Leaf, run));
        } else if let Some(last) = self.items.last_mut().filter(|last| last.name == "p" && name != "p") {
            last.name = name;
        }
    }

    /// True for a table of data.
    fn is_data(&mut self, table: NodeId) -> bool {
        if let Some(&known) = self.tables.get(&table) {
            return known;
        }
        let is_data = is_data_table(self.page, table);
        self.tables.insert(table, is_data);
        is_data
    }
}
