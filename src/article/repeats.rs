//! Repeats: texts that stand in the page more than once, of which the content has one.

use super::BlockKind;
use super::scene::Scene;
use crate::sort;

/// Shorter texts, in halves of a word, may stand twice: names, labels, cells.
const UNITS_MIN: u32 = 12;

/// A page of fewer blocks than this isn't laid out twice: what stands twice in it is meant.
const BLOCKS_MIN: usize = 40;

/// Which of the kept blocks repeat an earlier kept one, word for word. Code and rows of tables may repeat.
pub(super) fn find(scene: &Scene<'_>, keeps: &[bool]) -> Vec<bool> {
    let may_repeat = |index: usize| matches!(scene.blocks[index].kind, BlockKind::Code | BlockKind::TableRow);
    let is_judged = |&index: &usize| keeps[index] && scene.measures[index].units >= UNITS_MIN && !may_repeat(index);
    if keeps.len() < BLOCKS_MIN {
        return vec![false; keeps.len()];
    }
    let mut order: Vec<usize> = (0..keeps.len()).filter(is_judged).collect();
    sort::by_key(&mut order, |&index| (scene.measures[index].exact, index));
    let mut repeats = vec![false; keeps.len()];
    for pair in order.windows(2) {
        repeats[pair[1]] = scene.measures[pair[0]].exact == scene.measures[pair[1]].exact;
    }
    repeats
}

#[cfg(test)]
mod tests {
    use crate::options::Options;

    #[test]
    fn a_text_laid_out_twice_is_kept_once() {
        let paragraph = |n: usize| {
            format!(
                "<p>Paragraph {n} of this report says, at some length, what happened on day {n}, and why it did.</p>"
            )
        };
        let body: String = (0..25).map(paragraph).collect();
        let html = format!("<title>Report</title><div class=wide>{body}</div><div class=narrow>{body}</div>");
        let page = crate::page::parse_html(&html, &Options::default().limits).unwrap();
        let article = crate::article::extract(&page, &Options::default()).unwrap();
        assert_eq!(article.blocks.len(), 25);
    }
}
