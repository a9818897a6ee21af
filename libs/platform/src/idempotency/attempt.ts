import { createHash } from 'node:crypto';

/** What names a request whose sender may send it again: the person, the route, and the key the person chose for it. */
export interface RequestName {
  readonly person: string;
  readonly route: string;
  readonly key: string;
  /** Of everything that was asked, so that another question under the same key is found out. */
  readonly fingerprint: Buffer;
}

export interface Step extends RequestName {
  /** Counts the transactions of the request. A request that died between two of them goes on with the second. */
  readonly number: number;
}

/** One sending of such a request. Each transaction made for it is a step that takes effect once, however often it is sent. */
export class Attempt {
  /** Whether the first step, and so the request, was done by an earlier sending. */
  isReplay = false;
  private steps = 0;

  constructor(private readonly name: RequestName) {}

  get hasBegun(): boolean {
    return this.steps > 0;
  }

  next(): Step {
    this.steps += 1;
    return { ...this.name, number: this.steps };
  }
}

/** The same for the same address and content, in whatever order and spacing a client writes its fields. */
export function fingerprintOf(address: string, body: unknown): Buffer {
  return createHash('sha256')
    .update(`${address}\n${canonical(body)}`)
    .digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
}
