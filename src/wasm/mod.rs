//! What crosses to JavaScript and what doesn't: `shape` is the public form of a digest, `exports` the functions.

#[cfg(feature = "wasm")]
pub mod exports;
pub mod shape;
