/** Reads `NAME=value` lines: comments, blank lines, `export`, and single or double quotes are understood, nothing is expanded. */
export function parseEnvFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) values[match[1]] = unquote(match[2]);
  }
  return values;
}

function unquote(value: string): string {
  const quoted = /^(?:"(.*?)"|'(.*?)')(?:\s+#.*)?$/.exec(value);
  return quoted ? (quoted[1] ?? quoted[2] ?? '') : value.replace(/\s+#.*$/, '');
}
