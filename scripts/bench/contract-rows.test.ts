// Rows that no command has made fit their schemas all the same: what is measured on them is what people have.
import { describe, expect, it } from 'vitest';
import { acceptances } from '#shared/domain/contracts/acceptances/model.ts';
import { contracts } from '#shared/domain/contracts/model.ts';
import { payments } from '#shared/domain/contracts/payments/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { benchCourses } from './contract-rows.ts';

describe('courses of contracts', () => {
  const courseAt = benchCourses();
  const courses = Array.from({ length: 200 }, (_, n) => courseAt(n * 499));

  it('are valid records, each its own, the same every time', () => {
    for (const { project, section, contract, acceptance, payment } of courses) {
      expect(projects.schema.safeParse(project).error).toBeUndefined();
      expect(sections.schema.safeParse(section).error).toBeUndefined();
      expect(contracts.schema.safeParse(contract).error).toBeUndefined();
      expect(acceptances.schema.safeParse(acceptance).error).toBeUndefined();
      expect(payments.schema.safeParse(payment).error).toBeUndefined();
    }
    expect(new Set(courses.map(({ contract }) => contract.id)).size).toBe(courses.length);
    expect(courseAt(99_999)).toEqual(benchCourses()(99_999));
  });

  it('differ in what lists filter and sort by', () => {
    expect(new Set(courses.map(({ contract }) => contract.status)).size).toBeGreaterThan(5);
    expect(new Set(courses.map(({ payment }) => payment.status)).size).toBe(4);
    expect(new Set(courses.map(({ contract }) => contract.updatedAt)).size).toBeGreaterThan(190);
  });
});
