//! Settles a claimed value: white space, character references that were written twice, tags.

use crate::page::Tag;
use crate::sort;

/// References that sites leave in values which aren't HTML.
const REFERENCES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("bull", "•"),
    ("middot", "·"),
    ("reg", "®"),
    ("trade", "™"),
    ("copy", "©"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("agrave", "à"),
    ("ccedil", "ç"),
    ("ouml", "ö"),
    ("auml", "ä"),
    ("uuml", "ü"),
    ("Ouml", "Ö"),
    ("Auml", "Ä"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("ntilde", "ñ"),
    ("aacute", "á"),
    ("iacute", "í"),
    ("oacute", "ó"),
    ("uacute", "ú"),
    ("shy", ""),
    ("zwnj", ""),
    ("pound", "£"),
    ("euro", "€"),
    ("deg", "°"),
    ("times", "×"),
];

/// Longer than this, in bytes, nothing between `&` and `;` is a reference.
const REFERENCE_BYTES_MAX: usize = 10;

/// The value on one line: references resolved, tags dropped, white space settled; `None` where nothing is left.
pub(super) fn line(value: &str) -> Option<String> {
    let text = resolve(value);
    let text = if text.contains('<') { without_tags(&text) } else { text };
    Some(one_line(&text)).filter(|line| !line.is_empty())
}

/// What the page shows on one line: a "<b>" in it is text that its readers see.
pub(super) fn text(shown: &str) -> Option<String> {
    Some(one_line(&resolve(shown))).filter(|line| !line.is_empty())
}

/// Runs of white space become one blank; zero-width marks and soft hyphens go.
pub(super) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace()) {
        let from = out.len();
        if from > 0 {
            out.push(' ');
        }
        let before = out.len();
        for part in word.split(|c| matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}' | '\0'..='\u{1f}')) {
            out.push_str(part);
        }
        if out.len() == before {
            out.truncate(from);
        }
    }
    out
}

/// The text with its character references resolved.
fn resolve(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest.bytes().take(REFERENCE_BYTES_MAX + 2).position(|b| b == b';').map(|end| &rest[1..end]);
        let Some((name, value)) = name.and_then(|name| Some((name, reference(name)?))) else {
            out.push('&');
            rest = &rest[1..];
            continue;
        };
        out.push_str(&value);
        rest = &rest[name.len() + 2..];
        // "&amp;#8217;" was written twice.
        if name == "amp" && (rest.starts_with('#') || rest.starts_with("quot;")) {
            out.pop();
            let again = format!("&{rest}");
            let end = again.find(';').filter(|&end| end <= REFERENCE_BYTES_MAX);
            if let Some(value) = end.and_then(|end| reference(&again[1..end])) {
                out.push_str(&value);
                rest = &rest[end.unwrap_or(0)..];
            } else {
                out.push('&');
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        let valid = code.ok().and_then(char::from_u32);
        let is_number = number.bytes().skip(1).all(|b| b.is_ascii_hexdigit()) && number.len() > 1;
        return valid.or(is_number.then_some('\u{fffd}')).map(String::from);
    }
    REFERENCES.iter().find(|row| row.0 == name).map(|row| row.1.to_owned())
}

/// The text without its tags. What only names an element or a type stays: "The <b> element", "Vec<T>".
fn without_tags(text: &str) -> String {
    let mut closed: Vec<String> = text.split("</").skip(1).map(|rest| name_of(rest).to_ascii_lowercase()).collect();
    sort::plain(&mut closed);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match rest.find(['<', '>']).map(|end| rest.split_at(end)) {
            Some((tag, after)) if after.starts_with('>') && is_markup(tag, &out, &after[1..], &closed) => {
                out.push(' ');
                rest = &after[1..];
            }
            _ => out.push('<'),
        }
    }
    out.push_str(rest);
    out
}

/// True for what stands between "<" and ">" of a comment, of an element that is closed or has attributes, or of one that
/// touches the words it marks. `closed` are the names of all closing tags, sorted.
fn is_markup(tag: &str, before: &str, after: &str, closed: &[String]) -> bool {
    let closes = tag.strip_prefix('/');
    let name = name_of(closes.unwrap_or(tag)).to_ascii_lowercase();
    let breaks = name == "br" && before.ends_with(|c: char| !c.is_whitespace());
    let touches = || breaks || after.starts_with(char::is_alphanumeric);
    tag.starts_with('!')
        || Tag::of(&name).is_some()
            && (closes.is_some() || tag.contains('=') || closed.binary_search(&name).is_ok() || touches())
}

/// The element's name that a tag opens with.
fn name_of(tag: &str) -> &str {
    tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_settled_on_one_line() {
        for (raw, settled) in [
            ("  Tom &amp; Ann&#8217;s\n\tday ", "Tom & Ann’s day"),
            ("Tom&amp;#8217;s", "Tom’s"),
            ("<b>Bold</b> 3 < 4", "Bold 3 < 4"),
            ("3 < 4 <EM class=a>and</EM> 5 > 4", "3 < 4 and 5 > 4"),
            ("<p>Two<br>lines<br/> <!-- cut --> and &lt;i&gt;more", "Two lines and more"),
            ("The <b> element", "The <b> element"),
            ("<br>: the line break", "<br>: the line break"),
            ("&lt;dialog&gt; | Elements", "<dialog> | Elements"),
            ("Vec<T> and Array<Object> in x<y", "Vec<T> and Array<Object> in x<y"),
            ("A & B; C", "A & B; C"),
            ("soft\u{ad}ly \u{200b} now", "softly now"),
        ] {
            assert_eq!(line(raw).as_deref(), Some(settled));
        }
        assert_eq!(line(" \n\u{a0}"), None);
    }
}
