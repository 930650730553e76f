//! Trap: what looks like a figure and is none: references, list numbers, phone numbers, reading times, names' numbers.
//!
//! Tokens in, the token behind the trap out; asked before any reader.

use super::number;
use super::scan::Scan;
use super::token::{Form, Kind, is_cjk};
use crate::lexicon::listed;

/// The token behind something at `at` that looks like a figure and is none; `None` where nothing speaks against it.
pub(super) fn skip(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let token = scan.get(at)?;
    if let Some(end) = phone(scan, at) {
        return Some(end);
    }
    if token.kind == Kind::Junk {
        return account(scan, at);
    }
    if token.kind != Kind::Number {
        return None;
    }
    let (before, behind) = (at.wrapping_sub(1), at + 1);
    // "[12]", "#12", "§ 5", "@7", "a_1", "x=3".
    let shaking = scan.body[..scan.tokens[at].start as usize].ends_with("震度");
    let reference =
        shaking || (scan.is_mark(before, "[") && scan.is_mark(behind, "]")) || scan.is_mark(before, "#№§@_^=*\\");
    // "24/7", "9/11", "50/50"; a fraction is read before.
    let slashed = (scan.is_mark(behind, "/")
        && scan.glued(behind)
        && scan.kind(at + 2) == Some(Kind::Number)
        && scan.glued(at + 2))
        && number::slashed(scan, at).is_none();
    if slashed && super::date::read(scan, at).is_none() {
        return Some(at + 3);
    }
    let footnote = scan.is_mark(before, ".,;!?”\"’")
        && scan.glued(at)
        && scan.get(before.wrapping_sub(1)).is_some_and(|word| word.kind == Kind::Word && !is_cjk(word.first))
        && scan.glued(before);
    let listed = list_number(scan, at);
    let zeros = token.first == '0' && token.digits > 1 && token.form == Form::Plain;
    let id = token.digits > 8
        && token.form == Form::Plain
        && scan.has(behind, 'x').is_none()
        && super::unit::unit_behind(scan, behind, false).is_none();
    let zoned = zeros && scan.phrase(behind, "z").is_some();
    let clock = zoned
        || zeros && scan.is_mark(behind, ":h")
        || zeros
            && (scan.written(behind) == "h"
                || scan.has(behind, 'h').is_some()
                || scan.is_mark(behind, "-/.")
                || scan.has(behind, 'A').is_some()
                || scan.has(behind, 'm').is_some()
                || scan.has(behind, 'P').is_some());
    let reading = reading_time(scan, at);
    let hyphened =
        scan.is_mark(before, "-") && scan.glued(at) && scan.glued(before) && tied_name(scan, before.wrapping_sub(1));
    (reference || footnote || listed || (zeros && !clock) || id || reading || hyphened).then_some(behind)
}

/// The token behind the account "DE89 3704 0044": two capitals, two digits and groups of four.
fn account(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let [letters @ .., tens, ones] = scan.written(at).as_bytes() else { return None };
    let opens = letters.len() == 2 && letters.iter().all(u8::is_ascii_uppercase);
    let group = |place: &usize| scan.get(*place).is_some_and(|token| token.form == Form::Plain && token.digits == 4);
    let end = at + 1 + (at + 1..).take_while(group).count();
    (opens && tens.is_ascii_digit() && ones.is_ascii_digit() && end > at + 2).then_some(end)
}

/// "F-16", "COVID-19": letters tied to the number that aren't "mid" or a currency.
fn tied_name(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.written(at);
    let timed = listed("mid Mid pre post Pre Post early late end End", word);
    (scan.kind(at) == Some(Kind::Word) && !timed && !scan.roles(at).has_any("nM")) || scan.kind(at) == Some(Kind::Junk)
}

/// "1. First …", "2) …" at the start of a paragraph that goes on.
fn list_number(scan: &Scan<'_>, at: usize) -> bool {
    let bracket =
        scan.is_mark(at + 1, ")") && scan.glued(at + 1) && !scan.glued(at) && scan.tokens[at].form == Form::Plain;
    if bracket && !(at.saturating_sub(30)..at).any(|place| scan.is_mark(place, "(")) {
        return true;
    }
    // At the start of its paragraph, or behind a sentence that has ended.
    let after = at > 1
        && scan.is_mark(at - 1, ".!?”\"")
        && scan.tokens[at].spaced
        && scan.get(at + 2).is_some_and(|next| next.capital || next.kind == Kind::Mark);
    let opens = at == 0 || after || (at == 1 && scan.is_mark(0, "("));
    let closed = scan.is_mark(at + 1, ".):") && scan.glued(at + 1);
    let token = &scan.tokens[at];
    opens && closed && token.form == Form::Plain && token.digits < 4 && scan.get(at + 2).is_some_and(|next| next.spaced)
}

/// "4 min read", "5 Min. Lesezeit", "Lesedauer: 4 Minuten".
fn reading_time(scan: &Scan<'_>, at: usize) -> bool {
    const WORDS: &str = "read Read READ Lesezeit Lesedauer lecture lectura leitura lettura leestijd Leestijd чтения reading \
        Reading";
    let before = &scan.body[..scan.tokens[at].start as usize];
    let told = ["阅读时间", "閱讀時間", "読了時間", "읽는 시간"];
    let unit = scan.phrase(at + 1, "d").is_some_and(|(roles, _)| roles.get('d') == Some("minute"))
        || scan.written(at + 1).eq_ignore_ascii_case("min")
        || (scan.is_mark(at + 1, "-") && scan.has(at + 2, 'd') == Some("minute"));
    let behind = (at + 2..at + 6)
        .any(|place| listed(WORDS, scan.written(place)) && !listed("to and of the", scan.written(place - 1)));
    let told = told.iter().any(|word| before.trim_end_matches([' ', ':', ':', '约', '約']).ends_with(word));
    unit && (behind || told || scan.precedes(at, 4, WORDS))
}

/// Tokens of the longest phone number, book number or account.
const PHONE_TOKENS_MAX: usize = 24;

/// Words that a phone number stands behind.
const CALLS: &str = "call Call phone ring Ring Llame llame llamar teléfono Ligue ligue telefone Chiami chiami chiamare Appelez \
    appelez Bel bel Rufen anrufen Telefon";

/// A phone number, a number of a book or an account: groups of digits tied by hyphens or brackets.
fn phone(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let called = scan.precedes(at, 2, CALLS);
    let lead = called || scan.is_mark(at, "+(") && scan.kind(at + 1) == Some(Kind::Number) && scan.glued(at + 1);
    let zero = scan.get(at).is_some_and(|token| token.kind == Kind::Number && token.first == '0' && token.digits > 1);
    if !lead && scan.kind(at) != Some(Kind::Number) {
        return None;
    }
    let (mut place, mut digits, mut groups, mut years) = (at, 0u32, 0, 0);
    let mut end = at;
    while let Some(token) = scan.get(place).filter(|_| place < at + PHONE_TOKENS_MAX) {
        match token.kind {
            Kind::Number if place == at || !token.spaced || lead || zero => {
                if token.form == Form::Broken && token.value.mantissa.unsigned_abs() < 1000 && !zero && !lead {
                    break;
                }
                let length = if token.form == Form::Plain || called { u32::from(token.digits) } else { 4 };
                (digits, groups) = (digits + length, groups + 1);
                years += u32::from(length == 4);
                end = place + 1;
            }
            Kind::Junk if !token.spaced && (lead || zero) => {
                (digits, groups, end) = (digits + 6, groups + 1, place + 1);
            }
            Kind::Mark if place == at && "+(".contains(token.first) => {}
            Kind::Mark
                if matches!(token.first, '-' | '‑' | ')' | '.' | '(' | '/')
                    && (!token.spaced || token.first == '(') => {}
            _ => break,
        }
        place += 1;
    }
    let open = scan.is_mark(at, "(") && !scan.tokens[at..place].iter().any(|token| token.first == ')');
    let hyphened = scan.is_mark(at + 1, "-‑)") || lead;
    let date = groups == 3 && super::date::read(scan, at).is_some();
    let range = groups == 2 && !zero && !scan.is_mark(at, "+") && (years == 2 || digits < 7);
    let enough = digits >= if called { 6 } else { 7 } && groups >= 2 && digits <= 20;
    let enough = enough || called && groups == 1 && digits == 9 && scan.get(at)?.form == Form::Grouped;
    (enough && (hyphened || zero) && !date && !range && !open).then_some(end)
}
