import type { CustomerContact } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';

export class ContactWithoutAddress extends DomainError {
  constructor(index: number) {
    const message = 'Who gets mails has an e-mail address: enter it, or say that they get none.';
    super('invalid', 'contact-without-address', message, { field: `contacts.${index}.email` });
  }
}

/** As they are kept: without the space around what was typed, and each with the same parts in the same order. */
export function validContacts(contacts: readonly CustomerContact[]): readonly CustomerContact[] {
  return contacts.map(({ name, role, email, phone, getsMails }, index) => {
    if (getsMails && email === null) throw new ContactWithoutAddress(index);
    return { name: name.trim(), role: role?.trim() ?? null, email, phone, getsMails };
  });
}

export function areSame(some: readonly CustomerContact[], others: readonly CustomerContact[]): boolean {
  return JSON.stringify(validContacts(some)) === JSON.stringify(validContacts(others));
}

interface Mailed {
  readonly email: string | null;
  readonly contacts: readonly CustomerContact[];
}

/** Where mails for a customer go: to the customer and to those of its people who get them, each once. */
export function addressesOf({ email, contacts }: Mailed): readonly string[] {
  const people = contacts.filter(({ getsMails }) => getsMails).map((contact) => contact.email);
  const all = [email, ...people].filter((address) => address !== null);
  return [...new Map(all.map((address) => [address.toLowerCase(), address])).values()];
}
