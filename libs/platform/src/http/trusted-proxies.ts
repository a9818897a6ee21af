import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

const complaint = 'must be addresses and networks such as 10.0.0.0/8, separated by commas';

/**
 * Whose word about the address of a client is taken, and only about the one they write last. Without a word that is the
 * nginx of this machine.
 */
export const trustedProxiesVariable = z
  .string()
  .transform((text, context): ((address: string) => boolean) => {
    const trusted = new BlockList();
    if (text.split(',').every((network) => admit(trusted, network.trim()))) return among(trusted);
    context.addIssue({ code: 'custom', message: complaint });
    return z.NEVER;
  })
  .prefault('127.0.0.0/8,::1');

const form = /^([0-9A-Fa-f.:]+)(?:\/([0-9]{1,3}))?$/;

function admit(trusted: BlockList, network: string): boolean {
  const [, address = '', bits] = form.exec(network) ?? [];
  const family = familyOf(address);
  if (family === undefined) return false;
  const whole = family === 'ipv4' ? 32 : 128;
  const length = Number(bits ?? whole);
  if (length > whole) return false;
  trusted.addSubnet(address, length, family);
  return true;
}

function among(trusted: BlockList): (address: string) => boolean {
  return (address) => {
    const family = familyOf(address);
    return family !== undefined && trusted.check(address, family);
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  if (version === 0) return undefined;
  return version === 4 ? 'ipv4' : 'ipv6';
}
