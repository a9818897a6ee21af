import { createHash } from 'node:crypto';
import { type Id, newId } from '@dhanman/kernel';
import type { Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asked } from './journal-entry.js';
import type { Outcome } from './posting.js';

/** What was answered to a source before, and to which request; an entry older than these hashes fits every request. */
export interface Remembered {
  readonly requestHash: string | null;
  readonly outcome: Outcome;
}

export interface Refused {
  readonly asked: Asked;
  readonly outcome: Extract<Outcome, { rejected: unknown }>;
}

/** The answers the ledger has given: whoever asks again hears the same. */
@Injectable()
export class AnswersService {
  async recall(tx: EntityManager, scope: Scope, all: readonly Asked[]): Promise<Map<string, Remembered>> {
    const sources = all.map(({ service, request: { source } }) => ({ service, ...source }));
    const rows = await tx.query<Row[]>(recall, [scope.organizationId, JSON.stringify(sources)]);
    return new Map(rows.map((row) => [row.key, { requestHash: row.requestHash, outcome: outcomeOf(row) }]));
  }

  async keepRefusals(tx: EntityManager, scope: Scope, refusals: readonly Refused[]): Promise<void> {
    if (refusals.length === 0) return;
    const rows = refusals.map(({ asked: { service, request }, outcome: { rejected } }) => {
      const { id, ...source } = request.source;
      const of = { id: newId(), service, ...source, source_id: id, request_hash: requestHashOf(request) };
      return { ...of, ...rejected };
    });
    await tx.query(keep, [scope.organizationId, scope.companyId, JSON.stringify(rows)]);
  }
}

export function keyOf({ service, request: { source } }: Asked): string {
  return [service, source.document, source.id, source.purpose, String(source.version)].join(' ');
}

/** Parsed requests say their fields in the order of the schema, so that the same request has the same text. */
export function requestHashOf(request: Asked['request']): string {
  return createHash('sha256').update(JSON.stringify(request), 'utf8').digest('hex');
}

interface Row {
  readonly key: string;
  readonly requestHash: string | null;
  readonly entryId: Id | null;
  readonly number: string;
  readonly postedAt: string;
  readonly code: string;
  readonly reason: string;
  readonly field: string | null;
}

function outcomeOf({ entryId, number, postedAt, code, reason, field }: Row): Outcome {
  if (entryId !== null) return { posted: { entryId, number, postedAt } };
  return { rejected: { code, reason, ...(field !== null && { field }) } };
}

const source = `source_service = service and source_document = document and source_id = asked.id
  and source_purpose = purpose and source_version = version`;

const recall = `
  with asked as (
    select * from json_to_recordset($2) as asked (service text, document text, id uuid, purpose text, version integer)),
  known as (
    select asked.*, encode(request_hash, 'hex') as hash, entry.id as entry_id, number,
      to_char(posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as posted_at,
      null as code, null as reason, null as field
    from asked join journal_entry entry on entry.organization_id = $1 and ${source}
    union all
    select asked.*, encode(request_hash, 'hex'), null, null, null, code, reason, field
    from asked join posting_refusal refusal on refusal.organization_id = $1 and ${source})
  select concat_ws(' ', service, document, id, purpose, version) as key, hash as "requestHash", entry_id as "entryId",
    number, posted_at as "postedAt", code, reason, field
  from known`;

const keep = `
  insert into posting_refusal (organization_id, company_id, id, source_service, source_document, source_id,
    source_purpose, source_version, request_hash, code, reason, field)
  select $1, $2, id, service, document, source_id, purpose, version, decode(request_hash, 'hex'), code, reason, field
  from json_to_recordset($3) as refusal (id uuid, service text, document text, source_id uuid, purpose text,
    version integer, request_hash text, code text, reason text, field text)`;
