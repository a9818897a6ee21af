import { environments, hostOf, services, webApp, type ServiceName } from '../../topology.ts';
import { indented, notice } from '../text.ts';
import * as snippets from './snippets.ts';
import { appLocations, server, serviceLocations, upstream } from './vhosts.ts';

export interface LocalNginx {
  /** A directory that exists and belongs to the user nginx runs as; logs, pid and temporary files stay in it. */
  readonly prefix: string;
  readonly port: number;
  /** The built web app. */
  readonly appRoot: string;
  /** Where each service listens, such as `127.0.0.1:5206`. */
  readonly upstreams: Readonly<Record<ServiceName, string>>;
  /** Defaults to the one the distribution brings. */
  readonly mimeTypes?: string;
}

const transport = { tls: false };
const included: Readonly<Record<string, string>> = {
  headers: snippets.headers(transport),
  proxy: snippets.proxy(transport),
  problems: snippets.problems(),
};

/**
 * The whole configuration for a workstation, made of the parts the servers use: plain HTTP on loopback, without
 * rate limits (a bench is not an attack), as an ordinary user:
 * `nginx -p <prefix> -c <file> -e <prefix>/error.log -g 'daemon off;'`.
 */
export function renderLocalNginx({ prefix, port, appRoot, upstreams, mimeTypes = '/etc/nginx/mime.types' }: LocalNginx): string {
  const environment = environments.local;
  const listen = [`127.0.0.1:${port}`];
  const settings = 'include dhanman/problems.conf;';
  return withSnippets(`# ${notice}
worker_processes 2;
pid "${prefix}/nginx.pid";
error_log "${prefix}/error.log" warn;
events {
    worker_connections 1024;
}
http {
    include ${mimeTypes};
    default_type application/octet-stream;
    ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path "${prefix}/${kind}";`).join('\n    ')}
    ${indented(snippets.http())}
    access_log "${prefix}/access.log" dhanman;
    ${indented(services.map((service) => upstream(environment, service, [upstreams[service.name]])).join(''))}

    server {
        listen ${listen.join()} default_server;
        return 421;
    }
    ${indented(
      server({
        listen,
        name: hostOf(environment, webApp),
        settings,
        locations: appLocations(environment, `"${appRoot}"`),
      }),
    )}
    ${indented(
      services
        .map((service) =>
          server({
            listen,
            name: hostOf(environment, service.name),
            settings,
            locations: serviceLocations(environment, service, ''),
          }),
        )
        .join(''),
    )}
}
`);
}

function withSnippets(configuration: string): string {
  return configuration.replaceAll(/^( *)include dhanman\/([a-z]+)\.conf;$/gm, (_, margin: string, name: string) => {
    const snippet = included[name];
    if (snippet === undefined) throw new Error(`There is no nginx snippet "${name}".`);
    return margin + withSnippets(indented(snippet, margin.length));
  });
}
