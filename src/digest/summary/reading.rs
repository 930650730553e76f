//! Reading: the sentences that a summary may be made of, and how their terms are spread over the text.
//!
//! A text in, one `Fact` a sentence of prose out. Every sum is linear in the words of the text.

use super::Context;
use super::fitness::{self, Fitness, Grade};
use crate::article::BlockKind;
use crate::sort;
use crate::text::{Text, Word};
use std::ops::Range;

/// A sentence of prose with what was counted in it. Places are places in `Reading::facts`.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    /// Its place in `Text::sentences`.
    pub sentence: u32,
    /// Whether it can stand, and how.
    pub fitness: Fitness,
    /// Words, the larger of ours and of blank-separated ones.
    pub words: u32,
    /// Its different topic terms, as places in `Reading::terms`.
    pub terms: Range<usize>,
    /// First of its paragraph.
    pub opens_paragraph: bool,
    /// What its block is.
    pub kind: BlockKind,
    /// Mean cosine to all other sentences; to those before; to those behind.
    pub central: [f32; 3],
    /// Cosine to the first, the second and the third sentence of prose together.
    pub lead: f32,
    /// Cosine to the sentence before and the one behind.
    pub neighbours: [f32; 2],
    /// Share of its topic terms that no sentence before had.
    pub novelty: f32,
    /// Mean share of sentences that its topic terms stand in.
    pub spread: f32,
    /// Share of its topic terms that the title has.
    pub title: f32,
}

/// What a summary is chosen from.
pub(super) struct Reading<'d> {
    pub text: &'d Text,
    pub facts: Vec<Fact>,
    /// Topic terms of all facts, sorted within each.
    pub terms: Vec<u32>,
    /// How many facts hold a term.
    pub holders: Vec<u32>,
    /// Which terms the title has.
    pub titled: Vec<bool>,
    /// Which word of the focus a term is a form of.
    focus: Vec<Option<u32>>,
    /// How many words of the focus the text has.
    asked: usize,
}

impl<'d> Reading<'d> {
    /// Reads a text. Sentences that aren't prose are left out, unless there is nothing else.
    pub fn of(context: &Context<'d>, focus: Option<&str>) -> Self {
        let text = context.text;
        let fitness = fitness::judge(text);
        let floor =
            [Grade::Faulty, Grade::Fragment].into_iter().find(|&floor| fitness.iter().any(|f| f.grade >= floor));
        let floor = floor.unwrap_or(Grade::Furniture);
        let size = text.terms as usize;
        let mut reading = Self {
            text,
            facts: Vec::new(),
            terms: Vec::new(),
            holders: vec![0; size],
            titled: vec![false; size],
            focus: vec![None; size],
            asked: 0,
        };
        for (place, &fitness) in fitness.iter().enumerate().filter(|(_, fitness)| fitness.grade >= floor) {
            reading.push(place as u32, fitness);
        }
        reading.measure();
        reading.measure_asked(context.title, focus);
        reading
    }

    /// The topic terms of a fact, sorted, each once.
    pub fn terms_of(&self, place: usize) -> &[u32] {
        &self.terms[self.facts[place].terms.clone()]
    }

    /// The words of a fact, in order.
    pub fn words(&self, place: usize) -> &'d [Word] {
        let words = &self.text.sentences[self.facts[place].sentence as usize].words;
        &self.text.words[words.start as usize..words.end as usize]
    }

    /// The place of the sentence that stands right before a fact in the text, if it is a fact too.
    pub fn before(&self, place: usize) -> Option<usize> {
        let before = place.checked_sub(1)?;
        (self.facts[before].sentence + 1 == self.facts[place].sentence).then_some(before)
    }

    /// True where a fact needs the sentence before it; the text's first has none to need.
    pub fn leans(&self, place: usize) -> bool {
        place > 0 && self.facts[place].fitness.leans
    }

    /// The place of the fact that a fact can't be understood without.
    pub fn antecedent(&self, place: usize) -> Option<usize> {
        self.before(place).filter(|_| self.leans(place))
    }

    fn push(&mut self, place: u32, fitness: Fitness) {
        let sentence = &self.text.sentences[place as usize];
        let words = &self.text.words[sentence.words.start as usize..sentence.words.end as usize];
        let start = self.terms.len();
        self.terms.extend(words.iter().filter(|word| !word.is_stop).map(|word| word.term));
        sort::plain(&mut self.terms[start..]);
        let mut own = self.terms.split_off(start);
        own.dedup();
        own.iter().for_each(|&term| self.holders[term as usize] += 1);
        self.terms.append(&mut own);
        let blanks = sentence.span.of(&self.text.body).split_whitespace().count();
        let paragraph = &self.text.paragraphs[sentence.paragraph as usize];
        self.facts.push(Fact {
            sentence: place,
            fitness,
            words: words.len().max(blanks) as u32,
            terms: start..self.terms.len(),
            opens_paragraph: paragraph.sentences.start == place,
            kind: paragraph.kind,
            central: [0.0; 3],
            lead: 0.0,
            neighbours: [0.0; 2],
            novelty: 0.0,
            spread: 0.0,
            title: 0.0,
        });
    }

    /// How much a term says where it stands: less, the more sentences hold it.
    pub fn weight(&self, term: u32) -> f32 {
        let share = self.holders[term as usize] as f32 / self.facts.len() as f32;
        1.0 / (0.1 + share).sqrt()
    }

    fn norm(&self, place: usize) -> f32 {
        let square: f32 = self.terms_of(place).iter().map(|&term| self.weight(term) * self.weight(term)).sum();
        square.sqrt().max(1e-6)
    }

    fn measure(&mut self) {
        let count = self.facts.len();
        let norms: Vec<f32> = (0..count).map(|place| self.norm(place)).collect();
        let mut total = vec![0.0f32; self.holders.len()];
        let mut lead = vec![0.0f32; self.holders.len()];
        for (place, norm) in norms.iter().enumerate() {
            for &term in self.terms_of(place) {
                total[term as usize] += self.weight(term) / norm;
                if place < 3 {
                    lead[term as usize] += self.weight(term) / norm;
                }
            }
        }
        let mut before = vec![0.0f32; self.holders.len()];
        for place in 0..count {
            let (mut all, mut past, mut first, mut new, mut spread) = (0.0, 0.0, 0.0, 0u32, 0.0);
            for at in self.facts[place].terms.clone() {
                let term = self.terms[at] as usize;
                let own = self.weight(term as u32) / norms[place];
                all += own * total[term];
                past += own * before[term];
                first += own * (lead[term] - if place < 3 { own } else { 0.0 });
                new += u32::from(before[term] == 0.0);
                spread += self.holders[term] as f32;
                before[term] += own;
            }
            let terms = self.facts[place].terms.len().max(1) as f32;
            let others = count.saturating_sub(1).max(1) as f32;
            let after = (count - 1 - place).max(1) as f32;
            let next = if place + 1 < count { self.cosine(place, place + 1, &norms) } else { 0.0 };
            let previous = if place > 0 { self.facts[place - 1].neighbours[1] } else { 0.0 };
            let fact = &mut self.facts[place];
            fact.central =
                [(all - 1.0).max(0.0) / others, past / place.max(1) as f32, (all - 1.0 - past).max(0.0) / after];
            fact.lead = first / 3.0;
            fact.novelty = new as f32 / terms;
            fact.spread = spread / (terms * count as f32);
            fact.neighbours = [previous, next];
        }
    }

    fn cosine(&self, a: usize, b: usize, norms: &[f32]) -> f32 {
        let square: f32 =
            shared(self.terms_of(a), self.terms_of(b)).map(|term| self.weight(term) * self.weight(term)).sum();
        square / (norms[a] * norms[b])
    }

    /// Notes which terms the title and the focus have, and how much of each fact the title does.
    fn measure_asked(&mut self, title: Option<&str>, focus: Option<&str>) {
        let (title, focus) = (words_of(title), words_of(focus));
        if title.is_empty() && focus.is_empty() {
            return;
        }
        let mut seen = vec![false; self.holders.len()];
        let mut asked = vec![false; focus.len() + 1];
        for word in &self.text.words {
            let term = word.term as usize;
            if !std::mem::replace(&mut seen[term], true) {
                let written = word.span.of(&self.text.body).to_lowercase();
                self.titled[term] = !word.is_stop && title.contains(&written);
                let akin = focus.iter().position(|asked| !word.is_stop && is_akin(asked, &written));
                self.focus[term] = akin.map(|at| at as u32);
                asked[akin.unwrap_or(focus.len())] = true;
            }
        }
        self.asked = asked[..focus.len()].iter().filter(|&&found| found).count();
        for place in 0..self.facts.len() {
            let held = self.terms_of(place).iter().filter(|&&term| self.titled[term as usize]).count();
            self.facts[place].title = held as f32 / self.facts[place].terms.len().max(1) as f32;
        }
    }

    /// Share of the words of the focus that some facts have together.
    pub fn focus(&self, places: &[usize]) -> f32 {
        if self.asked == 0 {
            return 0.0;
        }
        let words = places.iter().flat_map(|&place| self.words(place));
        let mut held: Vec<u32> = words.filter_map(|word| self.focus[word.term as usize]).collect();
        sort::plain(&mut held);
        held.dedup();
        held.len() as f32 / self.asked as f32
    }
}

/// The different words of a title or a focus, in lower case.
fn words_of(text: Option<&str>) -> Vec<String> {
    let lower = text.unwrap_or_default().to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut result: Vec<String> = words.map(str::to_owned).collect();
    sort::plain(&mut result);
    result.dedup();
    result
}

/// True for a word and another of its forms: "tax" and "taxes", "Chinese" and "China" as far as they open alike.
fn is_akin(asked: &str, written: &str) -> bool {
    let both = asked.chars().zip(written.chars()).take_while(|(a, b)| a == b).count();
    let (a, b) = (asked.chars().count(), written.chars().count());
    both == a.max(b) || (both >= 4 && both + 3 >= a.max(b)) || (both == a.min(b) && both >= 3 && a.max(b) <= both + 2)
}

/// The terms that two sorted lists share, in order.
pub(super) fn shared<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let mut at = 0;
    a.iter().copied().filter(move |&term| {
        at += b[at..].partition_point(|&other| other < term);
        b.get(at) == Some(&term)
    })
}
