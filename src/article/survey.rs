//! Survey: one pass over a page that says of each node where it stands: in which elements, under which names, hidden or not.

use super::hints;
use super::measure::{SEED, mix};
use crate::page::{NodeId, NodeKind, Page, Tag};
use crate::table::Map;

macro_rules! places {
    ($($(#[$doc:meta])* $name:ident = $bit:literal),+ $(,)?) => { $($(#[$doc])* pub(super) const $name: u32 = 1 << $bit;)+ };
}

// What holds a node, or what it is itself.
places! {
    NAV = 0, HEADER = 1, FOOTER = 2, ASIDE = 3, MAIN = 4, ARTICLE = 5, FORM = 6, FIGURE = 7, TABLE = 8, LIST = 9, SECTION = 10,
    NOSCRIPT = 11, DETAILS = 12, DIALOG = 13, BUTTON = 14, LINK = 15, HEADING = 16, LABEL = 17, BLOCKQUOTE = 18, PRE = 19,
    /// Hidden by its attribute or its style.
    HIDDEN = 20,
    /// Hidden from assistive technology only.
    ARIA_HIDDEN = 21,
    /// Hidden by the computed style of a live page.
    UNSEEN = 22,
    /// Asked to be left out, or outside the root that was asked for.
    EXCLUDED = 23,
    /// Marked by microdata as the body or the description of what the page is about.
    BODY_TEXT = 24,
    ADDRESS = 25, DEFINITIONS = 26, TAB_PANEL = 27,
}

/// What is known of one node.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// Places: what holds the node, itself included.
    pub places: u32,
    /// Hints in its own names.
    pub own: u32,
    /// Hints in its own names and those of all that hold it.
    pub path: u32,
    /// Hash of its tag and class, digits levelled.
    pub look: u64,
    /// How many elements hold it.
    pub depth: u32,
}

/// The standing of each node, by its place in `Page::nodes`. `is_excluded` names nodes that
/// the caller wants left out; it is asked in document order.
pub(super) fn survey(page: &Page, mut is_excluded: impl FnMut(NodeId) -> bool) -> Vec<Standing> {
    let mut standings: Vec<Standing> = Vec::with_capacity(page.nodes.len());
    let mut classes = Classes::default();
    for (index, node) in page.nodes.iter().enumerate() {
        let id = NodeId(index as u32);
        let above = if index == 0 { Standing::default() } else { standings[node.parent.index()] };
        let NodeKind::Element { tag, hidden, .. } = node.kind else {
            standings.push(above);
            continue;
        };
        let mut own = own_standing(page, id, tag, &mut classes);
        own.places |= above.places | if hidden { UNSEEN } else { 0 } | if is_excluded(id) { EXCLUDED } else { 0 };
        own.path = above.path | own.own;
        own.depth = above.depth + 1;
        standings.push(own);
    }
    standings
}

/// What was read of each class attribute: its hints, and the look that it gives a tag. Pages repeat most of them.
type Classes<'p> = Map<(Tag, &'p str), (u32, u64)>;

fn own_standing<'p>(page: &'p Page, node: NodeId, tag: Tag, classes: &mut Classes<'p>) -> Standing {
    let mut own = Standing { places: place_of_tag(tag), look: mix(SEED, u64::from(tag.0)), ..Standing::default() };
    for (name, value) in page.attributes_of(node) {
        match name {
            "class" => {
                let (hints, look) = *classes.entry((tag, value)).or_insert_with(|| {
                    let letters = value.bytes().filter(|b| !b.is_ascii_digit());
                    (hints::read(value), letters.fold(own.look, |h, b| mix(h, u64::from(b))))
                });
                own.own |= hints;
                own.look = look;
            }
            "id" => own.own |= hints::read(value),
            "role" => {
                own.own |= hints::read(value);
                own.places |= place_of_role(value);
            }
            "itemprop" => {
                own.own |= hints::read(value);
                own.places |= if BODY_PROPERTIES.contains(&value) { BODY_TEXT } else { 0 };
            }
            "aria-label" | "data-testid" | "data-component" | "name" if value.len() < 60 => {
                own.own |= hints::read(value)
            }
            "hidden" => own.places |= HIDDEN,
            "aria-hidden" if value == "true" => own.places |= ARIA_HIDDEN,
            "style" if hides(value) => own.places |= HIDDEN,
            "href" if tag == Tag::A => own.places |= LINK,
            _ => {}
        }
    }
    own
}

const BODY_PROPERTIES: [&str; 6] =
    ["articleBody", "description", "text", "reviewBody", "recipeInstructions", "commentText"];

fn place_of_tag(tag: Tag) -> u32 {
    match tag {
        Tag::NAV | Tag::MENU => NAV,
        Tag::HEADER => HEADER,
        Tag::FOOTER => FOOTER,
        Tag::ASIDE => ASIDE,
        Tag::MAIN => MAIN,
        Tag::ARTICLE => ARTICLE,
        Tag::FORM | Tag::FIELDSET | Tag::SEARCH => FORM,
        Tag::FIGURE | Tag::FIGCAPTION | Tag::PICTURE => FIGURE,
        Tag::TABLE => TABLE,
        Tag::UL | Tag::OL => LIST,
        Tag::SECTION => SECTION,
        Tag::NOSCRIPT => NOSCRIPT,
        Tag::DETAILS => DETAILS,
        Tag::DIALOG => DIALOG,
        Tag::BUTTON => BUTTON,
        Tag::LABEL | Tag::LEGEND => LABEL,
        Tag::BLOCKQUOTE | Tag::Q => BLOCKQUOTE,
        Tag::PRE => PRE,
        Tag::ADDRESS => ADDRESS,
        Tag::DL => DEFINITIONS,
        _ if tag.heading_level().is_some() => HEADING,
        _ => 0,
    }
}

fn place_of_role(role: &str) -> u32 {
    match role {
        "navigation" | "menu" | "menubar" | "menuitem" => NAV,
        "banner" => HEADER,
        "contentinfo" => FOOTER,
        "complementary" | "note" => ASIDE,
        "main" => MAIN,
        "article" => ARTICLE,
        "form" | "search" => FORM,
        "dialog" | "alertdialog" | "alert" => DIALOG,
        "button" | "tab" | "checkbox" | "option" | "switch" => BUTTON,
        "heading" => HEADING,
        "list" => LIST,
        "tabpanel" => TAB_PANEL,
        _ => 0,
    }
}

/// True for a style that shows nothing: not displayed, invisible, transparent, or far off the screen.
fn hides(style: &str) -> bool {
    let is_far = |value: &str| value.strip_prefix('-').is_some_and(|far| far.trim_end_matches("px").len() >= 4);
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
        let (name, value) = (name.trim(), value.trim().trim_end_matches("!important").trim());
        let is = |wanted: &str| value.eq_ignore_ascii_case(wanted);
        match name.to_ascii_lowercase().as_str() {
            "display" => is("none"),
            "visibility" => is("hidden") || is("collapse"),
            "opacity" => matches!(value, "0" | "0.0" | "0%"),
            "left" | "top" | "text-indent" | "margin-left" => is_far(value),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_that_show_nothing_are_known() {
        for style in ["display:none", "color:red; DISPLAY : None !important", "left:-9999px", "opacity:0"] {
            assert!(hides(style), "{style}");
        }
        for style in ["display:block", "left:-9px", "opacity:0.5", "", "background:url(a:b)"] {
            assert!(!hides(style), "{style}");
        }
    }
}
