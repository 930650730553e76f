//! Key figures: money, percent, counts, quantities, dates and the like, with what they count.

mod decimal;

pub use decimal::Decimal;

use super::SummarySentence;
use crate::article::Metadata;
use crate::span::ByteSpan;
use crate::text::Text;

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum FigureKind {
    Money,
    Percent,
    Count,
    Quantity,
    Date,
    Time,
    Duration,
    Age,
    Ordinal,
    Fraction,
    Multiple,
    Ratio,
    Score,
    Range,
}

impl FigureKind {
    /// The public name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Count => "count",
            Self::Quantity => "quantity",
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Ordinal => "ordinal",
            Self::Fraction => "fraction",
            Self::Multiple => "multiple",
            Self::Ratio => "ratio",
            Self::Score => "score",
            Self::Range => "range",
        }
    }
}

/// A figure's value.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureValue {
    /// A number.
    Number(Decimal),
    /// From the first to the second, both included.
    Between(Decimal, Decimal),
    /// A date as far as the text goes, a time of day, a score: ISO 8601 for the first two.
    Written(String),
    /// Said without a number: "tens of thousands".
    Unknown,
}

/// A figure of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it measures.
    pub kind: FigureKind,
    /// The figure as written, its unit included.
    pub span: ByteSpan,
    /// Its value.
    pub value: FigureValue,
    /// ISO 4217 code for money; "%", "pp", "bp"; a plain singular word for quantities.
    pub unit: Option<String>,
    /// The sentence it stands in, as a place in `Text::sentences`.
    pub sentence: u32,
    /// The span that tells a reader what it counts.
    pub label: ByteSpan,
    /// How much it matters, 0 to 1.
    pub score: f32,
}

/// The figures of a text in document order, one value and meaning once.
pub fn find(_text: &Text, _metadata: &Metadata) -> Vec<Figure> {
    Vec::new()
}

/// Scores the figures and puts the most important first.
pub fn rank(figures: &mut [Figure], _text: &Text, _summary: &[SummarySentence]) {
    figures.sort_by(|a, b| b.score.total_cmp(&a.score));
}
