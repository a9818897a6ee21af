import { DomainError } from '@dhanman/kernel';
import { commonPasswords } from './common-passwords.js';

export class PasswordWeak extends DomainError {
  constructor(reason: string) {
    super('invalid', 'password-weak', reason, { field: 'password' });
  }
}

export const passwordLength = { least: 10, most: 200 } as const;

/** Whose password it is: what everybody knows about them must not open their door. */
export interface Owner {
  readonly email: string;
  readonly name: string;
}

/**
 * The password as it is hashed. Length and not being guessable are what counts (NIST SP 800-63B): no rule asks for
 * special characters, which people answer with "Password@123".
 */
export function acceptable(password: string, owner: Owner): string {
  const normal = normalized(password);
  const { least, most } = passwordLength;
  if ([...normal].length < least) throw new PasswordWeak(`must have at least ${least} characters`);
  if ([...normal].length > most) throw new PasswordWeak(`must have at most ${most} characters`);
  const core = coreOf(normal);
  if (new Set(normal).size < 5 || isRun(normal)) throw new PasswordWeak('repeats or counts up too simply');
  if (core.length > 0 && commonPasswords.has(core)) {
    throw new PasswordWeak('is one of the passwords that are tried first; please choose another');
  }
  if (knownParts(owner).some((part) => core === part || core === part + part)) {
    throw new PasswordWeak('is your name or address; please choose another');
  }
  return normal;
}

/** The same password typed on another keyboard may arrive as other code points. */
export function normalized(password: string): string {
  return password.normalize('NFKC');
}

const leet: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' },
};

/** What a person remembers of it: "P@ssw0rd#2024" is "password" with decoration. */
function coreOf(password: string): string {
  const bare = password.toLowerCase().replace(/^[^a-z@$]+|[^a-z$]+$/g, '');
  return bare.replace(/[0-57@$!]/g, (sign) => leet[sign] ?? sign).replace(/[^a-z]/g, '');
}

/** 1234567890, abcdefghij, qwertyuiop and their like, forwards and backwards. */
function isRun(password: string): boolean {
  const text = password.toLowerCase();
  const backwards = [...text].reverse().join('');
  return runs.some((run) => run.includes(text) || run.includes(backwards));
}

const runs = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
];

function knownParts({ email, name }: Owner): readonly string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const words = [
    ...local.split(/[^a-z]+/),
    ...domain.split('.').slice(0, 1),
    ...name.toLowerCase().split(/\s+/),
  ];
  const whole = [local, name.toLowerCase()].map((text) => text.replace(/[^a-z]/g, ''));
  return ['dhanman', ...words, ...whole].filter((part) => part.length >= 3);
}
