import { z } from 'zod';

/** Requests per minute. */
export interface RateLimits {
  /** From one address, whoever sends them. */
  readonly address: number;
  /** From one address to what changes something for people who are not signed in: signing up, signing in, resetting. */
  readonly door: number;
  /** Of one person or program. */
  readonly caller: number;
  /** Of all members of an organization together; `plan` is what its plan says. */
  readonly organization: number | 'plan';
}

/** An office of fifty shares one address; two screens of the app in a second, each asking ten questions, is fast work. */
const usual = 'address=3000,door=60,caller=1200,organization=plan';

/** Tests and benches ask more in a minute than people do; the way of a request is the same. */
export const generousLimits = 'address=100000000,door=100000000,caller=100000000,organization=100000000';

const form =
  /^address=([1-9][0-9]{0,8}),door=([1-9][0-9]{0,8}),caller=([1-9][0-9]{0,8}),organization=([1-9][0-9]{0,8}|plan)$/;

export const rateLimitsVariable = z
  .string()
  .regex(form, `must be requests per minute such as ${usual}`)
  .transform((text): RateLimits => {
    const [, address, door, caller, organization] = form.exec(text) ?? [];
    return {
      address: Number(address),
      door: Number(door),
      caller: Number(caller),
      organization: organization === 'plan' ? organization : Number(organization),
    };
  })
  .prefault(usual);
