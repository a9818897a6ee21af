// The web app's view of the services: the types of every request and answer, and each operation as a typed constant.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { services } from '../topology.ts';
import type { Outputs } from './generator.ts';
import { notice } from './text.ts';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
}

const documents = join(import.meta.dirname, '../../docs/api');
const target = 'libs/client/src/generated';

export async function client(): Promise<Outputs> {
  const outputs = new Map([[`${target}/index.ts`, index()]]);
  for (const { name } of services) {
    const file = join(documents, `${name}.openapi.json`);
    const document = JSON.parse(await readFile(file, 'utf8')) as Document;
    const parts = [`// ${notice}`, imports, await typesOf(file), ...operationsOf(name, document)];
    outputs.set(`${target}/${name}.ts`, `${parts.join('\n\n')}\n`);
  }
  return outputs;
}

const imports = "import type { Operation } from '../client.js';";

const index = (): string => `// ${notice}

export const serviceNames = [${services.map(({ name }) => `'${name}'`).join(', ')}] as const;

export type ServiceName = (typeof serviceNames)[number];

${services.map(({ name }) => `export * as ${name} from './${name}.js';`).join('\n')}
`;

async function typesOf(file: string): Promise<string> {
  // Loaded late: it brings a whole compiler with it.
  const { createClient } = await import('@hey-api/openapi-ts');
  const path = await mkdtemp(join(tmpdir(), 'dhanman-client-'));
  try {
    await createClient({
      input: file,
      output: { path },
      plugins: ['@hey-api/typescript'],
      logs: { level: 'silent' },
    });
    const text = await readFile(join(path, 'types.gen.ts'), 'utf8');
    return text.replace(/^\/\/.*\n+/, '').trim();
  } finally {
    await rm(path, { recursive: true });
  }
}

const operationsOf = (service: string, { paths }: Document): readonly string[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId }]) => {
      if (operationId === undefined) return [];
      const name = operationId.replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return `export const ${name}: Operation<${type}Data, ${type}Response> = {
    service: '${service}',
    method: '${method.toUpperCase()}',
    path: '${path}'
};`;
    }),
  );
