import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Proportional memory of a process in megabytes: what is shared with other processes counts once in their sum. */
export function proportionalMegabytes(pid: number): number {
  return parseProportional(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'));
}

export function parseProportional(rollup: string): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
  if (kilobytes === undefined)
    throw new Error('this kernel does not tell the proportional memory of a process');
  return Number(kilobytes) / 1024;
}

/** Processor time a process has used so far, its threads and the kernel's work for it included. */
export function cpuMilliseconds(pid: number): number {
  return parseCpu(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
}

/** The same of the thread alone that runs the event loop: what it spends on one request, every other waits for. */
export function mainThreadSeconds(pid: number): number {
  return parseCpu(readFileSync(`/proc/${String(pid)}/task/${String(pid)}/stat`, 'utf8')) / 1_000;
}

/** The kernel counts in ticks of ten milliseconds on every machine Node runs on. */
const tickMs = 10;

export function parseCpu(stat: string): number {
  // The name in brackets may itself hold spaces and brackets; the numbers begin after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** The processes that a process has started and that are running. */
export function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${String(pid)}/task`).flatMap((thread) =>
    readFileSync(`/proc/${String(pid)}/task/${thread}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
}

/** The most memory a process has held since `forgetPeak`, in megabytes. */
export function peakMegabytes(pid: number): number {
  return parsePeak(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
}

export function parsePeak(status: string): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error('this kernel does not tell the peak memory of a process');
  return Number(kilobytes) / 1024;
}

/** From now on the peak is counted from what the process holds at present. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${String(pid)}/clear_refs`, '5');
}
