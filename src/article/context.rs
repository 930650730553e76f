//! Context: what the classifier is told of a block once every block has been judged on its own: how its neighbours, its
//! container and the blocks of its look were judged. Judgements are in two-hundredths.

use super::measure::Measure;
use super::scene::{Groups, NONE, Scene};

/// A judgement that is sure.
pub(super) const SURE: u8 = 200;

/// Neighbours whose judgement is told, as offsets in blocks.
const NEIGHBOURS: [isize; 6] = [-3, -2, -1, 1, 2, 3];

/// Blocks to each side whose mean judgement is told.
const REACH: usize = 10;

/// Names of the features, in their order.
pub(super) fn names() -> Vec<String> {
    let groups = ["look5", "look2", "template", "holder"]
        .into_iter()
        .flat_map(|of| [format!("{of}_mean"), format!("{of}_spread")]);
    let near = NEIGHBOURS.map(|offset| format!("at_{offset}"));
    let places = ["page", "heading", "amount_before", "content_before", "near", "highest", "content_above", "is_kept"];
    std::iter::once("own".to_owned()).chain(groups).chain(near).chain(places.map(str::to_owned)).collect()
}

/// The features of every block. `kept` are the blocks that the judgements alone would keep.
pub(super) fn rows(scene: &Scene<'_>, judged: &[u8], kept: &[bool]) -> Vec<Vec<u8>> {
    let groups = groups(scene, judged);
    let sums = running(scene, judged);
    let total = sums.last().copied().unwrap_or_default();
    let highest = judged.iter().copied().max().unwrap_or(0);
    let standing = standing(scene, judged);
    let row = |at: usize| {
        let mut row = Vec::with_capacity(1 + 2 * groups.len() + NEIGHBOURS.len() + 8);
        row.push(judged[at]);
        groups.iter().for_each(|group| row.extend(group[at]));
        row.extend(
            NEIGHBOURS.map(|by| at.checked_add_signed(by).and_then(|near| judged.get(near)).copied().unwrap_or(0)),
        );
        let (from, to) = (sums[at.saturating_sub(REACH)], sums[(at + REACH + 1).min(judged.len())]);
        row.extend([
            total.mean(),
            judged.get(scene.heading[at] as usize).copied().unwrap_or(0),
            standing[at].0,
            standing[at].1,
            Sum { amount: to.amount - from.amount, content: to.content - from.content, squares: 0 }.mean(),
            highest,
            part(sums[at].content, total.content),
            u8::from(kept[at]),
        ]);
        row
    };
    (0..judged.len()).map(row).collect()
}

/// Judgements added up, each as often as its block has text.
#[derive(Clone, Copy, Default)]
struct Sum {
    amount: u64,
    content: u64,
    squares: u64,
}

impl Sum {
    fn add(&mut self, measure: &Measure, judged: u8) {
        let (amount, judged) = (amount(measure), u64::from(judged));
        self.amount += amount;
        self.content += amount * judged;
        self.squares += amount * judged * judged;
    }

    fn mean(&self) -> u8 {
        (self.content / self.amount.max(1)) as u8
    }

    /// How far judgements lie from their mean, as the root of the mean square.
    fn spread(&self) -> u8 {
        let amount = self.amount.max(1);
        let mean = self.content / amount;
        (self.squares / amount).saturating_sub(mean * mean).isqrt() as u8
    }
}

/// What a block weighs; none weighs nothing.
fn amount(measure: &Measure) -> u64 {
    u64::from(measure.units.max(1))
}

/// Per group that blocks belong to, and per block: mean and spread.
fn groups(scene: &Scene<'_>, judged: &[u8]) -> [Vec<[u8; 2]>; 4] {
    let look = |groups: &Groups| groups.of.iter().map(|&group| group as usize).collect();
    let template = |at: usize| match scene.template_of[scene.blocks[at].node.index()] {
        NONE => scene.templates.len() + at,
        template => template as usize,
    };
    let all = 0..judged.len();
    let of: [Vec<usize>; 4] = [
        look(&scene.looks[0]),
        look(&scene.looks[1]),
        all.clone().map(template).collect(),
        all.map(|at| scene.holder(scene.blocks[at].node).index()).collect(),
    ];
    of.map(|of| {
        let mut sums = vec![Sum::default(); of.iter().max().map_or(0, |last| last + 1)];
        for (at, &group) in of.iter().enumerate() {
            sums[group].add(&scene.measures[at], judged[at]);
        }
        of.iter().map(|&group| [sums[group].mean(), sums[group].spread()]).collect()
    })
}

/// For each block and one past the last: the sum of those before it.
fn running(scene: &Scene<'_>, judged: &[u8]) -> Vec<Sum> {
    let mut sums = vec![Sum::default()];
    let mut sum = Sum::default();
    for (measure, &judged) in scene.measures.iter().zip(judged) {
        sum.add(measure, judged);
        sums.push(sum);
    }
    sums
}

/// Per block: how much of the page's text, and of what is expected of content, is judged as high as it or higher.
fn standing(scene: &Scene<'_>, judged: &[u8]) -> Vec<(u8, u8)> {
    let mut by_judgement = [Sum::default(); SURE as usize + 1];
    for (measure, &judged) in scene.measures.iter().zip(judged) {
        by_judgement[judged.min(SURE) as usize].add(measure, judged);
    }
    let mut sum = Sum::default();
    for at in by_judgement.iter_mut().rev() {
        sum.amount += at.amount;
        sum.content += at.content;
        *at = sum;
    }
    let of = |&judged: &u8| {
        let above = by_judgement[judged.min(SURE) as usize];
        (part(above.amount, sum.amount), part(above.content, sum.content))
    };
    judged.iter().map(of).collect()
}

/// A share in two-hundredths.
fn part(part: u64, whole: u64) -> u8 {
    (part * u64::from(SURE) / whole.max(1)) as u8
}
