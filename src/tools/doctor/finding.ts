/** The result of one check. `note` means that it works but deserves attention. */
export type Finding = {
  readonly check: string;
  readonly outcome: 'ok' | 'note' | 'failed' | 'skipped';
  /** The observation, in a sentence. Never contains a secret or a token. */
  readonly seen: string;
  /** The fix. Set only if something is wrong. */
  readonly mend?: string;
};

type Part = Omit<Finding, 'check' | 'outcome'>;

/** Creates the findings of one check. */
export const of = (check: string) =>
  ({
    ok: (seen: string): Finding => ({ check, outcome: 'ok', seen }),
    note: (seen: string, mend: string): Finding => ({ check, outcome: 'note', seen, mend }),
    failed: (seen: string, mend: string): Finding => ({ check, outcome: 'failed', seen, mend }),
    skipped: (seen: string): Finding => ({ check, outcome: 'skipped', seen }),
  }) satisfies Record<string, (...words: never[]) => Part>;

const marks = { ok: '✓', note: '!', failed: '✗', skipped: '–' } as const;

/** Formats a finding for a terminal: a mark, the observation, and the fix below it. */
export const toLines = ({ check, outcome, seen, mend }: Finding): string =>
  [`${marks[outcome]} ${check}: ${seen}`, ...(mend === undefined ? [] : [`    ${mend}`])].join('\n');
