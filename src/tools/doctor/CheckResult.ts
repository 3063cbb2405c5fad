/** The result of one check. `note` means that it works but deserves attention. */
export type CheckResult = {
  readonly check: string;
  readonly outcome: 'ok' | 'note' | 'failed' | 'skipped';
  /** The observation, in a sentence. Never contains a secret or a token. */
  readonly message: string;
  /** The fix. Set only if something is wrong. */
  readonly fix?: string;
};

/** Creates the results of one check. */
export const of = (check: string) => ({
  ok: (message: string): CheckResult => ({ check, outcome: 'ok', message }),
  note: (message: string, fix: string): CheckResult => ({ check, outcome: 'note', message, fix }),
  failed: (message: string, fix: string): CheckResult => ({ check, outcome: 'failed', message, fix }),
  skipped: (message: string): CheckResult => ({ check, outcome: 'skipped', message }),
});

const marks = { ok: '✓', note: '!', failed: '✗', skipped: '–' } as const;

/** Formats a result for a terminal: a mark, the observation, and the fix below it. */
export const toLines = ({ check, outcome, message, fix }: CheckResult): string =>
  [`${marks[outcome]} ${check}: ${message}`, ...(fix === undefined ? [] : [`    ${fix}`])].join('\n');
