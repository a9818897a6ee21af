import type { Language } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { change, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, Raw } from 'typeorm';
import { SessionsService } from '../identity/sessions.service.js';
import { Person, type PersonDetails, type PersonId } from './person.js';
import { PersonTable } from './person.table.js';

/** Made by whoever hashes passwords; a plain text is none, so it can never be stored by mistake. */
export type PasswordHash = string & { readonly isPasswordHash: true };

export interface Registration extends PersonDetails {
  readonly password?: PasswordHash;
}

/** The people who can sign in. They are shared by all organizations, so any transaction may ask for them. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * The person with this e-mail address, made if there is none. Somebody who exists already keeps their name and their
   * password: otherwise, whoever registers an address first could sign in as its owner later.
   */
  async register(tx: EntityManager, { email, name, language, password }: Registration): Promise<Person> {
    const invited = Person.invite(newId<'Person'>(), { email, name, language });
    const [created] = await tx.query<object[]>(
      `insert into person (id, email, name, status, language) values ($1, $2, $3, $4, $5)
       on conflict (lower(email)) do nothing returning id`,
      [invited.id, invited.email, invited.name, invited.status, invited.language],
    );
    if (created && password !== undefined) await storePassword(tx, invited.id, password);
    const person = await this.findByEmail(tx, email);
    if (!person) throw new Error('A person who was just registered is not there.');
    return person;
  }

  /** Addresses are compared without regard to capitals, as every mail provider in practice does. */
  async findByEmail(tx: EntityManager, email: string): Promise<Person | undefined> {
    const sameAddress = Raw((column) => `lower(${column}) = lower(:email)`, { email: email.trim() });
    return (await tx.findOneBy(PersonTable, { email: sameAddress })) ?? undefined;
  }

  async profile(tx: EntityManager, id: PersonId): Promise<Person> {
    const person = await tx.findOneBy(PersonTable, { id });
    if (!person) throw new NotFound('person');
    return person;
  }

  /** What they are called; programs, and who is not known, have no name here. */
  async names(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await tx.query<{ id: string; name: string }[]>(
      'select id, name from person where id::text = any($1)',
      [[...new Set(ids)]],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** Whether the person can sign in at all. */
  async isActive(id: PersonId): Promise<boolean> {
    const rows = await this.db.query<object>(`select id from person where id = $1 and status = 'active'`, [
      id,
    ]);
    return rows.length > 0;
  }

  async rename(tx: EntityManager, id: PersonId, name: string): Promise<Person> {
    return change(tx, PersonTable, { id }, (person) => person.renamed(name));
  }

  async speak(tx: EntityManager, id: PersonId, language: Language): Promise<Person> {
    return change(tx, PersonTable, { id }, (person) => person.speaking(language));
  }

  /** The address is proven: from now on the person can sign in. */
  async verify(tx: EntityManager, id: PersonId, at: Date): Promise<Person> {
    return change(tx, PersonTable, { id }, (person) => person.verified(at));
  }

  /** Ends every session with it. */
  async deactivate(tx: EntityManager, id: PersonId): Promise<Person> {
    await this.sessions.endAll(tx, id);
    return change(tx, PersonTable, { id }, (person) => person.deactivated());
  }

  async reactivate(tx: EntityManager, id: PersonId): Promise<Person> {
    return change(tx, PersonTable, { id }, (person) => person.reactivated());
  }
}

async function storePassword(tx: EntityManager, id: PersonId, hash: PasswordHash): Promise<void> {
  await tx.query('insert into person_password (person_id, hash) values ($1, $2)', [id, hash]);
}
