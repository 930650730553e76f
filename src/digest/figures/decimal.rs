//! Decimal: exact numbers.

/// `mantissa · 10^exponent`, exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits.
    pub mantissa: i64,
    /// The power of ten.
    pub exponent: i8,
}

impl Decimal {
    /// The nearest JSON number.
    pub fn to_f64(self) -> f64 {
        let power = 10f64.powi(i32::from(self.exponent).abs());
        if self.exponent < 0 { self.mantissa as f64 / power } else { self.mantissa as f64 * power }
    }
}
