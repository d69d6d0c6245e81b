// How fast the trading centre of `npm start` works: slow enough to be seen waiting. It looks at a plan before it divides it, tells of an opening soon after its
// time, and evaluates within the hour.
export const pace = { delayMs: 8000, opensAfterMs: 30_000, evaluatesAfterMs: 3_600_000 };
