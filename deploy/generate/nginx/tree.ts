import {
  deployed,
  directoryOf,
  hostOf,
  issuer,
  services,
  webApp,
  type Environment,
  type Service,
  type Upstream,
} from '../../topology.ts';
import type { Outputs } from '../generator.ts';
import { notice } from '../text.ts';
import * as snippets from './snippets.ts';
import { appLocations, server, serviceLocations, upstream } from './vhosts.ts';

/** Where a tree is to run: on a server, or under a directory of its own so that a test meets the very same vhosts. */
export interface Placement {
  readonly http: readonly string[];
  readonly https: readonly string[];
  /** Stands before every absolute path. */
  readonly root: string;
  upstreams(environment: Environment, upstream: Upstream): readonly string[];
}

const onServer: Placement = {
  http: ['80', '[::]:80'],
  https: ['443', '[::]:443'],
  root: '',
  upstreams: (environment, service) => [`127.0.0.1:${service.ports[environment.name]}`],
};

const transport = { tls: true };

/** The tree that provisioning lays over /etc/nginx. */
export function nginx(placement: Placement = onServer): Outputs {
  const files = new Map([
    ['nginx.conf', main(placement)],
    ['dhanman/http.conf', snippets.http()],
    ['dhanman/tls.conf', snippets.tls()],
    ['dhanman/headers.conf', snippets.headers(transport)],
    ['dhanman/proxy.conf', snippets.proxy(transport)],
    ['dhanman/problems.conf', snippets.problems()],
    ['dhanman/unknown-host.conf', unknownHost(placement)],
  ]);
  for (const environment of deployed) {
    files.set(`${environment.name}/limits.conf`, snippets.zones(environment));
    files.set(`${environment.name}/${hostOf(environment, webApp)}.conf`, app(environment, placement));
    for (const target of [...services, issuer]) {
      const addresses = placement.upstreams(environment, target);
      // A file of its own: a release adds the new instance to it and takes the old one away.
      files.set(`${environment.name}/upstreams/${target.name}.conf`, upstream(environment, target, addresses));
    }
    for (const service of services) {
      files.set(`${environment.name}/${hostOf(environment, service.name)}.conf`, api(environment, service, placement));
    }
  }
  return new Map([...files].map(([path, text]) => [`nginx/${path}`, `# ${notice}\n${text.trim()}\n`]));
}

const main = ({ root }: Placement): string => `
${root ? '' : 'user www-data;'}
worker_processes auto;
worker_rlimit_nofile 65536;
worker_shutdown_timeout 30s;
pid ${root}/run/nginx.pid;
error_log ${root}/var/log/nginx/error.log warn;

events {
    worker_connections 8192;
}

http {
    include mime.types;
    default_type application/octet-stream;
    server_tokens off;
    client_body_temp_path ${root}/var/lib/nginx/body;
    proxy_temp_path ${root}/var/lib/nginx/proxy;
    fastcgi_temp_path ${root}/var/lib/nginx/fastcgi;
    uwsgi_temp_path ${root}/var/lib/nginx/uwsgi;
    scgi_temp_path ${root}/var/lib/nginx/scgi;

    include dhanman/http.conf;
    access_log ${root}/var/log/nginx/access.log dhanman;
    include dhanman/unknown-host.conf;
${deployed.map(({ name }) => `    include ${name}/upstreams/*.conf;\n    include ${name}/*.conf;`).join('\n')}
}
`;

const listening = (addresses: readonly string[], options: string): string =>
  addresses.map((address) => `    listen ${address}${options};`).join('\n');

const unknownHost = ({ http, https }: Placement): string => `
server {
${listening(http, ' default_server')}
${listening(https, ' ssl http2 default_server')}
    include dhanman/tls.conf;
    ssl_certificate tls/default/fullchain.pem;
    ssl_certificate_key tls/default/privkey.pem;
    return 421;
}
`;

const encrypted = (environment: Environment, name: string, { root }: Placement): string => `
include dhanman/tls.conf;
ssl_certificate tls/${environment.name}/fullchain.pem;
ssl_certificate_key tls/${environment.name}/privkey.pem;
access_log ${root}/var/log/nginx/${environment.name}-${name}.log dhanman;
${snippets.limited(environment).trim()}
include dhanman/headers.conf;
include dhanman/problems.conf;
`;

const redirect = (host: string, { http, root }: Placement): string => `
server {
${listening(http, '')}
    server_name ${host};
    location /.well-known/acme-challenge/ {
        root ${root}/var/www/acme;
    }
    location / {
        return 308 https://$host$request_uri;
    }
}
`;

const api = (environment: Environment, service: Service, placement: Placement): string => {
  const host = hostOf(environment, service.name);
  return `${server({
    listen: placement.https.map((address) => `${address} ssl http2`),
    name: host,
    settings: encrypted(environment, service.name, placement),
    locations: serviceLocations(environment, service, ''),
  })}${redirect(host, placement)}`;
};

const app = (environment: Environment, placement: Placement): string => {
  const host = hostOf(environment, webApp);
  return `${server({
    listen: placement.https.map((address) => `${address} ssl http2`),
    name: host,
    settings: encrypted(environment, webApp, placement),
    locations: appLocations(environment, `${placement.root}${directoryOf(environment, 'web')}/current`),
  })}${redirect(host, placement)}`;
};
