//! HTML string → `Page`, with html5ever: the tree that a browser would build.
//!
//! html5ever builds into `Tree`, an arena that may be rearranged while parsing; the finished tree is then laid flat.

use super::guard::{DEPTH_MAX, Guard};
use super::trim::trimmed;
use super::{Builder, Flow, Page, Source, Tag};
use crate::error::Error;
use crate::options::Limits;
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TokenizerResult, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
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
    let is_xml = is_xml(html);
    let tree = Tree::with_capacity(html.len() / BYTES_PER_NODE);
    let guard = Guard::new(TreeBuilder::new(tree, options), is_xml, limits.elements);
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let input = BufferQueue::default();
    for part in trimmed(html, is_xml) {
        input.push_back(StrTendril::from(part));
    }
    // A script's end and a declared charset hand the word back to whoever would run the one or heed the other.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    let tree = tokenizer.sink.inner.sink;
    limits.check_elements(tree.elements.get())?;
    Ok(tree.lay_flat())
}

/// True for a document that opens as XML does.
fn is_xml(html: &str) -> bool {
    html.trim_start_matches('\u{feff}').trim_start().starts_with("<?xml")
}

type Id = usize;
const DOCUMENT: Id = 0;
/// Stands for every comment, and is never put anywhere.
const COMMENT: Id = 1;

/// Repeated `<html>` and `<body>` tags add attributes to the first; no more than these.
const ADDED_ATTRIBUTES_MAX: usize = 256;

#[derive(Default)]
struct TreeNode {
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    /// Elements around it when it was put in its place.
    depth: u32,
    content: Content,
}

#[derive(Default)]
enum Content {
    /// Document, comment, processing instruction, a template's content.
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
pub(super) struct Tree {
    nodes: RefCell<Vec<TreeNode>>,
    /// Elements made so far.
    pub(super) elements: Cell<usize>,
    /// How deep the last element was put.
    pub(super) last_depth: Cell<u32>,
}

/// Bytes of HTML for each node of a tree, in most pages fewer.
const BYTES_PER_NODE: usize = 256;

/// An element's name, held by value: its atoms are small integers.
#[derive(Debug)]
pub(super) struct Name(Namespace, LocalName);

impl html5ever::interface::ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0
    }
    fn local_name(&self) -> &LocalName {
        &self.1
    }
}

impl Tree {
    fn with_capacity(nodes: usize) -> Self {
        let mut all = Vec::with_capacity(nodes);
        all.extend([TreeNode::default(), TreeNode::default()]);
        Self { nodes: RefCell::new(all), elements: Cell::new(0), last_depth: Cell::new(0) }
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
        let depth = nodes[parent].depth + 1;
        let own = &mut nodes[node];
        (own.parent, own.previous, own.next, own.depth) = (Some(parent), previous, next, depth);
        if let Content::Element { template, .. } = own.content {
            self.last_depth.set(depth);
            if let Some(template) = template {
                nodes[template].depth = depth;
            }
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
            NodeOrText::AppendNode(COMMENT) => return,
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

    /// The finished tree in document order. Walks without recursion: input decides the depth. Elements deeper than
    /// `DEPTH_MAX` give only their content: misnested tags can make the tree deeper than its open elements ever were.
    fn lay_flat(self) -> Page {
        let nodes = self.nodes.into_inner();
        let mut page = Builder::new(Source::Html);
        let mut depth = 0;
        let mut at = nodes[DOCUMENT].first;
        while let Some(id) = at {
            let node = &nodes[id];
            match &node.content {
                Content::Element { name, attributes, .. } if is_laid(&name.local, depth) => {
                    let attributes = attributes.iter().map(|a| (&*a.name.local, &*a.value));
                    page.open(&name.local, attributes, false);
                }
                Content::Text(text) => page.text(text),
                _ => {}
            }
            if node.first.is_some() {
                depth += 1;
                at = node.first;
                continue;
            }
            at = next_after(&nodes, id, &mut depth, &mut page);
        }
        page.finish()
    }
}

/// True for an element that gets a place of its own at that depth; those whose content isn't text always do.
fn is_laid(name: &str, depth: u32) -> bool {
    depth < DEPTH_MAX || Tag::of(name).is_some_and(|tag| matches!(tag.flow(), Flow::Skipped | Flow::Void))
}

/// The node that follows the subtree of `id`; closes every element that ends on the way.
fn next_after(nodes: &[TreeNode], id: Id, depth: &mut u32, page: &mut Builder) -> Option<Id> {
    let mut id = id;
    loop {
        if let Content::Element { name, .. } = &nodes[id].content
            && is_laid(&name.local, *depth)
        {
            page.close();
        }
        if let Some(next) = nodes[id].next {
            return Some(next);
        }
        id = nodes[id].parent.filter(|&parent| parent != DOCUMENT)?;
        *depth -= 1;
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
        COMMENT
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        COMMENT
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
                if own.len() < ADDED_ATTRIBUTES_MAX && own.iter().all(|known| known.name != attribute.name) {
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
    fn parsing_goes_on_behind_a_declared_charset_and_a_script() {
        let html = "<meta charset=utf-8><title>a</title><meta http-equiv=content-type content='text/html; charset=x'>\
                    <script>f()</script><p>behind";
        let page = parse_html(html, &Limits::default()).unwrap();
        assert!(page.text_of(NodeId::ROOT).ends_with("behind"));
    }

    #[test]
    fn an_xml_document_may_close_an_element_in_its_start_tag() {
        let xml = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/><script src='a.js'/></head>\
                   <body><a id='top'/><p>One<br/>two <em/>three</p></body></html>";
        let page = parse_html(xml, &Limits::default()).unwrap();
        assert_eq!(page.text_of(page.first(Tag::P).unwrap()), "Onetwo three");
        assert!(page.first(Tag::A).is_some_and(|anchor| page.text_of(anchor).is_empty()));
        // Without the declaration the script is open to its end, as browsers have it.
        let html = parse_html(xml.split_once("?>").unwrap().1, &Limits::default()).unwrap();
        assert!(html.first(Tag::P).is_none());
    }

    #[test]
    fn what_stands_for_frames_is_the_document() {
        let html = "<html><head><title>Frames</title></head><frameset cols='20%,80%'><frame src=menu.html><frame src=main.html>\
                    <noframes><body class=page><h1>Baths</h1><p>One <b>two</b></p></body></noframes></frameset></html>";
        let page = parse_html(html, &Limits::default()).unwrap();
        assert_eq!(page.text_of(page.first(Tag::BODY).unwrap()), "BathsOne two");
        assert_eq!(page.attribute(page.first(Tag::BODY).unwrap(), "class"), Some("page"));
        // Beside a body it stands for nothing.
        let page = parse_html("<p>One<noframes><p>two</p></noframes>", &Limits::default()).unwrap();
        assert_eq!(page.text_of(page.first(Tag::P).unwrap()), "One<p>two</p>");
    }

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
