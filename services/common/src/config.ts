import {
  addressVariable,
  defineConfig,
  keepsMail,
  mailSecrets,
  mailVariables,
  mustReachPeople,
  portVariable,
} from '@dhanman/platform';
import { z } from 'zod';

const milliseconds = (usual: number) =>
  z
    .string()
    .regex(/^[1-9][0-9]{1,8}$/, 'must be milliseconds from 10 to 999999999')
    .transform(Number)
    .default(usual);

const ownVariables = {
  /** How long one task of a daily run may take, and all tasks of one module together. */
  DAILY_TASK_PATIENCE_MS: milliseconds(5 * 60_000),
  DAILY_MODULE_PATIENCE_MS: milliseconds(30 * 60_000),
  /** Where people meet the app: links in mails lead here. */
  APP_URL: addressVariable('an http(s) address', 'http:', 'https:'),
  /** The address at which this service issues tokens. Without it another issuer does, such as Auth0 or Keycloak. */
  OIDC_ISSUER: addressVariable('an http(s) address', 'http:', 'https:').optional(),
  OIDC_PORT: portVariable,
  /** Everything that must be readable again, such as signing keys and second factors, is encrypted with it. */
  IDENTITY_KEY: z.string().min(32, 'must be at least 32 characters'),
  /** Where webhooks may lead: the internet only, or for developers and tests also to this machine and its networks. */
  WEBHOOK_TARGETS: z.enum(['internet', 'any'], 'must be internet or any').default('internet'),
  ...mailVariables,
};

const secrets = ['IDENTITY_KEY', ...mailSecrets];

const inTests = {
  APP_URL: 'http://app.test',
  OIDC_PORT: '0',
  IDENTITY_KEY: 'known to everybody, for tests only',
};

/** Variables of Common beyond those every service has. */
export class CommonConfig extends defineConfig(ownVariables, { secrets, inTests }) {
  constructor(environment: Readonly<Record<string, string | undefined>>) {
    super(environment);
    mustReachPeople(this);
  }

  get keepsMail(): boolean {
    return keepsMail(this);
  }
}
