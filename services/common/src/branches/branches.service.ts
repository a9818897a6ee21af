import type { CreateBranch, PatchBranch } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { Branch, type BranchId } from './branch.js';
import { BranchTable } from './branch.table.js';

@Injectable()
export class BranchesService {
  constructor(private readonly db: Database) {}

  async create(actor: Actor, details: CreateBranch): Promise<Branch> {
    const branch = Branch.create(actor.key(newId<'Branch'>()), details);
    return this.db.transaction(actor, (tx) => add(tx, BranchTable, branch));
  }

  async patch(actor: Actor, id: BranchId, version: number, patch: PatchBranch): Promise<Branch> {
    return this.db.transaction(actor, (tx) =>
      change(tx, BranchTable, actor.key(id), (branch) => atVersion(branch, version).patched(patch)),
    );
  }
}
