// Columns are camelCase in records and snake_case in the databases, on both sides.
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
