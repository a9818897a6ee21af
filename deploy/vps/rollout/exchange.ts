// One part of the system goes from one release to another while people work.
import { nextUnitOf, serviceNamed, unitOf, type Service } from '../../topology.ts';
import { healthAt, passGate } from './gates.ts';
import { carryAssetsOver } from './install.ts';
import type { Machine } from './machine.ts';
import type { Part, Place } from './place.ts';
import { lead } from './traffic.ts';

export interface Exchange {
  readonly place: Place;
  readonly machine: Machine;
  /** How long an instance may take until it is ready. */
  readonly patienceMs: number;
  /** A release may be given up by a person; its undoing may not. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The second instance takes over while the first is exchanged, and leaves again: units, ports and what watches them stay
 * as they were. What fails is left as it stands; `undo` puts it right.
 */
export async function exchange(how: Exchange, part: Part, version: string): Promise<void> {
  const { place, machine } = how;
  if (part === 'web') {
    carryAssetsOver(place, place.version('web'), version);
    place.point('web', 'current', version);
    return;
  }
  const service = serviceNamed(part);
  const before = await healthAt(place.ports(service, 'current').service);
  // Without a first instance at work there is nothing to be gentle with.
  if (before === undefined) return startAnew(how, service, version);
  const enough = before.status === 'ok' ? ['ok'] : ['ok', 'degraded'];
  place.point(part, 'next', version);
  await machine.start(nextUnitOf(place.environment, service));
  await ready(how, service, { instance: 'next', version, enough });
  await lead(place, service, 'next');
  await restart(how, service, { version, enough });
  await leaveSecond(how, service);
}

/** To the version of before, from wherever the exchange has got to; `undefined`: there was none. */
export async function undo(how: Exchange, part: Part, version: string | undefined): Promise<void> {
  const { place, machine } = how;
  if (part === 'web') {
    if (version === undefined) place.point('web', 'current', undefined);
    else await exchange(how, part, version);
    return;
  }
  const service = serviceNamed(part);
  if (version === undefined) {
    await machine.stop(unitOf(place.environment, service));
    await machine.stop(nextUnitOf(place.environment, service));
    for (const link of ['current', 'next'] as const) place.point(part, link, undefined);
    return;
  }
  const isDisturbed = place.version(part, 'next') !== undefined;
  if (place.version(part) === version) return isDisturbed ? leaveSecond(how, service) : undefined;
  // The second instance serves while the first does not come up: that is enough to bring back the first.
  if (!isDisturbed) return exchange(how, part, version);
  await restart(how, service, { version, enough: ['ok', 'degraded'] });
  await leaveSecond(how, service);
}

/** What an interrupted release has left: everybody is sent to the service itself again, if it is there. */
export async function settle(how: Exchange, part: Part): Promise<void> {
  if (part === 'web' || how.place.version(part, 'next') === undefined) return;
  const service = serviceNamed(part);
  if ((await healthAt(how.place.ports(service, 'current').service)) === undefined)
    await how.machine.restart(unitOf(how.place.environment, service));
  const version = how.place.version(part);
  if (version !== undefined)
    await ready(how, service, { instance: 'current', version, enough: ['ok', 'degraded'] });
  await leaveSecond(how, service);
}

async function startAnew(how: Exchange, service: Service, version: string): Promise<void> {
  await restart(how, service, { version, enough: ['ok', 'degraded'] });
  await leaveSecond(how, service);
}

interface Wanted {
  readonly version: string;
  readonly enough: readonly string[];
}

async function restart(how: Exchange, service: Service, wanted: Wanted): Promise<void> {
  how.place.point(service.name, 'current', wanted.version);
  await how.machine.restart(unitOf(how.place.environment, service));
  await ready(how, service, { instance: 'current', ...wanted });
}

function ready(
  { place, machine, patienceMs, signal }: Exchange,
  service: Service,
  { instance, version, enough }: Wanted & { readonly instance: 'current' | 'next' },
): Promise<void> {
  const unit = (instance === 'next' ? nextUnitOf : unitOf)(place.environment, service);
  const port = place.ports(service, instance).service;
  return passGate(machine, { unit, port, version, deadlineMs: patienceMs, enough, signal });
}

async function leaveSecond({ place, machine }: Exchange, service: Service): Promise<void> {
  await lead(place, service, 'current');
  await machine.stop(nextUnitOf(place.environment, service));
  place.point(service.name, 'next', undefined);
}
