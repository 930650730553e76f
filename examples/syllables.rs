//! Words on standard input, one a line; out come each and its syllables by rule alone. For `train/syllables.py`.

use std::io::BufRead;

fn main() {
    for word in std::io::stdin().lock().lines().map_while(Result::ok) {
        println!("{word} {}", nutgraf::digest::readability::english_by_rule(&word));
    }
}
