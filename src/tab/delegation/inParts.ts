import { peoplePerRequest } from '../../contract/delegation.js';

/** Splits the ids into as few requests as the server's limit allows. */
export async function inParts<Answer>(
  ids: readonly string[],
  ask: (part: readonly string[]) => Promise<readonly Answer[]>,
): Promise<Answer[]> {
  const parts = [];
  for (let start = 0; start < ids.length; start += peoplePerRequest) {
    parts.push(ask(ids.slice(start, start + peoplePerRequest)));
  }
  return (await Promise.all(parts)).flat();
}
