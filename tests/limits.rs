//! Documents made to be slow: deep nesting, misnested formatting, endless lines, huge tags. Each is refused, or done in
//! time that grows as the document does.

use nutgraf::options::Limits;
use nutgraf::page::{NodeId, Page, Tag, from_text, parse_html};
use std::time::{Duration, Instant};

/// More than any of these documents needs a thousand times over, and less than quadratic work would take.
const PATIENCE: Duration = Duration::from_secs(20);

fn parsed(html: &str) -> Page {
    let start = Instant::now();
    let page = parse_html(html, &Limits::default()).unwrap();
    assert!(
        start.elapsed() < PATIENCE,
        "{:?} for {} bytes: {}…",
        start.elapsed(),
        html.len(),
        &html[..html.len().min(40)]
    );
    page
}

/// The greatest number of elements around a node.
fn depth(page: &Page) -> usize {
    let mut depths = vec![0usize; page.nodes.len()];
    for node in 1..page.nodes.len() {
        depths[node] = depths[page.parent(NodeId(node as u32)).index()] + 1;
    }
    depths.into_iter().max().unwrap_or(0)
}

fn visible(page: &Page) -> String {
    page.text_of(NodeId::ROOT)
}

#[test]
fn nesting_ends_at_the_depth_of_browsers_and_no_text_is_lost() {
    for name in
        ["div", "b", "a", "table", "font", "ul", "x-y", "svg", "math", "button", "form", "template", "section", "p"]
    {
        let html =
            format!("{}deep{}<p>after", format!("<{name}>").repeat(100_000), format!("</{name}>").repeat(100_000));
        let page = parsed(&html);
        assert!(depth(&page) <= 520, "{name}: {}", depth(&page));
        assert!(visible(&page).ends_with("after"), "{name}");
        // What is in a template isn't on the page.
        assert_eq!(visible(&page).contains("deep"), name != "template", "{name}");
    }
}

#[test]
fn a_page_goes_on_after_what_was_too_deep() {
    let html = format!("{}x{}<ul><li><b>one</b><li>two</ul>", "<div>".repeat(2000), "</div>".repeat(2000));
    let page = parsed(&html);
    let items: Vec<_> = page.subtree(NodeId::ROOT).filter(|&node| page.tag(node) == Some(Tag::LI)).collect();
    assert_eq!(items.len(), 2);
    assert!(page.first(Tag::B).is_some());
}

#[test]
fn misnested_formatting_stays_bounded() {
    let distinct = |count: usize| (0..count).map(|n| format!("<b id={n}>")).collect::<String>();
    let bombs = [
        "<a><div>".repeat(50_000),
        "<b><i><u><p>x</b></i></u>".repeat(20_000),
        format!("{}{}", distinct(30_000), "<p>x".repeat(1_000)),
        (0..30_000).map(|n| format!("<p><b id={n}>x</p>")).collect(),
        "<table><a>".repeat(50_000),
        "<table><tr><td><b>".repeat(20_000),
        format!("{}{}", "<b><div>".repeat(2_000), "</b>".repeat(50_000)),
        format!("{}{}", "<div>".repeat(600), "</p><div>".repeat(50_000)),
        "<font color=a><p>".repeat(50_000),
        "<li><ul>".repeat(50_000),
        "<template><div>".repeat(50_000),
        "<select><option>".repeat(50_000),
    ];
    for bomb in &bombs {
        let limits = Limits { elements: 400_000, ..Limits::default() };
        let start = Instant::now();
        match parse_html(bomb, &limits) {
            Ok(page) => assert!(depth(&page) <= 520, "{}: {}", &bomb[..40], depth(&page)),
            Err(error) => assert_eq!(error.code(), "too-large"),
        }
        assert!(start.elapsed() < PATIENCE, "{:?} for {}…", start.elapsed(), &bomb[..40]);
    }
}

#[test]
fn a_tag_with_very_many_attributes_is_read_in_time() {
    let attributes: String = (0..200_000).map(|n| format!(" a{n}=1")).collect();
    let page = parsed(&format!("<p id=x{attributes}>text</p>"));
    let paragraph = page.first(Tag::P).unwrap();
    assert_eq!(page.attribute(paragraph, "id"), Some("x"));
    assert_eq!(visible(&page), "text");
    let page = parsed(&(0..50_000).map(|n| format!("<html a{n}=1>")).collect::<String>());
    assert!(page.attributes.len() <= 600);
}

#[test]
fn very_many_unknown_names_are_read_in_time() {
    let page = parsed(&(0..60_000).map(|n| format!("<x-{n}>a</x-{n}>")).collect::<String>());
    assert_eq!(page.tag_name(page.parent(NodeId(page.nodes.len() as u32 - 1))).get(..2), Some("x-"));
}

#[test]
fn the_limit_of_elements_ends_the_work_early() {
    let limits = Limits { elements: 100, ..Limits::default() };
    let error = parse_html(&"<b>".repeat(2_000_000), &limits).unwrap_err();
    assert_eq!(error.code(), "too-large");
    assert!(error.to_string().contains("limit is 100"));
}

#[test]
fn endless_lines_and_marks_are_read_in_time() {
    for text in [
        "a".repeat(8_000_000),
        "<".repeat(1_000_000),
        "&".repeat(1_000_000),
        "&amp;".repeat(500_000),
        "a. ".repeat(500_000),
    ] {
        parsed(&text);
        let start = Instant::now();
        from_text(&text, &Limits::default()).unwrap();
        from_text(&text.replace(". ", "\n"), &Limits::default()).unwrap();
        assert!(start.elapsed() < PATIENCE);
    }
}

#[test]
fn other_kinds_of_document_are_read() {
    let xhtml = "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>One<br/>two</p>\
                 <svg><![CDATA[x]]></svg></body></html>";
    assert!(visible(&parsed(xhtml)).contains("One"));
    let frames = "<frameset><frame src=a><noframes><p>No frames here</noframes></frameset>";
    assert_eq!(visible(&parsed(frames)), "No frames here");
    assert_eq!(visible(&parsed("")), "");
}
