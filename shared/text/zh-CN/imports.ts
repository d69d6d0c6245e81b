// Words of the dialog of 导入, which is the same for every kind of record; each kind says what its records are called.
import { formatYuan } from '#shared/kernel/money.ts';

type WrittenAmount = {
  readonly row: number;
  readonly header: string;
  readonly written: string;
  readonly amount: number;
};

const count = (value: number) => value.toLocaleString('en-US');

/** The first of many. */
function some(things: readonly string[]): string {
  const shown = things.slice(0, 10).join('、');
  return things.length > 10 ? `${shown}等${things.length}处` : shown;
}

type OfKind = {
  readonly title: string;
  readonly help: string;
  /** 计划, with its measure: 项. */
  readonly noun: string;
  readonly unit: string;
  /** Heads of the report. */
  readonly no: string;
  readonly name: string;
  readonly amount: string;
  readonly unnamed: string;
  /** What has become of a record, and of all of them. */
  readonly made: string;
  readonly imported: (value: number) => string;
  readonly open: string;
};

export function importWords(of: OfKind) {
  const { noun, unit } = of;
  return {
    ...of,
    template: '下载模板',
    choose: '选择文件',
    another: '换一个文件',
    templateSaved: (file: string) => `模板已保存：${file}`,
    failed: (why: string) => `导入未成功：${why}`,
    read: (file: string, rows: number, records: number) =>
      `${file}：${count(rows)}行，${count(records)}${unit}${noun}`,
    importable: (value: number) => `${value}${unit}可以导入`,
    faulty: (value: number) => `${value}${unit}有问题，不导入`,
    skipped: (value: number) => `${value}${unit}已有，不再导入`,
    confirm: (value: number) => `导入${value}${unit}`,
    noneImportable: `没有可以导入的${noun}。请按下表修改文件后重新选择。`,
    result: '结果',
    ok: '可以导入',
    skip: '不再导入',
    notTried: '未导入',
    kept: '已保存为草稿',
    strayRows: `不属于任何${noun}的行`,
    cell: (row: number, header: string | null) =>
      header === null ? `第${row}行：` : `第${row}行“${header}”：`,
    /** Of an amount written in 万 or 亿. */
    inYuan: ({ row, header, written, amount }: WrittenAmount) =>
      `第${row}行“${header}”：${written} 即 ${formatYuan(amount).slice(1)} 元，请核对`,
    /** Of warnings. */
    acknowledge: '表中各行的提示已逐条核对，情况属实',
    acknowledgeFirst: '请先逐条核对表中的提示，勾选后再导入。',
    notes: '另存带批注的表格',
    notesHint: '原表格另存一份，在有问题的单元格加上批注，改正后可重新导入',
    notesSaved: (file: string, notes: number) => `已另存：${file}，共${count(notes)}处批注。改正后请重新导入`,
    notesFailed: (why: string) => `批注未能保存：${why}`,
    hiddenRows: (rows: readonly number[]) =>
      `表格中有${count(rows.length)}行是隐藏的，也已读入：第${rows.slice(0, 10).join('、')}行${rows.length > 10 ? '等' : ''}。`,
    otherColumns: (titles: readonly string[]) => `模板以外的栏没有读入：${some(titles)}。`,
    otherSheets: (names: readonly string[]) => `其他工作表没有读入，请另存后分别导入：${some(names)}。`,
  };
}
export type ImportWords = ReturnType<typeof importWords>;
