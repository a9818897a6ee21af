import type { Environment } from '../secrets.js';

export interface Identity {
  readonly service: string;
  readonly version: string;
  readonly environment: string;
}

const defaultShare = 0.1;

/** Which service this is, told before its configuration is read: by name, or by the path it is started from. */
export function identityOf(environment: Environment, main: string): Identity {
  const [, folder] = /([^/\\]+)[/\\]dist[/\\]main\.js$/.exec(main) ?? [];
  return {
    service: environment['OTEL_SERVICE_NAME'] ?? folder ?? 'dhanman',
    version: environment['SERVICE_VERSION'] ?? '0.0.0',
    environment: environment['ENVIRONMENT'] ?? 'local',
  };
}

/** The share of traces that are kept, 0 to 1; anything else is taken for a mistake, not for everything. */
export function sampledShare(environment: Environment): number {
  const share = Number(environment['OTEL_TRACES_SAMPLER_ARG'] || defaultShare);
  return share >= 0 && share <= 1 ? share : defaultShare;
}

/** Machines ask for health and figures all day; their questions are no story worth keeping. */
export function isTraced(url = '/'): boolean {
  return !/^\/(health|metrics)([/?]|$)/.test(url);
}
