import type { Presence } from '../../../../src/contract/delegation.js';
import type { AttentionInput } from '../../../../src/tab/features/attention/AttentionInput.js';
import type { FindingCode } from '../../../../src/tab/features/attention/Finding.js';
import { collectFindings } from '../../../../src/tab/features/attention/collectFindings.js';
import { aDelegation } from '../../support/delegation.js';

/** Two delegates who may answer. Yields no finding. */
export const calm: AttentionInput = {
  list: 'delegates',
  delegations: [aDelegation('ann'), aDelegation('ben')],
  other: [],
  presence: new Map(),
  lastConfirmed: [],
  counterparts: new Map(),
  teamsPhone: 'enabled',
  isCallingAllowed: true,
};

/** Uses the same word for availability and activity. */
export const presence = (words: Readonly<Record<string, string>>): ReadonlyMap<string, Presence> =>
  new Map(Object.entries(words).map(([id, word]) => [id, { availability: word, activity: word }]));

export const many = (count: number) => Array.from({ length: count }, (_, index) => aDelegation(`p${index}`));

type Expected = {
  readonly ids: readonly string[];
  readonly unsure?: readonly string[];
  readonly step: string;
  /** Defaults to `ids`. */
  readonly stepIds?: readonly string[];
};

/** The case, its difference from `calm`, and the expected finding. Undefined when there is none. */
export type FindingRow = readonly [
  what: string,
  input: Partial<AttentionInput>,
  expected: Expected | undefined,
];

export function testFinding(code: FindingCode, rows: readonly FindingRow[]): void {
  test.each(rows)(`${code}: %s`, (_, input, expected) => {
    const finding = collectFindings({ ...calm, ...input }).find((candidate) => candidate.code === code);

    if (expected === undefined) {
      expect(finding).toBeUndefined();
      return;
    }
    const { ids, unsure = [], step, stepIds = ids } = expected;
    const list = input.list ?? 'delegates';
    expect(finding).toMatchObject({ code, list, ids, unsure, next: { step, ids: stepIds } });
  });
}
