import { type Clock, systemClock } from './clock.js';
import { DomainError } from './domain-error.js';

export class IdNotValid extends DomainError {
  constructor(text: string) {
    super('invalid', 'id-not-valid', `"${text.slice(0, 40)}" is not an identifier.`);
  }
}

/** A UUID of version 7 in lower case. The brand keeps other text out; `Id<'Invoice'>` keeps other ids out too. */
export type Id<Of extends string = string> = string & { readonly idOf: Of };

const uuidVersion7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether the text is an identifier in its one canonical spelling. */
export function isId(text: string): text is Id {
  return uuidVersion7.test(text);
}

/** An identifier from outside; anything but a canonical UUIDv7 is refused. */
export function parseId<Of extends string = string>(text: string): Id<Of> {
  if (!isId(text)) throw new IdNotValid(text);
  return text as Id<Of>;
}

/** A new identifier, later in sort order than every one this process made before. */
export function newId<Of extends string = string>(): Id<Of> {
  return systemIds.next<Of>();
}

/** Two to begin the counter with, eight for the end of the id. */
const bytesPerId = 10;

/**
 * Makes UUIDv7: 48 bits of milliseconds, a 12-bit counter, 62 random bits. The counter begins at a random value
 * in the lower half of its range each millisecond, so ids of one process sort in the order of their making even when
 * many share a millisecond or the clock is set back, and index pages fill from one end. Order between processes is
 * not promised; records carry their own timestamps.
 */
export class IdSource {
  private millisecond = 0;
  private counter = 0;
  private readonly pool = new Uint8Array(bytesPerId * 128);
  private used = this.pool.length;

  constructor(private readonly clock: Clock) {}

  next<Of extends string = string>(): Id<Of> {
    const random = this.randomBytes();
    this.tick(random);
    const time = this.millisecond.toString(16).padStart(12, '0');
    const count = this.counter.toString(16).padStart(3, '0');
    const variant = hex(((random[2] ?? 0) & 0x3f) | 0x80) + hex(random[3]);
    let rest = '';
    for (let index = 4; index < bytesPerId; index += 1) rest += hex(random[index]);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}-${rest}` as Id<Of>;
  }

  private tick(random: Uint8Array): void {
    const now = this.clock.now().getTime();
    const isExhausted = this.counter === 0xfff;
    if (now <= this.millisecond && !isExhausted) {
      this.counter += 1;
      return;
    }
    // When the counter is used up inside one millisecond the ids run ahead of the clock by one.
    this.millisecond = now > this.millisecond ? now : this.millisecond + 1;
    this.counter = (((random[0] ?? 0) << 8) | (random[1] ?? 0)) & 0x7ff;
  }

  /** Asking the system for random bytes costs more than all the rest, so that they are fetched for many ids at once. */
  private randomBytes(): Uint8Array {
    if (this.used === this.pool.length) {
      crypto.getRandomValues(this.pool);
      this.used = 0;
    }
    this.used += bytesPerId;
    return this.pool.subarray(this.used - bytesPerId, this.used);
  }
}

const hexOfByte: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);

function hex(byte = 0): string {
  return hexOfByte[byte] ?? '';
}

const systemIds = new IdSource(systemClock);
