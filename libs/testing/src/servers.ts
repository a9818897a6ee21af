/** What the tests reach real servers by; the test command starts them and sets these variables. */
const variables = {
  postgres: 'DHANMAN_TEST_PG_ADMIN_URL',
  amqp: 'DHANMAN_TEST_AMQP_URL',
  amqpManagement: 'DHANMAN_TEST_AMQP_MANAGEMENT_URL',
  redisJobs: 'DHANMAN_TEST_REDIS_JOBS_URL',
  redisCache: 'DHANMAN_TEST_REDIS_CACHE_URL',
  s3: 'DHANMAN_TEST_S3_URL',
  s3AccessKey: 'DHANMAN_TEST_S3_ACCESS_KEY',
  s3SecretKey: 'DHANMAN_TEST_S3_SECRET_KEY',
} as const;

export type ServerVariable = keyof typeof variables;

export class ServerMissing extends Error {
  override readonly name = 'ServerMissing';

  constructor(variable: string) {
    super(
      `${variable} is not set. Run these tests through "npm test", which starts the servers and names them.`,
    );
  }
}

/** The address or key of a test server. Tests start no server themselves and know no default address. */
export function server(which: ServerVariable): string {
  const variable = variables[which];
  const value = process.env[variable] ?? '';
  if (value === '') throw new ServerMissing(variable);
  return value;
}
