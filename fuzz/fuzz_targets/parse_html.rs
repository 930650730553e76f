//! Any string as HTML: the flat tree is a tree.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::options::Limits;
use nutgraf::page::{NodeId, parse_html};

fuzz_target!(|html: &str| {
    let Ok(page) = parse_html(html, &Limits::default()) else { return };
    for (at, node) in page.nodes.iter().enumerate() {
        let id = NodeId(at as u32);
        assert!(node.end > id && node.end.index() <= page.nodes.len());
        assert!(id == NodeId::ROOT || (node.parent < id && page.nodes[node.parent.index()].end >= node.end));
        assert!(page.text_span(id).is_none_or(|span| !span.of(&page.text).is_empty()));
    }
});
