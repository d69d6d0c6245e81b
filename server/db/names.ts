// A column is named as in the row (camelCase); the table uses the snake_case form of the same name.
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
