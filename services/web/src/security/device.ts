const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** What a person calls the thing they sit at. Browsers claim to be each other: the first that fits is the true one. */
export function deviceIn(userAgent: string): string {
  const [browser, system] = [browsers, systems].map(
    (names) => names.find(([sign]) => userAgent.includes(sign))?.[1],
  );
  return [browser, system].filter((name) => name !== undefined).join(' · ') || userAgent.slice(0, 60) || '–';
}
