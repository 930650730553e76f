"""The WebAssembly module: compiled once a process, an instance for each thread, renewed after a trap."""

import threading
from functools import lru_cache
from importlib.resources import files
from typing import Any

from wasmtime import Config, Engine, Func, Instance, Memory, Module, Store, Trap, WasmtimeError

from ._types import DigestError

# A document that needed more leaves a memory that never shrinks: it is given back with its instance.
KEPT_MEMORY_BYTES = 256 << 20

_HALF = 1 << 32
_here = threading.local()
_compiling = threading.Lock()


def answer(document: bytes, options: bytes) -> bytes:
    """What the module answers: JSON."""
    running = getattr(_here, "running", None) or _Running()
    # Kept only if the call ends well: a trap leaves it half-changed.
    _here.running = None
    try:
        found = running.answer(document, options)
    except (Trap, WasmtimeError) as error:
        raise DigestError("internal", f"nutgraf failed on this input ({error}); later calls are not affected") from error
    if running.memory_bytes <= KEPT_MEMORY_BYTES:
        _here.running = running
    return found


class _Running:
    """One instance."""

    def __init__(self) -> None:
        module = _module()
        self._store = Store(module.engine)
        exports: Any = Instance(self._store, module.module, []).exports(self._store)
        self._memory: Memory = exports["memory"]
        self._alloc: Func = exports["nutgraf_alloc"]
        self._digest: Func = exports["nutgraf_digest"]
        self._free: Func = exports["nutgraf_free"]

    @property
    def memory_bytes(self) -> int:
        return int(self._memory.data_len(self._store))

    def answer(self, document: bytes, options: bytes) -> bytes:
        store = self._store
        at, asked = self._put(document), self._put(options)
        # An i64 comes as a signed number: the address in its upper half, the length in its lower.
        place, length = divmod(self._digest(store, _signed(at), len(document), _signed(asked), len(options)) % (_HALF * _HALF), _HALF)
        found = bytes(self._memory.read(store, place, place + length))
        for block in (at, asked, place):
            self._free(store, _signed(block))
        return found

    def _put(self, given: bytes) -> int:
        at = int(self._alloc(self._store, len(given))) % _HALF
        if given:
            self._memory.write(self._store, given, at)
        return at


def _signed(address: int) -> int:
    """An address above 2 GiB as wasmtime takes it."""
    return address - _HALF if address >= _HALF // 2 else address


class _Compiled:
    """The module and the engine it belongs to."""

    def __init__(self) -> None:
        self.engine = Engine(_config())
        self.module = Module(self.engine, (files("nutgraf") / "nutgraf.wasm").read_bytes())


def _config() -> Config:
    config = Config()
    try:
        # What was compiled once on this machine is found again by the next process.
        config.cache = True
    except WasmtimeError:
        # Where no cache can be kept, each process compiles.
        return Config()
    return config


@lru_cache(maxsize=1)
def _compile_once() -> _Compiled:
    return _Compiled()


def _module() -> _Compiled:
    with _compiling:
        return _compile_once()
