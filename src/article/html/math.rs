//! Formulas: MathML, written as a whole from the elements that `allow` names.

use super::allow::{MATH, MATH_ATTRIBUTES};
use super::escape;
use crate::page::{NodeId, Page, Tag};

/// Elements whose content is another notation of the formula, or none of it.
const LEFT_OUT: &[&str] = &["annotation", "annotation-xml", "script", "style", "mglyph", "malignmark", "maction"];

/// Names of elements around a formula that hold it in other notations too, as openings of a class or an element's name.
const WRAPPERS: &[&str] = &["katex", "MathJax", "mwe-math-element", "mjx-container"];
/// Levels around a formula that may be its wrappers.
const LEVELS_MAX: usize = 4;

/// An outermost formula and the nodes that show it, its other notations among them.
#[derive(Clone, Copy)]
pub(super) struct Formula {
    pub(super) math: NodeId,
    pub(super) start: NodeId,
    end: NodeId,
}

/// The formulas of a page in document order.
pub(super) struct Formulas(Vec<Formula>);

impl Formulas {
    pub(super) fn of(page: &Page) -> Self {
        let mut found: Vec<Formula> = Vec::new();
        for math in page.subtree(NodeId::ROOT).filter(|&node| page.tag(node) == Some(Tag::MATH)) {
            if found.last().is_some_and(|last| page.holds(last.math, math)) {
                continue;
            }
            let wraps = |&around: &NodeId| {
                let classes = page.attribute(around, "class").unwrap_or("").split_ascii_whitespace();
                let mut names = classes.chain([page.tag_name(around)]);
                names.any(|name| WRAPPERS.iter().any(|opening| name.starts_with(opening)))
            };
            let wrapper = page.ancestors(math).take(LEVELS_MAX).filter(wraps).last();
            let start = wrapper.unwrap_or(math);
            let mut formula = Formula { math, start, end: page.nodes[start.index()].end };
            // What wraps two formulas is no wrapper of one.
            if let Some(last) = found.last_mut().filter(|last| start < last.end) {
                (last.start, last.end) = (last.math, page.nodes[last.math.index()].end);
                (formula.start, formula.end) = (math, page.nodes[math.index()].end);
            }
            found.push(formula);
        }
        Self(found)
    }

    /// The formula that a node is part of, in whatever notation.
    pub(super) fn around(&self, node: NodeId) -> Option<&Formula> {
        let before = self.0.partition_point(|formula| formula.start <= node);
        self.0[..before].last().filter(|formula| node < formula.end)
    }
}

/// Writes a formula. Elements that hold text hold nothing else: no markup of HTML comes to stand inside.
pub(super) fn write(page: &Page, formula: NodeId, out: &mut String) {
    let end = page.nodes[formula.index()].end;
    // Elements that are open: where each ends, its name, and whether it holds text.
    let mut open: Vec<(NodeId, &str, bool)> = Vec::new();
    let mut at = formula;
    while at < end {
        while let Some(&(until, name, _)) = open.last()
            && at >= until
        {
            out.extend(["</", name, ">"]);
            open.pop();
        }
        let in_text = open.last().is_some_and(|open| open.2);
        let next = page.nodes[at.index()].end;
        if let Some(span) = page.text_span(at) {
            if in_text {
                escape(span.of(&page.text), out);
            }
        } else {
            let name = page.tag_name(at);
            if LEFT_OUT.contains(&name) {
                at = next;
                continue;
            }
            let row = MATH.iter().find(|row| row.0 == name && !in_text && (row.0 != "math" || at == formula));
            if let Some(&(name, holds_text)) = row {
                start_tag(page, at, name, out);
                open.push((next, name, holds_text));
            }
        }
        at = NodeId(at.0 + 1);
    }
    while let Some((_, name, _)) = open.pop() {
        out.extend(["</", name, ">"]);
    }
}

fn start_tag(page: &Page, node: NodeId, name: &str, out: &mut String) {
    out.extend(["<", name]);
    for &known in MATH_ATTRIBUTES {
        if let Some(value) = page.attribute(node, known) {
            out.extend([" ", known, "=\""]);
            escape(&value.replace('"', ""), out);
            out.push('"');
        }
    }
    out.push('>');
}
