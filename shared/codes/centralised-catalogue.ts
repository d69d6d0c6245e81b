// 集中采购目录: what must be bought through 集中采购. It is a regional parameter, published by the province; this edition names codes of the
// 2013 catalogue, carried over here to the 2022 codes by name. An item without a code has no counterpart in our catalogue data.
import { ancestorCodes, type CatalogueEdition } from './catalogue.ts';
import henan2020 from './data/centralised-catalogue-henan-2020.json' with { type: 'json' };

type CentralisedItem = {
  readonly name: string;
  /** Codes of the 2022 edition; a code stands for everything below it. */
  readonly codes: readonly string[];
};

export const defaultCentralisedEdition = henan2020.edition;

/** The editions that are known, with their official titles. */
export const centralisedEditions: readonly { readonly edition: string; readonly title: string }[] = [
  { edition: henan2020.edition, title: henan2020.title },
];

const centralisedCatalogues: ReadonlyMap<string, readonly CentralisedItem[]> = new Map([
  [henan2020.edition, henan2020.items],
]);

/**
 * The item of the 集中采购目录 that covers the code, undefined when none does. Codes of the 2013 edition are never matched: the same
 * string means something else there. Unknown editions of the 集中采购目录 cover nothing.
 */
export function centralisedItem(
  edition: CatalogueEdition,
  code: string,
  centralisedEdition: string = defaultCentralisedEdition,
): CentralisedItem | undefined {
  if (edition !== '2022') return undefined;
  const chain = [code, ...ancestorCodes(code)];
  return centralisedCatalogues
    .get(centralisedEdition)
    ?.find((item) => item.codes.some((covered) => chain.includes(covered)));
}
