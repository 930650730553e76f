//! Rank: which figures are key. A score is a sum of named signals.

use super::{Figure, FigureKind, FigureValue};
use crate::digest::SummarySentence;
use crate::lexicon::{hash, listed};
use crate::sort;
use crate::text::Text;
use std::collections::BTreeMap;

/// What speaks for a figure, and against it.
struct Signals {
    /// What kind of figure it is, and of what size.
    kind: f32,
    /// How far behind the opening it stands.
    position: f32,
    /// It stands in the summary.
    summary: f32,
    /// It is told more than once.
    repeated: f32,
    /// Its label speaks of a record, or of the dead.
    weighty: f32,
    /// It stands beside the figure that matters: what was before, a conversion, a part of a name.
    aside: f32,
}

impl Signals {
    fn sum(&self) -> f32 {
        self.kind + self.summary + self.repeated + self.weighty - self.position - self.aside
    }
}

/// What each figure of the same measure takes from the next one's score, for so many of them at most.
const LIKE_ANOTHER: f32 = 0.08;
const LIKE_ANOTHER_MAX: usize = 3;

/// The largest sum, by which scores are brought to 0–1.
const SUM_MAX: f32 = 5.0;

/// Openings of words that make a figure weighty, in the languages with tables.
const WEIGHTY: &[&str] = &[
    "kill", "dead", "death", "died", "injur", "wounded", "record", "highest", "lowest", "largest", "murieron", "muert",
    "herid", "tot", "starb", "verletz", "mort", "tué", "bless", "récord", "rekord", "morre", "ferid", "uccis", "ferit",
    "doden", "gewond",
];

/// Words before a figure that is compared with another.
const COMPARED: &str = "from than against compared versus gegenüber contre frente rispetto tegen";
/// Words a little before it: "compared with a profit of $340 million".
const COMPARES: &str = "compared against versus";
/// Words before "than" that tell how many, without another figure.
const AT_LEAST: &str = "more fewer less";

/// True where the figure behind `before` is one that another is compared with.
fn is_compared(before: &str) -> bool {
    // No clause that is looked at is longer.
    let clause = before.char_indices().rev().take(50).take_while(|&(_, c)| !",;:.".contains(c)).last();
    let mut words = before[clause.map_or(before.len(), |(at, _)| at)..].split_whitespace().rev();
    let (last, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let told = last == "than" && AT_LEAST.split(' ').any(|word| word.eq_ignore_ascii_case(second));
    listed(COMPARED, last) && !told || listed(COMPARES, second) || words.take(3).any(|word| listed(COMPARES, word))
}

/// What a kind is worth: money before counts before shares, dates last.
fn weight(figure: &Figure) -> f32 {
    let value = match figure.value {
        FigureValue::Number(value) => value.to_f64().abs(),
        FigureValue::Between(_, high) => high.to_f64().abs(),
        _ => 1e4,
    };
    let sized = |steps: &[(f64, f32)], most: f32| steps.iter().find(|step| value < step.0).map_or(most, |step| step.1);
    match figure.kind {
        FigureKind::Money => sized(&[(20.0, 1.9), (1000.0, 2.5)], 3.0),
        FigureKind::Count => sized(&[(13.0, 1.5), (100.0, 2.1), (1000.0, 2.5)], 2.7),
        FigureKind::Percent => 2.5,
        FigureKind::Quantity => sized(&[(20.0, 2.0)], 2.4),
        FigureKind::Score => 2.2,
        FigureKind::Multiple => 1.4,
        FigureKind::Fraction => 1.8,
        FigureKind::Ratio | FigureKind::Range => 1.5,
        FigureKind::Duration => 1.5,
        FigureKind::Age => 0.6,
        FigureKind::Ordinal => 0.3,
        FigureKind::Time => 0.3,
        FigureKind::Date => 0.2,
    }
}

fn signals(figure: &Figure, order: usize, text: &Text, in_summary: bool) -> Signals {
    let body = text.body.as_str();
    let label = super::lexis::lower(figure.label.of(body));
    let mut words = label.split(|c: char| !c.is_alphanumeric());
    let weighty = words
        .any(|word| WEIGHTY.iter().any(|opening| word.starts_with(opening) && (word.len() < 8 || opening.len() > 3)));
    let start = figure.span.start as usize;
    let before = body[..start].trim_end();
    let written = figure.span.of(body);
    let bracket = before.ends_with(['(', '[']);
    let tied = figure.kind == FigureKind::Quantity
        && written.contains('-')
        && !matches!(figure.value, FigureValue::Between(..));
    let sentences = text.sentences.len().max(1) as f32;
    Signals {
        // Five who died matter, five committees don't.
        kind: if weighty && figure.kind == FigureKind::Count { weight(figure).max(2.3) } else { weight(figure) },
        position: (0.1 * order as f32).min(0.6) + 0.5 * figure.sentence as f32 / sentences,
        summary: if in_summary { 0.5 } else { 0.0 },
        repeated: 0.25 * (figure.told.clamp(1, 4) - 1) as f32,
        weighty: if weighty { 0.5 } else { 0.0 },
        aside: if is_compared(before) { 0.6 } else { 0.0 }
            + if bracket { 0.8 } else { 0.0 }
            + if tied { 0.5 } else { 0.0 },
    }
}

/// Scores the figures, told in document order, and puts the most important first.
pub(super) fn rank(figures: &mut [Figure], text: &Text, summary: &[SummarySentence]) {
    sort::by_key(figures, |figure| figure.span.start);
    for (order, figure) in figures.iter_mut().enumerate() {
        let in_summary = summary.iter().any(|chosen| chosen.sentence == figure.sentence);
        figure.score = (signals(figure, order, text, in_summary).sum() / SUM_MAX).clamp(0.0, 1.0);
    }
    put_best_first(figures);
    // The third share of a vote tells less than the first sum of money.
    let mut told: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for figure in figures.iter_mut() {
        let measure = [figure.kind.name(), figure.unit.as_deref().unwrap_or_default()].concat();
        let before = told.entry(hash(measure.as_bytes())).or_default();
        figure.score = (figure.score - before.len() as f32 * LIKE_ANOTHER).max(0.0);
        if before.len() < LIKE_ANOTHER_MAX {
            before.push(0);
        }
    }
    put_best_first(figures);
}

fn put_best_first(figures: &mut [Figure]) {
    sort::by(figures, |a, b| b.score.total_cmp(&a.score).then(a.span.start.cmp(&b.span.start)));
}
