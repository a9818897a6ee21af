import { environments, hostOf, issuer, services, webApp, type ServiceName } from '../../topology.ts';
import { indented, notice } from '../text.ts';
import * as snippets from './snippets.ts';
import { appLocations, server, serviceLocations, upstream } from './vhosts.ts';

/** Where each service listens, such as `127.0.0.1:5206`; several are its instances. */
export type Upstreams = Readonly<Record<ServiceName, string | readonly string[]>> & { readonly issuer?: string };

export interface LocalSite {
  readonly port: number;
  /** The built web app. */
  readonly appRoot: string;
  readonly upstreams: Upstreams;
}

export interface LocalNginx extends LocalSite {
  /** A directory that exists and belongs to the user nginx runs as; logs, pid and temporary files stay in it. */
  readonly prefix: string;
}

/** Where nobody signs in, nobody issues tokens: the discard port refuses at once. */
const nobody = '127.0.0.1:9';

const transport = { tls: false };
const included: Readonly<Record<string, string>> = {
  headers: snippets.headers(transport),
  proxy: snippets.proxy(transport),
  problems: snippets.problems(),
};

/**
 * What belongs inside `http { }` on a workstation, made of the parts the servers use: plain HTTP on loopback and
 * without rate limits, because a bench is not an attack.
 */
export function renderLocalSite({ port, appRoot, upstreams }: LocalSite): string {
  const environment = environments.local;
  const listen = [`127.0.0.1:${port}`];
  const vhost = (name: string, locations: string) =>
    server({ listen, name: hostOf(environment, name), settings: 'include dhanman/problems.conf;', locations });
  return withSnippets(`# ${notice}
${snippets.http().trim()}
${[...services, issuer].map((one) => upstream(environment, one, [upstreams[one.name] ?? nobody].flat())).join('')}
server {
    listen ${listen.join()} default_server;
    return 421;
}
${vhost(webApp, appLocations(environment, `"${appRoot}"`))}
${services.map((service) => vhost(service.name, serviceLocations(environment, service, ''))).join('')}`);
}

/** The same with all that nginx needs to run by itself: `nginx -p <prefix> -c <file> -e <prefix>/error.log`. */
export function renderLocalNginx({ prefix, ...site }: LocalNginx): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `# ${notice}
worker_processes 2;
pid "${prefix}/nginx.pid";
error_log "${prefix}/error.log" warn;

events {
    worker_connections 1024;
}

http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    server_tokens off;
    ${temporary.map((kind) => `${kind}_temp_path "${prefix}/${kind}";`).join('\n    ')}

    ${indented(renderLocalSite(site))}

    access_log "${prefix}/access.log" dhanman;
}
`;
}

function withSnippets(configuration: string): string {
  return configuration.replaceAll(/^( *)include dhanman\/([a-z]+)\.conf;$/gm, (_, margin: string, name: string) => {
    const snippet = included[name];
    if (snippet === undefined) throw new Error(`There is no nginx snippet "${name}".`);
    return margin + withSnippets(indented(snippet, margin.length));
  });
}
