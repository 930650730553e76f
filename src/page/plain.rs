//! Pasted text → `Page`: no markup to lean on, so lines and blank lines are the structure.
//!
//! Each paragraph is a `<p>` in the `<body>`; the white space between paragraphs stands there as texts of its own, so that
//! blank lines can still be counted. A line that was only wrapped is joined to the one before it.

use super::{Builder, Page, Source};
use crate::error::Error;
use crate::options::Limits;

/// Text wrapped by hand or by mail programs has lines within these widths, in characters.
const WRAP_WIDTHS: std::ops::RangeInclusive<usize> = 28..=132;

/// The page of a plain text. Fails with `too-large` past a limit.
pub fn from_text(text: &str, limits: &Limits) -> Result<Page, Error> {
    limits.check_bytes(text.len())?;
    let mut page = Builder::new(Source::Plain);
    page.open("body", [], false);
    let mut lines = Lines { rest: text }.peekable();
    while let Some(line) = lines.next() {
        if line.is_blank() {
            page.text("\n");
            continue;
        }
        let mut group = vec![line];
        while let Some(line) = lines.next_if(|line| !line.is_blank()) {
            group.push(line);
        }
        write_group(&group, &mut page);
        limits.check_elements(page.len())?;
    }
    Ok(page.finish())
}

/// Writes the lines between two blank lines: a paragraph each, or one for those that were wrapped.
fn write_group(lines: &[Line<'_>], page: &mut Builder) {
    let width = wrap_width(lines);
    for (at, line) in lines.iter().enumerate() {
        let joint = if at == 0 { Joint::Parted } else { joint(&lines[at - 1], line, width) };
        match joint {
            Joint::Parted => {
                if at > 0 {
                    page.close();
                    page.text("\n");
                }
                page.open("p", [], false);
            }
            Joint::Blank => page.text(" "),
            Joint::Close => {}
        }
        for part in line.text.split(is_invisible) {
            page.text(part);
        }
    }
    page.close();
    page.text("\n");
}

/// Marks that say where a word may break, or nothing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// A line without its end and the blanks around it.
struct Line<'t> {
    text: &'t str,
    chars: usize,
    /// True where a blank stood before the line's end.
    trails: bool,
}

impl Line<'_> {
    fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

struct Lines<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Lines<'t> {
    type Item = Line<'t>;

    fn next(&mut self) -> Option<Line<'t>> {
        if self.rest.is_empty() {
            return None;
        }
        let ends = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        let (line, after) = self.rest.split_at(end);
        let mut chars = after.chars();
        let mark = chars.next();
        self.rest = match mark {
            Some('\r') => chars.as_str().strip_prefix('\n').unwrap_or(chars.as_str()),
            _ => chars.as_str(),
        };
        let text = line.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
        let trails = line.ends_with([' ', '\u{a0}']);
        Some(Line { text, chars: text.chars().count(), trails })
    }
}

/// The width at which the lines of a group were wrapped; `None` where they weren't.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    /// Narrower than this, two lines alone are rather a list.
    const NARROW: usize = 48;
    let width = lines.iter().map(|line| line.chars).max().filter(|width| WRAP_WIDTHS.contains(width))?;
    if width < NARROW && lines.len() < 3 {
        return None;
    }
    let (wrapped, full) = lines.windows(2).fold((0, 0), |(wrapped, full), pair| {
        let is_full = pair[0].chars + 1 + first_word(pair[1].text) > width;
        (wrapped + usize::from(is_full && !ends_sentence(pair[0].text)), full + usize::from(is_full))
    });
    // Lines that end for lack of room, and mostly inside a sentence: no list and no verse.
    (full * 10 >= (lines.len() - 1) * 7 && wrapped * 2 > full).then_some(width)
}

/// The characters that didn't fit any more: a word, or one character of a script without blanks.
fn first_word(text: &str) -> usize {
    let word = text.split_whitespace().next().unwrap_or("");
    if word.starts_with(is_ideographic) { 1 } else { word.chars().count() }
}

/// How a line follows the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A paragraph of its own.
    Parted,
    /// One running text, a blank between.
    Blank,
    /// One running text, nothing between: inside a word, or in a script without blanks.
    Close,
}

fn joint(before: &Line<'_>, line: &Line<'_>, width: Option<usize>) -> Joint {
    if is_item(line.text) {
        return Joint::Parted;
    }
    let ends_in_particle = before.text.ends_with(['の', 'を', 'に', 'が', 'は', 'と', 'へ', '、', '，']);
    let cut = ends_in_particle && line.text.starts_with(is_ideographic);
    let full = width.is_some_and(|width| before.chars + 1 + first_word(line.text) > width);
    if !cut && !full && !runs_on(before, line) {
        return Joint::Parted;
    }
    let hyphened = before.text.strip_suffix(['-', '\u{2010}']).is_some_and(|head| head.ends_with(char::is_alphabetic));
    let ideographic = before.text.ends_with(is_ideographic) && line.text.starts_with(is_ideographic);
    let inside_word = hyphened && line.text.starts_with(char::is_lowercase);
    if cut || ideographic || inside_word { Joint::Close } else { Joint::Blank }
}

/// True where the line before opens a sentence, doesn't end it, and this one goes on in lower case.
fn runs_on(before: &Line<'_>, line: &Line<'_>) -> bool {
    let opens = before.text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| !c.is_lowercase());
    let is_long = before.trails || before.chars >= 16;
    let goes_on = line.text.trim_start_matches(['(', '"', '“', '«']).starts_with(char::is_lowercase);
    let is_open = before.text.ends_with([',', ';', '(', '-']) || before.text.ends_with(char::is_alphanumeric);
    opens && is_long && goes_on && is_open
}

/// True where the text ends as sentences do.
fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', ')', ']', '”', '’', '»', '」', '』', '）']);
    end.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '।', '۔'])
}

/// True for the opening of a list item: a bullet, or a number or letter with a mark and a blank.
fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some('•' | '◦' | '▪' | '●' | '‣' | '·' | '■' | '*' | '–' | '—' | '-' | '+') => {
            chars.as_str().starts_with([' ', '\t', '\u{a0}'])
        }
        Some(first) if first.is_ascii_alphanumeric() || first == '(' => {
            let head = text.split_whitespace().next().unwrap_or(text);
            let label = head.trim_start_matches('(').trim_end_matches([')', '.']);
            head.len() <= 6
                && label.len() < head.len()
                && !label.is_empty()
                && (label.bytes().all(|b| b.is_ascii_digit())
                    || label.len() == 1
                    || is_roman(label) && head.ends_with(')'))
                && label.bytes().all(|b| b.is_ascii_alphanumeric())
        }
        _ => false,
    }
}

fn is_roman(label: &str) -> bool {
    label.bytes().all(|b| matches!(b.to_ascii_lowercase(), b'i' | b'v' | b'x' | b'l' | b'c'))
}

fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{NodeId, Tag};

    fn paragraphs(text: &str) -> Vec<String> {
        let page = from_text(text, &Limits::default()).unwrap();
        page.subtree(NodeId::ROOT).filter(|&n| page.tag(n) == Some(Tag::P)).map(|n| page.text_of(n)).collect()
    }

    #[test]
    fn a_line_is_a_paragraph() {
        let text = "Harbour opens\nThe new harbour opened on Monday.\r\nShips came.\r\n\r\n\r\n  The end. \n";
        assert_eq!(paragraphs(text), ["Harbour opens", "The new harbour opened on Monday.", "Ships came.", "The end."]);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "The committee met on Tuesday to hear what the engineers had found\n\
                    under the old bridge, and decided after an hour of talk that the\n\
                    repairs would have to wait until the river falls again in the sum-\n\
                    mer months.\n\nNobody disagreed.";
        let found = paragraphs(text);
        assert_eq!(found.len(), 2);
        assert!(found[0].contains("found under the old bridge") && found[0].ends_with("the sum-mer months."));
    }

    #[test]
    fn narrow_and_wide_wraps_are_undone_in_any_script() {
        let narrow = "Der Hafen von Vardal ist am Sonntag zum\nersten Mal seit dreißig Jahren zugefroren,\nund die Fähren der \
            Insel liegen seither\nstill.";
        assert_eq!(paragraphs(narrow).len(), 1);
        let chinese = "去年春天这座岛上的港口三十年来第一次结冰渡轮因此停在港里几百名\n旅客在镇上的两所学校里过夜市长说破冰船预计星期二到达在那之前岛上\n有足够的食物和燃料。";
        assert_eq!(paragraphs(chinese).len(), 1);
    }

    #[test]
    fn a_sentence_cut_by_a_line_end_goes_on() {
        assert_eq!(
            paragraphs("The night was long and \ncold in the city."),
            ["The night was long and cold in the city."]
        );
        assert_eq!(paragraphs("これは母の\n本です。"), ["これは母の本です。"]);
    }

    #[test]
    fn lists_are_not_joined() {
        assert_eq!(paragraphs("apples\nplum jam\ntwo pears").len(), 3);
        assert_eq!(paragraphs("(i) First of all this.\n(ii) second comes that").len(), 2);
        assert_eq!(paragraphs("- the first thing,\n- the second thing").len(), 2);
    }

    #[test]
    fn invisible_marks_are_dropped() {
        assert_eq!(paragraphs("\u{feff}A break\u{ad}fast for two."), ["A breakfast for two."]);
    }
}
