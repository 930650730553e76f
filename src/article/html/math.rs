//! Formulas: MathML, written as a whole from the elements that `allow` names.

use super::allow::{MATH, MATH_ATTRIBUTES};
use super::escape;
use crate::page::{NodeId, Page, Tag};

/// Elements whose content is another notation of the formula, or none of it.
const LEFT_OUT: &[&str] = &["annotation", "annotation-xml", "script", "style", "mglyph", "malignmark", "maction"];

/// The outermost formula that a text stands in.
pub(super) fn formula_of(page: &Page, node: NodeId) -> Option<NodeId> {
    page.ancestors(node).filter(|&above| page.tag(above) == Some(Tag::MATH)).last()
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
