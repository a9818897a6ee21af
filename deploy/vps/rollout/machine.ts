// Who starts and stops the units: systemd on a server; a test has one that reads the same units and starts processes.
import { Obstacle } from '../../local/machine/obstacle.ts';
import { run } from '../../local/machine/run.ts';

export interface Machine {
  /** Returns when the unit runs, or, of one that does its work and ends, when it has ended well. */
  start(unit: string): Promise<void>;
  /** Stops it if it runs, and returns when it has ended. */
  stop(unit: string): Promise<void>;
  restart(unit: string): Promise<void>;
  isRunning(unit: string): Promise<boolean>;
  /** The end of what it said, for whoever has to find out why it does not work. */
  lastWords(unit: string): Promise<string>;
}

/** Longer than the longest unit may take by its own limit. */
const timeoutMs = 35 * 60_000;

export const systemd: Machine = {
  start: (unit) => systemctl('start', unit),
  stop: (unit) => systemctl('stop', unit),
  restart: (unit) => systemctl('restart', unit),
  isRunning: async (unit) => (await run('systemctl', ['is-active', '--quiet', unit])).code === 0,
  lastWords: async (unit) =>
    (await run('journalctl', ['--no-pager', '--output=cat', '--lines=15', `--unit=${unit}`])).output,
};

async function systemctl(verb: string, unit: string): Promise<void> {
  const { code, output } = await run('systemctl', [verb, unit], { timeoutMs });
  if (code !== 0)
    throw new Obstacle(`systemctl ${verb} ${unit} failed:\n${output}\n${await systemd.lastWords(unit)}`);
}
