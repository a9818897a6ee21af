// The floor of `http`: what Fastify and pg cost when nobody validates, authorises, maps, logs or turns errors into
// answers. It runs the very statements of the product, in a process with the same limits and the same pool.
import Fastify from 'fastify';
import pg from 'pg';

interface Customer {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['DATABASE_POOL_SIZE']),
});
const organizationId = process.env['ORGANIZATION_ID'] ?? '';

// With its entry in the audit trail, which the product writes in the same statement.
const insert = `with written as (
    insert into "customer" ("organization_id", "id", "company_id", "name", "code", "email", "phone", "gstin", "state_code", "standing")
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'unregistered') returning "version", "created_at", "updated_at"),
  trail as (
    insert into audit (organization_id, company_id, action, entity, entity_version, id, at, entity_id, changes, actor,
      acting_for, address, request_id, correlation_id)
    select nullif(current_setting('app.organization_id', true), '')::uuid,
      coalesce(nullif(current_setting('app.company_id', true), '')::uuid, $19::uuid), 'created', 'customer', version,
      $10::uuid, to_timestamp($11::double precision / 1000), $12::text, $13::json, $14::text, $15::text, $16::inet,
      $17::text, $18::text from written)
  select * from written`;

const server = Fastify();

server.post<{ Params: { companyId: string }; Body: Customer }>(
  '/api/v1/companies/:companyId/customers',
  async ({ params, body }, reply) => {
    const { companyId } = params;
    const id = crypto.randomUUID();
    const values = [organizationId, id, companyId, body.name, null, body.email, body.phone, null, null];
    const changes = {
      name: [null, body.name],
      email: [null, body.email],
      phone: [null, body.phone],
      standing: [null, 'unregistered'],
    };
    const who = [organizationId, null, '127.0.0.1', id, id, companyId];
    const trail = [crypto.randomUUID(), Date.now(), id, JSON.stringify(changes), ...who];
    const client = await pool.connect();
    try {
      await client.query(
        `begin; set local app.organization_id = '${organizationId}'; set local app.company_id = '${companyId}'`,
      );
      const { rows } = await client.query<object>(insert, [...values, ...trail]);
      await client.query('COMMIT');
      return await reply.code(201).send({ id, companyId, ...body, ...rows[0] });
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  },
);

await server.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
