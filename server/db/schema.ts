// Every table of the central server but those of record types, which are made from their declarations (entity-tables.ts).
export * from '../exchange/schema.ts';
export * from '../website/schema.ts';
export * from './system-tables.ts';
