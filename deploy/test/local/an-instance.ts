import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type Instance, openInstance } from '../../local/instance.ts';
import { takeDown } from '../../local/servers/bring-up.ts';
import { allServers, serversNamed } from '../../local/servers/catalogue.ts';

/** An instance of its own for one test file; everything it started and wrote is gone afterwards. */
export async function anInstance(): Promise<Instance> {
  return openInstance(`probe-${randomBytes(3).toString('hex')}`);
}

export async function removeInstance(instance: Instance): Promise<void> {
  for (const server of serversNamed(allServers)) await takeDown(server, instance);
  rmSync(instance.folder, { recursive: true });
}
