import { isFree, describeHolder } from '../machine/ports.ts';
import { end, identityOf, isAlive, listenerOn, isOf, type ProcessIdentity } from '../machine/processes.ts';
import { lastWords, running, stopDaemon } from '../machine/daemon.ts';
import { interruption, refuseIfInterrupted } from '../machine/interruption.ts';
import { Obstacle } from '../machine/obstacle.ts';
import { until } from '../machine/wait.ts';
import type { Instance } from '../instance.ts';
import type { Server } from './server.ts';

const startDeadlineMs = 60_000;
const adoptionDeadlineMs = 15_000;
const attempts = 3;

/** Adopts the server when an earlier run of ours left it running, else starts it; returns once it has proved its identity. */
export async function bringUp(server: Server, instance: Instance): Promise<void> {
  if (await adopt(server, instance)) return;
  await refuseTakenPorts(server, instance);
  await server.prepare(instance);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    refuseIfInterrupted();
    // A server that was killed a moment ago may still hold its shared memory or its port: one more try helps.
    if ((await startOnce(server, instance)) === 'ready') return;
    await takeDown(server, instance);
  }
  const said = words(server, instance);
  const advice = /No space left on device/.test(said)
    ? 'The disk is full: free some space and run the same command again.\n'
    : '';
  throw new Obstacle(
    `${server.title} does not start. ${advice}Its last words, from ${instance.folder}/logs:\n${said}`,
  );
}

export async function takeDown(server: Server, instance: Instance): Promise<void> {
  for (const { name, ...how } of server.processes) await stopDaemon(instance, name, how);
}

async function adopt(server: Server, instance: Instance): Promise<boolean> {
  const processes = server.processes.flatMap(({ name }) => running(instance, name) ?? []);
  if (processes.length === server.processes.length) {
    const patience = { deadlineMs: adoptionDeadlineMs, signal: interruption };
    if ((await until(() => verdict(server, instance, processes), patience)) === 'ours') return true;
  }
  await takeDown(server, instance);
  return false;
}

async function startOnce(server: Server, instance: Instance): Promise<'ready' | 'died'> {
  const processes = await server.start(instance);
  const patience = { deadlineMs: startDeadlineMs, signal: interruption };
  const outcome = await until(() => verdict(server, instance, processes), patience);
  if (outcome === 'foreign') {
    throw new Obstacle(
      `Another ${server.title} answers on ${holders(server, instance)}. It is not ours, so it is not used. Stop it, or name it as your own server in .env.`,
    );
  }
  return outcome === 'ours' ? 'ready' : 'died';
}

async function verdict(
  server: Server,
  instance: Instance,
  processes: readonly ProcessIdentity[],
): Promise<'ours' | 'foreign' | 'died' | undefined> {
  const answer = await server.identify(instance);
  return processes.every(isAlive) ? answer : 'died';
}

export async function refuseTakenPorts(server: Server, instance: Instance): Promise<void> {
  const ports = server.ports.map((key) => instance.ports[key]);
  for (const port of ports) await endStray(port, instance);
  const free = await Promise.all(ports.map(isFree));
  const taken = ports.filter((_, index) => !free[index]);
  if (taken.length === 0) return;
  throw new Obstacle(
    `${server.title} cannot start: ${taken.map(describeHolder).join(', ')} is taken by a program that we did not start.\n` +
      'Stop that program, then run the same command again.',
  );
}

/** A process of this instance whose record was lost: it works in the instance's folder, which nobody else's does. */
export async function endStray(port: number, instance: Instance): Promise<void> {
  const pid = listenerOn(port)?.pid;
  if (pid === undefined || !isOf(pid, instance.folder)) return;
  const stray = identityOf(pid);
  if (stray !== undefined) await end(stray);
}

function holders(server: Server, instance: Instance): string {
  return server.ports.map((key) => describeHolder(instance.ports[key])).join(', ');
}

function words(server: Server, instance: Instance): string {
  return server.processes.map(({ name }) => lastWords(instance, name)).join('\n');
}
