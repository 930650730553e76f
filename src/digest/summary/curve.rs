//! Curves by plain arithmetic, so that every runtime gives the same bits: the library's own logarithm and exponential
//! are another on every platform.

/// The logistic curve: 0 to 1. Off by less than 1e-3.
pub(super) fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + power_of_two(-x * std::f32::consts::LOG2_E))
}

/// 2 to the power of `x`, held between 2⁻⁶⁰ and 2⁶⁰.
fn power_of_two(x: f32) -> f32 {
    let x = x.clamp(-60.0, 60.0);
    let whole = x.floor();
    let rest = x - whole;
    // Minimax polynomial of 2^x on [0, 1).
    let curve = 1.0 + rest * (0.695_976_3 + rest * (0.224_940_24 + rest * 0.079_020_28));
    curve * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

/// Doublings from 1 to `x`, straight between the powers of two; 0 for what is below 1.
pub(super) fn doublings(x: f32) -> f32 {
    let bits = x.max(1.0).to_bits();
    let mantissa = f32::from_bits((bits & 0x7f_ffff) | 0x3f80_0000);
    ((bits >> 23) as i32 - 127) as f32 + mantissa - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logistic_curve_is_near_the_true_one() {
        for step in -80..=80 {
            let x = step as f32 / 10.0;
            assert!((logistic(x) - 1.0 / (1.0 + (-x).exp())).abs() < 1e-3, "{x}: {}", logistic(x));
        }
        assert!(logistic(1e9) <= 1.0 && logistic(-1e9) >= 0.0);
    }

    #[test]
    fn doublings_are_exact_at_powers_of_two_and_grow_between() {
        assert_eq!([1.0, 2.0, 64.0, 0.0].map(doublings), [0.0, 1.0, 6.0, 0.0]);
        assert!(doublings(3.0) > 1.0 && doublings(3.0) < 2.0);
    }
}
