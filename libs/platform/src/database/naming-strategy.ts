import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** `organizationId` → `organization_id`, everywhere and without exceptions. */
export class SnakeCase extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(target: string, userSpecifiedName: string | undefined): string {
    return userSpecifiedName ?? snakeCase(target);
  }

  override columnName(property: string, customName: string | undefined, embeddedPrefixes: string[]): string {
    return [...embeddedPrefixes.map(snakeCase), customName ?? snakeCase(property)].join('_');
  }

  override relationName(property: string): string {
    return snakeCase(property);
  }

  override joinColumnName(relation: string, referencedColumn: string): string {
    return `${snakeCase(relation)}_${snakeCase(referencedColumn)}`;
  }
}

export function snakeCase(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
