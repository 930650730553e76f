//! Bytes → a string, and whether that is markup: the same answers as `www/input.js` gives. `tests/js/abi.test.js` compares the two.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use regex_lite::Regex;
use std::sync::LazyLock;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An HTML document or fragment.
    Html,
    /// Plain text.
    Text,
}

/// How far into a document its own word on its encoding is looked for.
const PRESCAN_BYTES: usize = 4096;

/// What JavaScript's `\s` stands for, inside a class.
macro_rules! blank {
    () => {
        r"\t\n\x0b\x0c\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}"
    };
}

macro_rules! pattern {
    ($name:ident, $($part:expr),+) => {
        static $name: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(concat!($($part),+)).expect("the pattern is a constant, and a test has compiled it"));
    };
}

pattern!(XML, r#"^<\?xml[^>]*?\bencoding["#, blank!(), r#"]*=["#, blank!(), r#"]*["']([^"'>]+)["']"#);
pattern!(COMMENT, r"<!--[\s\S]*?(?:-->|$)");
pattern!(META, r"(?i)<meta[/", blank!(), r"][^>]*");
pattern!(
    CHARSET,
    r#"(?i)charset["#,
    blank!(),
    r#"]*=["#,
    blank!(),
    r#"]*(?:"([^"]*)"|'([^']*)'|([^;"'"#,
    blank!(),
    r#"]+))"#
);
pattern!(
    OPENING,
    r"(?i)^[",
    blank!(),
    r"]*<(?:!doctype|\?xml|!--|html|head|body|title|meta|link|script|style|base|header|nav|main|article|section|aside|",
    r"footer|div|p|h[1-6]|ul|ol|dl|table|blockquote|pre|figure|img|a|span|b|i|em|strong|center|font|br|hr|form)[>/",
    blank!(),
    r"]"
);
pattern!(
    TAG,
    r"(?i)</?(?:html|body|div|p|article|section|main|span|a|h[1-6]|ul|ol|li|table|tr|td|blockquote|em|strong|b|i|br|hr|img)(?:[",
    blank!(),
    r"][^<>]*)?/?>"
);

/// Bytes as text: by their byte order mark, then by what HTTP says, then by what the document says, then as UTF-8.
pub fn decode(bytes: &[u8], charset: Option<&str>) -> String {
    let named = |label: &str| Encoding::for_label_no_replacement(label.as_bytes()).unwrap_or(UTF_8);
    let encoding = byte_order_mark(bytes)
        .or_else(|| charset.map(named))
        .or_else(|| declared(bytes).as_deref().map(named))
        .unwrap_or(UTF_8);
    encoding.decode_with_bom_removal(bytes).0.into_owned()
}

fn byte_order_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some(UTF_8),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        _ => None,
    }
}

/// The encoding that a document's head declares (HTML Standard, "prescan a byte stream to determine its encoding").
fn declared(bytes: &[u8]) -> Option<String> {
    let (head, _) = WINDOWS_1252.decode_without_bom_handling(&bytes[..bytes.len().min(PRESCAN_BYTES)]);
    if let Some(xml) = XML.captures(&head) {
        return Some(ascii(&xml[1]));
    }
    let open = COMMENT.replace_all(&head, "");
    META.find_iter(&open).find_map(|tag| named_by(tag.as_str())).map(|label| ascii(&label))
}

/// The charset that a `<meta>` names.
fn named_by(tag: &str) -> Option<String> {
    if let Some(charset) = attribute(tag, "charset").filter(|charset| !charset.is_empty()) {
        return Some(charset);
    }
    attribute(tag, "http-equiv").filter(|equivalent| equivalent.eq_ignore_ascii_case("content-type"))?;
    let content = attribute(tag, "content")?;
    let named = first_group(&CHARSET.captures(&content)?)?.trim().to_owned();
    Some(named).filter(|charset| !charset.is_empty())
}

/// A declaration that could be read is in a superset of ASCII, whatever it says.
fn ascii(label: &str) -> String {
    let name = label.trim().to_lowercase();
    let utf_16 =
        name.starts_with("utf16") || name.starts_with("utf-16") || name.starts_with("ucs-2") || name == "unicode";
    match name.as_str() {
        _ if utf_16 => "utf-8".to_owned(),
        "x-user-defined" => "windows-1252".to_owned(),
        _ => name,
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let pattern = format!(r#"(?i)[{0}/"']{name}[{0}]*=[{0}]*(?:"([^"]*)"|'([^']*)'|([^{0}"'>]+))"#, blank!());
    let found = Regex::new(&pattern).ok()?;
    first_group(&found.captures(tag)?)
}

fn first_group(found: &regex_lite::Captures<'_>) -> Option<String> {
    found.iter().skip(1).flatten().next().map(|group| group.as_str().to_owned())
}

/// A text that opens with words is markup when it has at least one tag in so many characters, and no fewer than two.
const CHARACTERS_A_TAG: usize = 400;

/// Markup or plain text, told from the text itself.
pub fn kind_of(text: &str) -> Kind {
    if OPENING.is_match(text) {
        return Kind::Html;
    }
    let tags = TAG.find_iter(text).count();
    let is_markup = tags >= 2 && tags * CHARACTERS_A_TAG >= text.encode_utf16().count();
    if is_markup { Kind::Html } else { Kind::Text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_taken_from_mark_then_http_then_document() {
        for (bytes, charset, text) in [
            (&b"caf\xc3\xa9"[..], None, "café"),
            (b"caf\xe9", Some("iso-8859-1"), "café"),
            (b"\xef\xbb\xbfcaf\xc3\xa9", Some("iso-8859-1"), "café"),
            (b"\xff\xfec\0a\0", None, "ca"),
            (b"<meta charset=windows-1251>\xcf", None, "<meta charset=windows-1251>П"),
            (
                b"<!-- <meta charset=koi8-r> --><meta charset=utf-16>\xc3\xa9",
                None,
                "<!-- <meta charset=koi8-r> --><meta charset=utf-16>é",
            ),
            (b"<?xml version='1.0' encoding='latin1'?>\xe9", None, "<?xml version='1.0' encoding='latin1'?>é"),
            (
                b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>\xd0",
                None,
                "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>п",
            ),
            (b"caf\xc3\xa9", Some("no-such-charset"), "café"),
        ] {
            assert_eq!(decode(bytes, charset), text);
        }
    }

    #[test]
    fn markup_is_told_from_text() {
        for (text, kind) in [
            ("\u{feff}\n <!DOCTYPE html>", Kind::Html),
            ("<p>One", Kind::Html),
            ("<plan>One", Kind::Text),
            ("One <b>two</b> three", Kind::Html),
            ("If a < b and b > c", Kind::Text),
            ("", Kind::Text),
        ] {
            assert_eq!(kind_of(text), kind, "{text}");
        }
    }
}
