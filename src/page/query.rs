//! The few questions asked of a `Page`: by tag, attribute, ancestor, text.

use super::{Flow, NodeId, NodeKind, Page, Tag};
use crate::span::ByteSpan;

impl Page {
    /// The tag of an element; `None` for a text or the document.
    pub fn tag(&self, node: NodeId) -> Option<Tag> {
        match self.nodes[node.index()].kind {
            NodeKind::Element { tag, .. } => Some(tag),
            _ => None,
        }
    }

    /// The name of an element in lower case; "" for a text or the document.
    pub fn tag_name(&self, node: NodeId) -> &str {
        let Some(tag) = self.tag(node) else { return "" };
        match tag.custom_index() {
            Some(index) => self.custom_tags.get(index).map_or("", String::as_str),
            None => tag.name().unwrap_or(""),
        }
    }

    /// How the node lays out: an element's flow; a text runs in the line; the document is a block.
    pub fn flow(&self, node: NodeId) -> Flow {
        match self.nodes[node.index()].kind {
            NodeKind::Element { tag, .. } => tag.flow(),
            NodeKind::Text(_) => Flow::Inline,
            NodeKind::Document => Flow::Block,
        }
    }

    /// The characters of a text node, as a span of `Page::text`.
    pub fn text_span(&self, node: NodeId) -> Option<ByteSpan> {
        match self.nodes[node.index()].kind {
            NodeKind::Text(span) => Some(span),
            _ => None,
        }
    }

    /// The value of an attribute, whose name is given in lower case.
    pub fn attribute(&self, node: NodeId, name: &str) -> Option<&str> {
        self.attributes_of(node).find(|attribute| attribute.0 == name).map(|attribute| attribute.1)
    }

    /// Names and values of an element's attributes, in their order.
    pub fn attributes_of(&self, node: NodeId) -> impl Iterator<Item = (&str, &str)> {
        let (from, to) = match self.nodes[node.index()].kind {
            NodeKind::Element { attributes, .. } => attributes,
            _ => (0, 0),
        };
        let attributes = &self.attributes[from as usize..to as usize];
        attributes.iter().map(|attribute| (attribute.name.of(&self.text), attribute.value.of(&self.text)))
    }

    /// The node that holds this one; the root holds itself.
    pub fn parent(&self, node: NodeId) -> NodeId {
        self.nodes[node.index()].parent
    }

    /// The node's holders, innermost first, without itself; the document last.
    pub fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(node), |&at| (at != NodeId::ROOT).then(|| self.parent(at))).skip(1)
    }

    /// The nodes directly inside, in order.
    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let end = self.nodes[node.index()].end;
        let first = Some(NodeId(node.0 + 1)).filter(|&at| at < end);
        std::iter::successors(first, move |&at| Some(self.nodes[at.index()].end).filter(|&next| next < end))
    }

    /// The node and everything inside it, in document order.
    pub fn subtree(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        (node.0..self.nodes[node.index()].end.0).map(NodeId)
    }

    /// True where `inner` is `outer` or inside it.
    pub fn holds(&self, outer: NodeId, inner: NodeId) -> bool {
        outer <= inner && inner < self.nodes[outer.index()].end
    }

    /// The texts inside the node one after another, as they stand, `<script>` and the like included.
    pub fn text_of(&self, node: NodeId) -> String {
        self.subtree(node).filter_map(|at| self.text_span(at)).map(|span| span.of(&self.text)).collect()
    }

    /// The words that stand in the node, one blank between two, without what isn't read as text: `<script>` and the like.
    /// Words of different blocks are two.
    pub fn words_of(&self, node: NodeId) -> String {
        let (mut text, mut at, mut block_ends) = (String::new(), node, Vec::new());
        while at < self.nodes[node.index()].end {
            while block_ends.last().is_some_and(|&end| end <= at) {
                block_ends.pop();
                text.push(' ');
            }
            let (flow, end) = (self.flow(at), self.nodes[at.index()].end);
            if flow == Flow::Block || self.tag(at) == Some(Tag::BR) {
                text.push(' ');
                block_ends.push(end);
            }
            text.push_str(self.text_span(at).map_or("", |span| span.of(&self.text)));
            at = if flow == Flow::Skipped { end } else { NodeId(at.0 + 1) };
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The first element with that tag, in document order.
    pub fn first(&self, tag: Tag) -> Option<NodeId> {
        self.subtree(NodeId::ROOT).find(|&node| self.tag(node) == Some(tag))
    }

    /// A CSS selector of the element, from `<body>` down, as people write it: "div#main > p:nth-of-type(2)".
    /// A text is named by the element that holds it.
    pub fn selector(&self, node: NodeId) -> String {
        let mut steps = Vec::new();
        let mut at = node;
        while at != NodeId::ROOT && !matches!(self.tag(at), Some(Tag::HTML)) {
            if self.tag(at).is_some() {
                let (step, is_unique) = self.selector_step(at);
                steps.push(step);
                if is_unique {
                    break;
                }
            }
            at = self.parent(at);
        }
        steps.reverse();
        steps.join(" > ")
    }

    /// One step of a selector, and whether it names the element alone.
    fn selector_step(&self, node: NodeId) -> (String, bool) {
        let name = self.tag_name(node);
        let is_plain =
            |id: &&str| !id.is_empty() && id.chars().all(|c| c.is_ascii_alphabetic() || c == '-' || c == '_');
        if let Some(id) = self.attribute(node, "id").filter(is_plain) {
            return (format!("{name}#{id}"), true);
        }
        let like = || self.children(self.parent(node)).filter(|&other| self.tag(other) == self.tag(node));
        if name == "body" || like().nth(1).is_none() {
            return (name.to_owned(), false);
        }
        let place = like().take_while(|&other| other <= node).count();
        (format!("{name}:nth-of-type({place})"), false)
    }
}

#[cfg(test)]
mod tests {
    use crate::options::Limits;
    use crate::page::{NodeId, parse_html};

    #[test]
    fn words_of_blocks_are_parted_and_scripts_say_nothing() {
        let html = "<body><ul><li>One<li>t<b>w</b>o</ul>three<br>four<script>let five;</script><style>six{}</style><p>seven</p>eight";
        assert_eq!(
            parse_html(html, &Limits::default()).unwrap().words_of(NodeId::ROOT),
            "One two three four seven eight"
        );
    }
}
