import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Where a request comes from, as coarse as attackers move for free: an IPv4 /24 or an IPv6 /64. For counting attempts
 * and for showing people their sessions; no more of an address is kept.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const [first = '', second = '', third = ''] = plain.split('.');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return `${first}.${second}.${third}.0/24`;
  const groups = groupsOf(plain);
  return groups ? `${groups.slice(0, 4).join(':')}::/64` : 'unknown';
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): readonly string[] | undefined {
  if (!/^[0-9a-f:]+$/i.test(address) || !address.includes(':')) return undefined;
  const [before, after] = address.toLowerCase().split('::');
  const [head, tail] = [listOf(before), listOf(after)];
  const missing = Math.max(0, 8 - head.length - tail.length);
  const zeros = after === undefined ? [] : Array<string>(missing).fill('0');
  return [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16).toString(16));
}

function listOf(part = ''): readonly string[] {
  return part.split(':').filter((group) => group !== '');
}

/** What a browser says about itself, as far as a route may need it besides its parameters. */
export interface Browser {
  /** Of whoever sent the request; the proxy of this machine is believed, the client is not. */
  readonly network: string;
  /** The page that sent it; absent when it was no page. */
  readonly origin: string | undefined;
  readonly cookies: string | undefined;
}

export const CurrentBrowser = createParamDecorator((_: unknown, context: ExecutionContext): Browser => {
  const { ip, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return { network: networkOf(ip), origin: headers.origin, cookies: headers.cookie };
});
