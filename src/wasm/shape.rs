//! The public shape: `Digest` → plain values with public names and UTF-16 offsets, and `options` → `Options`.
//!
//! The only place that spells a public name. Built natively too, so that `cargo test` sees what JavaScript sees.

use crate::digest::{Digest, Figure, FigureValue, Readability};
use crate::error::Error;
use crate::lexicon::Language;
use crate::options::{Boilerplate, Include, Length, Options};
use crate::span::{ByteSpan, Utf16Map};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

/// The options as callers write them. A field left out has the default of `Options`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[allow(missing_docs)]
pub struct RawOptions {
    pub sentences: Option<f64>,
    pub words: Option<f64>,
    pub ratio: Option<f64>,
    pub focus: Option<String>,
    pub lang: Option<String>,
    pub url: Option<String>,
    pub boilerplate: Option<String>,
    pub include: Vec<String>,
    pub root: Option<String>,
    pub exclude: Vec<String>,
    /// For the drop-in for Readability alone, as the next.
    #[serde(skip)]
    pub classes: Vec<String>,
    #[serde(skip)]
    pub json_ld: Option<String>,
    pub max_bytes: Option<f64>,
    pub max_elements: Option<f64>,
}

impl RawOptions {
    /// The options of an object that is read name by name; what isn't there has its default.
    pub fn of(
        number: &dyn Fn(&str) -> Option<f64>,
        text: &dyn Fn(&str) -> Option<String>,
        texts: &dyn Fn(&str) -> Vec<String>,
    ) -> Self {
        Self {
            sentences: number("sentences"),
            words: number("words"),
            ratio: number("ratio"),
            focus: text("focus"),
            lang: text("lang"),
            url: text("url"),
            boilerplate: text("boilerplate"),
            include: texts("include"),
            root: text("root"),
            exclude: texts("exclude"),
            classes: texts("classes"),
            json_ld: text("jsonLd"),
            max_bytes: number("maxBytes"),
            max_elements: number("maxElements"),
        }
    }

    /// The checked options. Fails with `bad-option`.
    pub fn check(self) -> Result<Options, Error> {
        let mut options = Options {
            focus: self.focus.filter(|focus| !focus.trim().is_empty()),
            lang: self.lang,
            url: self.url,
            root: self.root,
            exclude: self.exclude,
            classes: self.classes,
            json_ld: self.json_ld.as_deref() != Some("drop"),
            ..Options::default()
        };
        if let Some(n) = self.sentences {
            options.length = Length::Sentences(whole("sentences", "a whole number from 1 to 100", n)?);
        } else if let Some(n) = self.words {
            options.length = Length::Words(whole("words", "a whole number from 1 to 100000", n)?);
        } else if let Some(ratio) = self.ratio {
            options.length = Length::Ratio(ratio as f32);
        }
        if let Some(n) = self.max_bytes {
            options.limits.bytes = whole("maxBytes", "a whole number from 1 to 4294967295", n)? as usize;
        }
        if let Some(n) = self.max_elements {
            options.limits.elements = whole("maxElements", "a whole number from 1 to 4294967295", n)? as usize;
        }
        options.boilerplate = match self.boilerplate.as_deref() {
            None | Some("drop") => Boilerplate::Drop,
            Some("keep") => Boilerplate::Keep,
            Some(_) => return Err(Error::BadOption { name: "boilerplate", expected: "\"drop\" or \"keep\"" }),
        };
        for name in &self.include {
            options.include.push(match name.as_str() {
                "sentences" => Include::Sentences,
                "removed" => Include::Removed,
                _ => return Err(Error::BadOption { name: "include", expected: "\"sentences\" or \"removed\"" }),
            });
        }
        options.check()?;
        Ok(options)
    }
}

fn whole(name: &'static str, expected: &'static str, value: f64) -> Result<u32, Error> {
    let holds = value.fract() == 0.0 && (1.0..=f64::from(u32::MAX)).contains(&value);
    if holds { Ok(value as u32) } else { Err(Error::BadOption { name, expected }) }
}

/// A digest as callers see it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Shape<'d> {
    pub readable: bool,
    pub reason: Option<&'static str>,
    pub kind: &'static str,
    pub title: Option<&'d str>,
    pub byline: Option<&'d str>,
    pub site_name: Option<&'d str>,
    pub excerpt: Option<&'d str>,
    pub lang: Option<&'d str>,
    pub dir: &'static str,
    pub published_time: Option<&'d str>,
    pub modified_time: Option<&'d str>,
    pub image: Option<&'d str>,
    pub canonical_url: Option<&'d str>,
    pub text: &'d str,
    pub html: &'d str,
    pub summary: Vec<SummaryShape<'d>>,
    pub figures: Vec<FigureShape<'d>>,
    pub entities: Vec<EntityShape<'d>>,
    pub keywords: Vec<KeywordShape<'d>>,
    pub readability: ReadabilityShape<'d>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentences: Option<Vec<SentenceShape<'d>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed: Option<Vec<RemovedShape<'d>>>,
    pub warnings: &'d [String],
}

#[derive(Serialize)]
#[allow(missing_docs)]
pub struct SummaryShape<'d> {
    pub text: &'d str,
    pub start: u32,
    pub end: u32,
    pub score: f64,
    pub paragraph: u32,
}

#[derive(Serialize)]
#[allow(missing_docs)]
pub struct SentenceShape<'d> {
    pub text: &'d str,
    pub start: u32,
    pub end: u32,
    pub paragraph: u32,
}

#[derive(Serialize)]
#[allow(missing_docs)]
pub struct FigureShape<'d> {
    pub kind: &'static str,
    pub text: &'d str,
    pub value: ValueShape<'d>,
    pub unit: Option<&'d str>,
    pub start: u32,
    pub end: u32,
    pub label: &'d str,
    pub context: &'d str,
    pub score: f64,
}

#[derive(Serialize)]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum ValueShape<'d> {
    Number(f64),
    Between([f64; 2]),
    Written(&'d str),
    Span([&'d str; 2]),
    Unknown(Option<f64>),
}

#[derive(Serialize)]
#[allow(missing_docs)]
pub struct EntityShape<'d> {
    pub name: &'d str,
    pub kind: &'static str,
    pub role: Option<&'d str>,
    pub mentions: Vec<SpanShape>,
    pub count: usize,
}

#[derive(Serialize)]
#[allow(missing_docs)]
pub struct SpanShape {
    pub start: u32,
    pub end: u32,
}

#[derive(Serialize)]
#[allow(missing_docs)]
pub struct KeywordShape<'d> {
    pub text: &'d str,
    pub score: f64,
}

#[derive(Serialize)]
#[allow(missing_docs)]
pub struct RemovedShape<'d> {
    pub reason: &'static str,
    pub text: &'d str,
    pub selector: &'d str,
}

impl<'d> Shape<'d> {
    /// The public form of `digest`; `include` adds the parts given on request.
    pub fn of(digest: &'d Digest, include: &[Include]) -> Self {
        let (text, metadata) = (&digest.text, &digest.metadata);
        let body = text.body.as_str();
        let map = Utf16Map::new(body);
        let place = |span: ByteSpan| (span.of(body), map.span(span));
        let summary = |item: &crate::digest::SummarySentence| {
            let sentence = &text.sentences[item.sentence as usize];
            let (text, at) = place(sentence.span);
            let score = rounded(item.score);
            SummaryShape { text, start: at.start, end: at.end, score, paragraph: sentence.paragraph }
        };
        let sentence = |sentence: &crate::text::Sentence| {
            let (text, at) = place(sentence.span);
            SentenceShape { text, start: at.start, end: at.end, paragraph: sentence.paragraph }
        };
        let figure = |figure: &'d Figure| {
            let (written, at) = place(figure.span);
            FigureShape {
                kind: figure.kind.name(),
                text: written,
                value: ValueShape::of(&figure.value),
                unit: figure.unit.as_deref(),
                start: at.start,
                end: at.end,
                label: figure.label.of(body),
                context: text.sentences[figure.sentence as usize].span.of(body),
                score: rounded(figure.score),
            }
        };
        let span = |&span: &ByteSpan| {
            let at = map.span(span);
            SpanShape { start: at.start, end: at.end }
        };
        let entity = |entity: &'d crate::digest::Entity| EntityShape {
            name: &entity.name,
            kind: entity.kind.name(),
            role: entity.role.map(|role| role.of(body)),
            mentions: entity.mentions.iter().map(span).collect(),
            count: entity.mentions.len(),
        };
        let keyword = |keyword: &crate::digest::Keyword| KeywordShape {
            text: keyword.span.of(body),
            score: rounded(keyword.score),
        };
        let removed = |removed: &'d crate::digest::Removed| RemovedShape {
            reason: removed.reason.name(),
            text: &removed.text,
            selector: &removed.selector,
        };
        let wants = |part| include.contains(&part);
        Shape {
            readable: digest.unreadable.is_none(),
            reason: digest.unreadable.map(|reason| reason.name()),
            kind: digest.kind.name(),
            title: metadata.title.as_deref(),
            byline: metadata.byline.as_deref(),
            site_name: metadata.site_name.as_deref(),
            excerpt: metadata.excerpt.as_deref(),
            lang: language(digest),
            dir: text.direction.name(),
            published_time: metadata.published_time.as_deref(),
            modified_time: metadata.modified_time.as_deref(),
            image: metadata.image.as_deref(),
            canonical_url: metadata.canonical_url.as_deref(),
            text: body,
            html: &digest.html,
            summary: digest.summary.iter().map(summary).collect(),
            figures: digest.figures.iter().map(figure).collect(),
            entities: digest.entities.iter().map(entity).collect(),
            keywords: digest.keywords.iter().map(keyword).collect(),
            readability: ReadabilityShape(digest.readability.as_ref()),
            sentences: wants(Include::Sentences).then(|| text.sentences.iter().map(sentence).collect()),
            removed: wants(Include::Removed).then(|| digest.removed.iter().map(removed).collect()),
            warnings: &digest.warnings,
        }
    }
}

/// The declared tag, with its region and script, where the text is in its language; else the text's own.
fn language(digest: &Digest) -> Option<&str> {
    let declared = digest.metadata.lang.as_deref().filter(|tag| Language::of(tag) == Some(digest.text.language));
    declared.or(Some(digest.text.language.code())).filter(|&code| code != "und")
}

impl<'d> ValueShape<'d> {
    fn of(value: &'d FigureValue) -> Self {
        match value {
            FigureValue::Number(number) => Self::Number(number.to_f64()),
            FigureValue::Between(low, high) => Self::Between([low.to_f64(), high.to_f64()]),
            FigureValue::Written(written) => Self::Written(written),
            FigureValue::Span(first, last) => Self::Span([first, last]),
            FigureValue::Unknown => Self::Unknown(None),
        }
    }
}

/// A score to four places: enough to rank by, and the same digits on every runtime.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 10_000.0).round() / 10_000.0
}

/// A formula's value to two places.
fn hundredths(value: Option<f32>) -> Option<f64> {
    value.filter(|value| value.is_finite()).map(|value| (f64::from(value) * 100.0).round() / 100.0)
}

/// Readability with every public key there, null where nothing is known.
pub struct ReadabilityShape<'d>(Option<&'d Readability>);

impl Serialize for ReadabilityShape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let unknown = Readability::default();
        let known = self.0.unwrap_or(&unknown);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("words", &known.words)?;
        map.serialize_entry("sentences", &known.sentences)?;
        map.serialize_entry("syllables", &known.syllables)?;
        map.serialize_entry("characters", &known.characters)?;
        map.serialize_entry("readingMinutes", &hundredths(Some(known.reading_minutes)))?;
        for (name, value) in [
            ("fleschReadingEase", known.flesch_reading_ease),
            ("fleschKincaidGrade", known.flesch_kincaid_grade),
            ("gunningFog", known.gunning_fog),
            ("smog", known.smog),
            ("colemanLiau", known.coleman_liau),
            ("automatedReadability", known.automated_readability),
            ("daleChall", known.dale_chall),
            ("lix", known.lix),
            ("rix", known.rix),
        ] {
            map.serialize_entry(name, &hundredths(value))?;
        }
        for (name, value) in &known.own {
            map.serialize_entry(name, &hundredths(*value))?;
        }
        map.serialize_entry("grade", &hundredths(known.grade))?;
        map.end()
    }
}
