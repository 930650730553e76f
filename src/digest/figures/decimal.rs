//! Decimal: exact numbers.
//!
//! Digits and powers of ten in, the nearest float out. What doesn't fit gives `None`, never a wrong number.

/// `mantissa · 10^exponent`, exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits.
    pub mantissa: i64,
    /// The power of ten.
    pub exponent: i8,
}

/// The powers of ten that a float holds exactly.
const EXACT: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

impl Decimal {
    /// A whole number.
    pub const fn whole(value: i64) -> Self {
        Self { mantissa: value, exponent: 0 }
    }

    /// One half.
    pub const HALF: Decimal = Decimal { mantissa: 5, exponent: -1 };

    /// This number with one more digit behind it; `None` past 18 digits.
    pub fn with_digit(self, digit: u8) -> Option<Self> {
        let mantissa = self.mantissa.checked_mul(10)?.checked_add(i64::from(digit))?;
        Some(Self { mantissa, exponent: self.exponent })
    }

    /// This number times `10^power`.
    pub fn shifted(self, power: i32) -> Option<Self> {
        let exponent = i8::try_from(i32::from(self.exponent) + power).ok()?;
        Some(Self { mantissa: self.mantissa, exponent })
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let mantissa = self.aligned(exponent)?.checked_add(other.aligned(exponent)?)?;
        Some(Self { mantissa, exponent })
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.checked_add(other.exponent)?;
        Some(Self { mantissa: self.mantissa.checked_mul(other.mantissa)?, exponent })
    }

    /// With the sign turned.
    pub fn negated(self) -> Self {
        Self { mantissa: -self.mantissa, exponent: self.exponent }
    }

    /// `over / under` to 17 places, cut off; `None` where `under` is zero or `over` is past a hundred thousand.
    pub fn ratio(over: i64, under: i64) -> Option<Self> {
        if under <= 0 || !(0..100_000).contains(&over) {
            return None;
        }
        let (mut mantissa, mut rest, mut exponent) = (over / under, over % under, 0);
        while rest != 0 && mantissa < 100_000_000_000_000_000 && exponent > -17 {
            rest = rest.checked_mul(10)?;
            mantissa = mantissa * 10 + rest / under;
            rest %= under;
            exponent -= 1;
        }
        Some(Self { mantissa, exponent })
    }

    /// The same number with no zero at the end of its digits, so that equal numbers are equal values.
    pub fn settled(mut self) -> Self {
        while self.mantissa != 0 && self.mantissa % 10 == 0 && self.exponent < i8::MAX {
            self.mantissa /= 10;
            self.exponent += 1;
        }
        if self.mantissa == 0 { Self::default() } else { self }
    }

    /// The value where it is a whole number.
    pub fn as_whole(self) -> Option<i64> {
        let settled = self.settled();
        if settled.exponent < 0 { None } else { settled.aligned(0) }
    }

    /// True where `self < other`.
    pub fn is_below(self, other: Self) -> bool {
        self.to_f64() < other.to_f64()
    }

    /// The digits at the power `exponent`, which isn't above its own.
    fn aligned(self, exponent: i8) -> Option<i64> {
        let steps = u32::try_from(i32::from(self.exponent) - i32::from(exponent)).ok()?;
        self.mantissa.checked_mul(10i64.checked_pow(steps)?)
    }

    /// The nearest float: exactly rounded up to 15 digits and powers to 22, within one unit in the last place else.
    pub fn to_f64(self) -> f64 {
        let Self { mantissa, exponent } = self.settled();
        let (mut value, mut left) = (mantissa as f64, i32::from(exponent));
        while left != 0 {
            let step = left.unsigned_abs().min(22) as usize;
            value = if left < 0 { value / EXACT[step] } else { value * EXACT[step] };
            left -= left.signum() * step as i32;
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_shifts_are_exact() {
        let number = Decimal { mantissa: 24, exponent: -1 }.shifted(9).unwrap().plus(Decimal::whole(7)).unwrap();
        assert_eq!(number.as_whole(), Some(2_400_000_007));
        assert_eq!(Decimal { mantissa: 117, exponent: -2 }.to_f64(), 1.17);
        assert_eq!(Decimal { mantissa: 117, exponent: 4 }.settled(), Decimal { mantissa: 117, exponent: 4 });
        assert_eq!(Decimal { mantissa: 500, exponent: -2 }.settled(), Decimal::whole(5));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(Decimal::whole(i64::MAX).plus(Decimal::whole(1)), None);
        assert_eq!(Decimal::whole(1).shifted(127).unwrap().shifted(1), None);
        assert_eq!(Decimal::whole(i64::MAX / 2).with_digit(9), None);
    }

    #[test]
    fn a_ratio_is_as_near_as_a_float_tells() {
        assert!((Decimal::ratio(1, 3).unwrap().to_f64() - 1.0 / 3.0).abs() < 1e-16);
        assert_eq!(Decimal::ratio(3, 4), Some(Decimal { mantissa: 75, exponent: -2 }));
        assert_eq!(Decimal::ratio(1, 0), None);
    }
}
