/** The result of one check. `note` means that it works but deserves attention. */
export type Finding = {
  readonly check: string;
  readonly outcome: 'ok' | 'note' | 'failed' | 'skipped';
  /** The observation, in a sentence. Never contains a secret or a token. */
  readonly message: string;
  /** The fix. Set only if something is wrong. */
  readonly fix?: string;
};

type Part = Omit<Finding, 'check' | 'outcome'>;

/** Creates the findings of one check. */
export const of = (check: string) =>
  ({
    ok: (message: string): Finding => ({ check, outcome: 'ok', message }),
    note: (message: string, fix: string): Finding => ({ check, outcome: 'note', message, fix }),
    failed: (message: string, fix: string): Finding => ({ check, outcome: 'failed', message, fix }),
    skipped: (message: string): Finding => ({ check, outcome: 'skipped', message }),
  }) satisfies Record<string, (...words: never[]) => Part>;

const marks = { ok: '✓', note: '!', failed: '✗', skipped: '–' } as const;

/** Formats a finding for a terminal: a mark, the observation, and the fix below it. */
export const toLines = ({ check, outcome, message, fix }: Finding): string =>
  [`${marks[outcome]} ${check}: ${message}`, ...(fix === undefined ? [] : [`    ${fix}`])].join('\n');
