import { parse } from '@messageformat/parser';

/**
 * Messages in ICU MessageFormat, nested by subject.
 * @typedef {{ readonly [key: string]: string | Messages }} Messages
 * @typedef {ReturnType<typeof parse>[number] | import('@messageformat/parser').Octothorpe} Token
 */

/** Arguments that the compiler wraps in first strong isolates. @see https://www.unicode.org/reports/tr9/ */
const isolated = new Set(['name', 'contact']);

/**
 * Compiles messages to JavaScript. A message without arguments becomes a string, any other a function. The
 * code needs `plural` and `isolate` of `src/tab/i18n/format.ts` in scope. Numbers use Latin digits without
 * grouping.
 * @param {Messages} messages
 * @param {string} tag BCP 47 tag of their language
 * @param {'export default' | 'exports.default =' | 'return'} exported
 * @returns {string}
 */
export function compileMessages(messages, tag, exported) {
  const tables = new Map();
  /** @param {string} table */
  const share = (table) => {
    if (!tables.has(table)) tables.set(table, `table${tables.size}`);
    return tables.get(table);
  };
  const code = compileAll(messages, (message) => compileMessage(message, tag, share));
  const declarations = [...tables].map(([table, name]) => `const ${name} = ${table};\n`).join('');
  return `${declarations}${exported} ${code};\n`;
}

/**
 * @param {Messages} messages
 * @param {(message: string) => string} compileOne
 * @returns {string}
 */
function compileAll(messages, compileOne, path = '') {
  const members = Object.entries(messages).map(([key, value]) => {
    const place = `${path}${key}`;
    if (typeof value !== 'string')
      return `${JSON.stringify(key)}: ${compileAll(value, compileOne, `${place}.`)}`;
    try {
      return `${JSON.stringify(key)}: ${compileOne(value)}`;
    } catch (cause) {
      throw new Error(`${place}: ${cause instanceof Error ? cause.message : 'cannot be parsed'}`, { cause });
    }
  });
  return `{ ${members.join(', ')} }`;
}

/**
 * @param {string} message
 * @param {string} tag
 * @param {(table: string) => string} share
 * @returns {string}
 */
function compileMessage(message, tag, share) {
  const tokens = parseMessage(message, tag);
  const names = [...argumentsOf(tokens).keys()];
  const code = compileTokens(tokens, { tag, share });
  return names.length === 0 ? code : `({ ${names.join(', ')} }) => ${code}`;
}

/**
 * @param {string} message
 * @param {string} tag
 * @returns {Token[]}
 */
export function parseMessage(message, tag) {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  return parse(message, { strict: true, cardinal: pluralCategories });
}

/**
 * Collects the arguments of a message with their TypeScript types.
 * @param {readonly Token[]} tokens
 * @param {Map<string, string>} found
 */
export function argumentsOf(tokens, found = new Map()) {
  for (const token of tokens) {
    if (token.type === 'content' || token.type === 'octothorpe') continue;
    const type = typeOf(token);
    if (type !== 'string' || !found.has(token.arg)) found.set(token.arg, type);
    if (!('cases' in token)) continue;
    if (!token.cases.some(({ key }) => key === 'other')) throw new Error(`{${token.arg}} has no case other`);
    for (const { tokens: inner } of token.cases) argumentsOf(inner, found);
  }
  return found;
}

/** @param {Exclude<Token, { type: 'content' | 'octothorpe' }>} token */
function typeOf(token) {
  switch (token.type) {
    case 'argument':
      return 'string';
    case 'plural':
      return 'number';
    case 'select': {
      const { named, other, missing } = casesOf(token);
      const types = other.length > 0 ? ['string'] : named.map(({ key }) => `'${key}'`);
      return [...types, ...(missing === undefined ? [] : ['null'])].join(' | ');
    }
    case 'function':
      if (token.key === 'number' && token.param === undefined) return 'number';
  }
  throw new Error(`{${token.arg}} has a format that is not supported`);
}

/**
 * The case `null` is for an unknown value. An empty `other` means that the named cases are exhaustive.
 * @param {import('@messageformat/parser').Select} select
 */
function casesOf({ cases }) {
  return {
    named: cases.filter(({ key }) => key !== 'other' && key !== 'null'),
    missing: cases.find(({ key }) => key === 'null')?.tokens,
    other: cases.find(({ key }) => key === 'other')?.tokens ?? [],
  };
}

/** @typedef {{ tag: string, share: (table: string) => string, count?: string }} Scope */

/**
 * @param {readonly Token[]} tokens
 * @param {Scope} scope
 * @returns {string} an expression
 */
function compileTokens(tokens, scope) {
  const [first] = tokens;
  if (tokens.every((token) => token.type === 'content'))
    return JSON.stringify(tokens.map(({ value }) => value).join(''));
  if (tokens.length === 1 && first !== undefined && 'cases' in first) return compileToken(first, scope);
  const parts = tokens.map((token) =>
    token.type === 'content'
      ? token.value.replace(/[\\`]|\$(?=\{)/g, String.raw`\$&`)
      : `\${${compileToken(token, scope)}}`,
  );
  return `\`${parts.join('')}\``;
}

/**
 * @param {Exclude<Token, { type: 'content' }>} token
 * @param {Scope} scope
 * @returns {string}
 */
function compileToken(token, scope) {
  switch (token.type) {
    case 'octothorpe':
      if (scope.count === undefined) throw new Error('# is outside of a plural');
      return scope.count;
    case 'argument':
      return isolated.has(token.arg) ? `isolate(${token.arg})` : token.arg;
    case 'function':
      return token.arg;
    case 'plural':
      return compilePlural(token, scope);
    case 'select':
      return compileSelect(token, scope);
    case 'selectordinal':
      throw new Error('selectordinal is not supported');
  }
}

/**
 * @param {import('@messageformat/parser').Select} plural
 * @param {Scope} scope
 */
function compilePlural({ arg, cases }, scope) {
  const inner = { ...scope, count: arg };
  const exact = cases
    .filter(({ key }) => key.startsWith('='))
    .map(({ key, tokens }) => `${arg} === ${key.slice(1)} ? ${compileTokens(tokens, inner)} : `);
  const forms = cases.filter(({ key }) => !key.startsWith('='));
  const [only] = forms;
  const rest =
    forms.length === 1 && only !== undefined
      ? compileTokens(only.tokens, inner)
      : `plural(${JSON.stringify(scope.tag)}, ${arg}, { ${forms
          .map(({ key, tokens }) => `${key}: ${compileTokens(tokens, inner)}`)
          .join(', ')} })`;
  return `${exact.join('')}${rest}`;
}

/**
 * @param {import('@messageformat/parser').Select} select
 * @param {Scope} scope
 */
function compileSelect(select, scope) {
  const { arg } = select;
  const { named, missing, other } = casesOf(select);
  const first = missing === undefined ? '' : `${arg} === null ? ${compileTokens(missing, scope)} : `;
  if (other.length > 0) {
    const tests = named.map(
      ({ key, tokens }) => `${arg} === ${JSON.stringify(key)} ? ${compileTokens(tokens, scope)} : `,
    );
    return `${first}${tests.join('')}${compileTokens(other, scope)}`;
  }
  const table = `{ ${named.map(({ key, tokens }) => `${JSON.stringify(key)}: ${compileTokens(tokens, scope)}`).join(', ')} }`;
  const isConstant = named.every(({ tokens }) => tokens.every(({ type }) => type === 'content'));
  return `${first}${isConstant ? scope.share(table) : `(${table})`}[${arg}]`;
}
