// Writes /service-worker.js with the names of the files it keeps. It is made last, from what the build has made.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Every script and style, and the letters of the first page; what else is shown is kept when it was shown. */
const isKept = /^assets\/(?:.*\.(?:js|css)|(?:inter-latin-wght|rupee|language-names).*\.woff2)$/;

export function offline(): Plugin {
  return {
    name: 'dhanman-offline',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle).filter((name) => isKept.test(name));
        const page = bundle['index.html'];
        const html = page?.type === 'asset' ? String(page.source) : '';
        // It names every other file by its content, and so has another name whenever one of them has.
        const frame = /src="(\/assets\/frame-[^"]+\.js)"/.exec(html)?.[1];
        if (frame === undefined) throw new Error('The page loads no frame.');
        const worker = readFileSync(folder('service-worker.js'), 'utf8');
        this.emitFile({
          type: 'asset',
          fileName: 'service-worker.js',
          source: worker
            .replace('__FRAME__', frame)
            .replace('__NAMED__', JSON.stringify(files.map((name) => `/${name}`)))
            .replace('__PLAIN__', JSON.stringify(plainFiles())),
        });
      },
    },
  };
}

function plainFiles(): readonly string[] {
  const entries = readdirSync(folder('../public'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath.slice(folder('../public').length)}/${name}`)
    .sort();
}
