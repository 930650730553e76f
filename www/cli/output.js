// @ts-check
// Where digests go. Waits while the reader is behind; a reader who has gone ends the run quietly.

export class Output {
  #stream;
  #bytes;

  /** @param {NodeJS.WritableStream} stream @param {number} [bytes] that it holds already */
  constructor(stream, bytes = 0) {
    this.#stream = stream;
    this.#bytes = bytes;
    stream.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") process.exit(0);
      process.stderr.write(`nutgraf: internal: the output can't be written: ${error.message}\n`);
      process.exit(1);
    });
  }

  /** Resolves when the stream has taken the text. @param {string} text @returns {Promise<void>} */
  write(text) {
    this.#bytes += Buffer.byteLength(text);
    return new Promise((resolve) => {
      if (text === "" || this.#stream.write(text)) resolve();
      else this.#stream.once("drain", resolve);
    });
  }

  /** How many bytes it holds, once the system has taken them all. @returns {Promise<number>} */
  flushed() {
    return new Promise((resolve) => this.#stream.write("", () => resolve(this.#bytes)));
  }

  /** Resolves when all of it is written. @returns {Promise<void>} */
  end() {
    return new Promise((resolve) => {
      if (this.#stream === process.stdout) this.#stream.write("", () => resolve());
      else this.#stream.end(() => resolve());
    });
  }
}
