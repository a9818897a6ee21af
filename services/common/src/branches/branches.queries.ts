import type { BranchDto, BranchPage, ListBranches } from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Branch, BranchId } from './branch.js';
import { BranchTable } from './branch.table.js';

const sorts: Sorts<'name' | 'code'> = {
  name: { sql: 'lower(name)', type: 'text' },
  code: { sql: 'code', type: 'text' },
};

type BranchRow = Branch & { readonly sortedBy: string };

@Injectable()
export class BranchesQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: BranchId): Promise<BranchDto> {
    const branch = await this.db.read(actor, (tx) => tx.findOneBy(BranchTable, actor.key(id)));
    if (!branch) throw new NotFound('branch');
    return toDto(branch);
  }

  async list(actor: Actor, query: ListBranches): Promise<BranchPage> {
    const keyset = new Keyset(sorts, 'name', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      select id, company_id as "companyId", name, code, state_code as "stateCode", gstin, is_active as "isActive",
        version, created_at as "createdAt", updated_at as "updatedAt", ${keyset.select}
      from branch
      where organization_id = ${place(actor.organizationId)} and company_id = ${place(actor.company)}
        and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<BranchRow[]>(sql, values), toDto));
  }
}

export function toDto(branch: Branch): BranchDto {
  const { id, companyId, name, code, stateCode, gstin, isActive, version, createdAt, updatedAt } = branch;
  return {
    ...{ id, companyId, name, code, stateCode, gstin, isActive, version },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
