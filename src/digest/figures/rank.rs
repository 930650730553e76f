//! Rank: which figures are key. A score is a sum of named signals.

use super::{Figure, FigureKind, FigureValue};
use crate::digest::SummarySentence;
use crate::text::Text;

/// What speaks for a figure.
struct Signals {
    /// What kind of figure it is.
    kind: f32,
    /// How far behind the opening it stands.
    position: f32,
    /// It stands in the summary.
    summary: f32,
    /// It is told more than once.
    repeated: f32,
}

impl Signals {
    fn sum(&self) -> f32 {
        self.kind + self.summary + self.repeated - self.position
    }
}

/// The largest sum, by which scores are brought to 0–1.
const SUM_MAX: f32 = 4.5;

/// What a kind is worth: money before counts before shares, dates last.
fn weight(figure: &Figure) -> f32 {
    let small = |limit: f64| matches!(figure.value, FigureValue::Number(value) if value.to_f64().abs() < limit);
    match figure.kind {
        FigureKind::Money => 3.0,
        FigureKind::Count if small(13.0) => 1.6,
        FigureKind::Count => 2.6,
        FigureKind::Percent => 2.5,
        FigureKind::Quantity => 2.3,
        FigureKind::Score => 2.2,
        FigureKind::Multiple => 1.5,
        FigureKind::Fraction => 1.4,
        FigureKind::Ratio | FigureKind::Range => 1.5,
        FigureKind::Duration => 1.4,
        FigureKind::Age => 0.6,
        FigureKind::Ordinal => 0.3,
        FigureKind::Time => 0.3,
        FigureKind::Date => 0.1,
    }
}

/// Scores the figures, `told` times each, and puts the most important first.
pub(super) fn rank(figures: &mut [Figure], text: &Text, summary: &[SummarySentence]) {
    let sentences = text.sentences.len().max(1) as f32;
    for (order, figure) in figures.iter_mut().enumerate() {
        let signals = Signals {
            kind: weight(figure),
            position: (0.12 * order as f32).min(0.6) + 0.6 * figure.sentence as f32 / sentences,
            summary: if summary.iter().any(|chosen| chosen.sentence == figure.sentence) { 0.5 } else { 0.0 },
            repeated: 0.25 * (figure.told.min(4) - 1) as f32,
        };
        figure.score = (signals.sum() / SUM_MAX).clamp(0.0, 1.0);
    }
    figures.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.span.start.cmp(&b.span.start)));
}
