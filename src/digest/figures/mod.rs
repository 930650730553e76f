//! Key figures: money, percent, counts, quantities, dates and the like, with what they count.

//!
//! Each paragraph is read into tokens once; at every token the readers are asked in turn, the most specific first.

mod age;
mod amount;
mod calendar;
mod chunk;
mod cjk;
mod count;
mod date;
mod decimal;
mod era;
mod han;
mod label;
mod lexis;
mod number;
mod period;
mod rank;
mod relative;
mod scale;
mod scan;
mod score;
mod share;
mod time;
mod token;
mod trap;
mod unit;

pub use decimal::Decimal;

use super::SummarySentence;
use crate::article::{BlockKind, Metadata};
use crate::lexicon::hash;
use crate::sort;
use crate::span::ByteSpan;
use crate::text::Text;
use calendar::Date;
use label::Labels;
use lexis::Lexis;
use scan::Scan;
use std::collections::BTreeMap;
use token::Kind;
use unit::Measure;

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
    /// A date as far as the text goes, or a time of day: ISO 8601.
    Written(String),
    /// From the first date or time to the second.
    Span(String, String),
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
    /// How often the text tells it, at least once.
    pub told: u32,
    /// How much it matters, 0 to 1.
    pub score: f32,
}

/// A value as the readers tell it, without text of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Value {
    Number(Decimal),
    Between(Decimal, Decimal),
    Date(Date),
    Dates(Date, Date),
    /// A year and its week.
    Week(Date, u32),
    /// Minutes since midnight.
    Time(u16),
    Times(u16, u16),
    Unknown,
}

impl Value {
    fn told(self) -> FigureValue {
        match self {
            Self::Number(value) => FigureValue::Number(value),
            Self::Between(low, high) => FigureValue::Between(low, high),
            Self::Date(date) => FigureValue::Written(date.written()),
            Self::Dates(first, last) => FigureValue::Span(first.written(), last.written()),
            Self::Week(year, week) => {
                let mut text = year.written();
                text.push_str("-W");
                calendar::push_two(&mut text, week);
                FigureValue::Written(text)
            }
            Self::Time(minutes) => FigureValue::Written(clock(minutes)),
            Self::Times(first, last) => FigureValue::Span(clock(first), clock(last)),
            Self::Unknown => FigureValue::Unknown,
        }
    }
}

/// "HH:MM".
fn clock(minutes: u16) -> String {
    let mut text = String::with_capacity(5);
    calendar::push_two(&mut text, u32::from(minutes / 60));
    text.push(':');
    calendar::push_two(&mut text, u32::from(minutes % 60));
    text
}

/// What a reader found in the tokens `from..to`.
#[derive(Clone, Copy, Debug)]
struct Found {
    kind: FigureKind,
    from: usize,
    to: usize,
    value: Value,
    unit: Option<Measure>,
}

/// The figures of a text in document order, one value and meaning once.
pub fn find(text: &Text, metadata: &Metadata) -> Vec<Figure> {
    let lexis = Lexis::of(text.language);
    let published = metadata.published_time.as_deref().and_then(calendar::day_number);
    let mut figures = Vec::new();
    for paragraph in text.paragraphs.iter().filter(|paragraph| paragraph.kind != BlockKind::Code) {
        let scan = Scan::new(&text.body, paragraph.span, lexis, published);
        let mut sentence = paragraph.sentences.start;
        let mut labels: Option<(u32, Labels<'_>)> = None;
        each(&scan, |found| {
            let start = scan.tokens[found.from].start;
            while sentence + 1 < paragraph.sentences.end && text.sentences[sentence as usize + 1].span.start <= start {
                sentence += 1;
            }
            let Some(whole) = text.sentences[..paragraph.sentences.end as usize].get(sentence as usize) else { return };
            let Some((span, Found { kind, value, unit, .. })) = within(&scan, found, whole.span) else { return };
            if labels.as_ref().is_none_or(|(known, _)| *known != sentence) {
                labels = Some((sentence, Labels::new(&text.body, whole.span, &lexis)));
            }
            let label = labels.as_ref().map_or(span, |(_, labels)| labels.label(span));
            let (value, unit) = (value.told(), unit.map(Measure::name));
            figures.push(Figure { kind, span, value, unit, sentence, label, told: 1, score: 0.0 });
        });
    }
    once(figures, &text.body)
}

/// The figure and its place; where it would leave its sentence, what can be read of it inside.
fn within(scan: &Scan<'_>, found: Found, sentence: ByteSpan) -> Option<(ByteSpan, Found)> {
    let span = scan.span(found.from, found.to);
    if sentence.contains(span) {
        return Some((span, found));
    }
    let rest = ByteSpan { start: span.start.max(sentence.start), end: sentence.end };
    if rest.start >= rest.end {
        return None;
    }
    let inside = Scan::new(scan.body, rest, scan.lexis, scan.published);
    let found = read(&inside, 0).ok()?;
    Some((inside.span(found.from, found.to), found))
}

/// Hands every figure of the paragraph to `take`, in order.
fn each(scan: &Scan<'_>, mut take: impl FnMut(Found)) {
    let mut at = 0;
    while at < scan.tokens.len() {
        if !opens(scan, at) {
            at += 1;
            continue;
        }
        match read(scan, at) {
            Ok(found) => {
                at = found.to.max(at + 1);
                take(found);
            }
            Err(next) => at = next.max(at + 1),
        }
    }
}

/// True where a figure can open at `at`: all numbers, but few marks and words.
fn opens(scan: &Scan<'_>, at: usize) -> bool {
    /// Signs of the roles that open a figure.
    const OPENERS: &str = "nxgyo/mw*rRT-D";
    let token = &scan.tokens[at];
    if token.kind == Kind::Mark {
        return !parts(token.first);
    }
    if token.kind != Kind::Word || token::is_cjk(token.first) {
        return true;
    }
    if token.roles.has_any(OPENERS) {
        return true;
    }
    // "en tredjedel"; "XIXe siècle"
    let behind = scan.roles(at + 1);
    if token.roles.get('q').is_some() && behind.get('/').is_some_and(|under| !under.is_empty())
        || behind.get('d') == Some("100year")
        || behind.get('D').is_some()
    {
        return true;
    }
    let shared = || scan.has(at + 2, 'i').is_some();
    if token.roles.get('a').is_some() && (!scan.roles(at + 1).is_empty() || shared()) {
        return true;
    }
    if scan.lexis.language.code() == "de" && scan.roles(at + 1).get('o').is_some() {
        return true;
    }
    // "anni '90", "la semaine dernière"
    if token.roles.get('d').is_some() && !scan.lexis.is_english() {
        return true;
    }
    // Currencies before their number, names of days with a hyphen, abbreviations; compounds of number words.
    let next = scan.get(at + 1);
    (scan.lexis.compounds && token.roles.is_empty() && token.end - token.start > 5)
        || next.is_some_and(|next| {
            let joins = next.kind == Kind::Mark && (!next.spaced && (next.first == '.' || !parts(next.first)));
            next.kind == Kind::Number || joins || scan.is_mark(at + 1, "-")
        })
}

/// True for the marks that part words and sentences, at which no figure opens.
fn parts(mark: char) -> bool {
    matches!(mark, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '“' | '”' | '„' | '«' | '»' | ')' | '[' | ']' | '…' | '—')
}

/// The figure that opens at token `at`, or the token to go on from.
fn read(scan: &Scan<'_>, at: usize) -> Result<Found, usize> {
    if let Some(end) = trap::skip(scan, at) {
        return Err(end);
    }
    let dated = date::read(scan, at).or_else(|| time::read(scan, at)).or_else(|| score::read(scan, at));
    if let Some(found) = dated.or_else(|| age::over(scan, at)).or_else(|| age::compound(scan, at)) {
        return Ok(found);
    }
    let amount = amount::read(scan, at);
    // "half a mile" is an amount, "half" alone a share; "two thirds" a share, "two" alone an amount.
    let share = share::read(scan, at).filter(|share| amount.as_ref().is_none_or(|amount| amount.to <= share.to));
    if let Some(found) = share {
        return Ok(found);
    }
    let Some(amount) = amount else { return count::article_duration(scan, at).ok_or(at + 1) };
    let end = amount.to;
    count::judge(scan, at, amount).ok_or(end)
}

/// Leaves one figure of each value and meaning, the one told best, and counts how often it is told.
fn once(figures: Vec<Figure>, body: &str) -> Vec<Figure> {
    let mut kept: Vec<Figure> = Vec::with_capacity(figures.len());
    let mut places: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for figure in figures {
        let Some(key) = key(&figure, body) else {
            kept.push(figure);
            continue;
        };
        let same = places.entry(hash(key.as_bytes())).or_default();
        let twin = same.iter().copied().take(SAME_VALUE_MAX).find(|&at| means_the_same(&kept[at], &figure, body));
        match twin {
            Some(at) => {
                let told = kept[at].told + 1;
                let better = figure.label.len() > kept[at].label.len() && kept[at].label.len() < LABEL_BYTES_GOOD;
                let (span, label, sentence) = (figure.span, figure.label, figure.sentence);
                if better {
                    (kept[at].span, kept[at].label, kept[at].sentence) = (span, label, sentence);
                }
                kept[at].told = told;
            }
            None => {
                same.push(kept.len());
                kept.push(figure);
            }
        }
    }
    sort::by_key(&mut kept, |figure| figure.span.start);
    kept
}

/// Figures of one value that a new one is compared with.
const SAME_VALUE_MAX: usize = 8;
/// A label of so many bytes tells enough not to be given up for a longer one.
const LABEL_BYTES_GOOD: usize = 30;

/// What two figures of one value have in common; `None` where the value isn't known. A day that is only told as seen from another
/// is as it is written: "this week".
fn key(figure: &Figure, body: &str) -> Option<String> {
    let mut key = String::from(figure.kind.name());
    key.push_str(figure.unit.as_deref().unwrap_or_default());
    let mut number = |value: Decimal| {
        let value = value.settled();
        for byte in value.mantissa.to_be_bytes().into_iter().chain([value.exponent as u8]) {
            key.push(char::from(byte));
        }
    };
    match &figure.value {
        FigureValue::Number(value) => number(*value),
        FigureValue::Between(low, high) => {
            number(*low);
            number(*high);
        }
        FigureValue::Written(text) => key.push_str(text),
        FigureValue::Span(first, last) => {
            key.push_str(first);
            key.push('/');
            key.push_str(last);
        }
        FigureValue::Unknown if figure.kind == FigureKind::Date => key.push_str(&lexis::lower(figure.span.of(body))),
        FigureValue::Unknown => return None,
    }
    Some(key)
}

/// True where two figures of one value mean the same: dates do, others where their labels share two words.
fn means_the_same(a: &Figure, b: &Figure, body: &str) -> bool {
    if a.kind == FigureKind::Date {
        return true;
    }
    let telling = |word: &&str| word.chars().count() > 3 && !word.contains(|c: char| c.is_ascii_digit());
    let words = |figure: &Figure| -> Vec<&str> {
        figure.label.of(body).split(|c: char| !c.is_alphanumeric()).filter(telling).collect()
    };
    let (first, second) = (words(a), words(b));
    let stem = |word: &str| word.char_indices().nth(5).map_or(word.len(), |(at, _)| at);
    let alike = |x: &&str| second.iter().any(|y| x[..stem(x)].eq_ignore_ascii_case(&y[..stem(y)]));
    first.iter().filter(|x| alike(x)).count() >= 2
}

/// Scores the figures and puts the most important first.
pub fn rank(figures: &mut [Figure], text: &Text, summary: &[SummarySentence]) {
    rank::rank(figures, text, summary);
}
