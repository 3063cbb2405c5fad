import type { AdministratorTask } from './administratorMessage.js';

/** What is said to an administrator, in the voice of the reader. Each is a paragraph of whole sentences. */
export type AdministratorWords = {
  readonly subject: (task: AdministratorTask) => string;
  readonly greeting: string;
  /** What is wrong and what to do, without commands and links, which follow in paragraphs of their own. */
  readonly whatToDo: (task: AdministratorTask) => string;
  /** Announces the commands, and says which module they need. */
  readonly commands: (task: AdministratorTask) => string;
  /** Who met this and when. */
  readonly asked: (from: string | undefined, at: string) => string;
  readonly supportCode: (code: string) => string;
  readonly thanks: string;
};
