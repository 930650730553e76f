//! Features: what the classifier is told of a block, as small whole numbers.
//!
//! Amounts are on a scale of eighths of a power of two (`scale`), shares in hundredths, the rest are counts and codes;
//! no floating point, so that every machine sees the same.

use super::hints;
use super::measure::Measure;
use super::scene::{Group, NONE, Scene, Template, difference, is_prose};
use super::{Block, BlockKind};
use crate::page::NodeId;

/// One block in its scene.
struct View<'s, 'p> {
    scene: &'s Scene<'p>,
    index: usize,
    block: Block,
    own: Measure,
    places: u32,
    /// The three nearest holders with more blocks each.
    holders: [Holder; 3],
    looks: [Group; 2],
    prints: Group,
    template: Template,
}

/// A container of the block.
#[derive(Clone, Copy, Default)]
struct Holder {
    blocks: usize,
    total: Measure,
    prose: u32,
    tag: u8,
}

macro_rules! features {
    ($view:ident: $($name:ident = $value:expr),+ $(,)?) => {
        /// The features' names, in their order.
        pub(super) const NAMES: &[&str] = &[$(stringify!($name)),+];

        fn plain($view: &View<'_, '_>, row: &mut Vec<u8>) {
            $(row.push($value);)+
        }
    };
}

features! { v:
    units = scale(v.own.units), chars_per_word = ratio(v.own.chars * 4, v.own.units), linked = share(v.own.linked, v.own.units),
    ends = scale(v.own.ends * 4), ends_per_word = share(v.own.ends * 8, v.own.units), commas = scale(v.own.commas * 4),
    commas_per_word = share(v.own.commas * 8, v.own.units), first = v.own.first, last = v.own.last,
    digits = share(v.own.digits, v.own.chars), capitals = share(v.own.capitals * 2, v.own.units),
    shouted = share(v.own.shouted * 2, v.own.units), short = share(v.own.short * 2, v.own.units),
    marks = small(v.own.marks), years = small(v.own.years), money = small(v.own.money), quotes = small(v.own.quotes),
    kind = code(v.block.kind), tag = v.scene.page.tag(v.block.node).map_or(255, |tag| tag.0.min(254) as u8),
    depth = small(v.scene.standings[v.block.node.index()].depth),
    place = v.share_of_blocks(), place_in_text = share(v.scene.sums[v.index].units, v.scene.page_total().units),
    from_start = scale(v.index as u32), from_end = scale((v.scene.blocks.len() - v.index) as u32),
    text_before = scale(v.scene.sums[v.index].units),
    text_after = scale(v.scene.page_total().units - v.scene.sums[v.index].units),
    prose_before = share(v.scene.prose_sums[v.index].units, v.scene.page_prose()),
    prose_blocks_before = small(v.scene.prose_sums[v.index].blocks),
    prose_blocks_after = small(v.scene.prose_sums[v.scene.blocks.len()].blocks - v.scene.prose_sums[v.index].blocks),
    prose_near_3 = scale(v.prose_near(3)), prose_near_10 = scale(v.prose_near(10)), prose_near_30 = scale(v.prose_near(30)),
    links_near_3 = v.links_near(3), links_near_10 = v.links_near(10),
    since_prose = scale(v.distance(is_prose, -1)), until_prose = scale(v.distance(is_prose, 1)),
    since_long_prose = scale(v.distance(|m| is_prose(m) && m.units >= 60, -1)),
    until_long_prose = scale(v.distance(|m| is_prose(m) && m.units >= 60, 1)),
    same_print = scale(v.prints.count), is_first_print = u8::from(v.prints.first as usize == v.index),
    look5_blocks = scale(v.looks[0].count), look5_mean = scale(v.looks[0].total.units / v.looks[0].count.max(1)),
    look5_share = share(v.looks[0].total.units, v.scene.page_total().units),
    look5_linked = share(v.looks[0].total.linked, v.looks[0].total.units),
    look5_ends = share(v.looks[0].total.ends * 8, v.looks[0].total.units),
    look2_blocks = scale(v.looks[1].count), look2_mean = scale(v.looks[1].total.units / v.looks[1].count.max(1)),
    look2_share = share(v.looks[1].total.units, v.scene.page_total().units),
    look2_linked = share(v.looks[1].total.linked, v.looks[1].total.units),
    look2_ends = share(v.looks[1].total.ends * 8, v.looks[1].total.units),
    template_items = scale(v.template.items), template_mean = scale(v.template.total.units / v.template.items.max(1)),
    template_blocks = scale(v.template.blocks / v.template.items.max(1)),
    template_share = share(v.template.total.units, v.scene.page_total().units),
    template_linked = share(v.template.total.linked, v.template.total.units),
    template_ends = share(v.template.total.ends * 8, v.template.total.units),
    candidate = share(v.scene.candidates.best_above[v.block.node.index()], v.scene.candidates.highest),
    candidate_own = share(v.scene.candidates.own[v.block.node.index()], v.scene.candidates.highest),
    top_place = v.place_to(v.scene.candidates.top), top_score = scale(v.scene.candidates.highest),
    top_share = share(v.scene.total(v.scene.candidates.top).units, v.scene.page_total().units),
    in_title = v.scene.evidence.in_title[v.index], of_title = v.scene.evidence.of_title[v.index],
    in_data = v.scene.evidence.in_data[v.index], in_heading = v.scene.evidence.in_heading[v.index],
    since_heading = scale(v.since_heading()), heading_level = v.heading_level(),
    after_title = v.after_title(),
    blocks_1 = scale(v.holders[0].blocks as u32), text_1 = scale(v.holders[0].total.units), linked_1 = v.holders[0].linked(),
    ends_1 = v.holders[0].ends(), prose_1 = v.holders[0].prose(), tag_1 = v.holders[0].tag,
    blocks_2 = scale(v.holders[1].blocks as u32), text_2 = scale(v.holders[1].total.units), linked_2 = v.holders[1].linked(),
    ends_2 = v.holders[1].ends(), prose_2 = v.holders[1].prose(), tag_2 = v.holders[1].tag,
    blocks_3 = scale(v.holders[2].blocks as u32), text_3 = scale(v.holders[2].total.units), linked_3 = v.holders[2].linked(),
    ends_3 = v.holders[2].ends(), prose_3 = v.holders[2].prose(),
    share_of_1 = share(v.own.units, v.holders[0].total.units), share_of_page_2 = share(v.holders[1].total.units, v.scene.page_total().units),
    share_of_page_3 = share(v.holders[2].total.units, v.scene.page_total().units),
}

/// Names of the features that are read in loops, behind the plain ones.
pub(super) fn names() -> Vec<String> {
    let mut names: Vec<String> = NAMES.iter().map(|name| (*name).to_owned()).collect();
    names.extend((0..PLACES).map(|place| format!("in_{place}")));
    names.extend((0..hints::COUNT).map(|hint| format!("hint_{hint}")));
    for offset in NEIGHBOURS {
        names.extend(
            ["units", "linked", "ends", "tag", "last", "look", "capitals"].map(|name| format!("{name}_at_{offset}")),
        );
    }
    names
}

/// How many bits of `survey` are features.
const PLACES: usize = 28;

/// Neighbours that are looked at, as offsets in blocks.
const NEIGHBOURS: [isize; 6] = [-3, -2, -1, 1, 2, 3];

/// The features of one block.
pub(super) fn row(scene: &Scene<'_>, index: usize) -> Vec<u8> {
    let view = View::new(scene, index);
    let mut row = Vec::with_capacity(NAMES.len() + PLACES + hints::COUNT + 7 * NEIGHBOURS.len());
    plain(&view, &mut row);
    row.extend((0..PLACES).map(|place| (view.places >> place & 1) as u8));
    view.hints(&mut row);
    view.neighbours(&mut row);
    row
}

impl<'s, 'p> View<'s, 'p> {
    fn new(scene: &'s Scene<'p>, index: usize) -> Self {
        let block = scene.blocks[index];
        let mut holders = [Holder::default(); 3];
        let mut node = scene.holder(block.node);
        for holder in &mut holders {
            *holder = Holder::of(scene, node);
            node = scene.wider[node.index()];
        }
        let group = |groups: &super::scene::Groups| groups.groups[groups.of[index] as usize];
        let template = scene.template_of[block.node.index()];
        Self {
            scene,
            index,
            block,
            own: scene.measures[index],
            places: scene.standings[block.node.index()].places,
            holders,
            looks: [group(&scene.looks[0]), group(&scene.looks[1])],
            prints: group(&scene.prints),
            template: scene.templates.get(template as usize).copied().unwrap_or_default(),
        }
    }

    fn share_of_blocks(&self) -> u8 {
        share(self.index as u32, self.scene.blocks.len() as u32)
    }

    fn prose_near(&self, reach: usize) -> u32 {
        let to = (self.index + reach + 1).min(self.scene.blocks.len());
        self.scene.prose_sums[to].units - self.scene.prose_sums[self.index.saturating_sub(reach)].units
    }

    fn links_near(&self, reach: usize) -> u8 {
        let to = (self.index + reach + 1).min(self.scene.blocks.len());
        let near = difference(&self.scene.sums, self.index.saturating_sub(reach), to);
        share(near.linked, near.units)
    }

    /// Blocks to the nearest other block that `is_sought`, up to 60.
    fn distance(&self, is_sought: impl Fn(&Measure) -> bool, step: isize) -> u32 {
        let at = |distance: usize| self.index.checked_add_signed(step * distance as isize);
        let found = (1..60).find(|&d| at(d).and_then(|i| self.scene.measures.get(i)).is_none_or(&is_sought));
        found.map_or(60, |distance| {
            let is_inside = at(distance).is_some_and(|i| i < self.scene.measures.len());
            if is_inside { distance as u32 } else { 100 }
        })
    }

    /// 0 before, 1 inside, 2 after the node.
    fn place_to(&self, node: NodeId) -> u8 {
        let (from, to) = self.scene.range(node);
        u8::from(self.index >= from) + u8::from(self.index >= to)
    }

    fn since_heading(&self) -> u32 {
        match self.scene.heading[self.index] {
            NONE => 0,
            heading => self.index as u32 - heading,
        }
    }

    fn heading_level(&self) -> u8 {
        match self.scene.blocks.get(self.scene.heading[self.index] as usize).map(|block| block.kind) {
            Some(BlockKind::Heading(level)) => level,
            _ => 0,
        }
    }

    /// Where the block stands to the first heading of level 1: 0 there is none, 1 before, 2 it is it, 3 and more behind it.
    fn after_title(&self) -> u8 {
        match (self.scene.title_block, self.index as u32) {
            (NONE, _) => 0,
            (title, index) if index < title => 1,
            (title, index) => 2 + scale(index - title).min(250),
        }
    }

    /// Per group of hints: 3 in the block's own names or its parent's, 2 in the three next, 1 further out, else 0.
    fn hints(&self, row: &mut Vec<u8>) {
        let standings = self.scene.standings;
        let mut near = standings[self.block.node.index()].own;
        let mut middle = 0;
        for (level, holder) in self.scene.page.ancestors(self.block.node).take(4).enumerate() {
            let bits = standings[holder.index()].own;
            if level == 0 { near |= bits } else { middle |= bits }
        }
        let far = standings[self.block.node.index()].path;
        row.extend((0..hints::COUNT).map(|hint| {
            let has = |bits: u32| bits >> hint & 1 == 1;
            if has(near) {
                3
            } else if has(middle) {
                2
            } else {
                u8::from(has(far))
            }
        }));
    }

    fn neighbours(&self, row: &mut Vec<u8>) {
        let looks = &self.scene.looks[0].of;
        for offset in NEIGHBOURS {
            let Some(at) = self.index.checked_add_signed(offset).filter(|&at| at < self.scene.blocks.len()) else {
                row.extend([0, 0, 0, 255, 255, 0, 0]);
                continue;
            };
            let other = &self.scene.measures[at];
            row.extend([
                scale(other.units),
                share(other.linked, other.units),
                share(other.ends * 8, other.units),
                code(self.scene.blocks[at].kind),
                other.last,
                u8::from(looks[at] == looks[self.index]),
                share(other.capitals * 2, other.units),
            ]);
        }
    }
}

impl Holder {
    fn of(scene: &Scene<'_>, node: NodeId) -> Self {
        let (from, to) = scene.range(node);
        Self {
            blocks: to - from,
            total: difference(&scene.sums, from, to),
            prose: scene.prose_sums[to].units - scene.prose_sums[from].units,
            tag: scene.page.tag(node).map_or(255, |tag| tag.0.min(254) as u8),
        }
    }

    fn linked(&self) -> u8 {
        share(self.total.linked, self.total.units)
    }

    fn ends(&self) -> u8 {
        share(self.total.ends * 8, self.total.units)
    }

    fn prose(&self) -> u8 {
        share(self.prose, self.total.units)
    }
}

/// A block's kind as a code.
fn code(kind: BlockKind) -> u8 {
    match kind {
        BlockKind::Paragraph => 0,
        BlockKind::Heading(level) => 10 + level,
        BlockKind::Standfirst => 1,
        BlockKind::ListItem => 2,
        BlockKind::Quote => 3,
        BlockKind::Code => 4,
        BlockKind::TableRow => 5,
        BlockKind::Caption | BlockKind::Legend => 6,
    }
}

/// A count on a scale of eighths of a power of two: 0 to 7 as they are, then 8 steps to each doubling.
pub(super) fn scale(count: u32) -> u8 {
    if count < 8 {
        return count as u8;
    }
    let power = 31 - count.leading_zeros();
    (8 * (power - 2) + (count >> (power - 3) & 7)) as u8
}

/// A share in hundredths, at most 200.
pub(super) fn share(part: u32, whole: u32) -> u8 {
    (u64::from(part) * 100 / u64::from(whole.max(1))).min(200) as u8
}

/// A quotient in quarters, at most 200.
fn ratio(part: u32, whole: u32) -> u8 {
    (u64::from(part) * 4 / u64::from(whole.max(1))).min(200) as u8
}

pub(super) fn small(count: u32) -> u8 {
    count.min(200) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_rises_by_eighths_of_a_doubling() {
        assert_eq!([0, 7, 8, 15, 16, 17, 18].map(scale), [0, 7, 8, 15, 16, 16, 17]);
        assert_eq!(scale(u32::MAX), 239);
    }
}
