import { Id } from '@dhanman/contracts';
import { type Id as IdText, newId } from '@dhanman/kernel';
import {
  Body,
  Controller,
  Get,
  Headers,
  Injectable,
  Module,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { type EntityManager, EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import {
  type Actor,
  add,
  atVersion,
  AuditsRead,
  baseline,
  change,
  createAuditTable,
  nameTokensInTrail,
  createEndedSessions,
  createIdempotencyTable,
  CurrentActor,
  Database,
  defineConfig,
  defineDatabase,
  Idempotency,
  masked,
  NotFound,
  Public,
  Requires,
  Returns,
  type ServiceDefinition,
  tenantTable,
  versionIn,
} from '../../src/index.js';

/** A service as small as one can be: notes with lines, to try the platform on. */
export class Line {
  declare readonly organizationId: IdText;
  declare readonly id: IdText;
  declare readonly text: string;
  constructor(fields: { organizationId: IdText; id: IdText; text: string }) {
    Object.assign(this, fields);
  }
}

export class Note {
  declare readonly organizationId: IdText;
  declare readonly companyId: IdText;
  declare readonly id: IdText;
  declare readonly text: string;
  declare readonly count: number;
  declare readonly pan: string | null;
  declare readonly version: number;
  declare readonly lines: readonly Line[];
  constructor(fields: Partial<Note>) {
    Object.assign(this, fields);
  }

  with(changes: Partial<Note>): Note {
    return new Note({ ...this, ...changes });
  }
}

export const NoteTable = new EntitySchema<Note>({
  name: 'Note',
  target: Note,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    text: { type: 'text' },
    count: { type: 'integer' },
    pan: { type: 'text', nullable: true, ...masked },
    version: { type: 'integer', insert: false, update: false },
  },
  relations: {
    lines: { type: 'one-to-many', target: 'Line', inverseSide: 'note', cascade: true },
  },
});

export const LineTable = new EntitySchema<Line & { note: Note }>({
  name: 'Line',
  target: Line,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    text: { type: 'text' },
  },
  relations: {
    note: {
      type: 'many-to-one',
      target: 'Note',
      inverseSide: 'lines',
      orphanedRowAction: 'delete',
      joinColumn: [
        { name: 'organization_id', referencedColumnName: 'organizationId' },
        { name: 'note_id', referencedColumnName: 'id' },
      ],
    },
  },
});

export class Notes1760000000000 implements MigrationInterface {
  readonly name = 'Notes1760000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await baseline(queryRunner);
    await createAuditTable(queryRunner);
    await nameTokensInTrail(queryRunner);
    await createIdempotencyTable(queryRunner);
    await createEndedSessions(queryRunner);
    await queryRunner.query(`
      create table note (
        organization_id uuid not null, id uuid not null, company_id uuid not null,
        text text not null constraint note_text_key unique, count integer not null, pan text, version integer not null default 1,
        updated_at timestamptz not null default now(), primary key (organization_id, id));
      create table line (
        organization_id uuid not null, id uuid not null, note_id uuid, text text not null,
        primary key (organization_id, id), foreign key (organization_id, note_id) references note)`);
    await tenantTable(queryRunner, 'note');
    await tenantTable(queryRunner, 'line');
  }

  async down(): Promise<void> {}
}

const WriteNote = z.strictObject({
  text: z.string().min(1).max(100),
  count: z.int().min(0).max(9).optional(),
});
const NoteDto = z.object({ id: z.string(), text: z.string(), version: z.int() });

@Injectable()
export class Notes {
  constructor(readonly db: Database) {}

  write(actor: Actor, text: string): Promise<Note> {
    const note = new Note({ ...actor.key(newId()), text, count: 0 });
    return this.db.transaction(actor, (tx) => add(tx, NoteTable, note));
  }

  async get(actor: Actor, id: IdText): Promise<Note> {
    const find = (tx: EntityManager) => tx.findOneBy(NoteTable, actor.key(id));
    const note = await this.db.read(actor, find, { at: 'replica' });
    if (!note) throw new NotFound('note');
    return note;
  }

  rewrite(actor: Actor, id: IdText, version: number, text: string): Promise<Note> {
    return this.db.transaction(actor, (tx) =>
      change(tx, NoteTable, actor.key(id), (note) => atVersion(note, version).with({ text })),
    );
  }
}

@Controller('api/v1/companies/:companyId/notes')
export class NotesController {
  constructor(private readonly notes: Notes) {}

  @Post()
  @Requires('dhanman.sales.customer.create')
  @Returns(NoteDto, 201)
  write(
    @Body({ schema: WriteNote }) { text }: z.infer<typeof WriteNote>,
    @CurrentActor() actor: Actor,
  ): Promise<Note> {
    return this.notes.write(actor, text);
  }

  @Get(':id')
  @Requires('dhanman.sales.customer.read')
  @AuditsRead('note')
  @Returns(NoteDto)
  get(@Param('id', { schema: Id }) id: IdText, @CurrentActor() actor: Actor): Promise<Note> {
    return this.notes.get(actor, id);
  }

  @Patch(':id')
  @Requires('dhanman.sales.customer.update')
  @Returns(NoteDto)
  rewrite(
    @Param('id', { schema: Id }) id: IdText,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: WriteNote }) { text }: z.infer<typeof WriteNote>,
    @CurrentActor() actor: Actor,
  ): Promise<Note> {
    return this.notes.rewrite(actor, id, versionIn(ifMatch), text);
  }
}

@Controller('odd')
export class OddController {
  static finish: (() => void) | undefined;

  @Get('bug')
  @Public()
  @Returns(NoteDto)
  bug(): never {
    throw new Error('connect postgres://app:swordfish@10.0.0.7 failed at /srv/secret/path.ts');
  }

  @Get('leak')
  @Public()
  @Returns(NoteDto)
  leak(): object {
    return { id: 'x', text: 'shown', version: 1, passwordHash: 'swordfish' };
  }

  @Get('mismatch')
  @Public()
  @Returns(NoteDto)
  mismatch(): object {
    return { id: 7, password: 'swordfish' };
  }

  @Get('slow')
  @Public()
  @Returns(NoteDto)
  async slow(): Promise<object> {
    await new Promise<void>((resolve) => (OddController.finish = resolve));
    return { id: 'x', text: 'done', version: 1 };
  }

  @Post('door')
  @Public()
  @Idempotency({ off: 'it makes nothing' })
  @Returns(null)
  knock(): void {}

  @Get('search')
  @Public()
  @Returns(NoteDto)
  search(@Query({ schema: z.strictObject({ q: z.string().max(5) }) }) { q }: { q: string }): object {
    return { id: 'x', text: q, version: 1 };
  }
}

@Module({ controllers: [NotesController, OddController], providers: [Notes] })
export class NotesModule {}

export const database = defineDatabase({ tables: [NoteTable, LineTable], migrations: [Notes1760000000000] });

export class NotesConfig extends defineConfig({}) {}

export const notes: ServiceDefinition = {
  name: 'notes',
  title: 'Notes, to try the platform on.',
  module: NotesModule,
  config: NotesConfig,
  database,
};
