import { DomainError } from '@dhanman/kernel';

export class LedgerCursorInvalid extends DomainError {
  constructor() {
    super('invalid', 'cursor-invalid', 'This cursor does not belong to this report.', { field: 'cursor' });
  }
}

/** In the general ledger: the account a page is about, and the last line of the page before if it was about the same. */
export interface GeneralPlace {
  readonly code: string;
  readonly after: LedgerPlace | undefined;
}

export function generalPlaceIn(cursor: string): GeneralPlace {
  const [, code, place] = /^(\d{3,10})(?:_(.+))?$/.exec(cursor) ?? [];
  if (code === undefined) throw new LedgerCursorInvalid();
  return { code, after: place === undefined ? undefined : placeIn(place) };
}

/** The last line of a page: its day, the place of its entry in the books, and its own in the entry. */
export interface LedgerPlace {
  readonly on: string;
  readonly sequence: string;
  readonly line: number;
}

const form = /^(\d{4}-\d{2}-\d{2})_(\d{1,18})_(\d{1,6})$/;

export function cursorOf({ on, sequence, line }: LedgerPlace): string {
  return `${on}_${sequence}_${String(line)}`;
}

export function placeIn(cursor: string): LedgerPlace {
  const [, on, sequence, line] = form.exec(cursor) ?? [];
  if (on === undefined || sequence === undefined) throw new LedgerCursorInvalid();
  return { on, sequence, line: Number(line) };
}
