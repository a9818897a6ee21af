/**
 * What a network does to a connection. Faults of flow change how bytes travel while they last; faults of connection end
 * connections in one of the ways connections end.
 */
export type Fault =
  | { readonly kind: 'pass' }
  /** Every byte arrives later, in order, by `ms` and up to `jitterMs` more. */
  | { readonly kind: 'delay'; readonly ms: number; readonly jitterMs?: number }
  /** Nothing arrives and nobody is told. Bytes wait as they would for retransmission, and arrive after healing. */
  | { readonly kind: 'black-hole' }
  /** One byte per segment: a reader that takes a segment for a message is found out. */
  | { readonly kind: 'slices' }
  /** Open connections are torn down with RST; new ones are too until healed. */
  | { readonly kind: 'reset' }
  /** The far side of open connections vanishes without a word: they stay open and silent for ever. New ones pass. */
  | { readonly kind: 'half-open' }
  /** A connection ends in the middle of things, after so many more bytes in this direction. */
  | { readonly kind: 'close-after'; readonly bytes: number };

export type Direction = 'to-server' | 'to-client';

export const healthy: Fault = { kind: 'pass' };
