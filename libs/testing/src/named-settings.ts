import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ServiceDefinition } from '@dhanman/platform';

const folder = resolve(import.meta.dirname, '../../../deploy/env');
const environments = ['qa', 'prod'];

/** A release names itself, in a file of its own. */
const ofRelease = ['SERVICE_VERSION'];
/** Read by Node and for traces before the configuration is. */
const beforehand = ['NODE_OPTIONS', 'OTEL_TRACES_SAMPLER_ARG'];

/**
 * Where a service and its environment templates differ: settings that it reads and nobody who installs it is told of, and
 * settings in a template that nothing reads. The answer must be empty.
 */
export function settingsInDispute({ name, config }: ServiceDefinition): readonly string[] {
  return environments.flatMap((environment) => {
    const text = [`${environment}/site.env`, `${environment}/${name}.env`].map(read).join('\n');
    const named = {
      settings: all(text, /^(?:# )?([A-Z][A-Z0-9_]+)=/gm),
      credentials: all(text, /^# {3}([A-Z][A-Z0-9_]+)$/gm),
    };
    const plain = config.variables.filter((variable) => !config.secrets.includes(variable));
    return [
      ...missing(plain, [...named.settings, ...ofRelease]).map(
        (one) => `${environment}: ${one} is read and not named`,
      ),
      ...missing(named.settings, [...plain, ...beforehand]).map(
        (one) => `${environment}: ${one} is named and not read`,
      ),
      ...missing(config.secrets, named.credentials).map(
        (one) => `${environment}: ${one} is a credential and not named`,
      ),
      ...missing(named.credentials, config.secrets).map(
        (one) => `${environment}: ${one} is named as a credential and not read`,
      ),
    ];
  });
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}

function missing(wanted: readonly string[], present: readonly string[]): readonly string[] {
  return wanted.filter((name) => !present.includes(name));
}
