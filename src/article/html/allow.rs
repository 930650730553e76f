//! What may stand in clean HTML: elements and attributes, as tables. Whatever isn't named here is left out.

use super::super::url;
use super::language;
use crate::page::Tag;

/// What an element is to the writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Holds blocks, or text that then gets a paragraph of its own: `blockquote`, `figure`.
    Holder,
    /// Holds text or blocks as they are: `li`, `td`.
    Cell,
    /// Holds text alone: `p`, `h2`, `pre`.
    Leaf,
    /// Holds only elements of a table or list: `table`, `ul`.
    Frame,
    /// Runs in the line: `em`, `a`.
    Inline,
    /// Not written itself, but its content is, parted from what is around: `div`.
    Border,
    /// Not written itself; its content runs on: `span`.
    Nothing,
}

/// Element, the name it is written with, role, and its own attributes.
type Row = (Tag, &'static str, Role, &'static [(&'static str, Value)]);

/// What may be written.
#[rustfmt::skip]
const ELEMENTS: &[Row] = &[
    (Tag::P, "p", Role::Leaf, &[]),
    (Tag::H1, "h1", Role::Leaf, &[]), (Tag::H2, "h2", Role::Leaf, &[]), (Tag::H3, "h3", Role::Leaf, &[]),
    (Tag::H4, "h4", Role::Leaf, &[]), (Tag::H5, "h5", Role::Leaf, &[]), (Tag::H6, "h6", Role::Leaf, &[]),
    (Tag::PRE, "pre", Role::Leaf, &[("class", Value::Language)]),
    (Tag::BLOCKQUOTE, "blockquote", Role::Holder, &[("cite", Value::Address)]),
    (Tag::FIGURE, "figure", Role::Holder, &[]), (Tag::FIGCAPTION, "figcaption", Role::Cell, &[]),
    (Tag::DETAILS, "details", Role::Holder, &[]), (Tag::SUMMARY, "summary", Role::Leaf, &[]),
    (Tag::UL, "ul", Role::Frame, &[]), (Tag::MENU, "ul", Role::Frame, &[]), (Tag::DIR, "ul", Role::Frame, &[]),
    (Tag::OL, "ol", Role::Frame, &[("start", Value::Number), ("reversed", Value::Flag), ("type", Value::Word)]),
    (Tag::LI, "li", Role::Cell, &[("value", Value::Number)]),
    (Tag::DL, "dl", Role::Frame, &[]), (Tag::DT, "dt", Role::Leaf, &[]), (Tag::DD, "dd", Role::Cell, &[]),
    (Tag::TABLE, "table", Role::Frame, &[]), (Tag::CAPTION, "caption", Role::Cell, &[]),
    (Tag::THEAD, "thead", Role::Frame, &[]), (Tag::TBODY, "tbody", Role::Frame, &[]), (Tag::TFOOT, "tfoot", Role::Frame, &[]),
    (Tag::TR, "tr", Role::Frame, &[]),
    (Tag::TD, "td", Role::Cell, &[("colspan", Value::Number), ("rowspan", Value::Number)]),
    (Tag::TH, "th", Role::Cell, &[("colspan", Value::Number), ("rowspan", Value::Number), ("scope", Value::Word)]),
    (Tag::A, "a", Role::Inline, &[("href", Value::Link), ("title", Value::Text), ("hreflang", Value::Word)]),
    (Tag::ABBR, "abbr", Role::Inline, &[("title", Value::Text)]), (Tag::DFN, "dfn", Role::Inline, &[("title", Value::Text)]),
    (Tag::B, "b", Role::Inline, &[]), (Tag::STRONG, "strong", Role::Inline, &[]),
    (Tag::I, "i", Role::Inline, &[]), (Tag::EM, "em", Role::Inline, &[]),
    (Tag::BDI, "bdi", Role::Inline, &[]), (Tag::BDO, "bdo", Role::Inline, &[]), (Tag::CITE, "cite", Role::Inline, &[]),
    (Tag::CODE, "code", Role::Inline, &[("class", Value::Language)]), (Tag::TT, "code", Role::Inline, &[]),
    (Tag::KBD, "kbd", Role::Inline, &[]), (Tag::SAMP, "samp", Role::Inline, &[]), (Tag::VAR, "var", Role::Inline, &[]),
    (Tag::DEL, "del", Role::Inline, &[("datetime", Value::Text), ("cite", Value::Address)]),
    (Tag::INS, "ins", Role::Inline, &[("datetime", Value::Text), ("cite", Value::Address)]),
    (Tag::MARK, "mark", Role::Inline, &[]), (Tag::Q, "q", Role::Inline, &[("cite", Value::Address)]),
    (Tag::S, "s", Role::Inline, &[]), (Tag::STRIKE, "s", Role::Inline, &[]), (Tag::SMALL, "small", Role::Inline, &[]),
    (Tag::SUB, "sub", Role::Inline, &[]), (Tag::SUP, "sup", Role::Inline, &[]), (Tag::U, "u", Role::Inline, &[]),
    (Tag::TIME, "time", Role::Inline, &[("datetime", Value::Text)]),
];

/// Attributes of every element that is written.
const EVERYWHERE: &[(&str, Value)] = &[("lang", Value::Word), ("dir", Value::Word)];

/// What an attribute may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Any characters; they are only shown.
    Text,
    /// Letters, digits and hyphens.
    Word,
    /// Digits, a minus before them.
    Number,
    /// Present or not.
    Flag,
    /// An address that may be followed.
    Address,
    /// The same, or a place in the article.
    Link,
    /// The language of code, of all classes: "language-rust".
    Language,
}

/// Name, role and own attributes of an element; a name and no attributes for one that isn't written.
pub(super) fn element(tag: Tag) -> (&'static str, Role, &'static [(&'static str, Value)]) {
    match ELEMENTS.iter().find(|row| row.0 == tag) {
        Some(&(_, name, role, attributes)) => (name, role, attributes),
        None if tag.flow() == crate::page::Flow::Block => ("", Role::Border, &[]),
        None => ("", Role::Nothing, &[]),
    }
}

/// What an attribute of an element may hold; `None` where it may not stand.
pub(super) fn attribute(own: &[(&str, Value)], name: &str) -> Option<Value> {
    own.iter().chain(EVERYWHERE).find(|row| row.0 == name).map(|row| row.1)
}

/// The value as it may be written; `None` where it holds something else.
pub(super) fn accept(kind: Value, value: &str, base: Option<&str>) -> Option<String> {
    let value = value.trim();
    match kind {
        Value::Text => (!value.is_empty()).then(|| value.to_owned()),
        Value::Word => is_word(value, 16).then(|| value.to_owned()),
        Value::Number => {
            let digits = value.strip_prefix('-').unwrap_or(value);
            let holds = (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            holds.then(|| value.to_owned())
        }
        Value::Flag => Some(String::new()),
        Value::Address | Value::Link => url::absolute(value, base),
        Value::Language => language::of_classes(value).map(|language| ["language-", language].concat()),
    }
}

fn is_word(value: &str, most: usize) -> bool {
    (1..=most).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Elements of MathML that are written; those that hold text alone are marked.
pub(super) const MATH: &[(&str, bool)] = &[
    ("math", false),
    ("mi", true),
    ("mn", true),
    ("mo", true),
    ("ms", true),
    ("mtext", true),
    ("mspace", false),
    ("mrow", false),
    ("mfrac", false),
    ("msqrt", false),
    ("mroot", false),
    ("mstyle", false),
    ("merror", false),
    ("mpadded", false),
    ("mphantom", false),
    ("mfenced", false),
    ("menclose", false),
    ("msub", false),
    ("msup", false),
    ("msubsup", false),
    ("munder", false),
    ("mover", false),
    ("munderover", false),
    ("mmultiscripts", false),
    ("mprescripts", false),
    ("none", false),
    ("mtable", false),
    ("mtr", false),
    ("mtd", false),
];

/// Attributes of MathML that are written; none holds an address.
pub(super) const MATH_ATTRIBUTES: &[&str] = &[
    "accent",
    "accentunder",
    "close",
    "columnalign",
    "columnspan",
    "depth",
    "dir",
    "display",
    "fence",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "open",
    "rowspan",
    "rspace",
    "separator",
    "separators",
    "stretchy",
    "symmetric",
    "voffset",
    "width",
];
