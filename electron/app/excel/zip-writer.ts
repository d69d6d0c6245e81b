// A zip archive written from front to back: contents are compressed as they come, on zlib's own threads, and never held as a whole.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

type Entry = {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

const deflated = 8;
/** Sizes follow the contents; names are UTF-8. */
const flags = 0x0808;
const version = 20;
/** 1980-01-01: the same contents make the same file. */
const dosDate = 0x0021;

export class ZipWriter {
  readonly #sink: (bytes: Uint8Array) => Promise<void>;
  readonly #entries: Entry[] = [];
  #offset = 0;

  constructor(sink: (bytes: Uint8Array) => Promise<void>) {
    this.#sink = sink;
  }

  /** One entry; the next may follow when this one is done. */
  async add(name: string, contents: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const offset = this.#offset;
    const nameBytes = Buffer.from(name, 'utf8');
    await this.#write(
      header(0x04034b50, [
        [2, version],
        [2, flags],
        [2, deflated],
        [2, 0],
        [2, dosDate],
        [4, 0],
        [4, 0],
        [4, 0],
        [2, nameBytes.length],
        [2, 0],
      ]),
    );
    await this.#write(nameBytes);
    let crc = 0;
    let size = 0;
    const begun = this.#offset;
    async function* counted(): AsyncIterable<Buffer> {
      for await (const piece of contents) {
        const bytes = Buffer.from(piece, 'utf8');
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    }
    await pipeline(
      Readable.from(counted(), { objectMode: false }),
      createDeflateRaw({ level: 6 }),
      async (packed) => {
        for await (const bytes of packed) await this.#write(bytes);
      },
    );
    const packed = this.#offset - begun;
    await this.#write(
      header(0x08074b50, [
        [4, crc],
        [4, packed],
        [4, size],
      ]),
    );
    this.#entries.push({ name: nameBytes, crc, packed, size, offset });
  }

  async finish(): Promise<void> {
    const begun = this.#offset;
    for (const { name, crc, packed, size, offset } of this.#entries) {
      await this.#write(
        header(0x02014b50, [
          [2, version],
          [2, version],
          [2, flags],
          [2, deflated],
          [2, 0],
          [2, dosDate],
          [4, crc],
          [4, packed],
          [4, size],
          [2, name.length],
          [2, 0],
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, offset],
        ]),
      );
      await this.#write(name);
    }
    const count = this.#entries.length;
    await this.#write(
      header(0x06054b50, [
        [2, 0],
        [2, 0],
        [2, count],
        [2, count],
        [4, this.#offset - begun],
        [4, begun],
        [2, 0],
      ]),
    );
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#offset += bytes.length;
    await this.#sink(bytes);
  }
}

/** A signature and little-endian numbers of two or four bytes. */
function header(signature: number, fields: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [width]) => sum + width, 0));
  let at = bytes.writeUInt32LE(signature);
  for (const [width, value] of fields) {
    at = width === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value >>> 0, at);
  }
  return bytes;
}
