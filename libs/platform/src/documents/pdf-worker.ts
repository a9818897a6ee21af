// The thread that sets type: a long report would otherwise keep every other request waiting. It reads no file but the
// fonts of its package, and the network is not offered to what it sets.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export interface PrintOrder {
  readonly id: number;
  readonly template: string;
  readonly content: string;
}

export interface PrintResult {
  readonly id: number;
  readonly pdf?: Uint8Array;
  readonly error?: string;
}

const require = createRequire(import.meta.url);
const family = '@expo-google-fonts/noto-sans-devanagari';
// Latin, Devanagari and the rupee sign in one face.
const faces = [
  '400Regular/NotoSansDevanagari_400Regular.ttf',
  '600SemiBold/NotoSansDevanagari_600SemiBold.ttf',
];
const fontPaths = faces.map((face) => dirname(require.resolve(`${family}/${face}`)));
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }] });

parentPort?.on('message', ({ id, template, content }: PrintOrder) => {
  parentPort?.postMessage(printed(id, template, content));
});

function printed(id: number, template: string, content: string): PrintResult {
  try {
    const pdf = compiler.pdf({ mainFileContent: template, inputs: { content } });
    compiler.evictCache(10);
    return { id, pdf };
  } catch (error) {
    return { id, error: String(error) };
  }
}
