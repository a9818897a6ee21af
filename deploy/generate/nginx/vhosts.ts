import { bodyLimits, issuer, paths, services, type Environment, type Service, type Upstream } from '../../topology.ts';
import { indented } from '../text.ts';

export const upstreamOf = (environment: Environment, service: Pick<Upstream, 'name'>): string =>
  `${environment.name}_${service.name}`;

/**
 * Failures are not counted (`max_fails=0`): on loopback a dead instance refuses at once, while one request that kills
 * its connection on both instances would lock everybody out. Idle connections are dropped well before a service does
 * it (72 s), or a POST could meet a closing one.
 */
export const upstream = (
  environment: Environment,
  service: Pick<Upstream, 'name'>,
  addresses: readonly string[],
): string => `
upstream ${upstreamOf(environment, service)} {
    zone ${upstreamOf(environment, service)} 64k;
    least_conn;
${addresses.map((address) => `    server ${address} max_fails=0;`).join('\n')}
    keepalive 32;
    keepalive_timeout 30s;
}
`;

/** Inside a vhost of a service; `prefix` is where the service begins: nothing, or /api/<service> on the app's vhost. */
export const serviceLocations = (environment: Environment, service: Service, prefix: string): string => {
  const target = `http://${upstreamOf(environment, service)}`;
  // The service receives the path as nginx understood it, so the two can never read one path differently.
  const handOver = `rewrite "(?s)^${prefix}(/.*)$" $1 break;
    proxy_pass ${target};${prefix ? `\n    proxy_redirect / ${prefix}/;` : ''}`;
  return `
location ~* ^${prefix}${paths.closed} {
    error_page 404 @route-not-found;
    return 404;
}

location ~ ^${prefix}${paths.streams} {
    include dhanman/proxy.conf;
    proxy_buffering off;
    proxy_read_timeout 1h;
    gzip off;
    ${handOver}
}

location ~ ^${prefix}${paths.uploads} {
    include dhanman/proxy.conf;
    client_max_body_size ${bodyLimits.uploads};
    proxy_request_buffering off;
    proxy_read_timeout 300s;
    ${handOver}
}

location ${prefix}/ {
    include dhanman/proxy.conf;
    ${handOver}
}
`;
};

// Mantine writes <style> elements, hence the nonce: nginx puts a fresh one into the page and into the header.
const nonce = '$request_id';
const noncePlaceholder = 'PAGE-NONCE';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${nonce}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const fileLocations = `# Which version is served is asked every time; what this keeps on a device comes from here alone.
location = /service-worker.js {
    include dhanman/headers.conf;
    add_header Cache-Control no-cache always;
    add_header Content-Security-Policy "default-src 'none'; connect-src 'self'" always;
    try_files $uri =404;
}

# The servers' list of types does not know it.
location ~ ^/manifest\\.[a-z]+\\.webmanifest$ {
    include dhanman/headers.conf;
    add_header Cache-Control no-cache;
    types {}
    default_type application/manifest+json;
    try_files $uri =404;
}

# File names under /assets/ carry a hash of their content.
location ^~ /assets/ {
    include dhanman/headers.conf;
    add_header Cache-Control "public, max-age=31536000, immutable";
    try_files $uri =404;
}

# A missing file is missing: a page in its place would hide the mistake.
location ~* ^/(?!api/).*\\.(?:css|gif|ico|jpe?g|js|json|map|mjs|pdf|png|svg|txt|wasm|webmanifest|webp|woff2?|xml)$ {
    include dhanman/headers.conf;
    add_header Cache-Control "public, max-age=3600";
    try_files $uri =404;
}`;

/** Inside the app's vhost: the files of the app, and every service under /api/<service>/ on the same origin. */
export const appLocations = (environment: Environment, root: string): string => `
root ${root};
absolute_redirect off;

# Any other path is a page of the app, which finds its own way from the address.
location / {
    try_files $uri /index.html;
}

location = /index.html {
    include dhanman/headers.conf;
    add_header Cache-Control no-cache always;
    add_header Content-Security-Policy "${contentSecurityPolicy}" always;
    sub_filter_once off;
    sub_filter ${noncePlaceholder} ${nonce};
}

${fileLocations}

location ~ ^/(?!api/)(?:.*/)?\\. {
    return 404;
}

location /api/ {
    error_page 404 @route-not-found;
    return 404;
}

# Who signs in here stays here: the issuer's cookies are the app's own.
location ^~ ${issuer.path}/ {
    include dhanman/proxy.conf;
    rewrite "(?s)^(/.*)$" $1 break;
    proxy_pass http://${upstreamOf(environment, issuer)};
}
${services.map((service) => serviceLocations(environment, service, `/api/${service.name}`)).join('')}`;

interface ServerBlock {
  readonly listen: readonly string[];
  readonly name: string;
  readonly settings: string;
  readonly locations: string;
}

export const server = ({ listen, name, settings, locations }: ServerBlock): string => `
server {
${listen.map((address) => `    listen ${address};`).join('\n')}
    server_name ${name};
    ${indented(settings)}

    ${indented(locations)}
}
`;
