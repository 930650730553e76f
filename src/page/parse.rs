//! HTML string → `Page`, with html5ever: the tree that a browser would build.
//!
//! html5ever builds into `Tree`, an arena that may be rearranged while parsing; the finished tree is then laid flat.

use super::attributes;
use super::bounded::{Bounded, Growth};
use super::{Builder, Page, Source};
use crate::error::Error;
use crate::options::Limits;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, Namespace, QualName, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};

/// The page of an HTML document or fragment, as a browser without scripting would build it.
/// Fails with `too-large` past a limit.
pub fn parse_html(html: &str, limits: &Limits) -> Result<Page, Error> {
    limits.check_bytes(html.len())?;
    // Without scripting `<noscript>` is parsed as markup; some forums keep their posts there.
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(Tree::new(limits.elements), options);
    let tokenizer = Tokenizer::new(Bounded(builder), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(&*attributes::bounded(html)));
    // Each script ends a call; none is run.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    let tree = tokenizer.sink.0.sink;
    limits.check_elements(tree.elements.get())?;
    Ok(tree.lay_flat())
}

type Id = usize;
const DOCUMENT: Id = 0;

#[derive(Default)]
struct TreeNode {
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    /// Elements around it; kept for elements only.
    depth: u32,
    content: Content,
}

#[derive(Default)]
enum Content {
    /// Document, comment, doctype, processing instruction, a template's content.
    #[default]
    Nothing,
    Element {
        name: QualName,
        attributes: Vec<Attribute>,
        template: Option<Id>,
    },
    Text(StrTendril),
}

/// The arena that html5ever builds into.
struct Tree {
    nodes: RefCell<Vec<TreeNode>>,
    elements: Cell<usize>,
    elements_max: usize,
    /// The depth of the element that was opened or written to last, or of the parent of the one that was closed last.
    depth: Cell<u32>,
}

impl Growth for Tree {
    fn depth(&self) -> u32 {
        self.depth.get()
    }

    fn is_full(&self) -> bool {
        self.elements.get() > self.elements_max
    }
}

/// An element's name, held by value: its atoms are small integers.
#[derive(Debug)]
struct Name(Namespace, LocalName);

impl html5ever::interface::ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0
    }
    fn local_name(&self) -> &LocalName {
        &self.1
    }
}

impl Tree {
    fn new(elements_max: usize) -> Self {
        let nodes = RefCell::new(vec![TreeNode::default()]);
        Self { nodes, elements: Cell::new(0), elements_max, depth: Cell::new(0) }
    }

    fn add(&self, content: Content) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(TreeNode { content, ..TreeNode::default() });
        nodes.len() - 1
    }

    /// Puts `node` into `parent`, before `next` or at the end.
    fn insert(&self, parent: Id, node: Id, next: Option<Id>) {
        self.detach(node);
        let mut nodes = self.nodes.borrow_mut();
        let previous = match next {
            Some(next) => nodes[next].previous.replace(node),
            None => nodes[parent].last.replace(node),
        };
        match previous {
            Some(previous) => nodes[previous].next = Some(node),
            None => nodes[parent].first = Some(node),
        }
        let depth = nodes[parent].depth;
        let own = &mut nodes[node];
        (own.parent, own.previous, own.next) = (Some(parent), previous, next);
        if matches!(own.content, Content::Element { .. }) {
            own.depth = depth + 1;
            self.depth.set(own.depth);
        } else {
            self.depth.set(depth);
        }
    }

    fn detach(&self, node: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let own = &mut nodes[node];
        let Some(parent) = own.parent.take() else { return };
        let (previous, next) = (own.previous.take(), own.next.take());
        match previous {
            Some(previous) => nodes[previous].next = next,
            None => nodes[parent].first = next,
        }
        match next {
            Some(next) => nodes[next].previous = previous,
            None => nodes[parent].last = previous,
        }
    }

    /// Puts a node or a text into `parent`, before `next` or at the end; a text joins the text before it.
    fn place(&self, parent: Id, child: NodeOrText<Id>, next: Option<Id>) {
        let text = match child {
            NodeOrText::AppendNode(node) => return self.insert(parent, node, next),
            NodeOrText::AppendText(text) => text,
        };
        let before = {
            let nodes = self.nodes.borrow();
            next.map_or(nodes[parent].last, |next| nodes[next].previous)
        };
        if let Some(before) = before
            && let Content::Text(joined) = &mut self.nodes.borrow_mut()[before].content
        {
            joined.push_tendril(&text);
            return;
        }
        let node = self.add(Content::Text(text));
        self.insert(parent, node, next);
    }

    /// The finished tree in document order. Walks without recursion: input decides the depth.
    fn lay_flat(self) -> Page {
        let nodes = self.nodes.into_inner();
        let mut page = Builder::new(Source::Html);
        let mut at = nodes[DOCUMENT].first;
        while let Some(id) = at {
            let node = &nodes[id];
            let opened = match &node.content {
                Content::Element { name, attributes, .. } => {
                    let attributes = attributes.iter().map(|a| (&*a.name.local, &*a.value));
                    page.open(&name.local, attributes, false);
                    true
                }
                Content::Text(text) => {
                    page.text(text);
                    false
                }
                Content::Nothing => false,
            };
            if opened && node.first.is_some() {
                at = node.first;
                continue;
            }
            if opened {
                page.close();
            }
            at = next_after(&nodes, id, &mut page);
        }
        page.finish()
    }
}

/// The node that follows the subtree of `id`; closes every element that ends on the way.
fn next_after(nodes: &[TreeNode], id: Id, page: &mut Builder) -> Option<Id> {
    let mut id = id;
    loop {
        if let Some(next) = nodes[id].next {
            return Some(next);
        }
        id = nodes[id].parent?;
        if id == DOCUMENT {
            return None;
        }
        page.close();
    }
}

impl TreeSink for Tree {
    type Handle = Id;
    type Output = Self;
    type ElemName<'a> = Name;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Name {
        match &self.nodes.borrow()[*target].content {
            Content::Element { name, .. } => Name(name.ns.clone(), name.local.clone()),
            _ => Name(ns!(), LocalName::default()),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Id {
        self.elements.set(self.elements.get() + 1);
        let template = flags.template.then(|| self.add(Content::Nothing));
        self.add(Content::Element { name, attributes, template })
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.add(Content::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(Content::Nothing)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.place(*parent, child, None);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        if self.nodes.borrow()[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Id) -> Id {
        match self.nodes.borrow()[*target].content {
            Content::Element { template: Some(content), .. } => content,
            _ => *target,
        }
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn pop(&self, node: &Id) {
        self.depth.set(self.nodes.borrow()[*node].depth.saturating_sub(1));
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, node: NodeOrText<Id>) {
        let parent = self.nodes.borrow()[*sibling].parent;
        if let Some(parent) = parent {
            self.place(parent, node, Some(*sibling));
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        if let Content::Element { attributes: own, .. } = &mut self.nodes.borrow_mut()[*target].content {
            for attribute in attributes {
                if own.iter().all(|known| known.name != attribute.name) {
                    own.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        loop {
            let first = self.nodes.borrow()[*node].first;
            let Some(child) = first else { return };
            self.insert(*new_parent, child, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{NodeId, Tag};

    #[test]
    fn a_parsed_page_keeps_document_order_and_attributes() {
        let page = parse_html("<p class=lead>One <b>two</b> three<p>four", &Limits::default()).unwrap();
        let lead = page.first(Tag::P).unwrap();
        assert_eq!(page.attribute(lead, "class"), Some("lead"));
        assert_eq!(page.text_of(lead), "One two three");
        assert_eq!(page.text_of(NodeId::ROOT), "One two threefour");
    }

    #[test]
    fn text_out_of_place_in_a_table_is_moved_before_it() {
        let page = parse_html("<table>stray<tr><td>cell</table>", &Limits::default()).unwrap();
        assert_eq!(page.text_of(NodeId::ROOT), "straycell");
    }

    #[test]
    fn what_is_nested_too_deep_keeps_its_text_and_its_order() {
        let deep = format!("{}<p>down<script>1<2</script></p>{}<p>up", "<div>".repeat(10_000), "</div>".repeat(10_000));
        let page = parse_html(&deep, &Limits::default()).unwrap();
        assert_eq!(page.text_of(NodeId::ROOT), "down1<2up");
        assert!(page.nodes.len() < 700);
    }

    #[test]
    fn many_unclosed_paragraphs_are_no_depth() {
        let page = parse_html(&"<p>one<li>two<br>".repeat(5_000), &Limits::default()).unwrap();
        assert!(page.nodes.len() > 25_000);
    }

    #[test]
    fn more_elements_than_allowed_are_refused() {
        let limits = Limits { elements: 10, ..Limits::default() };
        assert_eq!(parse_html(&"<i></i>".repeat(20), &limits).unwrap_err().code(), "too-large");
    }
}
