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

const insert = `insert into "customer" ("organization_id", "id", "company_id", "name", "code", "email", "phone", "gstin",
  "state_code") values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning "version", "created_at", "updated_at"`;

const server = Fastify();

server.post<{ Params: { companyId: string }; Body: Customer }>(
  '/api/v1/companies/:companyId/customers',
  async ({ params, body }, reply) => {
    const { companyId } = params;
    const id = crypto.randomUUID();
    const values = [organizationId, id, companyId, body.name, null, body.email, body.phone, null, null];
    const client = await pool.connect();
    try {
      await client.query(
        `begin; select set_config('app.organization_id', '${organizationId}', true),
         set_config('app.company_id', '${companyId}', true)`,
      );
      const { rows } = await client.query<object>(insert, values);
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
