import { describe, expect, it } from '@jest/globals';
import { differenceIn, isNamed, sshPortsIn } from './firewall-rules.ts';

const doors = { web: ['80', '443'], ssh: ['2222'], isV6: true };

const status = (...rules: readonly string[]) => `Status: active
Logging: on (low)
Default: deny (incoming), allow (outgoing), disabled (routed)
New profiles: skip

To                         Action      From
--                         ------      ----
${rules.join('\n')}
`;

const web = [
  '80/tcp                     ALLOW IN    Anywhere',
  '443/tcp                    ALLOW IN    Anywhere',
  '80/tcp (v6)                ALLOW IN    Anywhere (v6)',
  '443/tcp (v6)               ALLOW IN    Anywhere (v6)',
];

describe('what ufw says', () => {
  it('is as wished with the web open to all, and SSH to whom the operator says', () => {
    const limited = [
      '2222/tcp                   LIMIT IN    Anywhere',
      '2222/tcp (v6)              LIMIT IN    Anywhere (v6)',
    ];
    expect(differenceIn(status(...web, ...limited), doors)).toBeUndefined();
    const some = '2222/tcp                   ALLOW IN    10.0.0.0/8';
    expect(differenceIn(status(...web, some), doors)).toBeUndefined();
  });

  it('may hold further rules of the operator, and an application’s name', () => {
    const more = [
      '51820/udp                  ALLOW IN    Anywhere',
      '2222/tcp (Ours)            ALLOW IN    Anywhere',
      '25                         DENY IN     Anywhere',
    ];
    expect(differenceIn(status(...web, ...more), doors)).toBeUndefined();
    const both = ['80,443/tcp (Nginx Full)    ALLOW IN    Anywhere', '2222 ALLOW IN Anywhere'];
    expect(differenceIn(status(...both), { ...doors, isV6: false })).toBeUndefined();
  });

  it('differs where a door is shut, for the sixth version alone, or open to some only', () => {
    const ssh = '2222/tcp                   ALLOW IN    Anywhere';
    expect(differenceIn(status(...web), doors)).toBe('keeps 2222 (SSH) shut');
    expect(differenceIn(status(...web.slice(0, 3), ssh), doors)).toBe('keeps 443 (v6) shut');
    expect(differenceIn(status(...web.slice(0, 3), ssh), { ...doors, isV6: false })).toBeUndefined();
    const some = '80/tcp                     ALLOW IN    10.0.0.1';
    expect(differenceIn(status(some, ...web.slice(1), ssh), doors)).toBe('keeps 80 shut');
    const denied = '2222/tcp                   DENY IN     Anywhere';
    expect(differenceIn(status(...web, denied), doors)).toBe('keeps 2222 (SSH) shut');
  });

  it('differs when it is off, or lets in what nobody named', () => {
    expect(differenceIn('Status: inactive', doors)).toBe('is off');
    const open = status(...web).replace('deny (incoming)', 'allow (incoming)');
    expect(differenceIn(open, doors)).toBe('lets in what is not named');
  });
});

describe('a rule of the operator for SSH', () => {
  it.each([
    ['22', 'ufw limit 22/tcp', true],
    ['22', 'ufw allow OpenSSH', true],
    ['22', 'ufw allow from 10.0.0.0/8 to any port 22 proto tcp', true],
    ['2222', 'ufw allow 2222', true],
    ['22', 'ufw allow 2222/tcp', false],
    ['22', 'ufw deny 22/tcp', false],
    ['2222', 'ufw allow OpenSSH', false],
    ['22', "Added user rules (see 'ufw status' for running firewall):\n(None)", false],
  ])('for %s is found in "%s": %s', (port, added, isFound) => {
    expect(isNamed(port, added)).toBe(isFound);
  });
});

describe('the port of sshd', () => {
  it('is where it listens', () => {
    expect(
      sshPortsIn('port 22\naddressfamily any\nlistenaddress [::]:2222\nlistenaddress 0.0.0.0:2222\n'),
    ).toEqual(['2222']);
    expect(sshPortsIn('port 22\nport 2200\n')).toEqual(['22', '2200']);
  });
});
