//! Quotation marks and brackets: which sentences hold whole pairs, and which are torn out of a quotation.
//!
//! One paragraph's sentences in, one `Quoting` a sentence out.

/// How a sentence stands to the quotations of its paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Quoting {
    /// A quotation opens or ends in it without its other half, lies around it, or a bracket lacks its pair.
    pub torn: bool,
    /// It is nothing but a quotation.
    pub bare: bool,
    /// It opens with a quotation mark.
    pub opens: bool,
}

/// A quotation that isn't closed after so many sentences has lost its end.
const QUOTED_SENTENCES_MAX: usize = 6;

/// A single quotation mark is looked for in so many characters behind its first half.
const QUOTED_CHARS_MAX: usize = 400;
/// Words that lost their first letters, not quotations.
const CLIPPED: &[&str] = &["em", "til", "tis", "twas", "cause", "n"];

/// Reads the sentences of one paragraph, in order.
pub(super) fn read(sentences: &[&str]) -> Vec<Quoting> {
    let halves: Vec<i32> = sentences.iter().map(|sentence| halves(sentence)).collect();
    let mut result: Vec<Quoting> =
        sentences.iter().zip(&halves).map(|(sentence, &odd)| read_one(sentence, odd)).collect();
    let mut at = 0;
    while at < sentences.len() {
        let end = (at + 1..sentences.len().min(at + QUOTED_SENTENCES_MAX)).find(|&next| halves[next] != 0);
        match end.filter(|_| halves[at] > 0) {
            Some(end) => {
                result[at..=end].iter_mut().for_each(|quoting| quoting.torn = true);
                at = end + 1;
            }
            None => at += 1,
        }
    }
    result
}

fn read_one(sentence: &str, halves: i32) -> Quoting {
    let trimmed = sentence.trim_start();
    let opens = trimmed.starts_with(is_quote);
    let torn = halves != 0 || brackets(sentence) != 0 || single_halves(sentence) > 0;
    Quoting { torn, bare: opens && words(&outside(sentence)) < 2, opens }
}

/// What stands outside a sentence's quotations, single ones included.
pub(super) fn outside(sentence: &str) -> String {
    let mut result = String::with_capacity(sentence.len());
    let mut depth = 0i32;
    let mut previous = ' ';
    let mut single = false;
    let mut chars = sentence.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        match c {
            '"' | '＂' => depth = i32::from(depth == 0),
            '\u{201c}' => depth = i32::from(depth == 0),
            '\u{201d}' => depth = 0,
            '„' | '«' | '「' | '『' if c != '«' || depth == 0 => depth = 1,
            '«' | '」' | '』' => depth = 0,
            '»' => depth = i32::from(depth == 0),
            '\'' | '\u{2018}'
                if !previous.is_alphanumeric()
                    && next.is_alphanumeric()
                    && single_closes(chars.clone().take(QUOTED_CHARS_MAX)) =>
            {
                single = true
            }
            '\'' | '\u{2019}' if single && !next.is_alphanumeric() => single = false,
            _ if depth == 0 && !single => result.push(c),
            _ => {}
        }
        previous = c;
    }
    result
}

fn single_closes(rest: impl Iterator<Item = char>) -> bool {
    let mut previous = ' ';
    let mut closing = false;
    for c in rest {
        if closing && !c.is_alphanumeric() {
            return true;
        }
        closing = matches!(c, '\'' | '\u{2019}') && !previous.is_whitespace();
        previous = c;
    }
    closing
}

/// Double quotation marks without their pair: positive where the first that is alone opens, 0 where all are paired.
fn halves(sentence: &str) -> i32 {
    if sentence.is_ascii() && !sentence.contains('"') {
        return 0;
    }
    let straight = sentence.matches('"').count() + sentence.matches('＂').count();
    let low = sentence.matches('„').count() as i32;
    let (left, right) = (sentence.matches('\u{201c}').count() as i32, sentence.matches('\u{201d}').count() as i32);
    let curly = match low {
        0 if left == 0 => right % 2,
        0 => left - right,
        _ => low - left - right,
    };
    let pointed = sentence.matches('«').count() as i32 - sentence.matches('»').count() as i32;
    let corner = sentence.matches(['「', '『']).count() as i32 - sentence.matches(['」', '』']).count() as i32;
    if straight % 2 == 1 { 1 } else { [curly, pointed, corner].into_iter().find(|&n| n != 0).unwrap_or(0) }
}

/// Brackets without their pair.
fn brackets(sentence: &str) -> i32 {
    let (mut round, mut square, mut wide) = (0i32, 0i32, 0i32);
    for c in sentence.chars() {
        match c {
            '(' => round += 1,
            ')' => round -= 1,
            '[' => square += 1,
            ']' => square -= 1,
            '（' => wide += 1,
            '）' => wide -= 1,
            _ => {}
        }
    }
    round.abs() + square.abs() + wide.abs()
}

/// Single quotation marks that open a word and never close: "'We are tired, he said."
fn single_halves(sentence: &str) -> i32 {
    let mut previous = ' ';
    let (mut opened, mut closed) = (0, 0);
    let mut chars = sentence.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, c)| c);
        if matches!(c, '\'' | '\u{2018}') && !previous.is_alphanumeric() && next.is_alphabetic() {
            let rest = sentence[at + c.len_utf8()..].chars();
            let word: String = rest.take(6).take_while(|c| c.is_alphabetic()).collect();
            opened += i32::from(!CLIPPED.contains(&word.to_lowercase().as_str()));
        } else if matches!(c, '\'' | '\u{2019}') && !previous.is_whitespace() && !next.is_alphanumeric() {
            closed += 1;
        }
        previous = c;
    }
    (opened - closed).max(0)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '＂' | '\u{201c}' | '\u{201d}' | '„' | '«' | '»' | '「' | '『')
}

fn words(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_over_three_sentences_tears_all_of_them() {
        let quoting = read(&[
            "\"We left early.",
            "The road was closed.",
            "Nobody told us,\" said Ms Okafor.",
            "The council apologised.",
        ]);
        assert_eq!(quoting.iter().map(|q| q.torn).collect::<Vec<_>>(), [true, true, true, false]);
    }

    #[test]
    fn marks_of_many_kinds_pair_up() {
        for whole in [
            "Er sagte „Nein“ und ging.",
            "Elle a dit « non » hier.",
            "She said “no” twice.",
            "The dogs' bowls (two) were 'lost'.",
            "It was the '90s.",
        ] {
            assert!(!read(&[whole])[0].torn, "{whole}");
        }
        for torn in
            ["Er sagte „Nein und ging.", "She said “no twice.", "Then (as now it rained.", "'We are tired, he said."]
        {
            assert!(read(&[torn])[0].torn, "{torn}");
        }
    }

    #[test]
    fn a_sentence_that_is_only_quoted_is_bare() {
        assert!(read(&["\"We will not leave this house.\""])[0].bare);
        assert!(!read(&["\"We will not leave,\" said the mayor."])[0].bare);
    }
}
