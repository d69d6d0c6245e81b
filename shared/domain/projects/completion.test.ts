// When a section is 已验收 and its project 已完成, and what takes that back.
import { describe, expect, it } from 'vitest';
import { anActor } from '#test/builders/actors.ts';
import { endContract } from '#test/builders/contract-changes.ts';
import {
  aContractContent,
  aStoreToSign,
  contractId,
  sectionId,
  withContractIn,
} from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import { aSection } from '#test/builders/sections.ts';
import { entities } from '../entities.ts';
import { plans } from '../plans/model.ts';
import { sectionsMoved, withAcceptance, withCompletion } from './completion.ts';
import { type Project, projects, type Section, sectionStatuses, sections } from './model.ts';
import type { SectionContract } from './section-contracts.ts';
import type { Successor } from './succession.ts';

const contract = (parts: Partial<SectionContract> = {}): SectionContract => ({
  ...{ contractId: anId('contract'), contractNo: 'HT-1', awardId: anId('award'), supplierName: 'First' },
  ...{ amount: 100, rate: '', several: null, signedOn: '2026-03-04', announcementId: null, at: 1 },
  ...{ endedAt: null, acceptedOn: null, settledAt: null, retained: 0 },
  ...parts,
});
const accepted = { acceptedOn: '2026-04-01' };
const paid = { ...accepted, settledAt: 2 };
const sectionIn = (status: Section['status'], parts: Partial<Section> = {}): Section =>
  aSection('lot-1', { status, ...parts });
const withContracts = (status: Section['status'], ...all: readonly Partial<SectionContract>[]): Section =>
  sectionIn(status, {
    contracts: all.map((parts, index) => contract({ contractId: anId(`contract ${index}`), ...parts })),
  });
const project = { status: 'in_execution', inWarranty: false } as Project;
const ends = (...all: readonly Section[]) => withCompletion(project, all);

describe('a section', () => {
  it('is 已验收 once every contract in force is accepted, and not before', () => {
    const statusOf = (section: Section) => withAcceptance(section).status;
    expect(statusOf(withContracts('contracted', {}))).toBe('contracted');
    expect(statusOf(withContracts('contracted', accepted))).toBe('accepted');
    expect(statusOf(withContracts('contracted', accepted, {}))).toBe('contracted');
    // One that was ended is not waited for.
    expect(statusOf(withContracts('contracted', accepted, { endedAt: 5 }))).toBe('accepted');
    // The acceptance was withdrawn, or another contract signed.
    expect(statusOf(withContracts('accepted', {}))).toBe('contracted');
    expect(statusOf(withContracts('accepted', accepted, {}))).toBe('contracted');
    expect(statusOf(withContracts('contracted', { endedAt: 5 }))).toBe('awarded');
  });

  it('in any other state stays as it is', () => {
    for (const status of sectionStatuses) {
      if (status === 'contracted' || status === 'accepted') continue;
      const section = withContracts(status, accepted);
      expect(withAcceptance(section)).toBe(section);
    }
  });
});

describe('a project', () => {
  const done = withContracts('accepted', paid);
  const successor: Successor = {
    ...{ planId: anId('plan'), begunAt: 1, planNo: 'No 2', projectId: anId('project') },
    ...{ sectionId: null, sectionNo: null },
  };

  it('is 已完成 when each section is accepted and paid, ended, or bought elsewhere', () => {
    expect(ends(done)).toMatchObject({ status: 'completed', inWarranty: false });
    const others: Readonly<Record<Section['status'], boolean>> = {
      received: false,
      announced: false,
      opened: false,
      evaluated: false,
      awarded: false,
      contracted: false,
      accepted: false,
      failed: false,
      terminated: true,
      cancelled: true,
    };
    for (const status of sectionStatuses) {
      const other = withContracts(status, accepted);
      expect(ends(done, other).status, status).toBe(others[status] ? 'completed' : 'in_execution');
    }
    expect(ends(done, sectionIn('failed', { successor })).status).toBe('completed');
    // The plan that changes the method is only being written: it may be given up.
    const begun = { ...successor, planNo: null, projectId: null };
    expect(ends(done, sectionIn('failed', { successor: begun })).status).toBe('in_execution');
  });

  it('that has bought nothing is not completed', () => {
    expect(ends(sectionIn('terminated'), sectionIn('cancelled')).status).toBe('in_execution');
    expect(ends().status).toBe('in_execution');
  });

  it('is within its warranty until 质保金 is paid out', () => {
    const retaining = withContracts('accepted', { ...paid, retained: 5 });
    expect(ends(done, retaining)).toMatchObject({ status: 'completed', inWarranty: true });
    // Of a contract that was ended nothing is waited for.
    const ended = withContracts('accepted', paid, { ...paid, retained: 5, endedAt: 3 });
    expect(ends(ended)).toMatchObject({ status: 'completed', inWarranty: false });
    expect(ends(retaining, sectionIn('announced'))).toMatchObject({ inWarranty: false });
  });

  it('is under way again where its end is taken back', () => {
    const completed: Project = { ...project, status: 'completed', inWarranty: true };
    expect(withCompletion(completed, [withContracts('contracted', {})])).toMatchObject({
      status: 'in_execution',
      inWarranty: false,
    });
  });

  it('that waits for sections, or was cancelled, stays so', () => {
    for (const status of ['waiting_for_sections', 'sections_received', 'cancelled'] as const) {
      const other = { ...project, status };
      expect(withCompletion(other, [done])).toBe(other);
    }
  });
});

describe('with its commands', () => {
  const clerk = anActor('purchaser_clerk');
  const statuses = (store: ReturnType<typeof aStoreToSign>) => {
    const section = store.get(sections, sectionId);
    const own = store.get(projects, section.projectId);
    return [section.status, own.status, store.get(plans, own.planId).status];
  };
  /** A section alone in its project, with a contract. */
  function aProject(parts: Parameters<typeof withContractIn>[2] = {}) {
    const store = withContractIn(aStoreToSign(), 'received', parts);
    for (const other of store.all(sections)) {
      if (other.id !== sectionId) store.put(sections, { ...other, status: 'cancelled' });
    }
    return store;
  }
  /** As acceptance and payment leave it. */
  function performed(store: ReturnType<typeof aStoreToSign>) {
    const section = store.get(sections, sectionId);
    const own = store.get(projects, section.projectId);
    const plan = store.get(plans, own.planId);
    const course = { project: own, sections: store.all(sections), plan };
    const contracts = section.contracts.map((each) => ({ ...each, ...paid }));
    for (const change of sectionsMoved(course, [withAcceptance({ ...section, contracts })], store.now)) {
      if (change.op !== 'put') continue;
      const kind = entities.get(change.entity);
      if (kind !== undefined) store.put(kind, change.row);
    }
  }

  it('section, project and plan end together', () => {
    const store = aProject();
    expect(statuses(store)).toEqual(['contracted', 'in_execution', 'in_execution']);
    performed(store);
    expect(statuses(store)).toEqual(['accepted', 'completed', 'completed']);
  });

  it('another contract takes them back, and its ending ends them again', () => {
    const part = { several: 'by_batch' as const, amount: 100 };
    const store = aProject(part);
    performed(store);
    const next = anId('next batch');
    withContractIn(store, 'submitted', { ...part, contractNo: 'HT-2' }, next);
    expect(statuses(store)).toEqual(['contracted', 'in_execution', 'in_execution']);
    expect(endContract(store, next).ok).toBe(true);
    expect(statuses(store)).toEqual(['accepted', 'completed', 'completed']);
    // An only contract is not signed twice.
    const again = { id: anId('again'), sectionId, content: aContractContent({ contractNo: 'HT-3' }) };
    expect(store.run(clerk, 'contracts.create', again)).toMatchObject({ error: { code: 'already_exists' } });
    expect(contractId).not.toBe(next);
  });
});
