//! What of an HTML string the parser is spared: code and style sheets, two fifths of a page and of no use to its reader, and
//! attributes too many, for the tokenizer compares each with all before it in its tag.
//!
//! Tags, comments and raw text are told apart as the HTML Standard's tokenizer does (WHATWG, 13.2.5).

/// Attributes beyond these are dropped from a tag. Real ones have fewer than a hundred.
const ATTRIBUTES_MAX: usize = 256;

/// Bytes that are left of code: as much as tells that a page brings its content by script.
pub(crate) const CODE_KEPT: usize = 256;

/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// The parts of the document that are to be parsed, in order.
pub(super) fn trimmed(html: &str, is_xml: bool) -> Vec<&str> {
    let (mut kept, mut from) = (Vec::new(), 0);
    let mut leave_out = |start: usize, end: usize| {
        kept.push(&html[from..start]);
        from = end;
    };
    let (mut at, mut has_frames) = (0, false);
    while let Some(found) = html[at..].find('<') {
        at += found + 1;
        let Some(name) = tag_name(&html[at..]) else {
            at = end_of_other(html, at);
            continue;
        };
        let Attributes { cut, end } = Attributes::read(html.as_bytes(), at + name.len());
        if let Some(cut) = cut {
            leave_out(cut, end);
        }
        let opening = &html[at..end];
        at = end;
        has_frames |= name.eq_ignore_ascii_case("frameset");
        // What stands for frames is the document; and an XML document may close any element in its start tag.
        let is_markup = |raw: &str| has_frames && raw == "noframes" || is_xml && opening.ends_with('/');
        let Some(raw) = RAW.iter().find(|raw| raw.eq_ignore_ascii_case(name)).filter(|raw| !is_markup(raw)) else {
            if name.eq_ignore_ascii_case("plaintext") {
                break;
            }
            continue;
        };
        at = end_of_raw(html, end, raw);
        let start = (end + 1).min(at);
        match *raw {
            "style" => leave_out(start, at),
            "script" if is_code(opening) && !html[start..at].contains("<!--") => {
                leave_out(boundary(html, start + CODE_KEPT).min(at), at);
            }
            _ => {}
        }
    }
    kept.push(&html[from..]);
    kept
}

/// The first place between characters from `at` on.
fn boundary(html: &str, at: usize) -> usize {
    (at..html.len()).find(|&place| html.is_char_boundary(place)).unwrap_or(html.len())
}

/// The name of the tag that `rest` opens with, with the slash of an end tag; `None` where it is no tag.
fn tag_name(rest: &str) -> Option<&str> {
    let name = rest.strip_prefix('/').unwrap_or(rest);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let slash = rest.len() - name.len();
    let length = name.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(name.len());
    Some(&rest[..slash + length])
}

/// Where reading goes on behind a `<` that opens no tag: behind a comment, a doctype, an instruction, or right there.
fn end_of_other(html: &str, at: usize) -> usize {
    let rest = &html[at..];
    let length = match rest.strip_prefix("!--") {
        Some(comment) => 3 + comment_length(comment),
        None if rest.starts_with(['!', '?', '/']) => rest.find('>').map_or(rest.len(), |found| found + 1),
        None => 0,
    };
    at + length
}

/// How long a comment is behind its `<!--`.
fn comment_length(comment: &str) -> usize {
    if comment.starts_with('>') || comment.starts_with("->") {
        return 0;
    }
    let mut at = 0;
    while let Some(found) = comment[at..].find('>') {
        at += found + 1;
        if comment[..at].ends_with("-->") || comment[..at].ends_with("--!>") {
            return at;
        }
    }
    comment.len()
}

/// True for the start tag of a script that runs: data, formulas and templates say so by their type.
fn is_code(opening: &str) -> bool {
    let has =
        |word: &str| opening.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()));
    !has("type") || has("javascript") || has("\"module\"")
}

/// Where a raw element's end tag starts.
fn end_of_raw(html: &str, start: usize, name: &str) -> usize {
    let mut at = start;
    while let Some(found) = html[at..].find('<') {
        at += found;
        let tag = html.as_bytes()[at + 1..].strip_prefix(b"/").and_then(|tag| tag.split_at_checked(name.len()));
        let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        if tag.is_some_and(|(found, behind)| {
            found.eq_ignore_ascii_case(name.as_bytes()) && behind.first().is_some_and(ends)
        }) {
            return at;
        }
        at += 1;
    }
    html.len()
}

/// The attributes of a tag: where those too many start, and where its `>` stands.
struct Attributes {
    cut: Option<usize>,
    end: usize,
}

impl Attributes {
    /// Reads them as the tokenizer does.
    fn read(bytes: &[u8], start: usize) -> Self {
        let (mut cut, mut count, mut at) = (None, 0, start);
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'>' => return Self { cut, end: at },
                b'/' => at += 1,
                _ if byte.is_ascii_whitespace() => at += 1,
                _ => {
                    if count == ATTRIBUTES_MAX {
                        cut = Some(at);
                    }
                    count += 1;
                    at = end_of_attribute(bytes, at);
                }
            }
        }
        Self { cut, end: bytes.len() }
    }
}

fn end_of_attribute(bytes: &[u8], start: usize) -> usize {
    let skip = |at: usize, is: fn(u8) -> bool| at + bytes[at..].iter().take_while(|&&byte| is(byte)).count();
    let blank = |byte: u8| byte.is_ascii_whitespace();
    // A "=" that opens a name is part of it.
    let name = skip(start + 1, |byte| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'='));
    let gap = skip(name, blank);
    if bytes.get(gap) != Some(&b'=') {
        return name;
    }
    let value = skip(gap + 1, blank);
    match bytes.get(value) {
        Some(b'"') => (skip(value + 1, |byte| byte != b'"') + 1).min(bytes.len()),
        Some(b'\'') => (skip(value + 1, |byte| byte != b'\'') + 1).min(bytes.len()),
        _ => skip(value, |byte| !byte.is_ascii_whitespace() && byte != b'>'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(html: &str) -> String {
        trimmed(html, false).concat()
    }

    #[test]
    fn a_document_without_code_is_not_touched() {
        let html = "<!-- <a b> --><p class='a > b' id=x>1 < 2<script type=text/x-template>if (a<b) {}</script><br/><é";
        assert_eq!(trimmed(html, false), [html]);
    }

    #[test]
    fn code_and_style_sheets_are_left_out_and_data_stays() {
        let code = "x".repeat(CODE_KEPT);
        let html = |code: &str, style: &str| {
            format!(
                "<style media=print>{style}</style><p>One<SCRIPT>{code}</SCRIPT ><script type=application/ld+json>{{\"a\":1}}</script>\
                 <script src=a.js type=text/JavaScript>{code}</script>two<title><script></title>three"
            )
        };
        let long = format!("{code}é'</scripty>'");
        assert_eq!(parsed(&html(&long, "p > a {}")), html(&code, ""));
        assert_eq!(parsed(&html("é", "")), html("é", ""));
    }

    #[test]
    fn what_only_looks_like_code_stays() {
        let text = "y".repeat(CODE_KEPT * 2);
        for opening in [
            "<!-- --!><title><script></title>",
            "<!--x--> <!-- ---><title><style></title>",
            "<?php echo '<script>' ?>",
            "</p title='<style>'><p title=\"<script>\">",
            "<!doctype x '<style>",
            "<script><!-- <script></script>",
            "<plaintext><style>",
            "<textarea><script></textarea>",
        ] {
            let html = format!("{opening}{text}</script>");
            assert_eq!(parsed(&html), html, "{opening}");
        }
        assert!(
            ["<!-->", "<!--->", "</>", "<!x>"]
                .iter()
                .all(|other| { parsed(&format!("{other}<script>{text}</script>")).len() < text.len() })
        );
        let xml = format!("<script src='a.js'/>{text}<script>b</script>");
        assert_eq!(trimmed(&xml, true).concat(), xml);
        assert!(parsed(&xml).len() < xml.len());
    }

    #[test]
    fn attributes_too_many_are_dropped_in_what_stands_for_frames() {
        let many: String = (0..1000).map(|n| format!(" a{n}")).collect();
        let framed = |set: &str| format!("{set}<noframes><p{many}>text</noframes>");
        assert!(!parsed(&framed("<FRAMESET cols=1>")).contains("a999"));
        assert!(parsed(&framed("<p>")).contains("a999"));
    }

    #[test]
    fn attributes_too_many_are_dropped_and_the_rest_stays() {
        let many: String = (0..1000).map(|n| format!(" a{n}=\"é>{n}\"")).collect();
        let html = format!("<i{many}>text</i><xmp>x<y{many}</xmp><p>end");
        let trimmed = parsed(&html);
        assert!(trimmed.starts_with("<i a0=\"é>0\"") && trimmed.contains("a255=") && trimmed.ends_with("<p>end"));
        assert_eq!(trimmed.matches("a999=").count(), 1, "raw text stays");
        assert!(trimmed.contains(">text</i>"));
    }
}
