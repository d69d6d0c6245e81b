// Every cell of the matrix: each command there is, each role, each relation, with what exists before and the expected answer.

import { demoNumberPatterns, demoPlatforms } from '#demo/data/set-up.ts';
import { roles } from '#shared/domain/actor.ts';
import { accounts, numberPatterns, organisations, platforms } from '#shared/domain/admin/model.ts';
import { sealedDomain } from '#test/support/sealed-notes.ts';
import { neighbourPlatform, relations, world } from './cast.ts';
import { drawGround } from './draw-scenes.ts';
import { expertGround } from './expert-scenes.ts';
import type { Stored } from './records.ts';
import type { Cell, Prepared } from './scenes.ts';
import { type Expected, matrix } from './table.ts';

export type PreparedCell = Cell & Prepared & { readonly expected: Expected };

export function cellsOf(command: string, row = matrix.get(command)): readonly PreparedCell[] {
  if (row === undefined) throw new Error(`the access matrix has no row for the command ${command}`);
  return roles.flatMap((role) =>
    relations.map((relation) => {
      const cell = { command, role, relation };
      const { stored, input } = row.scene(cell);
      const expected = row.may[role]?.[relation] ?? 'not_allowed';
      return { ...cell, input, stored: relation === 'missing' ? [] : stored, expected };
    }),
  );
}

export function everyCell(): readonly PreparedCell[] {
  return [...sealedDomain.commands.keys()].flatMap((command) => cellsOf(command));
}

/** Organisations, platforms, accounts and number patterns that all cells stand on. */
export function groundRows(centre: {
  readonly inboxUrl: string;
  readonly keyId: string;
  readonly publicKey: string;
}): readonly Stored[] {
  const known = demoPlatforms(centre);
  const [first] = known;
  const second = first === undefined ? [] : [{ ...first, id: neighbourPlatform }];
  return [
    ...world.organisations.map(({ row }) => ({ entity: organisations.name, row })),
    ...world.accounts.map((row) => ({ entity: accounts.name, row })),
    ...[...known, ...second].map((row) => ({ entity: platforms.name, row })),
    ...demoNumberPatterns.map((row) => ({ entity: numberPatterns.name, row })),
    ...expertGround,
    ...drawGround,
  ];
}
