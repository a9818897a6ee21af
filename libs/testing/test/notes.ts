import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import {
  Actor,
  baseline,
  createAuditTable,
  nameTokensInTrail,
  createEndedSessions,
  createIdempotencyTable,
  CurrentActor,
  Database,
  defineConfig,
  defineDatabase,
  Requires,
  Returns,
  type ServiceDefinition,
  tenantTable,
} from '@dhanman/platform';
import { newId } from '@dhanman/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';

// The smallest service there can be: one table, one route to write and one to read.

const Note = z.object({ text: z.string().min(1) }).meta({ id: 'Note' });
const WriteNote = z.strictObject({ text: z.string().min(1) }).meta({ id: 'WriteNote' });
const Notes = z.object({ items: z.array(Note) }).meta({ id: 'Notes' });

class Notes1760000000000 implements MigrationInterface {
  readonly name = 'Notes1760000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await baseline(queryRunner);
    await createAuditTable(queryRunner);
    await nameTokensInTrail(queryRunner);
    await createIdempotencyTable(queryRunner);
    await createEndedSessions(queryRunner);
    await queryRunner.query(`
      create table note (organization_id uuid, id uuid, text text not null, primary key (organization_id, id))`);
    await tenantTable(queryRunner, 'note');
  }

  async down(): Promise<void> {
    // Migrations go forward only.
  }
}

@Controller('notes')
class NotesController {
  constructor(private readonly db: Database) {}

  @Post()
  @Requires('dhanman.sales.customer.create')
  @Returns(Note, 201)
  async write(@CurrentActor() actor: Actor, @Body({ schema: WriteNote }) note: z.infer<typeof WriteNote>) {
    const row = [actor.organizationId, newId(), note.text];
    await this.db.transaction(actor, (tx) => tx.query('insert into note values ($1, $2, $3)', row));
    return note;
  }

  @Get()
  @Requires('dhanman.sales.customer.read')
  @Returns(Notes)
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.db.read(actor, (tx) => tx.query('select text from note')) };
  }
}

@Module({ controllers: [NotesController] })
class NotesModule {}

export const notes: ServiceDefinition = {
  name: 'notes',
  title: 'Notes, to prove that a service can be started in a test.',
  module: NotesModule,
  config: defineConfig({}),
  database: defineDatabase({ tables: [], migrations: [Notes1760000000000] }),
};
