//! CSS selectors as far as callers need them: a list of them → the elements of a page that they name.
//!
//! Read are types, `*`, `#id`, `.class`, `[name]`, `[name=value]` with `^=`, `*=`, `$=` and `~=`, the descendant and the child
//! combinator, and lists parted by commas.

use super::{NodeId, Page};
use crate::sort;

/// A list of selectors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selectors {
    alternatives: Vec<Vec<Step>>,
}

/// One compound of a selector, and how it is tied to the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    is_child: bool,
    tests: Vec<Test>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Test {
    Any,
    Type(String),
    Id(String),
    Class(String),
    Attribute { name: String, relation: Relation, value: String },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    Present,
    Equals,
    Opens,
    Closes,
    Holds,
    HoldsWord,
}

/// Steps of one selector that are read; more are refused.
const STEPS_MAX: usize = 32;

impl Selectors {
    /// The selectors of a list; `None` where one is malformed or beyond what is read.
    pub fn parse(list: &str) -> Option<Self> {
        let mut reader = Reader { rest: list };
        let mut alternatives = Vec::new();
        loop {
            alternatives.push(reader.selector()?);
            if reader.rest.is_empty() {
                return Some(Self { alternatives });
            }
            reader.take(",")?;
        }
    }

    /// The elements named, in document order. Linear in the page and in the number of steps.
    pub fn select(&self, page: &Page) -> Vec<NodeId> {
        let mut found: Vec<NodeId> = self.alternatives.iter().flat_map(|steps| named(page, steps)).collect();
        sort::plain(&mut found);
        found.dedup();
        found
    }
}

/// The elements that one selector names. Each node knows which openings of the selector end at it, and at it or above.
fn named(page: &Page, steps: &[Step]) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut ending: Vec<(u32, u32)> = Vec::with_capacity(page.nodes.len());
    for (index, node) in page.nodes.iter().enumerate() {
        let id = NodeId(index as u32);
        let (at_parent, above) = if index == 0 { (0, 0) } else { ending[node.parent.index()] };
        let mut here = 0u32;
        for (number, step) in steps.iter().enumerate() {
            let before = if step.is_child { at_parent } else { above };
            let is_tied = number == 0 || before >> (number - 1) & 1 == 1;
            here |= u32::from(is_tied && page.tag(id).is_some() && step.tests.iter().all(|test| test.holds(page, id)))
                << number;
        }
        if here >> (steps.len() - 1) & 1 == 1 {
            found.push(id);
        }
        ending.push((here, above | here));
    }
    found
}

impl Test {
    fn holds(&self, page: &Page, node: NodeId) -> bool {
        let has_word = |name, word: &str| {
            page.attribute(node, name).is_some_and(|v| v.split_ascii_whitespace().any(|w| w == word))
        };
        match self {
            Self::Any => true,
            Self::Type(name) => page.tag_name(node) == name,
            Self::Id(id) => page.attribute(node, "id") == Some(id),
            Self::Class(class) => has_word("class", class),
            Self::Attribute { name, relation, value } => {
                let Some(own) = page.attribute(node, name) else { return false };
                match relation {
                    Relation::Present => true,
                    Relation::Equals => own == value,
                    Relation::HoldsWord => has_word(name, value),
                    // An empty value is met by nothing, as CSS has it.
                    _ if value.is_empty() => false,
                    Relation::Opens => own.starts_with(value),
                    Relation::Closes => own.ends_with(value),
                    Relation::Holds => own.contains(value),
                }
            }
        }
    }
}

struct Reader<'s> {
    rest: &'s str,
}

impl<'s> Reader<'s> {
    fn selector(&mut self) -> Option<Vec<Step>> {
        let mut steps = Vec::new();
        let mut is_child = false;
        self.rest = self.rest.trim_start();
        loop {
            let tests = self.compound()?;
            steps.push(Step { is_child, tests });
            let trimmed = self.rest.trim_start();
            let is_parted = trimmed.len() < self.rest.len();
            self.rest = trimmed;
            is_child = self.take(">").is_some();
            if is_child {
                self.rest = self.rest.trim_start();
            } else if self.rest.is_empty() || self.rest.starts_with(',') {
                return (steps.len() <= STEPS_MAX).then_some(steps);
            } else if !is_parted {
                return None;
            }
        }
    }

    fn compound(&mut self) -> Option<Vec<Test>> {
        let mut tests = Vec::new();
        if self.take("*").is_some() {
            tests.push(Test::Any);
        } else if let Some(name) = self.name() {
            tests.push(Test::Type(name.to_ascii_lowercase()));
        }
        loop {
            if self.take("#").is_some() {
                tests.push(Test::Id(self.name()?.to_owned()));
            } else if self.take(".").is_some() {
                tests.push(Test::Class(self.name()?.to_owned()));
            } else if self.take("[").is_some() {
                tests.push(self.attribute()?);
            } else {
                return (!tests.is_empty()).then_some(tests);
            }
        }
    }

    fn attribute(&mut self) -> Option<Test> {
        const RELATIONS: [(&str, Relation); 5] = [
            ("=", Relation::Equals),
            ("^=", Relation::Opens),
            ("$=", Relation::Closes),
            ("*=", Relation::Holds),
            ("~=", Relation::HoldsWord),
        ];
        self.rest = self.rest.trim_start();
        let name = self.name()?.to_ascii_lowercase();
        self.rest = self.rest.trim_start();
        if self.take("]").is_some() {
            return Some(Test::Attribute { name, relation: Relation::Present, value: String::new() });
        }
        let relation = RELATIONS.iter().find_map(|row| self.take(row.0).map(|()| row.1))?;
        self.rest = self.rest.trim_start();
        let value = self.value()?.to_owned();
        self.rest = self.rest.trim_start();
        self.take("]")?;
        Some(Test::Attribute { name, relation, value })
    }

    fn value(&mut self) -> Option<&'s str> {
        let Some(quote) = self.rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return self.name() };
        let (value, rest) = self.rest[1..].split_once(quote)?;
        self.rest = rest;
        Some(value)
    }

    /// A name: letters, digits, `-`, `_` and everything beyond ASCII.
    fn name(&mut self) -> Option<&'s str> {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii();
        let end = self.rest.find(|c| !is_name(c)).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!name.is_empty()).then_some(name)
    }

    fn take(&mut self, mark: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(mark)?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Builder, Source};

    fn page() -> Page {
        let mut page = Builder::new(Source::Html);
        page.open("body", [], false);
        page.open("div", [("id", "main"), ("class", "wide story")], false);
        page.open("p", [("data-x", "one two")], false);
        page.open("b", [], false);
        page.finish()
    }

    #[test]
    fn selectors_name_their_elements() {
        let rows = [
            ("p", 1),
            ("*", 4),
            ("div#main.story", 1),
            (".wide b", 1),
            (".wide > b", 0),
            ("body > div > p > b", 1),
            ("[data-x]", 1),
            ("[data-x='one two']", 1),
            ("p[data-x^=one]", 1),
            ("[data-x$=\"two\"]", 1),
            ("[data-x*=' ']", 1),
            ("[data-x~=two]", 1),
            ("[data-x=one]", 0),
            ("b, P ,i", 2),
            ("p div", 0),
        ];
        for (list, count) in rows {
            assert_eq!(Selectors::parse(list).map(|s| s.select(&page()).len()), Some(count), "{list}");
        }
    }

    #[test]
    fn malformed_selectors_are_refused() {
        for list in ["", "  ", "p,", ",p", "p >", "> p", "#", "p[", "[=a]", "p:hover", "[a='b]", "a{}", "p..a"] {
            assert_eq!(Selectors::parse(list), None, "{list}");
        }
    }
}
