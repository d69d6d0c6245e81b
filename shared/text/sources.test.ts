// Words for users live in shared/text alone, and every field code that a decision can give has words there. Both are read from the
// syntax tree, so that comments and patterns do not count.
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { fieldTexts } from './zh-CN/fields.ts';

const folders = [
  'shared/domain',
  'shared/rules',
  'shared/kernel',
  'shared/contract',
  'electron',
  'renderer',
  'server',
];
/** Notation rather than words: the characters are the format itself. */
const notation = new Map([
  ['shared/kernel/rmb-uppercase.ts', 'the capital numerals'],
  ['shared/kernel/dates.ts', 'formatChineseDate: 年, 月, 日'],
]);
/** Data in Chinese: the official formats of announcements. */
const data = 'shared/domain/announcements/templates/';
const han = /\p{Script=Han}/u;

function sourceFiles(folder: string): readonly string[] {
  return globSync(`${folder}/**/*.{ts,tsx}`)
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.test.ts') && !notation.has(path) && !path.startsWith(data));
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

function nodesOf(root: ts.Node): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
}

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node);

function chineseIn(path: string): readonly string[] {
  return nodesOf(parse(path))
    .filter(isText)
    .filter(({ text }) => han.test(text))
    .map(({ text }) => `${path}: ${text}`);
}

/** Third argument of refuseField, second of refine: the codes that reach a form. */
function fieldCodesIn(path: string): readonly string[] {
  return nodesOf(parse(path))
    .filter(ts.isCallExpression)
    .flatMap((call) => {
      const name = ts.isPropertyAccessExpression(call.expression)
        ? call.expression.name.text
        : call.expression.getText();
      const argument =
        name === 'refuseField' ? call.arguments[2] : name === 'refine' ? call.arguments[1] : undefined;
      return argument === undefined ? [] : nodesOf(argument).filter(ts.isStringLiteral);
    })
    .map(({ text }) => text);
}

describe('Chinese outside shared/text', () => {
  it.each(folders)('there is none in %s', (folder) => {
    expect(sourceFiles(folder).flatMap(chineseIn)).toEqual([]);
  });

  it('would be found', () => {
    const chinese = nodesOf(
      ts.createSourceFile('x.tsx', "const a = b + '字'; // 注释", ts.ScriptTarget.Latest, true),
    );
    expect(chinese.filter(isText).filter(({ text }) => han.test(text))).toHaveLength(1);
  });
});

describe('field codes', () => {
  const codes = new Set(
    [...sourceFiles('shared/domain'), ...sourceFiles('shared/kernel')].flatMap(fieldCodesIn),
  );

  it('are found in the sources', () => {
    expect(codes).toContain('username_taken');
    expect(codes).toContain('reason_short');
  });

  it.each([...codes])('%s has words', (code) => {
    expect(fieldTexts.get(code)).toBeDefined();
  });
});
