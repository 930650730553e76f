//! Han: numbers written with Han digits and scales, or Hangul scales: "2401亿", "1兆2000億", "三百五十", "3만 5천".

use super::decimal::Decimal;
use super::number::{Number, plain};
use super::scan::Scan;
use super::token::Kind;
use crate::lexicon::listed;

/// The value of a Han digit or the power of ten of a Han or Hangul scale.
fn han_value(c: char) -> Option<(i64, bool)> {
    Some(match c {
        '〇' | '零' => (0, false),
        '一' | '壹' => (1, false),
        '二' | '两' | '兩' => (2, false),
        '三' => (3, false),
        '四' => (4, false),
        '五' => (5, false),
        '六' => (6, false),
        '七' => (7, false),
        '八' => (8, false),
        '九' => (9, false),
        '十' => (1, true),
        '百' | '백' => (2, true),
        '千' | '천' => (3, true),
        '万' | '萬' | '만' => (4, true),
        '亿' | '億' | '억' => (8, true),
        '兆' | '조' => (12, true),
        _ => return None,
    })
}

/// True where what stands behind 一 makes it a number: "一年半", "一米八".
pub(super) fn opens_half(scan: &Scan<'_>, unit: usize) -> bool {
    scan.glued(unit) && scan.written(unit + 1) == "半"
        || listed("米 块 塊", scan.written(unit)) && tenths(scan, unit + 1).is_some()
}

/// The decimals of "一米八" and "一米七五", behind the unit, and the token behind them.
pub(super) fn tenths(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let (mut value, mut end) = (Decimal::default(), at);
    while let Some((digit, false)) =
        scan.get(end).filter(|token| !token.spaced).and_then(|token| han_value(token.first))
    {
        value = Decimal { exponent: value.exponent.checked_sub(1)?, ..value.with_digit(digit as u8)? };
        end += 1;
    }
    let counts = scan.get(end).is_some_and(|next| han_value(next.first).is_some());
    (end > at && !counts && super::unit::unit_behind(scan, end, false).is_none()).then_some((value, end))
}

/// "点五" behind a Han number: decimals, unless minutes follow.
fn han_point(scan: &Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let (mut value, mut end) = (Decimal::default(), at + 1);
    if !listed("点 點", scan.written(at)) {
        return None;
    }
    while let Some((digit, false)) = scan.get(end).and_then(|token| han_value(token.first)) {
        value = Decimal { exponent: value.exponent.checked_sub(1)?, ..value.with_digit(digit as u8)? };
        end += 1;
    }
    (end > at + 1 && !listed("十 分 刻 半", scan.written(end))).then_some((value, end))
}

pub(super) fn is_digit(scan: &Scan<'_>, at: usize) -> bool {
    scan.glued(at) && scan.get(at).is_some_and(|token| han_value(token.first).is_some_and(|(_, power)| power))
}

/// "2401亿", "1兆2000億", "三百五十", "3만 5천".
pub(super) fn han(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let (mut total, mut section, mut group) = (Decimal::default(), Decimal::default(), None::<Decimal>);
    let (mut end, mut scaled, mut words, mut rough) = (at, false, true, false);
    while let Some(token) = scan.get(end) {
        if end > at && token.spaced && !(scaled && token.kind == Kind::Number && is_digit(scan, end + 1)) {
            break;
        }
        if token.kind == Kind::Number {
            if group.is_some() {
                break;
            }
            (group, words) = (Some(token.value), false);
        } else if let Some((decimals, behind)) = han_point(scan, end).filter(|_| group.is_some()) {
            (group, end) = (Some(group.unwrap_or_default().plus(decimals)?), behind);
            continue;
        } else if let Some((value, power)) = han_value(token.first) {
            // "35千瓦": the sign belongs to the unit.
            let unit = end > at && power && (!words || scan.written(end + 1) == "瓦");
            if unit && scan.phrase(end, "u").is_some_and(|(_, behind)| behind > end + 1) {
                break;
            }
            if !power {
                group = Some(match group {
                    // 二〇二四: digits one by one.
                    Some(before) => before.with_digit(value as u8)?,
                    None => Decimal::whole(value),
                });
            } else if value < 4 {
                // "三四十": thirty or forty.
                rough |= words && group.is_some_and(|group| group.mantissa > 9);
                section = section.plus(group.take().unwrap_or(Decimal::whole(1)).shifted(value as i32)?)?;
                scaled = true;
            } else {
                let sum = section.plus(group.take().unwrap_or_default())?;
                // 万亿: the whole so far is multiplied.
                if sum == Decimal::default() && total != Decimal::default() {
                    total = total.shifted(value as i32)?;
                    end += 1;
                    continue;
                }
                let sum = if sum == Decimal::default() { Decimal::whole(1) } else { sum };
                total = total.plus(sum.shifted(value as i32)?)?;
                (section, scaled) = (Decimal::default(), true);
            }
        } else {
            break;
        }
        end += 1;
    }
    if end == at {
        return None;
    }
    let value = total.plus(section)?.plus(group.unwrap_or_default())?;
    Some(Number { value: Some(value).filter(|_| !rough), words, scaled, plain: !scaled, ..plain(end) })
}
