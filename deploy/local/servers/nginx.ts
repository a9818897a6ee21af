import { join } from 'node:path';
import { startDaemon } from '../machine/daemon.ts';
import { privateFolder, readIfThere, writeWhole } from '../machine/files.ts';
import { findProgram } from '../machine/programs.ts';
import { mustRun } from '../machine/run.ts';
import { converse } from '../machine/socket.ts';
import type { Instance } from '../instance.ts';
import { dataFolder, nonceOf } from './data-folder.ts';
import type { Server } from './server.ts';

const identityHost = 'identity.dhanman.localhost';

export const nginx: Server = {
  name: 'nginx',
  title: 'nginx',
  programs: ['nginx'],
  packages: ['nginx'],
  ports: ['web'],
  variables: [],
  processes: [{ name: 'nginx', signal: 'SIGQUIT', deadlineMs: 5_000 }],
  urls: () => ({}),
  async prepare(instance) {
    const folder = await dataFolder(instance, 'nginx', () => Promise.resolve());
    writeWhole(configurationOf(instance), frame(instance, folder.nonce), { owner: instance.account });
    const site = siteOf(instance);
    if (readIfThere(site) === undefined) writeWhole(site, '', { owner: instance.account });
    for (const part of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) {
      privateFolder(join(folder.path, part), instance.account);
    }
  },
  async start(instance) {
    const { account, folder: cwd } = instance;
    const command = findProgram('nginx');
    const args = ['-e', 'stderr', '-c', configurationOf(instance)];
    await mustRun(command, ['-t', '-q', ...args], { account, cwd });
    return [startDaemon(instance, { name: 'nginx', command, args, cwd })];
  },
  async identify(instance) {
    const question = `GET / HTTP/1.0\r\nHost: ${identityHost}\r\n\r\n`;
    const answer = await converse(instance.ports.web, question, () => false);
    if (answer === undefined) return undefined;
    return answer.includes(nonceOf(instance, 'nginx')) ? 'ours' : 'foreign';
  },
};

/** The file in which the services' virtual hosts are written; nginx starts empty when there is none. */
export function siteOf(instance: Instance): string {
  return join(instance.folder, 'config/nginx-site.conf');
}

function configurationOf(instance: Instance): string {
  return join(instance.folder, 'config/nginx.conf');
}

function frame(instance: Instance, nonce: string): string {
  const data = join(instance.folder, 'data/nginx');
  return `daemon off;
worker_processes 2;
pid ${data}/nginx.pid;
error_log stderr warn;
events { worker_connections 512; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  server_tokens off;
  client_body_temp_path ${data}/body;
  proxy_temp_path ${data}/proxy;
  fastcgi_temp_path ${data}/fastcgi;
  uwsgi_temp_path ${data}/uwsgi;
  scgi_temp_path ${data}/scgi;
  server {
    listen 127.0.0.1:${instance.ports.web};
    server_name ${identityHost};
    return 200 "${nonce}\\n";
  }
  include ${siteOf(instance)};
}
`;
}
