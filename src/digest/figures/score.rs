//! Score: "3-2", "6-4, 3-6, 7-5", "2:1", "voted 51 to 49"; and the ratio "3:1".

use super::decimal::Decimal;
use super::scan::Scan;
use super::token::Kind;
use super::{FigureKind, Found, Value};
use crate::lexicon::listed;

/// "3-2", "6-4, 3-6, 7-5", "2:1": a score, or the ratio "3:1".
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if let Some(found) = worded(scan, at).or_else(|| odds(scan, at)) {
        return Some(found);
    }
    let (first, second, mut end) = pair(scan, at)?;
    let colon = scan.is_mark(at + 1, ":");
    let mut sets = 1;
    while scan.is_mark(end, ",") && !scan.glued(end + 1) {
        let Some((_, _, behind)) = pair(scan, end + 1) else { break };
        (end, sets) = (behind, sets + 1);
    }
    let told = near_contest(scan, at, end);
    let cjk = scan.kind(at + 1) == Some(Kind::Word) && !listed("to a", scan.written(at + 1));
    let kind = if cjk {
        FigureKind::Score
    } else if colon {
        if told
            || sets > 1
            || (!scan.lexis.is_english() && scan.lexis.language.code() != "fr" && first.max(second) < 20)
        {
            FigureKind::Score
        } else {
            FigureKind::Ratio
        }
    } else {
        let decided = first > second || sets > 1 || told || first == 0 || (first == second && first < 20);
        if !decided {
            return None;
        }
        FigureKind::Score
    };
    let value = match (kind, sets) {
        (FigureKind::Ratio, _) => Value::Number(Decimal::ratio(first, second)?),
        (_, 1) => Value::Between(Decimal::whole(first), Decimal::whole(second)),
        _ => Value::Unknown,
    };
    Some(Found { kind, from: at, to: end, value, unit: None })
}

/// "three-nil", "won two-one", "nil-nil": a score in words.
fn worded(scan: &Scan<'_>, at: usize) -> Option<Found> {
    // "two goals to one"
    if listed("goals points runs games sets", scan.written(at + 1)) && scan.written(at + 2) == "to" {
        let whole = |at: usize| super::number::read(scan, at).filter(|number| number.end == at + 1)?.value?.as_whole();
        let (first, second) = (whole(at)?, whole(at + 3)?);
        let value = Value::Between(Decimal::whole(first), Decimal::whole(second));
        return Some(Found { kind: FigureKind::Score, from: at, to: at + 4, value, unit: None });
    }
    let nil = |at: usize| listed("nil Nil love", scan.written(at));
    let goals = |at: usize| if nil(at) { Some(0) } else { scan.roles(at).number('n').filter(|&goals| goals < 20) };
    let tied = scan.is_mark(at + 1, "-‑–") && scan.glued(at + 1) && scan.glued(at + 2);
    let first = goals(at).filter(|_| tied).or_else(|| scan.small(at, 2)).filter(|_| tied && scan.lexis.is_english())?;
    let second = if listed("all apiece", scan.written(at + 2)) { first } else { goals(at + 2)? };
    let goes_on = scan.has_content(at + 3) || scan.is_mark(at + 3, "-") && scan.glued(at + 3);
    let told = nil(at + 2) || listed("all apiece", scan.written(at + 2)) || !goes_on && near_contest(scan, at, at + 3);
    let value = Value::Between(Decimal::whole(first), Decimal::whole(second));
    told.then_some(Found { kind: FigureKind::Score, from: at, to: at + 3, value, unit: None })
}

/// "odds of 7 to 1", "a ratio of three to one", "outnumber men two to one", "15-to-1": how many there are to one.
fn odds(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let number = super::number::read(scan, at).filter(|number| !number.scaled)?;
    // "1:50,000"
    let map = scan.is_mark(at + 1, ":") && scan.glued(at + 1) && scan.glued(at + 2);
    let under = scan.get(at + 2).filter(|under| map && under.kind == Kind::Number && under.digits > 3);
    if let Some(under) = under.and_then(|under| under.value.as_whole())
        && number.value == Some(Decimal::whole(1))
    {
        let value = Value::Number(Decimal::ratio(1, under)?);
        return Some(Found { kind: FigureKind::Ratio, from: at, to: at + 3, value, unit: None });
    }
    let to = scan.untied(number.end);
    let one = scan.untied(to + 1);
    let is_one = listed("one 1", scan.written(one)) && scan.written(to) == "to";
    let tied = to > number.end || scan.lexis.is_english() && scan.precedes(at, 7, ODDS);
    let alone = !scan.has_content(one + 1) || scan.has(one + 1, 'q').is_some();
    // "one-to-one" is told of pairs.
    let many = number.value.filter(|&value| value != Decimal::whole(1));
    let value = Value::Number(many.filter(|_| is_one && tied && alone)?);
    Some(Found { kind: FigureKind::Ratio, from: at, to: one + 1, value, unit: None })
}

/// Words before a ratio to one.
const ODDS: &str = "odds ratio ratios outnumber outnumbers outnumbered outnumbering margin majority by rate favour favor favoured favored";

/// Two numbers tied by a dash or a colon, with no unit behind them.
fn pair(scan: &Scan<'_>, at: usize) -> Option<(i64, i64, usize)> {
    let number = |at: usize| scan.small(at, 3).filter(|_| scan.tokens[at].digits == 1 || scan.tokens[at].first != '0');
    let (first, second) = (number(at)?, number(at + 2)?);
    let tied = scan.is_mark(at + 1, "-–—:‑") && scan.glued(at + 1) && scan.glued(at + 2);
    let lengths = scan.get(at)?.digits.abs_diff(scan.get(at + 2)?.digits) < 2;
    // "voted 51 to 49"
    // "3比1", "3対1"
    let told = listed("比 対 대", scan.written(at + 1))
        && scan.glued(at + 1)
        && (scan.glued(at + 2) || scan.written(at + 1) == "대");
    let tied = told
        || tied && lengths
        || (scan.written(at + 1) == "to"
            && first > second
            && ((at.saturating_sub(6)..at).any(|place| scan.written(place).starts_with("vote"))
                || scan.precedes(at, 1, "won lost passed approved rejected failed") && scan.is_mark(at + 3, ".,;")))
        || scan.written(at + 1) == "a"
            && scan.precedes(at, 1, "por ganó venció perdió empató venceu perdeu ganhou empatou")
            && !scan.has_content(at + 3);
    let alone = !(scan.glued(at + 3)
        && (scan.is_mark(at + 3, "-–:/%°")
            || scan.get(at + 3).is_some_and(|next| next.kind != Kind::Mark && !super::token::is_cjk(next.first))));
    let free = !scan.glued(at)
        || scan.get(at.wrapping_sub(1)).is_some_and(|before| super::token::is_cjk(before.first))
        || told
        || scan.is_mark(at.wrapping_sub(1), "(\"“");
    let clock = scan.is_mark(at + 1, ":") && scan.get(at + 2)?.digits == 2;
    let unit = super::unit::unit_behind(scan, at + 3, false).is_some()
        || scan.has(at + 3, 'x').is_some()
        || scan.has(at + 3, 'm').is_some();
    (tied && alone && free && !clock && !unit).then_some((first, second, at + 3))
}

/// True where words of a match or a vote stand near.
fn near_contest(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    const WORDS: &str = "beat beats won win wins lost lose loss defeat defeated draw drew drawn tie tied vote voted votes \
        victory score scored led lead leading trailed trailing final down up match game goals series set sets \
        gegen gewann verlor siegte Sieg stand Niederlage Endstand battu gagné perdu victoire défaite ganó \
        perdió venció victoria derrota vinto perso vittoria sconfitta venceu perdeu vitória won verloor \
        hammered thrashed edged crushed";
    (from.saturating_sub(10)..(to + 5).min(scan.tokens.len())).any(|place| listed(WORDS, scan.written(place)))
}
