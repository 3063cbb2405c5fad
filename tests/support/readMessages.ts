import { compileMessages } from '../../scripts/messages/compile.js';
import { readMessages as read } from '../../scripts/messages/files.js';
import type { LanguageTag } from '../../src/contract/languages.js';
import { isolate, plural } from '../../src/tab/i18n/format.js';
import type {
  AdministratorMessages,
  FirstMessages,
  LaterMessages,
  StandaloneMessages,
} from '../../src/tab/i18n/messages.js';

type Messages = {
  readonly first: FirstMessages;
  readonly later: LaterMessages;
  readonly administrator: AdministratorMessages;
  readonly standalone: StandaloneMessages;
};

/** Reads the messages of a language, for tests outside webpack and Jest's tab project. */
export const readMessages = (tag: LanguageTag): Messages => ({
  first: compile(tag, 'first'),
  later: compile(tag, 'later'),
  administrator: compile(tag, 'administrator'),
  standalone: compile(tag, 'standalone'),
});

function compile<Part extends keyof Messages>(tag: LanguageTag, part: Part): Messages[Part] {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the compiler's output is code
  const run = new Function('isolate', 'plural', compileMessages(read(tag, part), tag, 'return')) as (
    ...format: unknown[]
  ) => Messages[Part];
  return run(isolate, plural);
}
