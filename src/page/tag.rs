//! Tag: one row per element name with how it behaves.

/// How an element lays out its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Starts and ends a block: `div`, `p`, `li`.
    Block,
    /// Runs in the line: `span`, `a`, and every unknown element.
    Inline,
    /// Its content is never read as text: `script`, `style`, `svg`.
    Skipped,
    /// Has no content: `br`, `img`.
    Void,
}

/// An element's name, as a row of `ROWS`; names that aren't there are numbered behind them, page by page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag(pub(crate) u16);

macro_rules! tags {
    ($($constant:ident $name:literal $flow:ident),+ $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Row { $($constant),+ }

        #[allow(missing_docs)]
        impl Tag {
            $(pub const $constant: Tag = Tag(Row::$constant as u16);)+
        }

        const ROWS: &[(&str, Flow)] = &[$(($name, Flow::$flow)),+];
    };
}

// Sorted by name: `Tag::of` searches in place.
tags! {
    A "a" Inline, ABBR "abbr" Inline, ADDRESS "address" Block, AREA "area" Void, ARTICLE "article" Block,
    ASIDE "aside" Block, AUDIO "audio" Skipped, B "b" Inline, BASE "base" Void, BDI "bdi" Inline, BDO "bdo" Inline,
    BIG "big" Inline, BLOCKQUOTE "blockquote" Block, BODY "body" Block, BR "br" Void, BUTTON "button" Inline,
    CANVAS "canvas" Skipped, CAPTION "caption" Block, CENTER "center" Block, CITE "cite" Inline, CODE "code" Inline,
    COL "col" Void, COLGROUP "colgroup" Skipped, DATA "data" Inline, DATALIST "datalist" Skipped, DD "dd" Block,
    DEL "del" Inline, DETAILS "details" Block, DFN "dfn" Inline, DIALOG "dialog" Block, DIR "dir" Block,
    DIV "div" Block, DL "dl" Block, DT "dt" Block, EM "em" Inline, EMBED "embed" Void, FIELDSET "fieldset" Block,
    FIGCAPTION "figcaption" Block, FIGURE "figure" Block, FONT "font" Inline, FOOTER "footer" Block,
    FORM "form" Block, FRAME "frame" Void, FRAMESET "frameset" Block, H1 "h1" Block, H2 "h2" Block, H3 "h3" Block,
    H4 "h4" Block, H5 "h5" Block, H6 "h6" Block, HEAD "head" Skipped, HEADER "header" Block, HGROUP "hgroup" Block,
    HR "hr" Void, HTML "html" Block, I "i" Inline, IFRAME "iframe" Skipped, IMG "img" Void, INPUT "input" Void,
    INS "ins" Inline, KBD "kbd" Inline, LABEL "label" Inline, LEGEND "legend" Block, LI "li" Block,
    LINK "link" Void, MAIN "main" Block, MAP "map" Inline, MARK "mark" Inline, MATH "math" Inline,
    MENU "menu" Block, META "meta" Void, METER "meter" Inline, NAV "nav" Block, NOEMBED "noembed" Skipped,
    NOFRAMES "noframes" Skipped, NOSCRIPT "noscript" Inline, OBJECT "object" Skipped, OL "ol" Block,
    OPTGROUP "optgroup" Skipped, OPTION "option" Skipped, OUTPUT "output" Inline, P "p" Block, PARAM "param" Void,
    PICTURE "picture" Inline, PLAINTEXT "plaintext" Block, PRE "pre" Block, PROGRESS "progress" Inline,
    Q "q" Inline, RP "rp" Skipped, RT "rt" Skipped, RUBY "ruby" Inline, S "s" Inline, SAMP "samp" Inline,
    SCRIPT "script" Skipped, SEARCH "search" Block, SECTION "section" Block, SELECT "select" Skipped,
    SLOT "slot" Inline, SMALL "small" Inline, SOURCE "source" Void, SPAN "span" Inline, STRIKE "strike" Inline,
    STRONG "strong" Inline, STYLE "style" Skipped, SUB "sub" Inline, SUMMARY "summary" Block, SUP "sup" Inline,
    SVG "svg" Skipped, TABLE "table" Block, TBODY "tbody" Block, TD "td" Block, TEMPLATE "template" Skipped,
    TEXTAREA "textarea" Skipped, TFOOT "tfoot" Block, TH "th" Block, THEAD "thead" Block, TIME "time" Inline,
    TITLE "title" Skipped, TR "tr" Block, TRACK "track" Void, TT "tt" Inline, U "u" Inline, UL "ul" Block,
    VAR "var" Inline, VIDEO "video" Skipped, WBR "wbr" Void, XMP "xmp" Block,
}

impl Tag {
    /// The row of `name`, which is in lower case; `None` for a name that isn't HTML's.
    pub fn of(name: &str) -> Option<Tag> {
        ROWS.binary_search_by(|row| row.0.cmp(name)).ok().map(|row| Tag(row as u16))
    }

    /// The tag of the page's own name number `index`.
    pub(super) fn custom(index: usize) -> Tag {
        Tag(u16::try_from(ROWS.len() + index).unwrap_or(u16::MAX))
    }

    /// The number among the page's own names, for a tag that has no row.
    pub(super) fn custom_index(self) -> Option<usize> {
        (self.0 as usize).checked_sub(ROWS.len())
    }

    /// The element's name; `None` where it is one of the page's own.
    pub fn name(self) -> Option<&'static str> {
        ROWS.get(self.0 as usize).map(|row| row.0)
    }

    /// How the element lays out its content. An unknown element runs in the line, as in browsers.
    pub fn flow(self) -> Flow {
        ROWS.get(self.0 as usize).map_or(Flow::Inline, |row| row.1)
    }

    /// The level of a heading, 1 to 6.
    pub fn heading_level(self) -> Option<u8> {
        (Tag::H1..=Tag::H6).contains(&self).then(|| (self.0 - Tag::H1.0 + 1) as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_by_its_name() {
        for (row, (name, _)) in ROWS.iter().enumerate() {
            assert_eq!(Tag::of(name), Some(Tag(row as u16)), "{name}");
        }
    }

    #[test]
    fn headings_know_their_level() {
        assert_eq!(Tag::of("h3").and_then(Tag::heading_level), Some(3));
        assert_eq!(Tag::HR.heading_level(), None);
    }
}
