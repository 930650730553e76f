//! nutgraf as a WebAssembly module that needs nothing of its host: no imports, a plain C ABI, bytes in, JSON out.
//!
//! The host asks for a block with [`nutgraf_alloc`], writes a document into it, calls [`nutgraf_digest`], reads the block
//! that comes back, and returns both with [`nutgraf_free`]. No address that the host gives is ever followed: it is looked
//! up among the blocks that were handed out. So nothing here is `unsafe` but the names under which the functions are found.

#![cfg_attr(not(test), deny(clippy::unwrap_used))]

pub mod answer;
mod input;
mod json;
mod options;

use answer::answer;
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    /// The blocks that the host holds, by their address.
    static BLOCKS: RefCell<BTreeMap<usize, Box<[u8]>>> = const { RefCell::new(BTreeMap::new()) };
}

/// A block of `len` bytes for the host to write into; 0 for a block of no bytes, which needs no place.
#[expect(unsafe_code, reason = "an exported name could clash with another; nothing else is unsafe here")]
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_alloc(len: usize) -> usize {
    keep(vec![0; len].into_boxed_slice())
}

/// Takes a block back, its own or an answer. An address that is none of a block, and 0, changes nothing.
#[expect(unsafe_code, reason = "an exported name could clash with another; nothing else is unsafe here")]
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_free(ptr: usize) {
    BLOCKS.with_borrow_mut(|blocks| blocks.remove(&ptr));
}

/// The answer to the document in a block's first `len` bytes, under the options in another's first `options_len`: JSON,
/// or nothing for the defaults. Gives the address of a block of UTF-8 in the upper half, its length in the lower.
#[expect(unsafe_code, reason = "an exported name could clash with another; nothing else is unsafe here")]
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_digest(ptr: usize, len: usize, options_ptr: usize, options_len: usize) -> u64 {
    let answer = BLOCKS.with_borrow(|blocks| {
        let bytes = |ptr: usize, len: usize| if len == 0 { Some(&[][..]) } else { blocks.get(&ptr)?.get(..len) };
        match (bytes(ptr, len), bytes(options_ptr, options_len)) {
            (Some(document), Some(options)) => answer(document, options),
            _ => answer::refusal(
                "bad-input",
                "the address is none that nutgraf_alloc gave, or the length is more than was asked for",
            ),
        }
    });
    let len = answer.len() as u64;
    (keep(answer.into_boxed_slice()) as u64) << 32 | len
}

/// Keeps a block until the host frees it, and gives its address.
fn keep(mut block: Box<[u8]>) -> usize {
    if block.is_empty() {
        return 0;
    }
    let at = block.as_mut_ptr() as usize;
    BLOCKS.with_borrow_mut(|blocks| blocks.insert(at, block));
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_was_never_given_is_refused_and_not_followed() {
        for (ptr, len) in [(12, 4), (usize::MAX, 1), (nutgraf_alloc(3), 4)] {
            nutgraf_digest(ptr, len, 0, 0);
        }
        let last =
            BLOCKS.with_borrow(|blocks| blocks.values().filter(|block| block.starts_with(b"{\"error\"")).count());
        assert_eq!(last, 3);
        nutgraf_free(usize::MAX);
        nutgraf_free(0);
    }

    #[test]
    fn a_freed_block_is_gone() {
        let before = BLOCKS.with_borrow(BTreeMap::len);
        let at = nutgraf_alloc(100);
        nutgraf_free(at);
        nutgraf_free(at);
        assert_eq!(nutgraf_alloc(0), 0);
        assert_eq!(BLOCKS.with_borrow(BTreeMap::len), before);
    }
}
