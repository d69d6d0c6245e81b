// A filled-in template as plans: rows with the same 临时编号 are one plan, the first of them says what is said once, each may bring an item and a line of
// funds. Everything that is wrong is named with row and column; a plan with something wrong has no content and cannot be made.

import { methodReasons } from '#shared/codes/method-reasons.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import type { CellProblem, ImportedPlan } from '#shared/contract/excel.ts';
import { emptyContent, followingPackage } from '#shared/domain/plans/content.ts';
import { type PlanContent, planContentSchema } from '#shared/domain/plans/model.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { shortened } from '#shared/kernel/text.ts';
import { type ImportColumn, packageWords } from '#shared/text/zh-CN/excel.ts';
import { columnLetters } from '../column-letters.ts';
import type { Preview } from '../import-kind.ts';
import { has, type Line as LineOf, type Placed as PlacedOf, problem, readLines } from '../read-lines.ts';
import { type Directory, type ReadValue, readValue } from '../read-value.ts';
import type { ReadSheet, SheetValue } from '../workbook.ts';
import { contentFields, type PlanColumn, planColumns } from './plan-columns.ts';

type Line = LineOf<PlanColumn>;
type Placed = PlacedOf<PlanColumn>;
type Values = Line['values'];
type Unit = {
  readonly budgetUnitCode: string;
  readonly supervisingUnit: string;
  readonly regionCode: string;
};
/** What the unit's new plans begin with, and the names of the policies that they still have to answer. */
export type Beginning = {
  readonly unit: Unit;
  readonly unanswered: (content: PlanContent) => readonly string[];
};
/** `beginning` says what the form says of a new plan. Field codes: those of `readLines`. */
export function readPlans(
  sheet: ReadSheet,
  directory: Directory,
  beginning: Beginning,
  newId: () => Id,
): Result<Preview<ImportedPlan>> {
  const read = readLines(sheet, planColumns, (said, column, values) =>
    readSaid(said, column, values, directory),
  );
  if (!read.ok) return read;
  const { lines, placed, hiddenRows, notRead } = read.value;
  const groups = new Map<string, Line[]>();
  const problems: CellProblem[] = [];
  for (const line of lines) {
    const no = line.values.get('no');
    if (typeof no === 'string') groups.set(no, [...(groups.get(no) ?? []), line]);
    else if (has(line, placed, 'no')) problems.push(...line.problems);
    else problems.push(problem(line.no, placed, 'no', 'excel_no_number'), ...line.problems);
  }
  return ok({
    rows: lines.length,
    records: [...groups].map(([no, group]) => readPlan(no, group, placed, beginning, newId)),
    problems,
    key: columnLetters(placed.find(({ column }) => column.part === 'no')?.at ?? 0),
    hiddenRows,
    notRead,
  });
}

/** Two methods share some of their reasons word for word: the method beside it says which is meant. */
function readSaid(
  cell: SheetValue,
  { name, takes }: PlanColumn,
  values: Values,
  directory: Directory,
): ReadValue {
  if (name === 'method') {
    const all = readValue(cell, { kind: 'code', table: procurementMethods }, directory);
    // Said as the form says it, and not as a word that nobody knows.
    if (all.ok && all.value === 'FRAMEWORK_AGREEMENT')
      return { ok: false, code: 'plan.framework_unsupported' };
  }
  const method = values.get('method');
  if (name !== 'methodReasonCode' || method === undefined) return readValue(cell, takes, directory);
  const entries = methodReasons.entries.filter((entry) => entry.method === method);
  const read = readValue(cell, { kind: 'code', table: { ...methodReasons, entries } }, directory);
  // Another method's reason is for the rules to judge, not for the file.
  return !read.ok && read.code === 'excel_unknown_code' ? readValue(cell, takes, directory) : read;
}

function readPlan(
  no: string,
  lines: readonly Line[],
  placed: readonly Placed[],
  { unit, unanswered }: Beginning,
  newId: () => Id,
): ImportedPlan {
  const [first, ...others] = lines;
  const problems = lines.flatMap((line) => line.problems);
  const said = first?.values ?? new Map();
  for (const { column } of placed) {
    if (column.needed && first !== undefined && !has(first, placed, column.name)) {
      problems.push(problem(first.no, placed, column.name, 'excel_needed'));
    }
  }
  for (const line of others) problems.push(...repeated(line, said, placed));
  const packages = packagesIn(lines);
  problems.push(...packageProblems(lines, packages, placed));
  const read = contentOf({ lines, said, packages }, unit, newId);
  const parsed = planContentSchema.safeParse(read);
  if (!parsed.success && problems.length === 0) {
    for (const { path, code, params } of (invalidInput(parsed.error.issues).fields ?? []).slice(0, 20)) {
      const { row, name } = placeOf(path.split('.'), lines);
      problems.push(problem(row, placed, name, code, params));
    }
  }
  return {
    no,
    rows: lines.map((line) => line.no),
    id: newId(),
    content: parsed.success && problems.length === 0 ? parsed.data : null,
    title: shortened(read.projectName, 200),
    amount: read.budgetAmount,
    amounts: lines.flatMap((line) => line.amounts),
    unanswered: parsed.success ? [...unanswered(parsed.data)] : [],
    problems: problems.toSorted((a, b) => a.row - b.row),
  };
}

/** A further row adds an item or funds; what it says of the plan again must be the same. */
function repeated(line: Line, said: Values, placed: readonly Placed[]): readonly CellProblem[] {
  const differing = placed.flatMap(({ column: { name, part } }) => {
    const value = line.values.get(name);
    if (part !== 'plan' || value === undefined || same(value, said.get(name))) return [];
    return [problem(line.no, placed, name, 'excel_differs')];
  });
  const adds = placed.some(
    ({ column: { name, part } }) => (part === 'item' || part === 'fund') && has(line, placed, name),
  );
  return adds ? differing : [...differing, problem(line.no, placed, null, 'excel_nothing_added')];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

type Told = {
  readonly lines: readonly Line[];
  /** Of the plan as a whole. */
  readonly said: Values;
  readonly packages: Packages;
};

function contentOf({ lines, said, packages }: Told, unit: Unit, newId: () => Id): PlanContent {
  const content: Record<string, unknown> = { ...emptyContent, ...unit };
  for (const { name, part } of planColumns) {
    const value = said.get(name);
    if (part === 'plan' && value !== undefined) content[fieldOf(name)] = value;
  }
  const ids = new Map([...packages.keys()].map((no) => [no, newId()]));
  const items = lines.flatMap(({ values }) => itemOf(values, ids, newId));
  content['items'] = items;
  content['plannedSections'] = [...packages].map(([no, { name, reserved }]) => {
    const own = items.filter(({ plannedSectionId }) => plannedSectionId === ids.get(no));
    return plannedSection(ids.get(no) ?? newId(), no, { name, reserved }, own);
  });
  content['funds'] = lines.flatMap(({ values }) => fundOf(values, newId));
  // Whether it is one is what the caller asks next, of the schema.
  return content as PlanContent;
}

function fieldOf(name: ImportColumn): string {
  return name === 'agency' || name === 'platform' ? contentFields[name] : name;
}

type Said = { readonly name: string | null; readonly reserved: boolean | null };
/** By 采购包号, in the order of the file; what is said of one, its first row with an answer says. */
type Packages = ReadonlyMap<string, Said>;

function packagesIn(lines: readonly Line[]): Packages {
  const packages = new Map<string, Said>();
  for (const { values } of lines) {
    const no = values.get('packageNo');
    if (typeof no !== 'string') continue;
    const { name = null, reserved = null } = packages.get(no) ?? {};
    const [named, answered] = [values.get('packageName'), values.get('packageReserved')];
    packages.set(no, {
      name: name ?? (typeof named === 'string' ? named : null),
      reserved: reserved ?? (typeof answered === 'boolean' ? answered : null),
    });
  }
  return packages;
}

/** Something is said of a package whose number is missing, or two things of one package. */
function packageProblems(
  lines: readonly Line[],
  packages: Packages,
  placed: readonly Placed[],
): readonly CellProblem[] {
  return lines.flatMap((line) => {
    const no = line.values.get('packageNo');
    const name = line.values.get('packageName');
    const reserved = line.values.get('packageReserved');
    if (typeof no !== 'string') {
      const silent = name === undefined && reserved === undefined;
      return silent || has(line, placed, 'packageNo')
        ? []
        : [problem(line.no, placed, 'packageNo', 'excel_needed')];
    }
    const said = packages.get(no);
    return [
      ...(name === undefined || name === said?.name ? [] : ['packageName' as const]),
      ...(reserved === undefined || reserved === said?.reserved ? [] : ['packageReserved' as const]),
    ].map((column) => problem(line.no, placed, column, 'excel_package_differs'));
  });
}

type Amount = { readonly amount: unknown };

/** Its budget is what its items cost, once all of them say it. */
function plannedSection(id: Id, no: string, { name, reserved }: Said, items: readonly Amount[]) {
  const amounts = items.flatMap(({ amount }) => (typeof amount === 'number' ? [amount] : []));
  const budget = amounts.length === items.length ? sumFen(amounts) : null;
  return {
    ...followingPackage,
    id,
    no,
    name: name ?? packageWords.unnamed(no),
    budget,
    reserve: reserved === true ? budget : null,
    smeReserved: reserved,
  };
}

function itemOf(values: Values, packages: ReadonlyMap<string, Id>, newId: () => Id) {
  const get = (name: ImportColumn) => values.get(name) ?? null;
  const filled = planColumns.some(({ name, part }) => part === 'item' && values.has(name));
  if (!filled) return [];
  return [
    {
      id: newId(),
      catalogEdition: '2022',
      catalogCode: get('itemCode'),
      name: get('itemName') ?? '',
      qty: get('itemQty'),
      unit: get('itemUnit') ?? '',
      unitPrice: get('itemUnitPrice'),
      amount: get('itemAmount'),
      plannedSectionId: packages.get(String(get('packageNo'))) ?? null,
    },
  ];
}

function fundOf(values: Values, newId: () => Id) {
  const get = (name: ImportColumn) => values.get(name) ?? null;
  const filled = planColumns.some(({ name, part }) => part === 'fund' && values.has(name));
  if (!filled) return [];
  const [source, amount] = [get('fundSource'), get('fundAmount')];
  return [{ id: newId(), source, amount, budgetItemNo: get('fundBudgetItemNo') ?? '' }];
}

const itemColumns: Readonly<Record<string, ImportColumn>> = {
  catalogCode: 'itemCode',
  name: 'itemName',
  qty: 'itemQty',
  unit: 'itemUnit',
  unitPrice: 'itemUnitPrice',
  amount: 'itemAmount',
};
const fundColumns: Readonly<Record<string, ImportColumn>> = {
  source: 'fundSource',
  amount: 'fundAmount',
  budgetItemNo: 'fundBudgetItemNo',
};

/** Where in the file the part of the content came from that the schema refuses. */
function placeOf(
  path: readonly string[],
  lines: readonly Line[],
): { readonly row: number; readonly name: ImportColumn | null } {
  const [field, index, key] = path;
  const part = field === 'items' ? 'item' : field === 'funds' ? 'fund' : undefined;
  if (part !== undefined) {
    const holders = lines.filter(({ values }) =>
      planColumns.some((column) => column.part === part && values.has(column.name)),
    );
    const names = part === 'item' ? itemColumns : fundColumns;
    const name = key !== undefined && Object.hasOwn(names, key) ? names[key] : undefined;
    return { row: holders[Number(index)]?.no ?? lines[0]?.no ?? 0, name: name ?? null };
  }
  const column = planColumns.find(({ name, part: of }) => of === 'plan' && fieldOf(name) === field);
  return { row: lines[0]?.no ?? 0, name: column?.name ?? null };
}
