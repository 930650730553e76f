//! Profile: which of a script's languages the n-grams of a text speak for.
//!
//! A file of weights comes from `train/language.py`: each n-gram of a word is hashed to a row, the rows of a text are added
//! up, and a linear layer turns the sum into a score for each language.

/// Longest word read, in characters: longer runs are no words.
const WORD_CHARS_MAX: usize = 40;

/// The weights of one script.
#[derive(Clone, Copy, Debug)]
pub(super) struct Profile {
    /// Codes of the languages, parted by blanks.
    languages: &'static str,
    /// What one step of a score is worth, in units of log odds.
    unit: f32,
    width: usize,
    rows: usize,
    bias: &'static [u8],
    layer: &'static [u8],
    /// Column by column, two rows a byte.
    table: &'static [u8],
}

/// The sum of a text's rows.
#[derive(Clone, Debug)]
pub(super) struct Gathered {
    sums: Vec<i32>,
    count: u32,
}

impl Profile {
    /// The profile in `file`; `None` where the file isn't one.
    pub fn read(file: &'static [u8]) -> Option<Self> {
        let (head, rest) = file.split_at_checked(9)?;
        let length = usize::from(head[0]) | usize::from(head[1]) << 8;
        let (width, rows) = (usize::from(head[2]), usize::from(head[3]) | usize::from(head[4]) << 8);
        let unit = f32::from_le_bytes([head[5], head[6], head[7], head[8]]);
        let (names, rest) = rest.split_at_checked(length)?;
        let languages = std::str::from_utf8(names).ok()?;
        let count = languages.split(' ').count();
        let (bias, rest) = rest.split_at_checked(count * 2)?;
        let (layer, table) = rest.split_at_checked(count * width)?;
        (table.len() * 2 == rows * width).then_some(Self { languages, unit, width, rows, bias, layer, table })
    }

    /// The languages told apart, in the order of the scores.
    pub fn languages(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.languages.split(' ')
    }

    /// An empty sum.
    pub fn gather(&self) -> Gathered {
        Gathered { sums: vec![0; self.width], count: 0 }
    }

    /// Adds the n-grams of one word, given in lower case.
    pub fn add(&self, word: &[char], gathered: &mut Gathered) {
        if word.len() > WORD_CHARS_MAX {
            return;
        }
        let letter = |at: usize| if at == 0 { '^' } else { word.get(at - 1).copied().unwrap_or('$') };
        let length = word.len() + 2;
        for start in 0..length {
            for size in 1..=4.min(length - start) {
                if size > 1 || start > 0 && start + 1 < length {
                    let row = self.row((start..start + size).map(letter), size as u32);
                    self.take(row, 1, gathered);
                }
            }
        }
        let row = self.row((0..length).map(letter), 9);
        self.take(row, 2, gathered);
    }

    fn row(&self, letters: impl Iterator<Item = char>, seed: u32) -> usize {
        let hash = letters.fold(seed, |hash, c| {
            let mixed = (hash ^ u32::from(c)).wrapping_mul(0x9E37_79B1);
            mixed ^ mixed >> 15
        });
        hash as usize % self.rows
    }

    fn take(&self, row: usize, times: u32, gathered: &mut Gathered) {
        for (column, sum) in gathered.sums.iter_mut().enumerate() {
            let at = column * self.rows + row;
            let nibble = self.table[at / 2] >> (at % 2 * 4) & 15;
            *sum += (i32::from(nibble) - 8) * times as i32;
        }
        gathered.count += times;
    }

    /// How much the text speaks for each language, in log odds.
    pub fn scores(&self, gathered: &Gathered) -> Vec<f32> {
        let scale = (gathered.count as f32 + 1.0).sqrt();
        let score = |at: usize| {
            let row = &self.layer[at * self.width..(at + 1) * self.width];
            let sum: i32 = row.iter().zip(&gathered.sums).map(|(&weight, &sum)| i32::from(weight as i8) * sum).sum();
            let bias = i16::from_le_bytes([self.bias[at * 2], self.bias[at * 2 + 1]]);
            (sum as f32 / scale + f32::from(bias)) * self.unit
        };
        (0..self.bias.len() / 2).map(score).collect()
    }
}
