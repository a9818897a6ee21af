import { bodyLimits, paths, connectionsPerClient, rateLimits, type Environment, type RateLimit } from '../../topology.ts';

/** What nginx itself has to know about the place it runs in. */
export interface Transport {
  /** Plain HTTP exists only on a workstation's loopback. */
  readonly tls: boolean;
  /** Somebody before nginx has decrypted; to the services the request came over TLS all the same. */
  readonly endsBefore?: boolean;
}

/** Everything at `http` level: how long nginx waits, what it compresses, whom it counts, what it logs. */
export const http = (): string => [patience, clients, answers].map((part) => part.trim()).join('\n\n');

const patience = `
sendfile on;
tcp_nopush on;
charset utf-8;
charset_types text/css application/javascript;

# A client that is slow to speak or to listen gives its place to another.
client_header_timeout 10s;
client_body_timeout 15s;
send_timeout 30s;
keepalive_timeout 65s;
reset_timedout_connection on;
large_client_header_buffers 4 16k;
client_max_body_size ${bodyLimits.api};
proxy_connect_timeout 3s;
proxy_send_timeout 30s;
proxy_read_timeout 60s;

gzip on;
gzip_comp_level 5;
gzip_min_length 1024;
gzip_proxied any;
gzip_vary on;
gzip_types text/css text/plain application/javascript application/json application/problem+json
           application/manifest+json image/svg+xml;
`;

const clients = String.raw`
# One client is one IPv4 address or one IPv6 /64: within a /64 a client picks addresses as it likes.
map $binary_remote_addr $client {
    default $binary_remote_addr;
    "~^(?<network>[\s\S]{8})[\s\S]{8}$" $network;
}

# An empty key is not counted: these two narrow what every request already pays as "api". The paths are a service's
# own, because /api/<service> is gone by the time anybody counts.
map "$request_method $uri" $login_client {
    default "";
    "~^POST ${paths.login}" $client;
}
map $uri $heavy_client {
    default "";
    "~^${paths.heavy}" $client;
}

limit_req_status 429;
limit_conn_status 429;
`;

const answers = `
# JSON answers run no script and are framed by nobody; a reference page brings a policy of its own.
map $upstream_http_content_security_policy $api_policy {
    default $upstream_http_content_security_policy;
    "" "default-src 'none'; frame-ancestors 'none'";
}

# Paths without their query strings: those may carry one-time codes.
log_format dhanman escape=json
    '{"time":"$time_iso8601","host":"$host","method":"$request_method","path":"$uri","status":$status,'
    '"bytes":$body_bytes_sent,"seconds":$request_time,"upstream":"$upstream_addr",'
    '"upstreamSeconds":"$upstream_response_time","client":"$remote_addr","requestId":"$request_id"}';
`;

const zone = (environment: Environment, limit: RateLimit): string => `${environment.name}_${limit}`;

/** Counters of one environment, so that a rehearsal on QA cannot use up production's share. */
export const zones = (environment: Environment): string => `
limit_req_zone $client zone=${zone(environment, 'api')}:10m rate=${rateLimits.api.rate};
limit_req_zone $login_client zone=${zone(environment, 'login')}:10m rate=${rateLimits.login.rate};
limit_req_zone $heavy_client zone=${zone(environment, 'heavy')}:10m rate=${rateLimits.heavy.rate};
limit_conn_zone $client zone=${environment.name}_connections:10m;
`;

export const limited = (environment: Environment): string => `
limit_req zone=${zone(environment, 'api')} burst=${rateLimits.api.burst} nodelay;
limit_req zone=${zone(environment, 'login')} burst=${rateLimits.login.burst} nodelay;
limit_req zone=${zone(environment, 'heavy')} burst=${rateLimits.heavy.burst} nodelay;
limit_conn ${environment.name}_connections ${connectionsPerClient};
`;

/** Included wherever a location adds a header of its own: nginx then forgets the headers of the level above. */
export const headers = ({ tls }: Transport): string => `${
  tls ? '\nadd_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;' : ''
}
add_header X-Content-Type-Options nosniff always;
add_header X-Frame-Options DENY always;
add_header Referrer-Policy strict-origin-when-cross-origin always;
add_header Permissions-Policy "camera=(self), geolocation=(), microphone=(), payment=(), usb=()" always;
add_header Cross-Origin-Opener-Policy same-origin always;
add_header Cross-Origin-Resource-Policy same-origin always;
add_header X-Request-Id $request_id always;
`;

/** How a request travels on to a service. */
export const proxy = ({ tls, endsBefore = false }: Transport): string => `
proxy_http_version 1.1;
proxy_set_header Connection "";
proxy_set_header Host ${tls ? '$host' : '$host:$server_port'};

# Overwritten, never appended to: what a client claims about itself is not evidence.
proxy_set_header X-Forwarded-For $remote_addr;
proxy_set_header X-Forwarded-Proto ${endsBefore ? 'https' : '$scheme'};
proxy_set_header X-Forwarded-Host ${tls ? '$host' : '$host:$server_port'};
proxy_set_header X-Real-IP $remote_addr;
proxy_set_header X-Request-Id $request_id;
proxy_set_header Forwarded "";

# A request that was sent and is not idempotent (POST, PATCH) is never sent twice; reads may try another instance,
# also when the first is only starting or stopping (503).
proxy_next_upstream error timeout http_503;
proxy_next_upstream_tries 2;
proxy_next_upstream_timeout 10s;

proxy_hide_header X-Powered-By;
proxy_hide_header Content-Security-Policy;
proxy_hide_header Strict-Transport-Security;
proxy_hide_header X-Content-Type-Options;
proxy_hide_header X-Frame-Options;
proxy_hide_header Referrer-Policy;
proxy_hide_header Permissions-Policy;
proxy_hide_header Cross-Origin-Opener-Policy;
proxy_hide_header Cross-Origin-Resource-Policy;
proxy_hide_header X-Request-Id;
include dhanman/headers.conf;
add_header Content-Security-Policy $api_policy always;
`;

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly retryAfter?: number;
}

const repeatWithCare = 'It may have been done: repeat a change only with the Idempotency-Key it had.';

// nginx refuses in the services' own words, so that a client needs one way to read an error and nobody can tell a
// closed path from one that does not exist.
const refusals: readonly Problem[] = [
  { status: 404, code: 'route-not-found', title: 'Not found', detail: 'There is nothing at this address.' },
  {
    status: 413,
    code: 'body-too-large',
    title: 'Too large',
    detail: 'The request is larger than this address accepts.',
  },
  {
    status: 429,
    code: 'too-many-requests',
    title: 'Too many requests',
    detail: 'More requests came from your address than are served at once.',
    retryAfter: 1,
  },
  {
    status: 502,
    code: 'service-unreachable',
    title: 'Not available at the moment',
    detail: repeatWithCare,
    retryAfter: 2,
  },
  { status: 504, code: 'service-timeout', title: 'Too slow', detail: repeatWithCare, retryAfter: 2 },
];

const problemLocation = ({ status, code, title, detail, retryAfter }: Problem): string => {
  const body = { type: `urn:dhanman:problem:${code}`, title, status, code, detail, traceId: '$request_id' };
  return `
location @${code} {
    types {}
    default_type application/problem+json;
    include dhanman/headers.conf;
    add_header Cache-Control no-store always;${retryAfter ? `\n    add_header Retry-After ${retryAfter} always;` : ''}
    return ${status} '${JSON.stringify(body)}';
}
`;
};

export const problems = (): string => `
${refusals
  .filter(({ status }) => status !== 404) // the app's own 404s are pages; API locations ask for this one themselves
  .map(({ status, code }) => `error_page ${status} @${code};`)
  .join('\n')}
${refusals.map(problemLocation).join('')}`;

export const tls = (): string => `
ssl_protocols TLSv1.2 TLSv1.3;
ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;
ssl_prefer_server_ciphers off;
ssl_session_cache shared:dhanman:10m;
ssl_session_timeout 1d;
ssl_session_tickets off;
`;
