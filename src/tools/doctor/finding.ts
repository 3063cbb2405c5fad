/** What one check found. `note`: works, but somebody should know. */
export type Finding = {
  readonly check: string;
  readonly outcome: 'ok' | 'note' | 'failed' | 'skipped';
  /** What was seen, in a sentence. Never a secret, never a token. */
  readonly seen: string;
  /** How to mend it; only where something is wrong. */
  readonly mend?: string;
};

type Part = Omit<Finding, 'check' | 'outcome'>;

/** Makes the findings of one check. */
export const of = (check: string) =>
  ({
    ok: (seen: string): Finding => ({ check, outcome: 'ok', seen }),
    note: (seen: string, mend: string): Finding => ({ check, outcome: 'note', seen, mend }),
    failed: (seen: string, mend: string): Finding => ({ check, outcome: 'failed', seen, mend }),
    skipped: (seen: string): Finding => ({ check, outcome: 'skipped', seen }),
  }) satisfies Record<string, (...words: never[]) => Part>;

const marks = { ok: '✓', note: '!', failed: '✗', skipped: '–' } as const;

/** For a person: a mark, what was seen, and below it the mend. */
export const toLines = ({ check, outcome, seen, mend }: Finding): string =>
  [`${marks[outcome]} ${check}: ${seen}`, ...(mend === undefined ? [] : [`    ${mend}`])].join('\n');
