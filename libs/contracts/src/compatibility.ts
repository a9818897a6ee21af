interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly [keyword: string]: unknown;
}

const prose = ['description', 'title', 'examples', 'required', 'properties', 'items'];

/**
 * What has changed in a released schema beyond new optional fields. Services of two releases talk to each other during
 * a deployment, in both directions, so even a wider type breaks someone; anything listed here needs a new version.
 */
export function breakingChanges(released: Schema, current: Schema, path = 'payload'): readonly string[] {
  return [
    ...(rules(released) === rules(current) ? [] : [`${path}: its rules changed`]),
    ...requiredChanges(released, current, path),
    ...Object.entries(released.properties ?? {}).flatMap(([name, before]) => {
      const now = current.properties?.[name];
      return now ? breakingChanges(before, now, `${path}.${name}`) : [`${path}.${name}: removed`];
    }),
    ...(released.items && current.items
      ? breakingChanges(released.items, current.items, `${path}[]`)
      : released.items === current.items
        ? []
        : [`${path}: its items changed`]),
  ];
}

function requiredChanges(released: Schema, current: Schema, path: string): readonly string[] {
  const before = new Set(released.required);
  const now = new Set(current.required);
  return [
    ...[...now].filter((name) => !before.has(name)).map((name) => `${path}.${name}: became required`),
    ...[...before]
      .filter((name) => !now.has(name) && current.properties?.[name])
      .map((name) => `${path}.${name}: became optional`),
  ];
}

/** Everything a schema says about the value itself, in one order. */
function rules(schema: Schema): string {
  const entries = Object.entries(schema).filter(([keyword]) => !prose.includes(keyword));
  return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
