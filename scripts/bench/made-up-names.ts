// Which worlds a transport can make up by itself (made-up.ts). Apart from them, so that naming one does not load the records of all.
export const madeUpNames = ['plans', 'contracts'] as const;
export type MadeUpName = (typeof madeUpNames)[number];
