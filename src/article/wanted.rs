//! Wanted: what the caller asks for by selector, and what the page's author asks for by attribute.

use crate::error::Error;
use crate::options::Options;
use crate::page::{NodeId, Page, Selectors};
use crate::sort;

/// Which nodes stay out, as the caller and the page want it.
pub(super) struct Wanted {
    /// Outermost first, in document order; empty where nothing is asked for.
    roots: Vec<NodeId>,
    excluded: Vec<NodeId>,
    /// One past the last node of the root that was entered last.
    root_end: NodeId,
}

impl Wanted {
    /// Fails with `bad-option` where a selector is malformed.
    pub(super) fn read(page: &Page, options: &Options) -> Result<Self, Error> {
        let bad = |name| Error::BadOption { name, expected: "a CSS selector of types, ids, classes and attributes" };
        let mut roots = Vec::new();
        if let Some(root) = &options.root {
            // The first element that matches, as `querySelector` answers.
            roots = Selectors::parse(root).ok_or(bad("root"))?.select(page);
            roots.truncate(1);
        }
        let mut excluded = Vec::new();
        for selector in &options.exclude {
            excluded.extend(Selectors::parse(selector).ok_or(bad("exclude"))?.select(page));
        }
        for node in page.subtree(NodeId::ROOT) {
            for (name, _) in page.attributes_of(node) {
                match name {
                    "data-nutgraf-ignore" => excluded.push(node),
                    "data-nutgraf-body" if options.root.is_none() => roots.push(node),
                    _ => {}
                }
            }
        }
        sort::plain(&mut excluded);
        Ok(Self { roots, excluded, root_end: NodeId::ROOT })
    }

    /// True where a root was asked for and the page has none.
    pub(super) fn lacks_root(&self, options: &Options) -> bool {
        options.root.is_some() && self.roots.is_empty()
    }

    /// True for a node that stays out for itself: excluded, or beside every root. To be asked in document order.
    pub(super) fn leaves_out(&mut self, page: &Page, node: NodeId) -> bool {
        if self.excluded.binary_search(&node).is_ok() {
            return true;
        }
        if self.roots.is_empty() || node < self.root_end {
            return false;
        }
        if self.roots.binary_search(&node).is_ok() {
            self.root_end = page.nodes[node.index()].end;
            return false;
        }
        // Holds no root: the next root, if any, lies behind its end.
        let next = self.roots.partition_point(|&root| root < node);
        self.roots.get(next).is_none_or(|&root| root >= page.nodes[node.index()].end)
    }
}
