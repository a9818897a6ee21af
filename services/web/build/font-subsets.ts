// Two signs that every page may show, cut out of large font files: without this, one ₹ would load 85 kB of rarely used
// Latin letters, and the word हिन्दी on the language button 121 kB of Devanagari.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const fonts = '@fontsource-variable';

const subsets = [
  { name: 'rupee', of: `${fonts}/inter/files/inter-latin-ext-wght-normal.woff2`, text: '₹' },
  {
    name: 'language-names',
    of: `${fonts}/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-wght-normal.woff2`,
    text: 'हिन्दी',
  },
] as const;

type SubsetFont = (
  font: Buffer,
  text: string,
  options: { readonly targetFormat: 'woff2' },
) => Promise<Buffer>;

/** Writes the subsets and says where; `fonts.css` reads them from there. */
export async function makeFontSubsets(folder: string): Promise<string> {
  const subsetFont = require('subset-font') as SubsetFont;
  await mkdir(folder, { recursive: true });
  for (const { name, of, text } of subsets) {
    const whole = await readFile(require.resolve(of));
    await writeFile(join(folder, `${name}.woff2`), await subsetFont(whole, text, { targetFormat: 'woff2' }));
  }
  return folder;
}
