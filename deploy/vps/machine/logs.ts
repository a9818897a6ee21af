// Lines of the services to a Loki, where the operator has said which. Alloy is in no package source of the system: it is
// never fetched from elsewhere, and without it nothing of this is set up.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alloyProgram, logsFolder, logShipping, logsUnit } from '../../generate/logs.ts';
import { systemd } from '../../generate/systemd.ts';
import { Obstacle } from '../../local/machine/obstacle.ts';
import { file, folder, kept, mustTell, running } from './basics.ts';
import type { Wish } from './wish.ts';

const settings = join(logsFolder, 'loki.env');
const password = join(logsFolder, 'LOKI_PASSWORD');

export function requireLoki(): void {
  if (!existsSync(settings)) return;
  const complaint = complaintOf(readFileSync(settings, 'utf8'));
  if (complaint !== undefined) throw new Obstacle(`${settings}: ${complaint}`);
  if (!existsSync(password))
    throw new Obstacle(`Put the password of Loki into ${password}, owner root, mode 0400.`);
}

/** The two lines are in the environment of a process: a password has no place in them. */
export function complaintOf(text: string): string | undefined {
  const valueOf = (name: string): string => new RegExp(`^${name}=(\\S+)$`, 'm').exec(text)?.[1] ?? '';
  const [address, user] = [valueOf('LOKI_URL'), valueOf('LOKI_USER')];
  if (user === '' || !URL.canParse(address))
    return 'needs the lines LOKI_URL=https://…/loki/api/v1/push and LOKI_USER=…';
  const url = new URL(address);
  if (url.password !== '' || url.username !== '')
    return `the password belongs into ${password}, not into LOKI_URL.`;
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || isHere ? undefined : 'LOKI_URL must begin with https://';
}

export function logs(): readonly Wish[] {
  if (!existsSync(settings)) return [];
  const given = [
    folder(logsFolder, { mode: 0o700 }),
    kept(settings, [0o400, 0o600, 0o644]),
    kept(password, [0o400]),
    program,
  ];
  // What would start a program that is not there is not put there either.
  return existsSync(alloyProgram) ? [...given, ...shipping()] : given;
}

const program: Wish = {
  what: 'Alloy, which sends logs to Loki',
  differs: () => (existsSync(alloyProgram) ? undefined : `is not at ${alloyProgram}`),
  fulfil() {
    throw new Obstacle(
      `Everything else is done. Alloy is not in the packages of this system: install it from Grafana's package source, so that ${alloyProgram} is there, and run this again. To do without, remove ${settings}.`,
    );
  },
};

function shipping(): readonly Wish[] {
  const texts = new Map([...systemd(), ...logShipping()]);
  const restart = () => void mustTell('systemctl', ['try-restart', logsUnit]);
  return [
    file(`/etc/systemd/system/${logsUnit}.service`, {
      text: texts.get(`systemd/${logsUnit}.service`) ?? '',
      then() {
        mustTell('systemctl', ['daemon-reload']);
        restart();
      },
    }),
    file(join(logsFolder, 'config.alloy'), {
      text: texts.get('deploy/monitoring/logs.alloy') ?? '',
      then: restart,
    }),
    running(logsUnit),
  ];
}
