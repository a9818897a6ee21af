// What ufw and sshd say, read.

export interface Doors {
  /** Open to everybody. */
  readonly web: readonly string[];
  /** Open to whom the operator says. */
  readonly ssh: readonly string[];
  readonly isV6: boolean;
}

interface Rule {
  readonly port: string;
  readonly isV6: boolean;
  readonly from: string;
}

/** From `ufw status verbose`. */
export function differenceIn(status: string, { web, ssh, isV6 }: Doors): string | undefined {
  if (!status.includes('Status: active')) return 'is off';
  if (!/Default: (deny|reject) \(incoming\)/.test(status)) return 'lets in what is not named';
  const rules = rulesIn(status);
  const isOpenTo = (port: string, from: string, isOfV6: boolean) =>
    rules.some((rule) => rule.port === port && rule.from === from && rule.isV6 === isOfV6);
  const shut = [
    ...web.filter((port) => !isOpenTo(port, 'Anywhere', false)),
    ...web.filter((port) => isV6 && !isOpenTo(port, 'Anywhere', true)).map((port) => `${port} (v6)`),
    ...ssh.filter((port) => !rules.some((rule) => rule.port === port)).map((port) => `${port} (SSH)`),
  ];
  return shut.length === 0 ? undefined : `keeps ${shut.join(', ')} shut`;
}

/** `443/tcp (v6)   LIMIT IN   Anywhere (v6)`: what comes in there, if not too often; with an application's name in brackets. */
function rulesIn(status: string): readonly Rule[] {
  const line = /^([\d,:]+)(?:\/tcp)?(?: \([^)]*\))*\s+(?:ALLOW|LIMIT)(?: IN)?\s+(\S+)(.*)$/gm;
  return [...status.matchAll(line)].flatMap(([whole, ports = '', from = '']) =>
    ports.split(',').map((port) => ({ port, from, isV6: /\(v6\)|\S+:\S*:/.test(whole) })),
  );
}

/** Whether a rule of the operator lets somebody in there: from `ufw show added`, which knows them also while it is off. */
export function isNamed(port: string, added: string): boolean {
  const names = port === '22' ? `${port}|OpenSSH|ssh` : port;
  return new RegExp(`^ufw (allow|limit) (.*\\s)?"?(${names})(/tcp)?"?(\\s|$)`, 'm').test(added);
}

/** From `sshd -T`, addresses before the ports that may stand beside them. */
export function sshPortsIn(configuration: string): readonly string[] {
  const found = (pattern: RegExp) => [...configuration.matchAll(pattern)].map(([, port = '']) => port);
  const listening = found(/^listenaddress .*:(\d+)$/gim);
  return [...new Set(listening.length > 0 ? listening : found(/^port (\d+)$/gim))];
}
