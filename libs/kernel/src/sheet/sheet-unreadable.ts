import { DomainError } from '../domain-error.js';

export class SheetUnreadable extends DomainError {
  constructor(what: string, field: 'text' | 'workbook' = 'text') {
    super('invalid', 'sheet-unreadable', what, { field });
  }
}
