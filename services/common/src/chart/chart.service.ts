import type { CompanyKind } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import type { Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Account, type AccountId } from './account.js';
import { templateFor } from './chart-template.js';

@Injectable()
export class ChartService {
  /** An organization has one chart for all its companies; the kind of the first one says which it begins with. */
  async begin(tx: EntityManager, scope: Scope, kind: CompanyKind): Promise<void> {
    const [known] = await tx.query<unknown[]>('select from account where organization_id = $1 limit 1', [
      scope.organizationId,
    ]);
    if (!known) await this.applyTemplate(tx, scope, kind);
  }

  /** Adds what the chart does not have yet. Numbers and roles that are in use stay with who has them. */
  async applyTemplate(tx: EntityManager, { organizationId }: Scope, kind: CompanyKind): Promise<number> {
    const here = await tx.query<Here[]>('select id, code, role from account where organization_id = $1', [
      organizationId,
    ]);
    const ids = new Map(here.map(({ code, id }) => [code, id]));
    const roles = new Set(here.map(({ role }) => role));
    const missing: Account[] = [];
    for (const [code, parent, name, traits] of templateFor(kind)) {
      if (ids.has(code)) continue;
      const { role, ...others } = traits ?? {};
      const isFree = role !== undefined && !roles.has(role);
      const identity = { organizationId, id: newId<'Account'>(), parentId: ids.get(parent) ?? null };
      missing.push(
        Account.fromTemplate(identity, [code, parent, name, isFree ? { role, ...others } : others]),
      );
      ids.set(code, identity.id);
    }
    await tx.query(insert, [organizationId, JSON.stringify(missing)]);
    return missing.length;
  }
}

interface Here {
  readonly id: AccountId;
  readonly code: string;
  readonly role: string | null;
}

const insert = `
  insert into account (organization_id, id, parent_id, code, name, class, normal_side, role, party_kind, cash_flow,
    is_postable)
  select $1, id, "parentId", code, name, class, "normalSide", role, "partyKind", "cashFlow", "isPostable"
  from json_to_recordset($2) as account (id uuid, "parentId" uuid, code text, name text, class text, "normalSide" text,
    role text, "partyKind" text, "cashFlow" text, "isPostable" boolean)`;
