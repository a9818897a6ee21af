import { openInstance } from '../instance.ts';
import { running } from '../machine/daemon.ts';
import { overview } from '../overview.ts';

/** `npm run status`; the exit code is 0 only while it runs. */
export async function status(): Promise<number> {
  const instance = await openInstance('local');
  const isRunning = running(instance, 'supervisor') !== undefined;
  console.log(
    isRunning ? await overview(instance) : `Dhanman is not running.\n\n${await overview(instance)}`,
  );
  return isRunning ? 0 : 1;
}
