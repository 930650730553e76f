//! Scene: everything the classifier may ask about the blocks of a page, gathered in a few linear passes.

use super::candidate;
use super::evidence::Evidence;
use super::measure::{Measure, SEED, measure, mix};
use super::survey::{LINK, Standing};
use super::{Block, Piece};
use crate::page::{NodeId, Page};
use crate::sort;

/// The blocks of a page with what surrounds them.
pub(super) struct Scene<'p> {
    pub page: &'p Page,
    pub standings: &'p [Standing],
    pub blocks: &'p [Block],
    pub measures: Vec<Measure>,
    /// For each block and one past the last: the sum of the measures before it.
    pub sums: Vec<Measure>,
    /// The same sum over prose blocks only: units, and in `chars` the number of blocks.
    pub prose_sums: Vec<Prose>,
    /// For each node and one past the last: how many blocks start before it.
    pub before: Vec<u32>,
    /// For each node: the nearest node around it that holds more blocks.
    pub wider: Vec<NodeId>,
    /// Per block: its group among blocks of the same look on five levels, and on two.
    pub looks: [Groups; 2],
    /// Per block: its group among blocks of the same text.
    pub prints: Groups,
    /// Per node: the repeated template with the most text that holds it, as an index of `templates`; `NONE` without.
    pub template_of: Vec<u32>,
    pub templates: Vec<Template>,
    /// Per node: score as a container of the content.
    pub candidates: candidate::Candidates,
    pub evidence: Evidence,
    /// Per block: the last heading before it in document order, as a block index; `NONE` without.
    pub heading: Vec<u32>,
    /// The first heading of level 1, as a block index; `NONE` without.
    pub title_block: u32,
}

/// No such index.
pub(super) const NONE: u32 = u32::MAX;

/// Prose before a block.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Prose {
    pub units: u32,
    pub blocks: u32,
}

/// A template that is repeated: siblings of the same look that hold two blocks or more on average.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Template {
    pub items: u32,
    pub blocks: u32,
    pub total: Measure,
}

/// Blocks grouped by a key.
pub(super) struct Groups {
    /// Per block: its group.
    pub of: Vec<u32>,
    /// Per group: blocks, first block, sum of measures.
    pub groups: Vec<Group>,
}

/// Blocks that share a key.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Group {
    pub count: u32,
    pub first: u32,
    pub total: Measure,
}

/// True for a text that reads like prose: it ends a sentence, or is long, and is mostly not links.
pub(super) fn is_prose(measure: &Measure) -> bool {
    (measure.ends > 0 && measure.units >= 12 || measure.units >= 50) && measure.linked * 2 < measure.units
}

impl<'p> Scene<'p> {
    pub(super) fn new(page: &'p Page, standings: &'p [Standing], blocks: &'p [Block], pieces: &'p [Piece]) -> Self {
        let in_link = |node: NodeId| standings[node.index()].places & LINK != 0;
        let text_of = |block: &Block| &pieces[block.pieces.0 as usize..block.pieces.1 as usize];
        let measures: Vec<Measure> = blocks.iter().map(|block| measure(page, text_of(block), in_link)).collect();
        let before = blocks_before(page, blocks, pieces);
        let wider = wider_holders(page, &before);
        let (sums, prose_sums) = running_sums(&measures);
        let looks = [5, 2].map(|levels| {
            let keys = blocks.iter().map(|block| look(page, standings, block.node, levels)).collect();
            group(keys, &measures)
        });
        let prints = group(measures.iter().map(|m| m.print).collect(), &measures);
        let (template_of, templates) = templates(page, standings, &before, &sums);
        let candidates = candidate::score(page, standings, blocks, &measures);
        let evidence = Evidence::read(page, blocks, pieces);
        let (heading, title_block) = headings(blocks);
        Self {
            page,
            standings,
            blocks,
            measures,
            sums,
            prose_sums,
            before,
            wider,
            looks,
            prints,
            template_of,
            templates,
            candidates,
            evidence,
            heading,
            title_block,
        }
    }

    /// The blocks inside a node, as a range of indices.
    pub(super) fn range(&self, node: NodeId) -> (usize, usize) {
        let end = self.page.nodes[node.index()].end;
        (self.before[node.index()] as usize, self.before[end.index()] as usize)
    }

    /// The nearest element that holds a block of this node and others: the node itself, or one around it.
    pub(super) fn holder(&self, node: NodeId) -> NodeId {
        let (from, to) = self.range(node);
        if to - from > 1 { node } else { self.wider[node.index()] }
    }

    /// The measure of the whole page.
    pub(super) fn page_total(&self) -> &Measure {
        &self.sums[self.blocks.len()]
    }

    /// Units of prose on the whole page.
    pub(super) fn page_prose(&self) -> u32 {
        self.prose_sums[self.blocks.len()].units
    }

    /// The measure of all blocks inside a node.
    pub(super) fn total(&self, node: NodeId) -> Measure {
        let (from, to) = self.range(node);
        difference(&self.sums, from, to)
    }
}

/// The sum of the measures from one block up to another.
pub(super) fn difference(sums: &[Measure], from: usize, to: usize) -> Measure {
    let (a, b) = (&sums[from], &sums[to]);
    Measure {
        units: b.units - a.units,
        linked: b.linked - a.linked,
        chars: b.chars - a.chars,
        ends: b.ends - a.ends,
        commas: b.commas - a.commas,
        digits: b.digits - a.digits,
        ..Measure::default()
    }
}

fn running_sums(measures: &[Measure]) -> (Vec<Measure>, Vec<Prose>) {
    let (mut sums, mut prose_sums) = (vec![Measure::default()], vec![Prose::default()]);
    let (mut sum, mut prose) = (Measure::default(), Prose::default());
    for measure in measures {
        sum.add(measure);
        if is_prose(measure) {
            prose.units += measure.units;
            prose.blocks += 1;
        }
        sums.push(sum);
        prose_sums.push(prose);
    }
    (sums, prose_sums)
}

fn blocks_before(page: &Page, blocks: &[Block], pieces: &[Piece]) -> Vec<u32> {
    let mut before = vec![0u32; page.nodes.len() + 1];
    for block in blocks {
        let texts = &pieces[block.pieces.0 as usize..block.pieces.1 as usize];
        let first = texts.iter().find_map(|piece| match piece {
            Piece::Text(node, _) => Some(*node),
            _ => None,
        });
        before[first.unwrap_or(block.node).index() + 1] += 1;
    }
    for index in 1..before.len() {
        before[index] += before[index - 1];
    }
    before
}

fn wider_holders(page: &Page, before: &[u32]) -> Vec<NodeId> {
    let count = |node: NodeId| before[page.nodes[node.index()].end.index()] - before[node.index()];
    let mut wider = vec![NodeId::ROOT; page.nodes.len()];
    for index in 1..page.nodes.len() {
        let parent = page.nodes[index].parent;
        wider[index] = if count(parent) > count(NodeId(index as u32)) { parent } else { wider[parent.index()] };
    }
    wider
}

/// Hash of the looks of a node and of those that hold it, `levels` in all.
fn look(page: &Page, standings: &[Standing], node: NodeId, levels: usize) -> u64 {
    std::iter::once(node)
        .chain(page.ancestors(node))
        .take(levels)
        .fold(SEED, |hash, at| mix(hash, standings[at.index()].look))
}

fn group(keys: Vec<u64>, measures: &[Measure]) -> Groups {
    let mut order: Vec<u32> = (0..keys.len() as u32).collect();
    sort::by_key(&mut order, |&block| (keys[block as usize], block));
    let mut groups: Vec<Group> = Vec::new();
    let mut of = vec![0; keys.len()];
    let mut last = None;
    for block in order {
        let key = keys[block as usize];
        if last != Some(key) {
            groups.push(Group { first: block, ..Group::default() });
            last = Some(key);
        }
        let number = groups.len() - 1;
        of[block as usize] = number as u32;
        groups[number].count += 1;
        groups[number].total.add(&measures[block as usize]);
    }
    Groups { of, groups }
}

/// Finds siblings of the same look, three or more, with two blocks or more each.
fn templates(page: &Page, standings: &[Standing], before: &[u32], sums: &[Measure]) -> (Vec<u32>, Vec<Template>) {
    let count = |node: usize| before[page.nodes[node].end.index()] - before[node];
    let is_element = |node: usize| page.tag(NodeId(node as u32)).is_some();
    let key = |node: usize| (page.nodes[node].parent, standings[node].look);
    let mut order: Vec<usize> = (1..page.nodes.len()).filter(|&node| is_element(node) && count(node) >= 2).collect();
    sort::by_key(&mut order, |&node| (key(node), node));
    let mut own = vec![NONE; page.nodes.len()];
    let mut templates = Vec::new();
    for alike in order.chunk_by(|&a, &b| key(a) == key(b)).filter(|alike| alike.len() >= 3) {
        let mut template = Template { items: alike.len() as u32, ..Template::default() };
        for &node in alike {
            own[node] = templates.len() as u32;
            template.blocks += count(node);
            let end = page.nodes[node].end.index();
            template.total.add(&difference(sums, before[node] as usize, before[end] as usize));
        }
        templates.push(template);
    }
    let weight = |template: u32| templates.get(template as usize).map_or(0, |t: &Template| t.total.units);
    for index in 1..own.len() {
        let above = own[page.nodes[index].parent.index()];
        if own[index] == NONE || weight(above) > weight(own[index]) {
            own[index] = above;
        }
    }
    (own, templates)
}

fn headings(blocks: &[Block]) -> (Vec<u32>, u32) {
    let mut last = NONE;
    let mut title = NONE;
    let mut heading = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        heading.push(last);
        if let super::BlockKind::Heading(level) = block.kind {
            last = index as u32;
            if level == 1 && title == NONE {
                title = last;
            }
        }
    }
    (heading, title)
}
