// What an operator asks for. Whatever is not understood is refused before a database is opened.
import { parseArgs } from 'node:util';
import { environments, type EnvironmentName, type ServiceName, services } from '../topology.ts';

export class UsageWrong extends Error {
  override readonly name = 'UsageWrong';
}

export interface Request {
  readonly command: Command;
  readonly correlationId: string;
  readonly services: readonly ServiceName[];
  readonly ids: readonly string[];
  readonly queue: string | undefined;
  readonly state: State | undefined;
  readonly reason: string | undefined;
  readonly organization: string;
  /** The folder or file an export goes to. */
  readonly to: string | undefined;
  readonly signUp: SignUpWords;
  /** Where Common answers, where it is not this machine. */
  readonly address: string | undefined;
  /** 2026-11-25T10:00:00Z. */
  readonly since: Date;
  readonly isJson: boolean;
  readonly environment: EnvironmentName;
  /** A folder with `<service>/DATABASE_URL` in it, where it is not the usual one. */
  readonly credentials: string | undefined;
}

/** Who a new organization is. */
export interface SignUpWords {
  readonly name: string;
  readonly company: string;
  readonly person: string;
  readonly email: string;
}

const details = [
  ...(['service', 'ids', 'queue', 'state', 'reason'] as const),
  ...(['organization', 'to', 'name', 'company', 'person', 'email', 'address', 'since'] as const),
];
type Detail = (typeof details)[number];

const commands = {
  'books rebuild': { needs: ['organization'], takes: [] },
  'dead-letters list': { needs: ['service'], takes: ['queue', 'state'] },
  'dead-letters show': { needs: ['service', 'ids'], takes: [] },
  'dead-letters replay': { needs: ['service', 'ids'], takes: ['reason'] },
  'dead-letters discard': { needs: ['service', 'ids', 'reason'], takes: [] },
  'jobs failed': { needs: ['service'], takes: [] },
  'jobs retry': { needs: ['service', 'ids'], takes: [] },
  'messages replay': { needs: ['since'], takes: ['service'] },
  'person deactivate': { needs: ['email'], takes: [] },
  'person reactivate': { needs: ['email'], takes: [] },
  'tenant create': { needs: ['name', 'company', 'person', 'email'], takes: ['address'] },
  'tenant list': { needs: [], takes: [] },
  'tenant verify': { needs: ['organization'], takes: [] },
  'tenant suspend': { needs: ['organization'], takes: [] },
  'tenant resume': { needs: ['organization'], takes: [] },
  'tenant export': { needs: ['organization', 'to'], takes: [] },
  trace: { needs: [], takes: [] },
} as const satisfies Readonly<
  Record<string, { readonly needs: readonly Detail[]; readonly takes: readonly Detail[] }>
>;

export type Command = keyof typeof commands;

const states = ['open', 'replayed', 'discarded'] as const;
export type State = (typeof states)[number];

export const usage = `Usage: npm run dhanman -- <command>
  books rebuild        --organization <id>     balances anew from the journal, and how many were wrong
  dead-letters list    --service <name> [--queue <name>] [--state ${states.join('|')}]
  dead-letters show    --service <name> --ids <id,id,…>
  dead-letters replay  --service <name> --ids <id,id,…> [--reason <text>]
  dead-letters discard --service <name> --ids <id,id,…> --reason <text>
  jobs failed          --service <name>
  jobs retry           --service <name> --ids <id,id,…>
  messages replay      --since <time> [--service <name>]   sends again what was sent since: after a restore
  person deactivate    --email <address>       no session, no sign-in, in no organization; an only owner stays
  person reactivate    --email <address>       with the memberships they had
  tenant create        --name <organization> --company <name> --person <name> --email <address>
                       [--address <url>]         where Common answers, if not on this machine
  tenant list
  tenant verify        --organization <id>     whether all copies are equal, and every rule holds for it
  tenant suspend       --organization <id>     nobody gets in; nothing is lost
  tenant resume        --organization <id>
  tenant export        --organization <id> --to <file.tar.gz>
  trace <correlation id>
Services: ${services.map(({ name }) => name).join(', ')}.
With every command: --json, --environment ${Object.keys(environments).join('|')} (local), --credentials <folder>.
Ends with 0 when it is done, 1 when nothing was found or it could not be done, 2 when the command is not understood.`;

export function requestFrom(args: readonly string[]): Request {
  const { values, positionals } = parsed(args);
  const [noun = '', ...rest] = positionals;
  const command = noun === 'trace' ? noun : positionals.slice(0, 2).join(' ');
  if (!isCommand(command)) throw new UsageWrong(`There is no command "${positionals.join(' ')}".`);
  refuseDetails(command, values);
  return {
    command,
    correlationId: command === 'trace' ? only(rest) : nothingMore(rest.slice(1)),
    services: servicesIn(values.service),
    ids: idsIn(values.ids),
    queue: values.queue,
    state: values.state === undefined ? undefined : oneOf(states, values.state, 'state'),
    reason: said(values.reason),
    organization: idsIn(values.organization)[0] ?? '',
    to: values.to,
    signUp: signUpIn(values),
    address: values.address,
    since: timeIn(values.since),
    isJson: values.json === true,
    environment: oneOf(['local', 'qa', 'prod'], values.environment, 'environment'),
    credentials: values.credentials,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ service: text, ids: text, queue: text, state: text, reason: text },
        ...{
          organization: text,
          to: text,
          name: text,
          company: text,
          person: text,
          email: text,
          address: text,
          since: text,
        },
        ...{ environment: { ...text, default: 'local' }, credentials: text, json: { type: 'boolean' } },
      },
    });
  } catch (error) {
    throw new UsageWrong(error instanceof Error ? error.message : String(error));
  }
}

function signUpIn(values: Partial<SignUpWords>): SignUpWords {
  const { name = '', company = '', person = '', email = '' } = values;
  return { name, company, person, email };
}

function timeIn(text = ''): Date {
  const time = new Date(text);
  if (text !== '' && Number.isNaN(time.getTime())) throw new UsageWrong(`"${text}" is not a time.`);
  return time;
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(commands, name);
}

function refuseDetails(command: Command, values: Partial<Record<Detail, string>>): void {
  const needs: readonly Detail[] = commands[command].needs;
  const takes: readonly Detail[] = commands[command].takes;
  const given = details.filter((name) => name in values);
  const missing = needs.find((name) => !given.includes(name));
  if (missing !== undefined) throw new UsageWrong(`"${command}" needs --${missing}.`);
  const foreign = given.find((name) => !needs.includes(name) && !takes.includes(name));
  if (foreign !== undefined) throw new UsageWrong(`"${command}" takes no --${foreign}.`);
}

function only([correlationId, ...more]: readonly string[]): string {
  if (correlationId === undefined) throw new UsageWrong('"trace" needs a correlation id.');
  nothingMore(more);
  return correlationId;
}

function nothingMore([surplus]: readonly string[]): string {
  if (surplus !== undefined) throw new UsageWrong(`"${surplus}" is not understood.`);
  return '';
}

function servicesIn(name: string | undefined): readonly ServiceName[] {
  const all = services.map((service) => service.name);
  return name === undefined ? all : [oneOf(all, name, 'service')];
}

function oneOf<Known extends string>(known: readonly Known[], value: string, what: string): Known {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new UsageWrong(`--${what} is one of ${known.join(', ')}, not "${value}".`);
  return found;
}

function idsIn(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const ids = [...new Set(text.split(',').map((id) => id.trim().toLowerCase()))];
  const wrong = ids.find((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
  if (wrong !== undefined) throw new UsageWrong(`"${wrong}" is not an id.`);
  return ids;
}

function said(reason: string | undefined): string | undefined {
  if (reason?.trim() === '') throw new UsageWrong('--reason must say something.');
  return reason?.trim();
}
