/** Stands at the head of every generated file. */
export const notice = 'generated: do not edit; npm run generate';

/** Indents every line but the first, so that `${…}` inside a template keeps the template's own margin. */
export function indented(block: string, columns = 4): string {
  return block.trim().replaceAll(/\n(?=.)/g, `\n${' '.repeat(columns)}`);
}
