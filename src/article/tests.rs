//! What holds of the article of small pages.

use super::{Article, BlockKind, RemovalReason, Unreadable, extract};
use crate::options::{Boilerplate, Options};
use crate::page::Page;

fn page(html: &str) -> Page {
    crate::page::parse_html(html, &Options::default().limits).unwrap()
}

fn texts(article: &Article<'_>) -> Vec<String> {
    let texts = article.blocks.iter().map(|block| {
        let pieces = &article.pieces[block.pieces.0 as usize..block.pieces.1 as usize];
        pieces.iter().filter_map(|piece| match piece {
            super::Piece::Text(_, span) => Some(span.of(&article.page.text)),
            _ => None,
        })
    });
    texts.map(Iterator::collect).collect()
}

const STORY: &str = "<p>The harbour of Vardal froze on Sunday, for the first time in thirty years, and the ferries stayed in port.</p>\
    <p>Some 300 passengers, most of them on their way home, spent the night in the town's two schools, the mayor said.</p>\
    <p>Ice-breakers are expected on Tuesday; until then the island has food, fuel and, she added, patience enough.</p>";

#[test]
fn the_caller_s_root_and_exclusions_are_followed() {
    let html = format!("<div id=a>{STORY}</div><div id=b>{STORY}<div class=note>{STORY}</div></div>");
    let page = page(&html);
    let options = Options { root: Some("#b".into()), exclude: vec![".note".into()], ..Options::default() };
    let article = extract(&page, &options).unwrap();
    assert_eq!(article.blocks.len(), 3);
    let excluded = article.removed.iter().filter(|removal| removal.reason == RemovalReason::Excluded);
    assert_eq!(excluded.map(|removal| page.selector(removal.node)).collect::<Vec<_>>(), ["div#a", "div#b > div"]);
}

#[test]
fn the_page_s_own_marks_are_followed() {
    let html = format!("{STORY}<main data-nutgraf-body>{STORY}<section data-nutgraf-ignore>{STORY}</section></main>");
    assert_eq!(extract(&page(&html), &Options::default()).unwrap().blocks.len(), 3);
}

#[test]
fn a_malformed_selector_is_refused() {
    let options = Options { exclude: vec!["div[".into()], ..Options::default() };
    assert_eq!(extract(&page(STORY), &options).unwrap_err().code(), "bad-option");
}

#[test]
fn everything_is_kept_where_the_caller_says_so() {
    let html = format!("<nav><a href=/>Home</a></nav>{STORY}<footer>© 2024 Vardal Post</footer>");
    let options = Options { boilerplate: Boilerplate::Keep, ..Options::default() };
    assert_eq!(extract(&page(&html), &options).unwrap().blocks.len(), 5);
}

#[test]
fn menus_and_footers_go_and_say_why() {
    let menu = "<nav><ul><li><a href=/a>News</a><li><a href=/b>Sport</a><li><a href=/c>Culture</a></ul></nav>";
    let html = format!("{menu}<article>{STORY}</article><footer><p>© 2024 Vardal Post. All rights reserved.</footer>");
    let page = page(&html);
    let article = extract(&page, &Options::default()).unwrap();
    assert_eq!(article.blocks.len(), 3, "{:?}", texts(&article));
    let reasons: Vec<_> = article.removed.iter().map(|removal| removal.reason).collect();
    assert_eq!(reasons, [RemovalReason::Navigation, RemovalReason::Footer]);
}

#[test]
fn rows_of_data_are_one_block_and_code_is_another() {
    let table = "<table><tr><th>Year<th>Ships<tr><td>2023<td><p>412</p><tr><td>2024<td>388</table>";
    let html = format!("{table}<pre>let a = 1;\nlet b = <b>2</b>;</pre>");
    let options = Options { boilerplate: Boilerplate::Keep, ..Options::default() };
    let page = page(&html);
    let article = extract(&page, &options).unwrap();
    let kinds: Vec<_> = article.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::TableRow, BlockKind::TableRow, BlockKind::TableRow, BlockKind::Code]);
    assert_eq!(texts(&article)[1..], ["2023412", "2024388", "let a = 1;\nlet b = 2;"]);
}

#[test]
fn pages_without_an_article_say_why() {
    let scripted = format!("<div id=root></div><script>{}</script>", "start();".repeat(60));
    let rows = [
        ("", Unreadable::Empty),
        ("<p>  </p>", Unreadable::Empty),
        ("<p>Two words</p>", Unreadable::TooShort),
        (scripted.as_str(), Unreadable::NeedsScript),
        ("%PDF-1.7 \u{fffd}\u{fffd}\u{fffd}\u{0001}", Unreadable::Binary),
        ("{\"a\": [1, 2, {\"b\": \"c\"}], \"d\": {\"e\": [3, 4, 5], \"f\": \"g\"}}", Unreadable::NotText),
    ];
    for (html, reason) in rows {
        let page = page(html);
        let article = extract(&page, &Options::default()).unwrap();
        assert_eq!(article.unreadable, Some(reason), "{html:.60}");
        assert!(article.blocks.is_empty() && !super::is_probably_readable(&page));
    }
    assert!(super::is_probably_readable(&page(STORY)));
}

/// The texts of what is kept of a pasted text, and the reasons and line numbers of what isn't.
fn pasted(text: &str) -> (Vec<String>, Option<Unreadable>) {
    let page = crate::page::from_text(text, &Options::default().limits).unwrap();
    let article = extract(&page, &Options::default()).unwrap();
    (texts(&article), article.unreadable)
}

#[test]
fn a_short_pasted_text_keeps_its_lead_and_its_short_lines() {
    let lines = [
        "Zum Inhalt springen",
        "Fähre liegt still",
        "Lesezeit: 3 Min.",
        "Der Hafen von Vardal ist am Sonntag zugefroren, zum ersten Mal seit dreißig Jahren, und die Fähren liegen still.",
        "„So etwas habe ich noch nie gesehen“, sagte der Hafenmeister.",
        "Lesen Sie auch: Wie die Insel zu ihrem Hafen kam",
        "Rund 300 Reisende schliefen in den beiden Schulen der Stadt.",
        "Am Dienstag sollen die Eisbrecher kommen.",
        "Impressum",
    ];
    let (kept, unreadable) = pasted(&lines.join("\n"));
    assert_eq!(unreadable, None);
    assert_eq!(kept, [lines[3], lines[4], lines[6], lines[7]]);
}

#[test]
fn a_list_in_a_note_is_kept_whole() {
    let (kept, _) = pasted(
        "Notes\n\n- The rota is approved for the third quarter\n- Ole writes the report\n- Ask the printers again\n\nWe meet on Monday at ten, in the big room. Please read the draft before you come.",
    );
    assert!(kept.iter().filter(|line| line.starts_with("- ")).count() == 3, "{kept:?}");
}

#[test]
fn data_is_no_text_however_it_is_given() {
    assert_eq!(
        pasted("{\n  \"id\": 1,\n  \"names\": [\"a\", \"b\"],\n  \"sizes\": {\"c\": 3}\n}").1,
        Some(Unreadable::NotText)
    );
    assert_eq!(pasted(&"1 2 3 4 5 6 7 8 9 0 ".repeat(5)).1, Some(Unreadable::NotText));
}

#[test]
fn a_small_page_of_prose_is_an_article_without_its_byline() {
    let html = format!("<title>Ice</title><body><h1>Ice</h1><p>By Maria Lopez · 4 min read</p>{STORY}</body>");
    let page = page(&html);
    let article = extract(&page, &Options::default()).unwrap();
    assert_eq!(article.kind, super::PageKind::Article);
    assert!(article.removed.iter().any(|removal| removal.reason == RemovalReason::ReadingTime));
    assert_eq!(texts(&article).len(), 3);
}

#[test]
fn a_long_notice_that_asks_for_scripts_is_no_article() {
    let notice = "This application needs JavaScript to run. Please turn it on in the settings of your browser and load the page again. \
        If you use an extension that blocks scripts, allow this site there. Our support answers by mail on working days.";
    let html = format!("<div id=root></div><noscript><p>{notice}</p></noscript><script src=/app.js></script>");
    let article_page = page(&html);
    assert_eq!(extract(&article_page, &Options::default()).unwrap().unreadable, Some(Unreadable::NeedsScript));
}

#[test]
fn a_removal_names_what_has_the_text() {
    let body: String = (1..8)
        .map(|n| format!("<p>Paragraph {n} says at some length what happened on day {n}, and why it did.</p>"))
        .collect();
    let page = page(&format!("<title>Baths</title><article>{body}\n<a href=/x>Read <b>this</b></a> </article>"));
    let article = extract(&page, &Options::default()).unwrap();
    let removed: Vec<_> = article.removed.iter().map(|removal| page.text_of(removal.node)).collect();
    assert_eq!(removed, ["Read this"]);
}
