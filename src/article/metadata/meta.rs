//! `<meta>`: the claims of a document's head, wherever in the page they stand.

use super::{Claim, Source, sources};
use crate::page::{NodeId, Page};

/// The claim of a `<meta>` element under each of its names that a table knows.
pub(super) fn claims(page: &Page, node: NodeId, claims: &mut Vec<Claim>) {
    let Some(content) = page.attribute(node, "content").filter(|content| !content.trim().is_empty()) else { return };
    for (name, value) in page.attributes_of(node) {
        if !matches!(name, "name" | "property" | "itemprop" | "http-equiv") {
            continue;
        }
        for key in value.split_ascii_whitespace() {
            if let Some(source) = sources().find(|source| is_named(source, key)) {
                claims.push(Claim { source, value: content.to_owned(), group: 0 });
            }
        }
    }
}

fn is_named(source: &Source, key: &str) -> bool {
    matches!(source, Source::Meta(known) if known.eq_ignore_ascii_case(key))
}
