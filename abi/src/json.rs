//! A value → its JSON, to the letter as `JSON.stringify` writes it.
//!
//! serde_json differs in numbers alone: it writes 3.0 where JavaScript writes 3, and 1e21 for what is shorter or longer there.

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// The value as JSON.
pub fn to_json(value: &impl Serialize) -> Vec<u8> {
    let mut json = Vec::new();
    value
        .serialize(&mut Serializer::with_formatter(&mut json, AsJavaScript))
        .expect("a digest's keys are strings, and a vector takes every byte");
    json
}

struct AsJavaScript;

impl Formatter for AsJavaScript {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(number(value).as_bytes())
    }
}

/// Up to so many digits before the point are written out.
const DIGITS_WHOLE_MAX: i32 = 21;

/// And down to so many zeros after it.
const ZEROS_MAX: i32 = 5;

/// A number as JavaScript prints it (ECMAScript, "Number::toString"). Shorter is none that reads back as the same number.
fn number(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let scientific = format!("{:e}", value.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits = mantissa.replace('.', "");
    let exponent: i32 = exponent.parse().unwrap_or(0);
    format!("{sign}{}", placed(&digits, exponent))
}

/// Digits with their point: the first has the value `10^exponent`.
fn placed(digits: &str, exponent: i32) -> String {
    let whole = exponent + 1;
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    if (count..=DIGITS_WHOLE_MAX).contains(&whole) {
        return format!("{digits}{}", zeros(whole - count));
    }
    if (1..=DIGITS_WHOLE_MAX).contains(&whole) {
        let (before, after) = digits.split_at(usize::try_from(whole).unwrap_or(0));
        return format!("{before}.{after}");
    }
    if (-ZEROS_MAX..=0).contains(&whole) {
        return format!("0.{}{digits}", zeros(-whole));
    }
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}e{sign}{}", exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_javascript_writes_them() {
        for (value, written) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-2.5, "-2.5"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e20, "100000000000000000000"),
            (123_456_789_012_345_680_000.0, "123456789012345680000"),
            (1e21, "1e+21"),
            (1.5e300, "1.5e+300"),
            (0.000_001, "0.000001"),
            (0.000_001_25, "0.00000125"),
            (1e-7, "1e-7"),
            (1.25e-7, "1.25e-7"),
            (5e-324, "5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            (4_000_000_000_000.5, "4000000000000.5"),
            (9_007_199_254_740_993.0, "9007199254740992"),
            (1.005, "1.005"),
        ] {
            assert_eq!(number(value), written);
        }
    }

    #[test]
    fn strings_and_what_is_no_number_are_written_as_javascript_writes_them() {
        let value = ("\u{0}\u{8}\u{b}\u{1f}\"\\/\u{7f}\u{2028}é😀", f64::NAN, f64::INFINITY, None::<f64>);
        assert_eq!(
            String::from_utf8(to_json(&value)).unwrap(),
            "[\"\\u0000\\b\\u000b\\u001f\\\"\\\\/\u{7f}\u{2028}é😀\",null,null,null]"
        );
    }
}
