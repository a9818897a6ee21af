import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { listenerOn } from './processes.ts';

/** Whether we could listen there ourselves: the only question whose answer can be trusted. */
export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Free ports outside the range the kernel hands to outgoing connections, so that they are still free a moment later. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const candidate = randomInt(20_000, 32_000);
    if (await isFree(candidate)) found.add(candidate);
  }
  return [...found];
}

/** "port 5300 (held by postgres, process 812)" */
export function describeHolder(port: number): string {
  const holder = listenerOn(port);
  return holder === undefined
    ? `port ${port}`
    : `port ${port} (held by ${holder.name}, process ${holder.pid})`;
}
