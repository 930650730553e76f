//! Places in a text: bytes inside the crate, UTF-16 code units outside, and the one converter between them.

/// A half-open range of bytes, on character boundaries of the text it belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ByteSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl ByteSpan {
    /// The span from `start` to `end`, given as positions of a text that `Limits` keeps below 4 GiB.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end && u32::try_from(end).is_ok());
        Self { start: start as u32, end: end as u32 }
    }

    /// The part of `text` that the span covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// The span as a range of positions.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Bytes covered.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True where nothing is covered.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True where the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// True where `other` lies wholly inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A half-open range of UTF-16 code units: what JavaScript's `slice` takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Utf16Span {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// Bytes between two remembered positions: a lookup reads at most this much text.
const STEP_BYTES: usize = 256;

/// Turns byte spans of one text into UTF-16 spans.
pub struct Utf16Map<'t> {
    text: &'t str,
    /// UTF-16 offset of the first character boundary at or after each multiple of `STEP_BYTES`; empty for ASCII.
    steps: Vec<u32>,
}

impl<'t> Utf16Map<'t> {
    /// The map of `text`. One pass over it.
    pub fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self { text, steps: Vec::new() };
        }
        let mut steps = Vec::with_capacity(text.len() / STEP_BYTES + 1);
        let mut units = 0;
        for (at, c) in text.char_indices() {
            if at >= steps.len() * STEP_BYTES {
                steps.push(units);
            }
            units += c.len_utf16() as u32;
        }
        Self { text, steps }
    }

    /// The same place, counted in UTF-16 code units.
    pub fn span(&self, span: ByteSpan) -> Utf16Span {
        Utf16Span { start: self.offset(span.start), end: self.offset(span.end) }
    }

    fn offset(&self, byte: u32) -> u32 {
        if self.steps.is_empty() {
            return byte;
        }
        let step = (byte as usize / STEP_BYTES).min(self.steps.len() - 1);
        let from = (step * STEP_BYTES..).find(|&at| self.text.is_char_boundary(at)).unwrap_or(self.text.len());
        let between = &self.text[from..byte as usize];
        self.steps[step] + between.chars().map(|c| c.len_utf16() as u32).sum::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_of_a_mixed_text_maps_to_its_utf16_offset() {
        let text = "a é 漢字 👩‍👩‍👧 שלום e\u{301} — ".repeat(60);
        let map = Utf16Map::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let expected = text[..at].encode_utf16().count() as u32;
            assert_eq!(map.span(ByteSpan::new(at, at)).start, expected, "at byte {at}");
        }
    }

    #[test]
    fn ascii_offsets_stay_as_they_are() {
        assert_eq!(Utf16Map::new("plain").span(ByteSpan::new(1, 4)), Utf16Span { start: 1, end: 4 });
    }
}
