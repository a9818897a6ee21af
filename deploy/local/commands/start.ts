import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Instance, openInstance } from '../instance.ts';
import { logOf, running } from '../machine/daemon.ts';
import { writeWhole } from '../machine/files.ts';
import { interruption, onInterruption, stopWasAsked } from '../machine/interruption.ts';
import { explain, Obstacle } from '../machine/obstacle.ts';
import { identityOf } from '../machine/processes.ts';
import { overview } from '../overview.ts';
import { keepLogsSmall } from '../services/log-rotation.ts';
import { supervise } from '../services/supervisor.ts';
import { bringSystemUp, takeSystemDown } from '../system.ts';
import { type Progress, progressTo, type StepEvent } from '../terminal/progress.ts';
import { showSteps, terminalProgress } from '../terminal/show.ts';

/** What the process in the background tells the one that started it. */
type Report = StepEvent | { readonly kind: 'ready' } | { readonly kind: 'refused'; readonly why: string };

/** `npm start`, and with `--detach` the same in the background. */
export async function start(args: readonly string[]): Promise<number> {
  if (args.includes('--reporting')) return reportTo((report) => process.send?.(report));
  const instance = await openInstance('local');
  if (running(instance, 'supervisor') !== undefined) {
    console.log(`Dhanman is already running.\n\n${await overview(instance)}`);
    return 0;
  }
  if (args.includes('--detach')) return startInBackground(instance);
  return startHere(instance, terminalProgress(), () => console.log('\nCtrl-C stops everything.'));
}

async function startHere(instance: Instance, progress: Progress, onReady: () => void): Promise<number> {
  const record = join(instance.folder, 'run/supervisor.json');
  writeWhole(record, JSON.stringify(identityOf(process.pid)));
  onInterruption(() => progress.say('Stopping … (Ctrl-C again leaves at once)'));
  try {
    const watched = await bringSystemUp(instance, progress);
    progress.say(`\n${await overview(instance)}`);
    onReady();
    const rotation = keepLogsSmall(join(instance.folder, 'logs'));
    await supervise(watched, { signal: interruption, say: (text) => progress.say(text) });
    clearInterval(rotation);
    return 0;
  } catch (error) {
    if (stopWasAsked()) return 130;
    throw error;
  } finally {
    await takeSystemDown(instance, progress);
    rmSync(record, { force: true });
  }
}

/** The process in the background: it speaks to its parent until everything runs, and to the log all the time. */
async function reportTo(send: (report: Report) => void): Promise<number> {
  const toLog = showSteps();
  const tell = (report: Report): void => {
    if (process.connected) send(report);
    if (report.kind !== 'ready' && report.kind !== 'refused') toLog(report);
  };
  const hangUp = (): void => {
    if (process.connected) process.disconnect();
  };
  try {
    const instance = await openInstance('local');
    return await startHere(instance, progressTo(tell), () => {
      tell({ kind: 'ready' });
      hangUp();
    });
  } catch (error) {
    tell({ kind: 'refused', why: explain(error) });
    throw error;
  } finally {
    hangUp();
  }
}

async function startInBackground(instance: Instance): Promise<number> {
  const log = openSync(logOf(instance, 'start'), 'a', 0o600);
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'start', '--reporting'], {
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
  closeSync(log);
  onInterruption(() => child.kill('SIGTERM'));
  const outcome = await outcomeOf(child, showSteps());
  child.unref();
  if (outcome === 'ready') {
    console.log('\nIt runs in the background. `npm run status` shows it, `npm run stop` ends it.');
    return 0;
  }
  if (stopWasAsked()) return 130;
  throw new Obstacle(outcome ?? `The process in the background ended. See ${logOf(instance, 'start')}.`);
}

/** 'ready', or why not, once the process has cleaned up behind itself; nothing when it died without a word. */
async function outcomeOf(child: ChildProcess, show: (event: StepEvent) => void): Promise<string | undefined> {
  let why: string | undefined;
  return new Promise((resolve) => {
    child.on('message', (report: Report) => {
      if (report.kind === 'ready') resolve('ready');
      else if (report.kind === 'refused') why = report.why;
      else show(report);
    });
    child.once('exit', () => resolve(why));
  });
}
