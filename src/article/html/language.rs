//! Languages of code: what classes and attributes of a code element, and of what is wrapped around it, call them.

use crate::page::{NodeId, Page, Tag};

/// Openings of class names that a language follows, whatever it is.
const OPENINGS: &[&str] = &["language-", "lang-", "highlight-source-", "brush:"];

/// Classes of highlighters that name the language beside them, in a word of its own.
const MARKERS: &[&str] = &["highlight", "sourceCode", "hljs", "codehilite", "prettyprint"];

/// Attributes that highlighters name it in.
const ATTRIBUTES: &[&str] = &["data-lang", "data-language", "data-enlighter-language"];

/// Languages that are known where the name could be another word.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "bash", "c", "c++", "clojure", "cmake", "console", "cpp", "csharp", "css", "cython", "dart", "diff", "docker", "dockerfile",
    "elixir", "erlang", "fortran", "fsharp", "go", "golang", "graphql", "groovy", "haskell", "hcl", "html", "http", "ini", "java",
    "javascript", "js", "json", "jsx", "julia", "kotlin", "latex", "less", "lisp", "lua", "make", "makefile", "markdown", "matlab",
    "nginx", "objc", "objectivec", "ocaml", "perl", "php", "powershell", "prolog", "protobuf", "pycon", "python", "python3", "r",
    "rst", "ruby", "rust", "sass", "scala", "scheme", "scss", "sh", "shell", "sql", "swift", "toml", "ts", "tsx", "typescript",
    "vim", "xml", "yaml", "yml", "zig",
];

/// The language that classes of a code element name: "language-rust", "brush: rust", "sourceCode haskell".
pub(super) fn of_classes(classes: &str) -> Option<&str> {
    named(classes).or_else(|| known_beside_marker(classes)).filter(|name| is_name(name))
}

/// The language behind one of `OPENINGS`.
fn named(classes: &str) -> Option<&str> {
    let mut words = words(classes);
    loop {
        let word = words.next()?;
        let Some(rest) = OPENINGS.iter().find_map(|opening| word.strip_prefix(opening)) else { continue };
        return if rest.is_empty() { words.next() } else { Some(rest) };
    }
}

/// A known language beside the name of a highlighter, or behind it: "highlight ruby", "highlight-python", "highlight-text-xml".
fn known_beside_marker(classes: &str) -> Option<&str> {
    let joined = words(classes).filter_map(|word| word.strip_prefix("highlight-"));
    let joined =
        joined.map(|rest| rest.strip_prefix("text-").unwrap_or(rest)).filter_map(|rest| rest.split('-').next());
    let is_marked = words(classes).any(|word| MARKERS.contains(&word));
    joined.chain(words(classes).filter(|_| is_marked)).find(|word| KNOWN.contains(word))
}

fn words(classes: &str) -> impl Iterator<Item = &str> {
    classes.split([' ', '\t', '\n', ';']).filter(|word| !word.is_empty())
}

fn is_name(name: &str) -> bool {
    let is_of_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'#' | b'-' | b'_' | b'.');
    (1..=24).contains(&name.len()) && name.bytes().all(is_of_name)
}

/// Elements that wrap code.
const WRAPPERS: &[Tag] = &[Tag::DIV, Tag::FIGURE, Tag::SPAN, Tag::TABLE, Tag::TBODY, Tag::TR, Tag::TD];
/// Levels around a `<pre>` that may be its wrappers: `div.highlight > table > tbody > tr > td > div`.
const LEVELS_MAX: usize = 6;
/// Nodes that a wrapper may hold beside as many as the code has: a caption, a button.
const NODES_BESIDE_MAX: u32 = 32;

/// The language of a `<pre>` whose own classes name none: what its attributes or its wrappers say. `None` as well where the
/// `<code>` in it is written with its own.
pub(super) fn around(page: &Page, pre: NodeId) -> Option<&str> {
    let by_classes = |node: NodeId| page.attribute(node, "class").and_then(of_classes);
    let by_attribute = |node: NodeId| ATTRIBUTES.iter().find_map(|name| page.attribute(node, name)).map(str::trim);
    let is_known = |name: &&str| KNOWN.contains(name);
    let code = page.children(pre).take(2).find(|&child| page.tag(child) == Some(Tag::CODE));
    if code.and_then(by_classes).is_some() {
        return None;
    }
    let size = |node: NodeId| page.nodes[node.index()].end.0 - node.0;
    let wraps = |node: &NodeId| {
        page.tag(*node).is_some_and(|tag| WRAPPERS.contains(&tag)) && size(*node) <= 2 * size(pre) + NODES_BESIDE_MAX
    };
    let mut own = code.into_iter().chain([pre]).filter_map(by_attribute).filter(|name| is_name(name));
    let mut wrappers = page.ancestors(pre).take(LEVELS_MAX).take_while(wraps);
    let says = |node: NodeId| by_classes(node).filter(is_known).or_else(|| by_attribute(node).filter(is_known));
    own.next().or_else(|| wrappers.find_map(says)).or_else(|| page.attribute(pre, "lang").filter(is_known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_name_the_language_in_the_ways_of_many_highlighters() {
        for (classes, language) in [
            ("language-rust", "rust"),
            ("hljs lang-c++", "c++"),
            ("x brush: js; toolbar: false", "js"),
            ("highlight highlight-source-shell", "shell"),
            ("highlight-text-html-basic", "html"),
            ("highlight-python notranslate", "python"),
            ("sourceCode numberLines haskell", "haskell"),
            ("highlight ruby", "ruby"),
        ] {
            assert_eq!(of_classes(classes), Some(language), "{classes}");
        }
        for classes in
            ["", "highlight", "highlight notranslate", "highlight-wrapper", "go", "language-", "language-<b>"]
        {
            assert_eq!(of_classes(classes), None, "{classes}");
        }
    }
}
