import { DomainError } from '@dhanman/kernel';

export class CodeWrong extends DomainError {
  constructor() {
    super(
      'forbidden',
      'code-wrong',
      'This code is not right, or it was used already. Please take the next one.',
      {
        field: 'code',
      },
    );
  }
}

export class SecondFactorOn extends DomainError {
  constructor() {
    super(
      'conflict',
      'second-factor-on',
      'A second factor is on already. Remove it first to set up another.',
    );
  }
}

export class SecondFactorNotBegun extends DomainError {
  constructor() {
    super(
      'conflict',
      'second-factor-not-begun',
      'Set up a second factor first, then confirm it with a code.',
    );
  }
}

export const recoveryCodeCount = 10;

/** Crockford's 32 signs, so that each byte gives one without bias and none looks like another. Ten of them are 50 bits. */
const signs = '0123456789abcdefghjkmnpqrstvwxyz';

/** As it was meant: in any capitals, with or without spaces and dashes, O for 0 and I for 1. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
}

export function isTotp(code: string): boolean {
  return /^[0-9]{6}$/.test(code);
}

/** `3f7kz-9qw2m`, from ten random bytes. */
export function recoveryCode(bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, 10)].map((byte) => signs[byte % signs.length] ?? '');
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}
