// Which of the four things `restore` brings back, and what to do next with it.
import { fetchCommand } from './archive-settings.ts';
import { type Asked, Misunderstood } from './asked.ts';
import { restoreBroker, restoreConfiguration, restoreFiles } from './beside.ts';
import { restore } from './restore.ts';
import { besideOf } from './settings.ts';
import type { Vault } from './vault.ts';

export async function bringBack(vault: Vault, asked: Asked): Promise<string> {
  const { to, at, settings, environment, objects, broker, configuration, scratch } = asked;
  if ([objects, broker, configuration].filter(Boolean).length > 1)
    throw new Misunderstood('restore brings back one thing at a time.');
  if (objects) {
    const { moved, all } = await restoreFiles(vault, besideOf(settings, environment));
    return `${String(moved)} files were missing and are back, of ${String(all.length)}.`;
  }
  if (broker) {
    await restoreBroker(vault, besideOf(settings, environment), at);
    return 'The virtual host is as it was. What waited in it is sent again: npm run dhanman -- messages replay.';
  }
  if (to === undefined) throw new Misunderstood('restore needs --to <folder>.');
  if (configuration) {
    await restoreConfiguration(vault, to, at);
    return `The configuration is in ${to}. Compare it, then move it to /etc/dhanman.`;
  }
  const { name } = await restore(vault, { to, at, isScratch: scratch, fetch: fetchCommand(settings) });
  return `${name} is unpacked. Start the cluster in ${to}: it fetches the log by itself.`;
}
