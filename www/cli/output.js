// @ts-check
// Where digests go. Waits while the reader is behind; a reader who has gone ends the run quietly.

export class Output {
  #stream;

  /** @param {NodeJS.WritableStream} stream */
  constructor(stream) {
    this.#stream = stream;
    stream.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") process.exit(0);
      process.stderr.write(`nutgraf: internal: the output can't be written: ${error.message}\n`);
      process.exit(1);
    });
  }

  /** Resolves when the stream has taken the text. @param {string} text @returns {Promise<void>} */
  write(text) {
    return new Promise((resolve) => {
      if (text === "" || this.#stream.write(text)) resolve();
      else this.#stream.once("drain", resolve);
    });
  }

  /** Resolves when all of it is written. @returns {Promise<void>} */
  end() {
    return new Promise((resolve) => {
      if (this.#stream === process.stdout) this.#stream.write("", () => resolve());
      else this.#stream.end(() => resolve());
    });
  }
}
