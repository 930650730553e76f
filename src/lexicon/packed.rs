//! Word lists as they are compiled in: without their heads, and without what an entry opens with like the entry before it.
//!
//! Each entry opens with a byte that says how many bytes it shares with the one before; no list has that byte elsewhere.

/// The byte that opens an entry which shares nothing.
const OPENS: u8 = 0x0e;
/// Bytes that an entry shares with the one before at most: blanks and letters have the codes above.
const SHARED_MAX: usize = 17;

/// A list file's entries packed, as far as they fit, and how many bytes they need.
pub(crate) const fn pack<const SIZE: usize>(file: &str) -> ([u8; SIZE], usize) {
    let (file, mut packed, mut size) = (file.as_bytes(), [0; SIZE], 0);
    let (mut before, mut at) = (file.len(), 0);
    while at < file.len() {
        let end = line_end(file, at);
        if end > at && file[at] != b'#' {
            let shared = shared(file, before, at);
            let mut from = at + shared;
            if size < SIZE {
                packed[size] = OPENS + shared as u8;
            }
            size += 1;
            while from < end {
                if size < SIZE {
                    packed[size] = file[from];
                }
                (size, from) = (size + 1, from + 1);
            }
            before = at;
        }
        at = end + 1;
    }
    (packed, size)
}

const fn line_end(file: &[u8], mut at: usize) -> usize {
    while at < file.len() && file[at] != b'\n' {
        at += 1;
    }
    at
}

/// How many bytes the lines at two places open with alike.
const fn shared(file: &[u8], before: usize, at: usize) -> usize {
    let mut shared = 0;
    while shared < SHARED_MAX && before < at && at + shared < file.len() {
        if file[at + shared] == b'\n' || file[before + shared] != file[at + shared] {
            break;
        }
        shared += 1;
    }
    shared
}

/// The entries of a packed list, one a line.
pub(crate) fn unpack(packed: &[u8]) -> String {
    let opening = |byte: u8| usize::from(byte.wrapping_sub(OPENS));
    let (mut lines, mut before, mut rest) = (Vec::with_capacity(packed.len() * 2), 0, packed);
    while let Some((&first, behind)) = rest.split_first() {
        if !lines.is_empty() {
            lines.push(b'\n');
        }
        let opened = lines.len();
        lines.extend_from_within(before..before + opening(first));
        before = opened;
        let own = behind.iter().take_while(|&&byte| opening(byte) > SHARED_MAX).count();
        lines.extend_from_slice(&behind[..own]);
        rest = &behind[own..];
    }
    String::from_utf8(lines).unwrap_or_default()
}

/// The word list in a file of this folder.
macro_rules! word_list {
    ($file:expr) => {{
        const FILE: &str = include_str!($file);
        static PACKED: [u8; $crate::lexicon::packed::pack::<0>(FILE).1] = $crate::lexicon::packed::pack(FILE).0;
        $crate::lexicon::WordList::new(&PACKED)
    }};
}

pub(crate) use word_list;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unpacked_are_the_lines_of_the_file_without_its_head() {
        const FILE: &str = "# ours, CC0\n# a list\nal\nalbe\t2\nalbedo\n\nét\tx y\nè\na line of more than twenty\na line of more than thirty\n";
        let packed: [u8; pack::<0>(FILE).1] = pack(FILE).0;
        assert_eq!(
            unpack(&packed),
            "al\nalbe\t2\nalbedo\nét\tx y\nè\na line of more than twenty\na line of more than thirty"
        );
        assert!(packed.len() < FILE.len() - 30 && unpack(&pack::<0>("# none").0).is_empty());
    }
}
