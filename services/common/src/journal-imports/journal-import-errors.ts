import { DomainError } from '@dhanman/kernel';

export class SheetUnreadable extends DomainError {
  constructor(what: string) {
    super('invalid', 'sheet-unreadable', what, { field: 'text' });
  }
}
