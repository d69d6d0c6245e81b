// One world: a server on its database, the desks of a cast, the trading centre, the network between them, one clock and one seed. It runs
// the steps of one history, comes to rest, and is then examined.

import { actorOfAccount } from '#server/command/actor-of-account.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { type Account, accountSchema, type Organisation, type Platform } from '#shared/domain/admin/model.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import type { AwardChange } from '#shared/domain/award-changes/model.ts';
import type { Award } from '#shared/domain/awards/model.ts';
import type { Challenge } from '#shared/domain/challenges/model.ts';
import type { Acceptance } from '#shared/domain/contracts/acceptances/model.ts';
import type { Breach } from '#shared/domain/contracts/breaches/model.ts';
import type { ContractChange } from '#shared/domain/contracts/changes/model.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import type { Payment } from '#shared/domain/contracts/payments/model.ts';
import type { ExpertApplication } from '#shared/domain/experts/applications/model.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { SectionEvent } from '#shared/domain/projects/events/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import type { Supplier } from '#shared/domain/suppliers/model.ts';
import type { SavedView } from '#shared/domain/views/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { type CentreStore, WorldCentre } from './centre.ts';
import type { Chance } from './chance.ts';
import { chanceOf } from './chance.ts';
import { type VirtualClock, virtualClock } from './clock.ts';
import { deskFolder, isRefusal, WorldDesk } from './desk.ts';
import { expiredIn } from './expired.ts';
import type { View } from './inputs-common.ts';
import type { Mutation } from './mutations.ts';
import { type Link, link } from './network.ts';
import { type DeskName, deskAccounts } from './people.ts';
import { shownRows } from './read-desk.ts';
import { WorldServer } from './server.ts';
import type { Surroundings } from './surroundings.ts';
import { type Tally, tally } from './tally.ts';
import { Turns } from './turns.ts';
import { takeOffProtocol1 } from './versions.ts';

export type WorldOptions = {
  readonly seed: number;
  readonly cast: readonly DeskName[];
  readonly folder: string;
  /** The desk that has no files yet. */
  readonly fresh?: DeskName | undefined;
  readonly mutation?: Mutation | undefined;
  /** Where the centre begins, when not where histories begin. */
  readonly centreRecords?: CentreStore;
};

export class World {
  readonly folder: string;
  readonly seed: number;
  readonly clock: VirtualClock;
  readonly chance: Chance;
  readonly tally: Tally = tally();
  readonly house: Surroundings;
  readonly server: WorldServer;
  readonly centre: WorldCentre;
  readonly cast: readonly WorldDesk[];
  readonly outwards: Link;
  readonly inwards: Link;
  readonly #turns = new Turns();
  readonly #putBack: () => void;

  constructor(house: Surroundings, options: WorldOptions) {
    this.house = house;
    this.#putBack = house.older ? takeOffProtocol1() : () => undefined;
    this.seed = options.seed;
    this.folder = options.folder;
    this.clock = virtualClock(house.startsAt);
    this.chance = chanceOf(options.seed);
    const slow = () => this.clock.advance(40_000);
    const linkOf = (name: string) => link(this.chance.of(`link ${name}`), slow, this.tally);
    this.outwards = linkOf('to the centre');
    this.inwards = linkOf('from the centre');
    this.server = new WorldServer({
      house,
      clock: this.clock,
      chance: this.chance,
      tally: this.tally,
      toCentre: (body) => this.#toCentre(body),
    });
    this.centre = new WorldCentre({
      clock: this.clock,
      chance: this.chance,
      store: options.centreRecords ?? house.centreRecords(),
      platformIds: house.platformIds,
      serverId: house.serverId,
      serverKeys: () => house.serverKeys,
      post: (body) => this.#fromCentre(body),
    });
    this.cast = options.cast.map((name) => {
      const desk = new WorldDesk({
        name,
        clock: this.clock,
        chance: this.chance,
        tally: this.tally,
        link: linkOf(name),
        folder: deskFolder(options.folder, name),
        mutation: options.mutation,
        older: house.older,
        turn: () => this.#turns.take(name),
        handle: async (request) => {
          if ((await expiredIn(house.database, request)) !== undefined) this.tally.count('cursor expired');
          const answer =
            (await options.mutation?.answers?.(house.database, request)) ??
            (await this.server.handle(request));
          await options.mutation?.answered?.(house.database, request);
          return answer;
        },
      });
      const image = house.deskImage(name);
      if (image !== undefined && name !== options.fresh) desk.startFrom(image);
      return desk;
    });
  }

  /** A desk of the cast, counted round. */
  desk(index: number): WorldDesk | undefined {
    return this.cast[index % this.cast.length];
  }

  named(name: DeskName): WorldDesk | undefined {
    return this.cast.find((desk) => desk.name === name);
  }

  /** A desk's link, or one of the two with the centre. */
  link(index: number): Link | undefined {
    return this.links[index % this.links.length];
  }

  get links(): readonly Link[] {
    return [this.outwards, this.inwards, ...this.cast.map((desk) => desk.link)];
  }

  /** What the desk shows; undefined when nobody is signed in there. */
  async view(desk: WorldDesk): Promise<View | undefined> {
    await desk.open();
    if (!desk.signedIn) return undefined;
    return desk.read('replica.db', (db) => {
      const accounts = shownRows(db, 'accounts') as readonly Account[];
      const own = accounts.find(({ id }) => id === deskAccounts[desk.name].id) ?? deskAccounts[desk.name];
      return {
        actor: actorOf(own),
        now: desk.now(),
        accounts,
        plans: shownRows(db, 'plans') as readonly Plan[],
        projects: shownRows(db, 'projects') as readonly Project[],
        sections: shownRows(db, 'sections') as readonly Section[],
        sectionEvents: shownRows(db, 'section_events') as readonly SectionEvent[],
        announcements: shownRows(db, 'announcements') as readonly Announcement[],
        challenges: shownRows(db, 'challenges') as readonly Challenge[],
        awards: shownRows(db, 'awards') as readonly Award[],
        awardChanges: shownRows(db, 'award_changes') as readonly AwardChange[],
        contracts: shownRows(db, 'contracts') as readonly Contract[],
        contractChanges: shownRows(db, 'contract_changes') as readonly ContractChange[],
        acceptances: shownRows(db, 'acceptances') as readonly Acceptance[],
        payments: shownRows(db, 'payments') as readonly Payment[],
        breaches: shownRows(db, 'breaches') as readonly Breach[],
        expertApplications: shownRows(db, 'expert_applications') as readonly ExpertApplication[],
        suppliers: shownRows(db, 'suppliers') as readonly Supplier[],
        organisations: shownRows(db, 'organisations') as readonly Organisation[],
        platforms: shownRows(db, 'platforms') as readonly Platform[],
        savedViews: shownRows(db, 'saved_views') as readonly SavedView[],
      };
    });
  }

  /** A round of synchronising; whoever is asked to sign in does so and tries once more. */
  async syncDesk(desk: WorldDesk | undefined): Promise<Result<unknown> | undefined> {
    if (desk === undefined) return undefined;
    const first = await desk.sync();
    if (!isRefusal(first, 'not_signed_in')) return first;
    const signedIn = await desk.signIn();
    return signedIn?.ok === true ? desk.sync() : signedIn;
  }

  /** All of them at once. */
  async syncTogether(): Promise<void> {
    const works = this.cast.map((desk) => [desk.name, () => this.syncDesk(desk)] as const);
    await this.#turns.together(new Map(works), this.chance.of('turns'));
  }

  async pass(milliseconds: number): Promise<void> {
    this.clock.advance(milliseconds);
    await this.work();
  }

  /** What the server and the centre do by themselves when it is time. */
  async work(): Promise<void> {
    await this.server.work();
    await this.centreWork();
  }

  async centreWork(): Promise<number> {
    return this.centre.tick();
  }

  /** Whether nothing is under way between the server and the centre. */
  async exchangeRests(): Promise<boolean> {
    const open = this.centre
      .state()
      .outgoing.some(({ state }) => state === 'pending' || state === 'received');
    return !open && (await this.server.rests());
  }

  async end(): Promise<void> {
    this.#putBack();
    for (const desk of this.cast) desk.abandon();
    await this.server.end();
  }

  async #toCentre(body: string): Promise<{ readonly status: number; readonly body: string }> {
    const carried = await this.outwards.carry(async () => {
      const answer = this.centre.receive(body);
      if (answer === undefined) throw new Error('lost by the centre');
      return { status: answer.status, headers: {}, body: new TextEncoder().encode(answer.body) };
    });
    return { status: carried.status, body: textOf(carried.body, carried.cutAt) };
  }

  async #fromCentre(body: string): Promise<{ readonly status: number; readonly body: string }> {
    const carried = await this.inwards.carry(() =>
      this.server.handle({
        method: 'POST',
        path: '/exchange/inbox',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    );
    return { status: carried.status, body: textOf(carried.body, carried.cutAt) };
  }
}

function textOf(body: Uint8Array, cutAt: number | null): string {
  return new TextDecoder().decode(cutAt === null ? body : body.subarray(0, cutAt));
}

function actorOf(account: Account): Actor {
  const { id: accountId, name, role, organisationId, regionCodes } = accountSchema.parse(account);
  return actorOfAccount(account) ?? { accountId, name, role, organisationId, regionCodes, platformId: null };
}
