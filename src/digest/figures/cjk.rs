//! Dates of Chinese, Japanese and Korean: "2023年5月12日", "令和6年4月", "5月3日至9日", "上世纪九十年代".

use super::calendar::Date;
use super::date::{YEARS, found};
use super::scan::Scan;
use super::token::Kind;
use super::{Found, Value};
use crate::lexicon::listed;

/// "2023年5月12日", "1月12日", "令和6年4月", "5月3日至9日", "2024年第一季度", "上世纪九十年代".
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (first, mut end) = match cjk_day(scan, at, Date::default()) {
        Some(day) => day,
        // "第一季度", without its year.
        None if scan.written(at) == "第" => {
            let (value, end) = super::period::cjk(scan, at, None)?;
            return found(at, end, value);
        }
        None => return None,
    };
    // "90年代", "1990年代"
    if first.month.is_none() && scan.glued(end) && matches!(scan.written(end), "代" | "대") {
        let year = first.year.filter(|year| year % 10 == 0)?;
        let written = |year| Date { year: Some(year), ..Date::default() };
        return found(at, end + 1, Value::Dates(written(year), written(year + 9)));
    }
    if first.year.is_some_and(|year| year < 1000) {
        return None;
    }
    if first.month.is_none() && first.year.is_some() {
        end += usize::from(matches!(scan.written(end), "度"));
        if let Some((value, end)) = super::period::cjk(scan, end, first.year) {
            return found(at, end, value);
        }
    }
    let dash = scan.is_mark(end, "-–—~〜～").then_some(end + 1);
    let same =
        |last: &Date| last.day.is_some() == first.day.is_some() && (last.year.is_some() || first.month.is_some());
    if let Some(next) = to(scan, end).or(dash)
        && let Some((last, behind)) = cjk_day(scan, next, first).filter(|(last, _)| same(last) && *last != first)
    {
        return found(at, behind, Value::Dates(first, last));
    }
    found(at, end, Value::Date(first))
}

/// The token behind "至", "到" or "から" at `at`.
pub(super) fn to(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let kara = scan.written(at) == "か" && scan.written(at + 1) == "ら";
    (kara || listed("至 到", scan.written(at))).then_some(at + 1 + usize::from(kara))
}

/// A date of numbers with their signs; what is told of `known` before its first part goes with it.
fn cjk_day(scan: &Scan<'_>, at: usize, known: Date) -> Option<(Date, usize)> {
    /// Eras, the year before their first.
    const ERAS: &[(&str, i64)] = &[
        ("令和", 2018),
        ("平成", 1988),
        ("昭和", 1925),
        ("大正", 1911),
        ("明治", 1867),
        ("民国", 1911),
        ("民國", 1911),
    ];
    let era = scan.get(at + 1).and_then(|_| {
        let written = scan.span(at, at + 2).of(scan.body);
        ERAS.iter().find(|era| era.0 == written)
    });
    let (mut date, mut end) = (known, at + if era.is_some() { 2 } else { 0 });
    let start = end;
    for part in 0..3 {
        let Some(next) = scan.get(end) else { break };
        if end > at && next.spaced && next.kind != Kind::Number {
            break;
        }
        let Some(number) = super::number::read(scan, end).filter(|number| number.plain || number.words) else { break };
        let Some(value) = number.value.and_then(|value| value.as_whole()) else { break };
        let sign = scan.written(number.end);
        let behind = scan.written(number.end + 1);
        let (slot, value) = match sign {
            "年" | "년" if part == 0 => {
                let year = match era {
                    Some(era) => era.1 + value,
                    None if matches!(behind, "代" | "대") && value < 100 => 1900 + value,
                    None => value,
                };
                let is_year = (1900..2200).contains(&year) || YEARS.contains(&year) && number.end == end + 1;
                if !is_year {
                    break;
                }
                (&mut date.year, year)
            }
            "月" | "월" if part == 0 || date.day.is_none() && part == 1 => (&mut date.month, value),
            "日" | "일" | "号" | "號" if part == 0 || date.month.is_some() => (&mut date.day, value),
            _ => break,
        };
        // "3年間", "8号线"
        if listed("間 间 간 线 線 楼 院 馆", behind) && scan.glued(number.end + 1) {
            break;
        }
        *slot = Some(value);
        end = number.end + 1;
    }
    (end > start && date.holds()).then_some((date, end))
}
