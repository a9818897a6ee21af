import {
  credentials,
  deployed,
  hostOf,
  limits,
  metricsPort,
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

# Required beside it, one file each, owner root, mode 0400, in /etc/dhanman/${environment.name}/credentials/${service.name}/:
${credentials.map((name) => `#   ${name}`).join('\n')}
# The release writes SERVICE_VERSION into its own release.env.
`;

const site = (environment: Environment): string => `# ${notice}
# Copied once to /etc/dhanman/${environment.name}/site.env and filled in there; read by every service of ${environment.name}.
LOG_LEVEL=info

# Any S3 server: address and bucket here, its keys as credentials of each service.
S3_ENDPOINT=
S3_BUCKET=${environment.name}-dhanman

# Who signs the tokens, for whom, and with which public keys (a JWKS document on one line, in single quotes).
AUTH_ISSUER=https://${hostOf(environment, 'common')}
AUTH_AUDIENCE=dhanman
AUTH_JWKS=

# Traces are sent when both lines are given.
# OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318
# NODE_OPTIONS=--import=./libs/platform/dist/telemetry.js
`;
