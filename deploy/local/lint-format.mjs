// ESLint prints its findings through this file: readable lines on the screen, the counts in `.results/lint.json`.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

export default function format(files, { cwd }) {
  const failed = files.filter((file) => file.errorCount + file.warningCount > 0);
  if (process.env.LINT_RESULTS) {
    const counts = { files: files.length, failed: failed.length };
    writeFileSync(process.env.LINT_RESULTS, `${JSON.stringify(counts)}\n`);
  }
  return failed
    .flatMap((file) =>
      file.messages.map(
        ({ line = 0, column = 0, ruleId, message }) =>
          `${relative(cwd, file.filePath)}:${line}:${column}  ${message}  (${ruleId ?? 'parse error'})`,
      ),
    )
    .join('\n');
}
