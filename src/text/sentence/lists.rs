//! Lists: markers such as "1.", "b)" and "(iv)", and which marker comes next.

use super::marks::is_blank;

/// How the items of a list are marked, and the label that would come next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct List {
    style: Style,
    next: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Style {
    kind: Label,
    bullet: bool,
    open: bool,
    stop: bool,
    close: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Number,
    Letter,
    Roman,
    /// Only a bullet.
    None,
}

const ROMANS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// The list that a marker at the start of `text` begins, and the marker's length in bytes.
pub(super) fn begin(text: &str) -> Option<(List, usize)> {
    let (style, label, length) = read(text)?;
    Some((List { style, next: successor(style.kind, label) }, length))
}

impl List {
    /// The length of the marker at the start of `text` where it is this list's next; the list then waits for the one after.
    pub fn advance(&mut self, text: &str) -> Option<usize> {
        let (style, label, length) = read(text)?;
        let same = Style { kind: self.style.kind, ..style } == self.style && label == self.next;
        if !same {
            return None;
        }
        self.next = successor(self.style.kind, label);
        Some(length)
    }

    /// True where the items have bullets.
    pub fn has_bullets(&self) -> bool {
        self.style.bullet
    }
}

fn read(text: &str) -> Option<(Style, &str, usize)> {
    let mut rest = text.trim_start_matches(['•', '⁃', '▪', '●', '◦', '‣']);
    let bullet = rest.len() < text.len();
    rest = rest.trim_start_matches(is_blank);
    let bare = text.len() - rest.len();
    let opened = rest.strip_prefix('(');
    let inner = opened.unwrap_or(rest);
    let end = inner.bytes().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let label = &inner[..end];
    let tail = &inner[end..];
    let after_stop = tail.strip_prefix('.');
    let after_close = after_stop.unwrap_or(tail).strip_prefix(')');
    let rest = after_close.or(after_stop);
    let only_bullet =
        || bullet.then_some((Style { kind: Label::None, bullet, open: false, stop: false, close: false }, "", bare));
    let (Some(kind), Some(rest)) = (kind_of(label), rest) else { return only_bullet() };
    let style =
        Style { kind, bullet, open: opened.is_some(), stop: after_stop.is_some(), close: after_close.is_some() };
    let initial = style.stop && !style.close && label.bytes().all(|b| b.is_ascii_uppercase());
    let fits = rest.starts_with(is_blank) && !initial && (!style.open || style.close);
    if fits { Some((style, label, text.len() - rest.len())) } else { only_bullet() }
}

fn kind_of(label: &str) -> Option<Label> {
    let bytes = label.as_bytes();
    let small = || bytes.iter().all(u8::is_ascii_lowercase);
    match bytes.len() {
        1..=3 if bytes.iter().all(u8::is_ascii_digit) => Some(Label::Number),
        _ if label == "i" || bytes.len() > 1 && small() && ROMANS.contains(&label) => Some(Label::Roman),
        1 if bytes[0].is_ascii_alphabetic() => Some(Label::Letter),
        _ => None,
    }
}

fn successor(kind: Label, label: &str) -> String {
    let number: u32 = label.bytes().fold(0, |n, b| n.wrapping_mul(10).wrapping_add(u32::from(b.wrapping_sub(b'0'))));
    match kind {
        Label::Number => (number + 1).to_string(),
        Label::Letter => label.bytes().next().map(|b| ((b + 1) as char).to_string()).unwrap_or_default(),
        Label::Roman => {
            let at = ROMANS.iter().position(|&roman| roman == label);
            at.and_then(|at| ROMANS.get(at + 1)).unwrap_or(&"").to_string()
        }
        Label::None => String::new(),
    }
}
