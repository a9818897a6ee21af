import type { PaperSettings } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';

interface Fields extends PaperSettings {
  readonly organizationId: Id;
  readonly companyId: Id;
  /** The company's own id: it has one setting. */
  readonly id: Id;
}

/** What stands on the papers of a company. A paper that is issued keeps what stood there on its day. */
export class PaperSetting implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: Id;
  declare readonly address: string | null;
  declare readonly contact: string | null;
  declare readonly payment: string | null;
  declare readonly terms: string | null;
  declare readonly upiId: string | null;
  declare readonly version: number;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  with(settings: PaperSettings): PaperSetting {
    const next = Object.fromEntries(names.map((name) => [name, said(settings[name], this[name])]));
    return names.every((name) => next[name] === this[name]) ? this : new PaperSetting({ ...this, ...next });
  }
}

const names = ['address', 'contact', 'payment', 'terms', 'upiId'] as const;

export const nothingSaid = { address: null, contact: null, payment: null, terms: null, upiId: null } as const;

export function toDto({ address, contact, payment, terms, upiId = null }: PaperSettings): PaperSettings {
  return { address, contact, payment, terms, upiId };
}

/** What is not mentioned stays: programs of before UPI ids were kept do not take one away. */
function said(text: string | null | undefined, before: string | null): string | null {
  return text === undefined ? before : (text?.trim() ?? null);
}
