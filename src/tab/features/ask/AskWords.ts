import type { AskedChange } from './AskedChange.js';
import type { Outcome } from './askedThisVisit.js';
import type { ManageStep } from './toManageSteps.js';

/** What a delegate asks of their delegator. Names come as they are, never shortened. */
export type AskRequest = {
  readonly change: AskedChange;
  readonly delegatorName: string;
  /** As the delegator finds them in Teams; undefined: the host does not say. */
  readonly delegateName: string | undefined;
  /** The day, in words, on which the reader last confirmed it as it is asked for; undefined: never. */
  readonly wasSoOn: string | undefined;
};

/** What asking for a change says. Each is a whole message, since languages order their parts differently. */
export type AskWords = {
  /** Of the mail. */
  readonly subject: (request: AskRequest) => string;
  /**
   * The same message several times, the fullest first: with the path through Teams' settings and the day on which it was
   * so, then with less. Every one names the change and whom it is for: the last one has to fit into a link on its own.
   * One paragraph each, in the voice of the reader.
   */
  readonly messages: (request: AskRequest) => readonly string[];
  /** One numbered step for the delegator. */
  readonly step: (step: ManageStep, name: string) => string;
  /** What has become of what was asked for, after a refresh. */
  readonly outcome: Readonly<Record<Outcome, (name: string) => string>>;
};
