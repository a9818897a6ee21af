import { DomainError } from '../domain-error.js';

export class SheetUnreadable extends DomainError {
  constructor(what: string) {
    super('invalid', 'sheet-unreadable', what, { field: 'text' });
  }
}
