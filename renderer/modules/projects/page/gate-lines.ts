// The gates of one section as lines: what is open in one, and those that are in the same way refused or warned of together.
import type { QueryOutput } from '#shared/contract/ipc.ts';
import type { FieldError } from '#shared/kernel/errors.ts';
import { gatePages } from '#shared/text/index.ts';

export type Gates = QueryOutput<'sections.gates'>['gates'];
type Obstacle = Gates[number]['refused'][number];
/** The names of the steps, and why. */
export type GateLine = { readonly steps: string; readonly why: readonly FieldError[] };

export function gateLines(
  gates: Gates,
  sectionId: string,
): { readonly open: string; readonly refused: readonly GateLine[]; readonly warned: readonly GateLine[] } {
  const own = gates.filter((gate) => gate.sectionId === sectionId);
  const open = own.filter(({ refused }) => refused.length === 0);
  return {
    open: open.map(({ step }) => gatePages.steps[step]).join('、'),
    refused: together(own, ({ refused }) => refused),
    warned: together(own, ({ warned }) => warned),
  };
}

function together(gates: Gates, of: (gate: Gates[number]) => readonly Obstacle[]): readonly GateLine[] {
  const lines = new Map<string, { names: string[]; why: readonly FieldError[] }>();
  for (const gate of gates) {
    const obstacles = of(gate);
    if (obstacles.length === 0) continue;
    const key = JSON.stringify(obstacles);
    const line = lines.get(key) ?? { names: [], why: obstacles.map(asRefusal) };
    line.names.push(gatePages.steps[gate.step]);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ names, why }) => ({ steps: names.join('、'), why }));
}

/** As the command would say it. */
function asRefusal({ kind, article, ...params }: Obstacle): FieldError {
  return { path: '', code: kind, params, article };
}
