import type administrator from './en/administrator.json';
import type first from './en/first.json';
import type later from './en/later.json';
import type standalone from './en/standalone.json';
import type { MessageArguments } from './messageArguments.js';

/** Messages as the build compiles them: a function for each message with arguments, a string for any other. */
type Compiled<Messages, Path extends string> = {
  readonly [Key in keyof Messages & string]: Messages[Key] extends string
    ? CompiledMessage<`${Path}.${Key}`>
    : Compiled<Messages[Key], `${Path}.${Key}`>;
};

type CompiledMessage<Path> = Path extends keyof MessageArguments
  ? (parameters: Readonly<MessageArguments[Path]>) => string
  : string;

export type FirstMessages = Compiled<typeof first, 'first'>;
export type LaterMessages = Compiled<typeof later, 'later'>;
export type AdministratorMessages = Compiled<typeof administrator, 'administrator'>;
export type StandaloneMessages = Compiled<typeof standalone, 'standalone'>;
