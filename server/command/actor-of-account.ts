// Who a session speaks for now: made from the account's present row, so that a new role or a lost region counts from the next command.
export { actorOfAccount } from '#shared/domain/admin/actor-of.ts';
