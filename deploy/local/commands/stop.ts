import { openInstance } from '../instance.ts';
import { running } from '../machine/daemon.ts';
import { end } from '../machine/processes.ts';
import { takeSystemDown } from '../system.ts';
import { terminalProgress } from '../terminal/show.ts';

/** The services' drain, then the servers' own stops, with room to spare. */
const deadlineMs = 90_000;

/** `npm run stop`: ends the supervisor, which ends everything in order; what is left of a crashed one is ended here. */
export async function stop(): Promise<number> {
  const instance = await openInstance('local');
  const progress = terminalProgress();
  const supervisor = running(instance, 'supervisor');
  if (supervisor !== undefined) await progress.step('stop', () => end(supervisor, { deadlineMs }));
  await takeSystemDown(instance, progress);
  console.log('Nothing of the local instance is running.');
  return 0;
}
