//! Study: what `train/` learns from. The blocks of a page with the very features that the classifier is given.

use super::measure::is_space;
use super::scene::Scene;
use super::{Piece, blocks, classifier, context, features, kind, survey};
use crate::page::{NodeId, Page};

/// The blocks of a page as the classifier sees them.
#[derive(Clone, Debug)]
pub struct Study {
    /// Names of the features.
    pub names: Vec<String>,
    /// Per block: its features.
    pub rows: Vec<Vec<u8>>,
    /// Per block: its text.
    pub texts: Vec<String>,
    /// The page's features, with its address and without.
    pub page: [Vec<u8>; 2],
}

/// The blocks of a page, and their features.
pub fn study(page: &Page, url: Option<&str>) -> Study {
    let standings = survey::survey(page, |_| false);
    let (blocks, pieces) = blocks::split(page, NodeId::ROOT, &standings);
    let scene = Scene::new(page, &standings, &blocks, &pieces);
    let text = |pieces: &[Piece]| {
        let parts = pieces.iter().map(|piece| match piece {
            Piece::Text(_, span) => span.of(&page.text),
            _ => " ",
        });
        parts.collect::<String>().split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let rows: Vec<Vec<u8>> = (0..blocks.len()).map(|index| features::row(&scene, index)).collect();
    Study {
        names: features::names(),
        page: [url, None].map(|url| kind::row(&scene, url)),
        rows,
        texts: blocks.iter().map(|block| text(&pieces[block.pieces.0 as usize..block.pieces.1 as usize])).collect(),
    }
}

/// The features of a page's blocks in their context, and the features' names: `judged` says what is thought of each block in
/// two-hundredths.
pub fn study_in_context(page: &Page, judged: &[u8]) -> (Vec<String>, Vec<Vec<u8>>) {
    let standings = survey::survey(page, |_| false);
    let (blocks, pieces) = blocks::split(page, NodeId::ROOT, &standings);
    let scene = Scene::new(page, &standings, &blocks, &pieces);
    (context::names(), classifier::rows_in_context(&scene, judged))
}
