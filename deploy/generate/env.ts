import {
  appAddressOf,
  credentialsOf,
  deployed,
  hostOf,
  issuer,
  limits,
  metricsPort,
  nextPort,
  services,
  type Environment,
  type Service,
} from '../topology.ts';
import type { Outputs } from './generator.ts';
import { notice } from './text.ts';

/** Environment files as systemd reads them. No secret stands in them: those are files of their own, read as credentials. */
export function environmentFiles(): Outputs {
  const outputs = new Map<string, string>();
  for (const environment of deployed) {
    outputs.set(`deploy/env/${environment.name}/site.env`, site(environment));
    for (const service of services) {
      outputs.set(`deploy/env/${environment.name}/${service.name}.env`, ofService(environment, service));
      outputs.set(`deploy/env/${environment.name}/${service.name}.next.env`, ofNext(environment, service));
    }
  }
  return outputs;
}

const ofService = (environment: Environment, service: Service): string => `# ${notice}
# Installed as /etc/dhanman/${environment.name}/${service.name}.env. What differs per machine belongs in site.env beside it.
ENVIRONMENT=${environment.name}
HOST=127.0.0.1
PORT=${service.ports[environment.name]}
METRICS_PORT=${metricsPort(service.ports[environment.name])}
PUBLIC_URL=https://${hostOf(environment, service.name)}
SHUTDOWN_DEADLINE_MS=${limits.shutdownDeadlineMs}

# Connections to Postgres, of each process: together they stay below what the server admits.
# DATABASE_POOL_SIZE=10
# How long connecting, and then opening a transaction, may take before a request is told to come back later.
# DATABASE_REACH_MS=900
${service.name === 'common' ? identity(environment) : ''}${service.name === 'sales' ? `\n${mails}` : ''}
# Required beside it, one file each, owner root, mode 0400, in /etc/dhanman/${environment.name}/credentials/${service.name}/:
${credentialsOf(service)
  .map((name) => `#   ${name}`)
  .join('\n')}
# The release writes SERVICE_VERSION into its own release.env.
`;

/** Read after the service's own, so that the second instance differs in its ports alone. */
const ofNext = (environment: Environment, service: Service): string => {
  const port = nextPort(service.ports[environment.name]);
  const issuerPort = `\nOIDC_PORT=${nextPort(issuer.ports[environment.name])}`;
  return `# ${notice}
# Installed as /etc/dhanman/${environment.name}/${service.name}.next.env: the ports of the second instance during a release.
PORT=${port}
METRICS_PORT=${metricsPort(port)}${service.name === 'common' ? issuerPort : ''}
`;
};

const mails = `# From whom mails come; the server that sends them is the credential MAIL_URL, as smtps://user:password@host.
# MAIL_FROM=Dhanman <no-reply@dhanman.com>
`;

const identity = (environment: Environment): string => `
# Where people sign in. Without OIDC_ISSUER no tokens are issued here: another issuer is named in site.env.
APP_URL=${appAddressOf(environment)}
OIDC_ISSUER=${appAddressOf(environment)}${issuer.path}
OIDC_PORT=${issuer.ports[environment.name]}

# How long the daily run waits for one organization's task and for all tasks of a module before it goes on without.
# DAILY_TASK_PATIENCE_MS=300000
# DAILY_MODULE_PATIENCE_MS=1800000

${mails}
# Where webhooks may lead: the internet, or any address, private networks and this machine included.
# WEBHOOK_TARGETS=internet
`;

const site = (environment: Environment): string => `# ${notice}
# Copied once to /etc/dhanman/${environment.name}/site.env and filled in there; read by every service of ${environment.name}.
LOG_LEVEL=info

# Any S3 server: address and bucket here, its keys as credentials of each service.
S3_ENDPOINT=
S3_BUCKET=${environment.name}-dhanman

# Who signs the tokens, for whom, and where the public keys are: an address, or the JWKS document itself on one line in
# single quotes. The keys of our own issuer are asked for on this machine; Auth0 or Keycloak name theirs here instead.
AUTH_ISSUER=${appAddressOf(environment)}${issuer.path}
AUTH_AUDIENCE=dhanman
AUTH_JWKS=http://127.0.0.1:${issuer.ports[environment.name]}${issuer.path}/jwks

# Whether the tokens of this issuer decide what people may do (trusted), or memberships here alone (ignored).
# AUTH_PERMISSIONS_CLAIM=ignored
# Further issuers, whose subjects are never our own people: a JSON list on one line in single quotes.
# AUTH_OTHER_ISSUERS='[{"issuer":"https://example.eu.auth0.com/","audience":"dhanman","jwks":"https://example.eu.auth0.com/.well-known/jwks.json","permissions":"ignored"}]'

# A streaming replica of Postgres: it answers reports while it knows all that the primary knows. docs/scaling.md
# DATABASE_REPLICA=10.0.0.8:5432

# Requests a minute: from one address, to what people do who are not signed in, of one person or program, and of an
# organization, whose plan says it.
# RATE_LIMITS=address=3000,door=60,caller=1200,organization=plan

# The organization whose administrators run this installation: they see the job board. Its id; without it nobody does.
# OPERATOR_ORGANIZATION=

# Whose word about the address of a client is taken, and where figures are shown, if it is not this machine alone.
# TRUSTED_PROXIES=127.0.0.0/8,::1
# METRICS_HOST=127.0.0.1

# How often each service takes the fingerprint of its directory, which an alert compares with Common's: all at once.
# DIRECTORY_LOOK_EVERY_MS=300000

# Traces are sent when the first two lines are given, of the share of requests that the third names.
# OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318
# NODE_OPTIONS=--import=./libs/platform/dist/telemetry.js
# OTEL_TRACES_SAMPLER_ARG=0.1
`;
