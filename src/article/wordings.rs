//! Wordings: what lines say that aren't article, as `lexicon/all/furniture.txt` has them, by their roles.

use super::RemovalReason;
use crate::lexicon::FURNITURE;
use std::sync::OnceLock;

/// The wordings of each role, all in lower case.
#[derive(Default)]
pub(super) struct Wordings {
    /// Openings of short lines, and why those go.
    pub openings: Vec<(&'static str, RemovalReason)>,
    /// Whole lines over other articles.
    pub related: Vec<&'static str>,
    /// In a caption: who made the picture.
    pub credits: Vec<&'static str>,
    /// Before an author's name.
    pub by: Vec<&'static str>,
    /// Openings of short lines: the rest is for those who pay.
    pub walls: Vec<&'static str>,
    /// Beside a number: how long an article takes to read.
    pub minutes: Vec<&'static str>,
}

/// The wordings, read once.
pub(super) fn wordings() -> &'static Wordings {
    static WORDINGS: OnceLock<Wordings> = OnceLock::new();
    WORDINGS.get_or_init(Wordings::read)
}

/// Why a line goes that says just this, in lower case and without the mark at its end.
pub(super) fn of_line(line: &str) -> Option<RemovalReason> {
    reason_behind('=', FURNITURE.value(line)?)
}

/// True for a heading over the lives of those who wrote an article.
pub(super) fn heads_lives(line: &str) -> bool {
    FURNITURE.value(line).is_some_and(|roles| roles.contains('L'))
}

impl Wordings {
    fn read() -> Self {
        let mut read = Self::default();
        for (wording, roles) in FURNITURE.iter() {
            read.openings.extend(reason_behind('^', roles).map(|reason| (wording, reason)));
            let is_related = reason_behind('=', roles) == Some(RemovalReason::Related);
            let lists = [
                (is_related, &mut read.related),
                (roles.contains('C'), &mut read.credits),
                (roles.contains('B'), &mut read.by),
                (roles.contains('M'), &mut read.minutes),
                (roles.contains('W'), &mut read.walls),
            ];
            lists.into_iter().filter(|(holds, _)| *holds).for_each(|(_, list)| list.push(wording));
        }
        read
    }
}

/// The reason whose letter stands behind a sign.
fn reason_behind(sign: char, roles: &str) -> Option<RemovalReason> {
    Some(match roles.split_once(sign)?.1.chars().next()? {
        'n' => RemovalReason::Navigation,
        'a' => RemovalReason::Advertisement,
        'r' => RemovalReason::Related,
        's' => RemovalReason::ShareBar,
        'u' => RemovalReason::Subscribe,
        'c' => RemovalReason::Caption,
        'f' => RemovalReason::Footer,
        'b' => RemovalReason::Byline,
        't' => RemovalReason::Tags,
        'o' => RemovalReason::Comments,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_of_the_list_is_known() {
        for (wording, roles) in FURNITURE.iter() {
            let rest = roles.trim_matches(['C', 'B', 'M', 'L', 'W']);
            let mut signs = rest.chars();
            while let Some(sign) = signs.next() {
                let letter = signs.next().map(|letter| [sign, letter].iter().collect::<String>());
                assert!(letter.is_some_and(|role| reason_behind(sign, &role).is_some()), "{wording}: {roles}");
            }
        }
        assert_eq!(of_line("read more"), Some(RemovalReason::Related));
        assert_eq!(of_line("read more about it"), None);
        assert!(heads_lives("about the author") && !heads_lives("read more"));
    }
}
