/**
 * Where "now" comes from. Everything that needs the time is given a clock, so that a test can stand on 29 February;
 * the lint rule against reading the time elsewhere makes this the only source. An abstract class, so that it
 * can be injected by its own name.
 */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** The clock of this machine, for code that is not built by injection. */
export const systemClock: Clock = new SystemClock();
