// Who keeps the library: 采购办, every one of those that this server serves. A county draws from the city's library, and the experts of a city are no
// county's own.
import type { Role } from '../../actor.ts';

export const keepers: readonly Role[] = ['procurement_office'];
