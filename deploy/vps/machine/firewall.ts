// Nothing comes in but the web and people with a key; what goes out is free. Rules of the operator stay as they are: only
// what is missing is added, and never is the door shut through which the operator came.
import { existsSync, readFileSync } from 'node:fs';
import { Obstacle } from '../../local/machine/obstacle.ts';
import { mustTell, tell } from './basics.ts';
import { differenceIn, type Doors, isNamed, sshPortsIn } from './firewall-rules.ts';
import type { Wish } from './wish.ts';

export const firewall: Wish = {
  what: 'firewall',
  differs: () => differenceIn(mustTell('ufw', ['status', 'verbose']), doors()),
  fulfil() {
    const { web, ssh, isV6 } = doors();
    // Before anything is shut. A rule that names the port stays, such as one that lets only some in, or not too often.
    const added = mustTell('ufw', ['show', 'added']);
    for (const port of ssh) if (!isNamed(port, added)) mustTell('ufw', ['allow', `${port}/tcp`]);
    mustTell('ufw', ['default', 'deny', 'incoming']);
    mustTell('ufw', ['--force', 'enable']);
    const said = mustTell('ufw', ['status', 'verbose']);
    for (const port of web)
      if (differenceIn(said, { web: [port], ssh: [], isV6 }) !== undefined)
        mustTell('ufw', ['allow', `${port}/tcp`]);
  },
};

function doors(): Doors {
  const settings = '/etc/default/ufw';
  const isV6 = existsSync(settings) && /^IPV6=yes$/m.test(readFileSync(settings, 'utf8'));
  return { web: ['80', '443'], ssh: sshPorts(), isV6 };
}

/** Where sshd listens by its own word, and where the operator has come in who runs this now. */
function sshPorts(): readonly string[] {
  const current = process.env['SSH_CONNECTION']?.split(' ').at(3);
  const came = current === undefined ? [] : [current];
  if (!existsSync('/usr/sbin/sshd')) return came;
  const { isRight, said } = tell('sshd', ['-T']);
  if (!isRight)
    throw new Obstacle(
      `sshd does not say on which port it listens, so the firewall is not touched (systemctl start ssh):\n${said.slice(-500)}`,
    );
  return [...new Set([...sshPortsIn(said), ...came])];
}
