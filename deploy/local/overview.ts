import { environments, hostOf, type Service, services, webApp, serviceNamed } from '../topology.ts';
import { portOf } from './services/service-process.ts';
import type { Instance } from './instance.ts';
import { logOf, running } from './machine/daemon.ts';
import { memoryOf } from './machine/memory.ts';
import { converse } from './machine/socket.ts';
import { serversNamed, allServers } from './servers/catalogue.ts';
import { isInContainer } from './servers/compose.ts';
import { givenUrls, settings } from './servers/given.ts';
import type { Server } from './servers/server.ts';
import { type Health, healthOf } from './services/health.ts';
import { table } from './terminal/table.ts';

type Row = readonly [title: string, address: string, health: string, version: string, memory: string];

/** What runs, where, how it feels and what it costs: the answer to `npm run status` and the end of `npm start`. */
export async function overview(instance: Instance): Promise<string> {
  const rows: Row[] = await Promise.all([
    appRow(instance),
    ...services.map((service) => serviceRow(instance, service)),
    ...serversNamed(allServers).map((server) => serverRow(instance, server)),
  ]);
  return [
    table([['', 'Address', 'Health', 'Version', 'Memory'], ...rows]),
    '',
    `Sign up in the app at /sign-up. Mails are not sent here: read them at http://127.0.0.1:${String(portOf(serviceNamed('common')))}/dev/mail, and those with invoices at http://127.0.0.1:${String(portOf(serviceNamed('sales')))}/dev/mail.`,
    `Logs: ${logOf(instance, '<name>')}, or \`npm run logs -- sales\`.`,
  ].join('\n');
}

async function appRow(instance: Instance): Promise<Row> {
  const address = addressOf(instance, webApp);
  return ['app', address, await pageHealth(instance), '', ''];
}

async function serviceRow(instance: Instance, service: Service): Promise<Row> {
  const process = running(instance, service.name);
  const health = process === undefined ? undefined : await healthOf(service);
  const state = process === undefined ? 'stopped' : described(health);
  return [
    service.name,
    addressOf(instance, service.name),
    state,
    health?.version ?? '',
    memory(process?.pid),
  ];
}

function described(health: Health | undefined): string {
  if (health === undefined) return 'no answer';
  return [health.status, ...health.troubles].join(' ').replace(' ', ': ');
}

async function serverRow(instance: Instance, server: Server): Promise<Row> {
  if (server.variables.length > 0 && givenUrls(server, instance.name, settings()) !== undefined) {
    return [server.name, 'your own, named in .env', '', '', ''];
  }
  if (isInContainer(instance, server.name))
    return [server.name, ownAddress(server, instance), 'in a container', '', ''];
  const processes = server.processes.map(({ name }) => running(instance, name));
  const isUp = processes.every((process) => process !== undefined);
  const state = isUp ? await identity(server, instance) : 'stopped';
  const parts = processes.map((process) => (process === undefined ? undefined : memoryOf(process.pid)));
  const total = parts.includes(undefined)
    ? undefined
    : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return [server.name, ownAddress(server, instance), state, '', total === undefined ? '' : megabytes(total)];
}

function ownAddress(server: Server, instance: Instance): string {
  const [first] = server.ports;
  return first === undefined ? '' : `127.0.0.1:${instance.ports[first]}`;
}

async function identity(server: Server, instance: Instance): Promise<string> {
  const answer = await server.identify(instance);
  return answer === 'ours' ? 'ok' : (answer ?? 'no answer');
}

async function pageHealth({ ports }: Instance): Promise<string> {
  const host = hostOf(environments.local, webApp);
  const answer = await converse(ports.web, `GET / HTTP/1.0\r\nHost: ${host}\r\n\r\n`, (text) =>
    text.includes('\r\n'),
  );
  const status = /^HTTP\/1\.\d (\d{3})/.exec(answer ?? '')?.[1];
  if (status === undefined) return 'no answer';
  return status === '200' ? 'ok' : `answers ${status}`;
}

function addressOf(instance: Instance, name: string): string {
  return `http://${hostOf(environments.local, name)}:${instance.ports.web}`;
}

function memory(pid: number | undefined): string {
  const used = pid === undefined ? undefined : memoryOf(pid);
  return used === undefined ? '' : megabytes(used);
}

function megabytes(used: number): string {
  return `${Math.round(used)} MB`;
}
