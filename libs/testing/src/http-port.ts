import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Outside the range the kernel hands to outgoing connections: what is free now is not taken by one of those later. */
const [lowest, highest] = [20_000, 32_000];

/** Test processes run side by side, and each begins somewhere else. */
let next = randomInt(lowest, highest);

/** A loopback port nobody listens on and this process has not given away, for a process that has to be told its port. */
export async function freePort(): Promise<number> {
  const candidate = next;
  next = candidate + 1 < highest ? candidate + 1 : lowest;
  return (await isFree(candidate)) ? candidate : freePort();
}

async function isFree(port: number): Promise<boolean> {
  const listener = createServer();
  listener.listen({ port, host: '127.0.0.1', exclusive: true });
  try {
    await once(listener, 'listening');
  } catch {
    return false;
  }
  listener.close();
  await once(listener, 'close');
  return true;
}
