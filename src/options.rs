//! Options and Limits, their defaults and their check. A default is written here and nowhere else.

use crate::error::Error;

/// How long the summary may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// That many sentences, 1 to 100.
    Sentences(u32),
    /// Sentences of at most that many words together, 1 to 100,000; at least one sentence is given.
    Words(u32),
    /// That share of the article's sentences, above 0 up to 1; at least one sentence is given.
    Ratio(f32),
}

/// What to do with lines that aren't article text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Boilerplate {
    /// Find the article and drop the rest.
    #[default]
    Drop,
    /// Take every line of the input as the article.
    Keep,
}

/// Parts of the digest that are given only on request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Include {
    /// Every sentence with its span.
    Sentences,
    /// What was dropped and why.
    Removed,
}

/// How much is read before a document is refused with `too-large`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of UTF-8 input.
    pub bytes: usize,
    /// Elements of the parsed document.
    pub elements: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 32 << 20, elements: 2_000_000 }
    }
}

/// What the caller asks for. Plain values: write what differs from the default.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// How long the summary may be. Default: three sentences.
    pub length: Length,
    /// What the reader cares about: the summary leans towards it.
    pub focus: Option<String>,
    /// The language as a BCP 47 tag, where the caller knows better than the document.
    pub lang: Option<String>,
    /// Where the document came from: relative links are resolved against it.
    pub url: Option<String>,
    /// Whether lines that aren't article text are dropped. Default: they are.
    pub boilerplate: Boilerplate,
    /// Parts given only on request.
    pub include: Vec<Include>,
    /// A CSS selector of the element that is the article; found by itself where there is none.
    pub root: Option<String>,
    /// CSS selectors of elements that are never article.
    pub exclude: Vec<String>,
    /// Class names that stay in the clean HTML; "*" stands for all. Default: none.
    pub classes: Vec<String>,
    /// Whether what a page says of itself in JSON-LD is believed. Default: it is.
    pub json_ld: bool,
    /// How much is read before the document is refused.
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            length: Length::Sentences(3),
            focus: None,
            lang: None,
            url: None,
            boilerplate: Boilerplate::default(),
            include: Vec::new(),
            root: None,
            exclude: Vec::new(),
            classes: Vec::new(),
            json_ld: true,
            limits: Limits::default(),
        }
    }
}

impl Options {
    /// Fails with `bad-option` where a value is out of range.
    pub fn check(&self) -> Result<(), Error> {
        let (name, expected, holds) = match self.length {
            Length::Sentences(n) => ("sentences", "a whole number from 1 to 100", (1..=100).contains(&n)),
            Length::Words(n) => ("words", "a whole number from 1 to 100000", (1..=100_000).contains(&n)),
            Length::Ratio(r) => ("ratio", "a number above 0 and at most 1", r > 0.0 && r <= 1.0),
        };
        if holds { Ok(()) } else { Err(Error::BadOption { name, expected }) }
    }
}

impl Limits {
    /// Fails with `too-large` past the limit of bytes.
    pub fn check_bytes(&self, found: usize) -> Result<(), Error> {
        check("bytes", found, self.bytes)
    }

    /// Fails with `too-large` past the limit of elements.
    pub fn check_elements(&self, found: usize) -> Result<(), Error> {
        check("elements", found, self.elements)
    }
}

fn check(unit: &'static str, found: usize, limit: usize) -> Result<(), Error> {
    if found <= limit { Ok(()) } else { Err(Error::TooLarge { unit, found, limit }) }
}
