import type { JournalTemplateDto, JournalTemplates } from '@dhanman/contracts';
import { datesFrom, type Id } from '@dhanman/kernel';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ownApproval } from '../manual-journals/own-approval.service.js';
import type { JournalTemplate, JournalTemplateId } from './journal-template.js';

type Row = JournalTemplate & {
  readonly people: Readonly<Record<string, string>> | null;
  readonly made: JournalTemplateDto['made'];
  readonly needsOne: boolean;
};

@Injectable()
export class JournalTemplatesQueries {
  constructor(private readonly db: Database) {}

  async list(actor: Actor): Promise<JournalTemplates> {
    const rows = await this.db.read(actor, (tx) => rowsOf(tx, actor, `state <> 'discarded'`));
    return { templates: rows.map(templateOf) };
  }

  async get(actor: Actor, id: JournalTemplateId): Promise<JournalTemplateDto> {
    return this.db.read(actor, async (tx) => {
      const [row] = await rowsOf(tx, actor, 'id = $3', id);
      if (!row) throw new NotFound('journal-template');
      const isAsked = row.state === 'draft' && row.recurrence !== null && row.needsOne;
      const mayApproveOwn = isAsked && (await ownApproval(tx, actor, 'dhanman.common.journal.approve', row));
      return { ...templateOf(row), made: row.made, mayApproveOwn };
    });
  }
}

async function rowsOf(tx: EntityManager, actor: Actor, where: string, id?: Id): Promise<readonly Row[]> {
  const sql = `select ${columns} from journal_template template
    where organization_id = $1 and company_id = $2 and ${where} order by name, id limit 500`;
  return tx.query<Row[]>(sql, [actor.organizationId, actor.company, ...(id === undefined ? [] : [id])]);
}

const shown = 6;

function templateOf(row: Row): Omit<JournalTemplateDto, 'made' | 'mayApproveOwn'> {
  const { id, companyId, name, narration, currency, total, lines, recurrence, state } = row;
  const { people, nextPlace, version, createdAt, updatedAt } = row;
  const person = (by: string) => ({ id: by, name: people?.[by] ?? null });
  const goesOn = recurrence !== null && state !== 'discarded';
  return {
    ...{ id, companyId, name, narration, currency, total, recurrence, state, version },
    lines: [...lines],
    writtenBy: row.writtenBy.map(person),
    approvals: row.approvals.map(({ by, at, byAuthor = false }) => ({ by: person(by), at, byAuthor })),
    upcoming: goesOn ? datesFrom(recurrence, nextPlace, shown).map(String) : [],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

const columns = `
  id, company_id as "companyId", name, narration, currency, total::text as total, lines, recurrence, state,
  written_by as "writtenBy", approvals, next_place as "nextPlace", version, created_at as "createdAt",
  updated_at as "updatedAt",
  (select second_approval_above is null or total <= second_approval_above from company
   where company.organization_id = template.organization_id and company.id = company_id) as "needsOne",
  (select json_object_agg(person.id, person.name) from person where person.id::text in (
    select jsonb_array_elements_text(written_by)
    union select approval ->> 'by' from jsonb_array_elements(approvals) as approval)) as people,
  (select coalesce(json_agg(last order by last."on" desc), '[]') from (
    select journal.id, template_on::text as "on", journal.state, entry.number
    from manual_journal journal left join journal_entry entry
      on entry.organization_id = journal.organization_id and entry.id = entry_id
    where journal.organization_id = template.organization_id and template_id = template.id
    order by template_on desc limit 12) as last) as made`;
