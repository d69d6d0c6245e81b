// Messages that a right-minded centre would never send, to see that they are refused, and a change of a section that has been announced, which
// it may send but which must change nothing by itself. All but the reused id go through the outbox, so that the refusal is kept with them.
import { sectionPushBodySchema } from '#shared/contract/exchange.ts';
import type { SectionContent } from '#shared/domain/projects/model.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { push } from './business.ts';
import type { Probe } from './faults.ts';
import type { ChangeOrder } from './orders.ts';
import { queue, send } from './outgoing.ts';
import type { Context, HttpAnswer } from './ports.ts';
import type { SectionRecord } from './records.ts';

const anyContent: SectionContent = {
  sectionNo: 'ZFCG-G2099999-1号',
  name: '无此标段',
  budget: 100_000,
  ceiling: null,
  content: '办公用品',
  catalogEdition: '2022',
  catalogCode: 'A05040100',
  smeReserved: false,
  evalMethod: null,
  qualification: null,
  performancePeriod: null,
  acceptsConsortium: null,
  openingOn: null,
  plannedSectionId: null,
};

/** The answer, where the message is sent at once. */
export async function sendProbe(context: Context, probe: Probe): Promise<HttpAnswer | undefined> {
  const { ports, records } = context;
  const newId = () => uuidV7(context.now(), ports.randomBytes(10));
  const unknown = (version: number) => ({
    lotUid: `LOT-${newId()}`,
    version,
    pushedAt: context.now(),
    content: anyContent,
  });
  const plan = records.plans.values()[0];
  const platformId = plan?.platformId ?? ports.platformIds[0] ?? '';
  const put = (type: string, businessKey: string, body: unknown) => {
    queue(context, { platformId, type, businessKey, body, dueAt: ports.clock() });
    records.commit();
  };
  switch (probe) {
    case 'sendUnknownPlan': {
      const planNo = '无此计划-2099-9999';
      put('section.push', `sections/${planNo}`, { planId: newId(), planNo, sections: [unknown(1)] });
      return undefined;
    }
    case 'sendUnknownSection': {
      if (plan === undefined) return undefined;
      const { planId, planNo } = plan.body;
      put('section.change', `sections/${planNo}`, { planId, planNo, section: unknown(2) });
      return undefined;
    }
    case 'sendUnknownType':
      put('section.unknown', `probe/${newId()}`, {});
      return undefined;
    case 'changeAnnouncedSection': {
      const section = newestAnnounced(context);
      if (section === undefined) return undefined;
      changeByOrder(context, section);
      records.commit();
      return undefined;
    }
    case 'reuseMsgId': {
      const used = records.outgoing
        .values()
        .findLast(({ type, state }) => type === 'section.push' && (state === 'done' || state === 'received'));
      if (used === undefined) return undefined;
      const body = sectionPushBodySchema.parse(used.body);
      const sections = body.sections.map((section) => ({ ...section, version: section.version + 1 }));
      return send(context, { ...used, body: { ...body, sections } });
    }
  }
}

/** Pushes the section anew with another content. False where it is not known. */
export function changeByOrder(context: Context, { lotUid }: ChangeOrder): boolean {
  const section = context.records.sections.get(lotUid);
  if (section === undefined || section.cancelled) return false;
  const { content, version } = section;
  const changed = { ...content, content: `${content.content}（采购需求调整）`.slice(-5000) };
  push(context, { ...section, content: changed, version: version + 1, pushedAt: context.now() });
  return true;
}

/** A section of the newest announcement that has live ones. */
function newestAnnounced({ records }: Context): SectionRecord | undefined {
  return records.announcements
    .values()
    .toReversed()
    .flatMap(({ body }) => body.lotUids)
    .flatMap((lotUid) => records.sections.get(lotUid) ?? [])
    .find(({ cancelled }) => !cancelled);
}
