import {
  argumentsOf,
  compileMessages,
  parseMessage,
  type Messages,
} from '../../../scripts/messages/compile.js';
import { isolate, plural } from '../../../src/tab/i18n/format.js';
import { english } from '../../../src/tab/i18n/Language.js';
import { isolated } from '../../support/isolated.js';

/** Compiles a message and runs it. */
function format(message: string, parameters: object, tag = 'en'): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the compiler's output is code
  const run = new Function('isolate', 'plural', compileMessages({ message }, tag, 'return')) as (
    ...helpers: unknown[]
  ) => { readonly message: unknown };
  const compiled = run(isolate, plural).message;
  return typeof compiled === 'function' ? (compiled as (given: object) => unknown)(parameters) : compiled;
}

test.each<[message: string, parameters: object, text: string]>([
  ['Plain', {}, 'Plain'],
  ['It’s {what}', { what: 'new' }, 'It’s new'],
  ["It's '{'quoted'}' and ''so''", {}, "It's {quoted} and 'so'"],
  ['`${code}` \\ {x}', { x: '${x}`', code: 'c' }, '`$c` \\ ${x}`'],
  ['{n, plural, one {# person} other {# people}}', { n: 1 }, '1 person'],
  ['{n, plural, one {# person} other {# people}}', { n: 2 }, '2 people'],
  ['{n, plural, =0 {none} one {one} other {#}}', { n: 0 }, 'none'],
  ['{n, plural, =0 {none} other {some}}', { n: 7 }, 'some'],
  ["{n, plural, one {'#'#} other {#}}", { n: 1 }, '#1'],
  ['{n, number} of {total, number}', { n: 1200, total: 3400 }, '1200 of 3400'],
  ['{x, select, a {A} b {B} other {}}!', { x: 'b' }, 'B!'],
  ['{x, select, a {A} other {C}}', { x: 'constructor' }, 'C'],
  ['{who, select, null {someone} other {so {who}}}', { who: null }, 'someone'],
  ['{who, select, null {someone} other {so {who}}}', { who: 'null' }, 'so null'],
  ['{n, plural, one {{x, select, a {A} other {}} #} other {#}}', { n: 1, x: 'a' }, 'A 1'],
])('formats %j with %j as %j', (message, parameters, text) => {
  expect(format(message, parameters)).toBe(text);
});

test('isolates only names and contacts', () => {
  const parameters = { name: 'Amina', contact: 'help', host: 'Teams' };

  expect(format('{name} {contact} {host}', parameters)).toBe(
    `${isolated('Amina')} ${isolated('help')} Teams`,
  );
});

test('selects the plural form by the rules of the language', () => {
  const message = '{n, plural, zero {0} one {1} two {2} few {few} many {many} other {other}}';

  expect([0, 1, 2, 3, 11, 100].map((n) => format(message, { n }, 'ar'))).toEqual([
    ...['0', '1', '2', 'few', 'many', 'other'],
  ]);
});

test.each<[message: string, fault: RegExp]>([
  ['{open', /message: Unexpected message end/],
  ['{n, plural, one {x} few {y} other {z}}', /message: The plural case few is not valid/],
  ['{n, plural, one {x}}', /message: \{n\} has no case other/],
  ['{d, date, long}', /message: .* is not supported/],
  ['{n, selectordinal, one {#st} other {#th}}', /message: .* is not supported/],
  ['{n, number, percent}', /message: .* is not supported/],
])('refuses %j and names the message', (message, fault) => {
  expect(() => compileMessages({ message } satisfies Messages, 'en', 'return')).toThrow(fault);
});

test.each<[message: string, types: Readonly<Record<string, string>>]>([
  ['{x}', { x: 'string' }],
  ['{n, plural, other {#}} {n}', { n: 'number' }],
  ['{n} {n, number}', { n: 'number' }],
  ['{name, select, null {x} other {{name}}}', { name: 'string | null' }],
  ['{x, select, a {A} b {B} other {}}', { x: "'a' | 'b'" }],
  ['{x, select, a {A} other {B}}', { x: 'string' }],
])('derives the arguments of %j: %j', (message, types) => {
  expect(Object.fromEntries(argumentsOf(parseMessage(message, 'en')))).toEqual(types);
});

test('wrong and missing arguments do not compile', () => {
  const { held, heading } = english.messages;
  // @ts-expect-error -- no right of this name
  expect(held.delegates({ right: 'fly', name: 'Amina' })).toContain('Amina');
  // @ts-expect-error -- a text is not a number
  expect(heading.delegates({ count: '2' })).toContain('2');
  // @ts-expect-error -- the name is missing
  expect(held.delegates({ right: 'makeCalls' })).toContain('make calls');
});
