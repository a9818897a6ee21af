import { statfsSync } from 'node:fs';
import { Obstacle } from './obstacle.ts';

export function freeMegabytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return Math.floor((bavail * bsize) / 1024 / 1024);
}

/** A disk that fills up half-way leaves a dozen puzzling errors; one sentence before the start is kinder. */
export function needSpace(path: string, megabytes: number): void {
  const free = freeMegabytes(path);
  if (free >= megabytes) return;
  throw new Obstacle(
    `Only ${free} MB are free on the disk of ${path}, and ${megabytes} MB are needed. Free some space, then run the same command again.`,
  );
}

/** What to add to a failure when the disk has filled up meanwhile: it is then most likely the cause. */
export function fullDiskAdvice(path: string): string {
  const free = freeMegabytes(path);
  return free > 20
    ? ''
    : `The disk of ${path} is full (${free} MB free). Free some space, then run the same command again.\n\n`;
}
