// Every table of the central server; drizzle-kit makes the migrations from here (see server/README.md).
export * from '../exchange/schema.ts';
export * from '../website/schema.ts';
export * from './entity-tables.ts';
export * from './system-tables.ts';
