//! Scripts: which writing a letter belongs to, and which language a writing gives away.

/// A writing system that tells languages apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Han,
    Kana,
    /// Written by one language, or so much more by one that it stands for the script; the others follow it.
    Own(&'static [&'static str]),
}

/// First letter, last letter, script; ascending.
const RANGES: &[(u32, u32, Script)] = &[
    (0x41, 0x24f, Script::Latin),
    (0x250, 0x2af, Script::Latin),
    (0x370, 0x3ff, Script::Own(&["el", "grc"])),
    (0x400, 0x52f, Script::Cyrillic),
    (0x531, 0x58f, Script::Own(&["hy", "hyw"])),
    (0x591, 0x5f4, Script::Own(&["he", "yi", "lad"])),
    (0x600, 0x6ff, Script::Arabic),
    (0x700, 0x74f, Script::Own(&["syr", "arc"])),
    (0x750, 0x77f, Script::Arabic),
    (0x780, 0x7bf, Script::Own(&["dv"])),
    (0x7c0, 0x7ff, Script::Own(&["nqo"])),
    (0x8a0, 0x8ff, Script::Arabic),
    (0x900, 0x97f, Script::Devanagari),
    (0x980, 0x9ff, Script::Own(&["bn", "as", "bpy"])),
    (0xa00, 0xa7f, Script::Own(&["pa"])),
    (0xa80, 0xaff, Script::Own(&["gu"])),
    (0xb00, 0xb7f, Script::Own(&["or"])),
    (0xb80, 0xbff, Script::Own(&["ta"])),
    (0xc00, 0xc7f, Script::Own(&["te"])),
    (0xc80, 0xcff, Script::Own(&["kn", "tcy"])),
    (0xd00, 0xd7f, Script::Own(&["ml"])),
    (0xd80, 0xdff, Script::Own(&["si"])),
    (0xe00, 0xe7f, Script::Own(&["th"])),
    (0xe80, 0xeff, Script::Own(&["lo"])),
    (0xf00, 0xfff, Script::Own(&["bo", "dz"])),
    (0x1000, 0x109f, Script::Own(&["my", "shn", "mnw"])),
    (0x10a0, 0x10ff, Script::Own(&["ka", "xmf"])),
    (0x1100, 0x11ff, Script::Own(&["ko"])),
    (0x1200, 0x139f, Script::Own(&["am", "ti", "tig", "gez"])),
    (0x13a0, 0x13ff, Script::Own(&["chr"])),
    (0x1400, 0x167f, Script::Own(&["iu", "cr", "oj"])),
    (0x1780, 0x17ff, Script::Own(&["km"])),
    (0x1800, 0x18af, Script::Own(&["mn"])),
    (0x1c50, 0x1c7f, Script::Own(&["sat"])),
    (0x1c80, 0x1c8f, Script::Cyrillic),
    (0x1c90, 0x1cbf, Script::Own(&["ka", "xmf"])),
    (0x1e00, 0x1eff, Script::Latin),
    (0x1f00, 0x1fff, Script::Own(&["el", "grc"])),
    (0x2d30, 0x2d7f, Script::Own(&["zgh", "ber", "kab", "tzm"])),
    (0x2de0, 0x2dff, Script::Cyrillic),
    (0x3041, 0x30ff, Script::Kana),
    (0x3130, 0x318f, Script::Own(&["ko"])),
    (0x31f0, 0x31ff, Script::Kana),
    (0x3400, 0x9fff, Script::Han),
    (0xa000, 0xa4cf, Script::Own(&["ii"])),
    (0xa640, 0xa69f, Script::Cyrillic),
    (0xa720, 0xa7ff, Script::Latin),
    (0xabc0, 0xabff, Script::Own(&["mni"])),
    (0xac00, 0xd7a3, Script::Own(&["ko"])),
    (0xf900, 0xfaff, Script::Han),
    (0xfb1d, 0xfb4f, Script::Own(&["he", "yi", "lad"])),
    (0xfb50, 0xfeff, Script::Arabic),
    (0xff21, 0xff5a, Script::Latin),
    (0xff66, 0xff9d, Script::Kana),
    (0x20000, 0x3ffff, Script::Han),
];

impl Script {
    /// The script of a letter; `None` for what is no letter.
    pub fn of(c: char) -> Option<Self> {
        if c.is_ascii() {
            return c.is_ascii_alphabetic().then_some(Self::Latin);
        }
        if !c.is_alphabetic() {
            return None;
        }
        let code = u32::from(c);
        let at = RANGES.partition_point(|&(_, last, _)| last < code);
        RANGES.get(at).filter(|&&(first, ..)| first <= code).map(|&(.., script)| script)
    }

    /// True for the language of a script that is written by few others.
    pub fn has_own(code: &str) -> bool {
        matches!(code, "zh" | "ja")
            || RANGES.iter().any(|(.., script)| matches!(script, Self::Own(codes) if codes[0] == code))
    }

    /// The file of weights that tells the script's languages apart.
    pub fn profile(self) -> Option<&'static [u8]> {
        Some(match self {
            Self::Latin => include_bytes!("../../lexicon/profiles/latin.bin"),
            Self::Cyrillic => include_bytes!("../../lexicon/profiles/cyrillic.bin"),
            Self::Arabic => include_bytes!("../../lexicon/profiles/arabic.bin"),
            Self::Devanagari => include_bytes!("../../lexicon/profiles/devanagari.bin"),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ranges_ascend() {
        assert!(RANGES.windows(2).all(|pair| pair[0].1 < pair[1].0));
        assert!(RANGES.iter().all(|&(first, last, _)| first <= last));
    }
}
