//! HTML → the same HTML, with no tag of more attributes than are read.
//!
//! html5ever compares each attribute with those before it, so one tag with a million attributes would keep it busy for hours.

use std::borrow::Cow;

/// Attributes of one tag that are read; real pages stay below a hundred.
const ATTRIBUTES_MAX: u32 = 512;

/// Where a reader of a tag stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Blank,
    Name,
    Equals,
    Unquoted,
    Quoted(u8),
}

/// `html` without the attributes past the bound. Borrows where no tag has so many, as every real page.
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut copied = 0;
    let mut from = 0;
    while let Some(found) = html[from..].find('<') {
        let (cut, end) = read_tag(html.as_bytes(), from + found + 1);
        if let Some(cut) = cut {
            kept.push_str(&html[copied..cut]);
            copied = end;
        }
        from = end;
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(&html[copied..]);
    Cow::Owned(kept)
}

/// Where a tag's attributes are too many, if they are, and where it ends. Both stand before an ASCII character or at the end.
fn read_tag(bytes: &[u8], start: usize) -> (Option<usize>, usize) {
    if !bytes.get(start).is_some_and(u8::is_ascii_alphabetic) {
        return (None, start);
    }
    let (mut at, mut count, mut cut) = (At::Name, 0, None);
    for (index, &byte) in bytes.iter().enumerate().skip(start) {
        at = match (at, byte) {
            (At::Quoted(mark), _) if byte == mark => At::Blank,
            (At::Quoted(_), _) => at,
            (_, b'<' | b'>') => return (cut, index),
            (At::Equals, b'"' | b'\'') => At::Quoted(byte),
            (At::Equals, _) if byte.is_ascii_whitespace() => At::Equals,
            (_, _) if byte.is_ascii_whitespace() || byte == b'/' && at != At::Unquoted => At::Blank,
            (At::Equals | At::Unquoted, _) => At::Unquoted,
            (_, b'=') => At::Equals,
            (At::Name, _) => At::Name,
            (At::Blank, _) => {
                count += 1;
                if count > ATTRIBUTES_MAX && cut.is_none() {
                    cut = Some(index);
                }
                At::Name
            }
        };
    }
    (cut, bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_few_attributes_is_kept_as_it_is() {
        let html = "<p class=a title='x > y'>1 < 2 <br/><a href=\"/é/\" x = y>é</a>";
        assert!(matches!(bounded(html), Cow::Borrowed(same) if same == html));
    }

    #[test]
    fn attributes_past_the_bound_are_left_out_and_the_text_stays() {
        let many: String = (0..2000).map(|i| format!(" é{i}=\"a > b\" c{i}")).collect();
        let html = format!("<i>é</i><p{many}>hello <b>you</b>");
        let kept = bounded(&html);
        assert!(kept.len() < 8000, "{}", kept.len());
        assert!(kept.starts_with("<i>é</i><p é0=\"a > b\" c0 ") && kept.ends_with(">hello <b>you</b>"), "{kept}");
    }

    #[test]
    fn a_tag_without_an_end_ends_with_the_page() {
        let html = format!("<p>x<a{}", " b".repeat(1000));
        assert_eq!(bounded(&html).len(), "<p>x<a ".len() + 512 * 2);
    }
}
