// Every column of an import with every odd cell: what comes of it is what a person reads there, or a problem named at this cell.
import { columnLetters } from '#electron/app/excel/column-letters.ts';
import { readPlans } from '#electron/app/excel/plans/import-plans.ts';
import { type PlanColumn, planColumns } from '#electron/app/excel/plans/plan-columns.ts';
import { readWorkbook } from '#electron/app/excel/read-workbook.ts';
import type { CellProblem, ImportedPlan } from '#shared/contract/excel.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { telephoneText } from '#shared/kernel/telephone.ts';
import { excelSheets, importHeaders } from '#shared/text/zh-CN/excel.ts';
import { type OddCell, oddCells, textCell, workbook } from './workbook.ts';

type Previewed = { readonly records: readonly ImportedPlan[]; readonly problems: readonly CellProblem[] };
type Case = {
  readonly row: number;
  readonly at: number;
  readonly column: PlanColumn;
  readonly odd: OddCell;
};

const rowsAFile = 900;

/** What came out otherwise than the table says, in words; nothing where all is right. */
export async function differences(preview: (file: Buffer) => Promise<Previewed>): Promise<readonly string[]> {
  const all = oddCells.flatMap((odd) => planColumns.map((column, at) => ({ odd, column, at })));
  const found: string[] = [];
  for (let from = 0; from < all.length; from += rowsAFile) {
    const cases = all.slice(from, from + rowsAFile).map((each, index) => ({ ...each, row: index + 2 }));
    const read = await preview(fileOf(cases));
    for (const each of cases) {
      const [is, should] = [cameOf(each, read), shouldBe(each)];
      if (!should.some((one) => fits(is, one))) {
        found.push(`${each.odd.name} in ${each.column.name}: ${is}, should be ${should.join(' or ')}`);
      }
    }
  }
  return found;
}

/** By the functions that read files, in this process and without a desk. */
export function differencesHere(): Promise<readonly string[]> {
  const unit = { budgetUnitCode: '1', supervisingUnit: 'Unit', regionCode: '411000' };
  const nobody = { agencies: () => [], platforms: () => [] };
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `01900000-0000-7000-8000-${ids.toString(16).padStart(12, '0')}`;
  };
  return differences(async (file) => {
    const answer = readWorkbook(file, excelSheets.plans, { bytes: 10_000_000, rows: 1001, columns: 100 });
    if (answer.kind !== 'read') throw new Error(`not read: ${JSON.stringify(answer)}`);
    const read = readPlans(answer.sheet, nobody, { unit, unanswered: () => [] }, newId);
    if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.error)}`);
    return read.value;
  });
}

/** A file of one row for each case. */
function fileOf(cases: readonly Case[]): Buffer {
  const heads = planColumns.map(({ name }, at) => textCell(`${columnLetters(at)}1`, importHeaders[name]));
  const rows = cases.map(({ row, at, odd }) => {
    const cells = planColumns.map(({ name }, column) => {
      const address = `${columnLetters(column)}${row}`;
      if (column === at) return odd.cell(address);
      if (name === 'no') return textCell(address, `row ${row}`);
      if (name === 'packageNo' && planColumns[at]?.part === 'package') return textCell(address, '1');
      return name === 'projectName' ? textCell(address, 'Desks') : '';
    });
    return `<row r="${row}">${cells.join('')}</row>`;
  });
  return workbook({
    sheets: [{ name: excelSheets.plans, rows: `<row r="1">${heads.join('')}</row>${rows.join('')}` }],
  });
}

const anyProblem = '! with any code';
/** A field that may be filled in by itself. */
const noProblem = 'read as nothing';
const said = (value: unknown) => `read ${JSON.stringify(value)}`;

function fits(is: string, should: string): boolean {
  if (should === anyProblem) return is.startsWith('!');
  return should === noProblem ? is.startsWith('read') : is === should;
}

function cameOf({ row, at, column }: Case, { records: plans, problems }: Previewed): string {
  const all = [...plans.flatMap((plan) => plan.problems), ...problems];
  const here = all.find((each) => each.row === row && each.column === columnLetters(at));
  if (here !== undefined) return `!${here.code}`;
  const plan = plans.find(({ rows }) => rows.includes(row));
  if (column.name === 'no') return said(plan?.no);
  return plan?.content === null || plan === undefined
    ? 'not read, without a word'
    : said(valueIn(plan.content, column));
}

function valueIn(content: PlanContent, { name, part }: PlanColumn): unknown {
  if (part === 'package') {
    const [planned] = content.plannedSections;
    const said = {
      packageNo: planned?.no,
      packageName: planned?.name,
      packageReserved: planned?.smeReserved,
    };
    return new Map<string, unknown>(Object.entries(said)).get(name);
  }
  if (part === 'item' || part === 'fund') {
    const rest = name.slice(part.length);
    const key = rest === 'Code' ? 'catalogCode' : rest.charAt(0).toLowerCase() + rest.slice(1);
    const [line] = part === 'item' ? content.items : content.funds;
    return line === undefined ? 'nothing' : new Map<string, unknown>(Object.entries(line)).get(key);
  }
  return new Map<string, unknown>(Object.entries(content)).get(name);
}

function shouldBe({ odd, column: { name, takes, percent, needed } }: Case): readonly string[] {
  const kind = 'lines' in takes ? 'lines' : percent ? 'percent' : takes.kind;
  const general = kind === 'lines' || kind === 'telephone' ? 'text' : kind === 'percent' ? 'whole' : kind;
  if (odd.empty) return needed ? [name === 'no' ? '!excel_no_number' : '!excel_needed'] : [noProblem];
  const reads = new Map(Object.entries(odd.reads ?? {}));
  const named = new Map(Object.entries(odd.named ?? {}));
  const code = named.get('all') ?? named.get(kind);
  if (code !== undefined) return [`!${code}`];
  const value = reads.get(kind) ?? reads.get(general);
  if (value === undefined) return [anyProblem];
  if (kind === 'telephone') return [said(telephoneText(String(value)))];
  // A year of 30 is a number, and named as no year.
  return takes.kind === 'whole' ? [said(value), '!too_small', '!too_big'] : [said(value)];
}
