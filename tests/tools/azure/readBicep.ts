import type { Call, Declaration, Expression } from './bicep.js';

/** Reads a Bicep file. Throws with the line at anything that it does not know: this is a reader of what we use, not of Bicep. */
export function readBicep(text: string): readonly Declaration[] {
  let at = 0;

  const refuse = (wanted: string): never => {
    const line = text.slice(0, at).split('\n').length;
    throw new Error(`line ${line}: ${wanted} instead of ${JSON.stringify(text.slice(at, at + 20))}`);
  };
  const take = (pattern: RegExp): string | undefined => {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = at;
    const found = sticky.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  /** Blanks, and line ends and comments too where these mean nothing. */
  const skip = (lines: boolean) => {
    take(lines ? /(\s|\/\/.*)*/ : /[ \t]*(\/\/.*)?/);
  };
  const need = (pattern: RegExp, wanted: string): string => {
    skip(false);
    return take(pattern) ?? refuse(wanted);
  };
  const word = () => need(/[A-Za-z_]\w*/, 'a name');

  const quoted = (): Expression => {
    const parts: Expression[] = [];
    let plain = '';
    while (take(/'/) === undefined) {
      const escaped = take(/\\[\\'nrt$]/);
      if (escaped !== undefined) {
        plain += { n: '\n', r: '\r', t: '\t' }[escaped.slice(1)] ?? escaped.slice(1);
      } else if (take(/\$\{/) !== undefined) {
        parts.push({ kind: 'value', value: plain }, expression());
        plain = '';
        need(/\}/, '}');
      } else plain += take(/[^\\'\n]/) ?? refuse("'");
    }
    const last = { kind: 'value', value: plain } as const;
    return parts.length === 0 ? last : { kind: 'text', parts: [...parts, last] };
  };

  const list = <T>(close: RegExp, item: () => T): T[] => {
    const items: T[] = [];
    skip(true);
    while (take(close) === undefined) {
      items.push(item());
      skip(false);
      const isSeparated = take(/,|\r?\n/) !== undefined;
      if (!isSeparated && new RegExp(close.source, 'y').exec(text.slice(at)) === null)
        refuse('a comma or a new line');
      skip(true);
    }
    return items;
  };

  const primary = (): Expression => {
    skip(false);
    if (take(/'/) !== undefined) return quoted();
    const number = take(/\d+/);
    if (number !== undefined) return { kind: 'value', value: Number(number) };
    if (take(/\{/) !== undefined) {
      const entries = list(/\}/, () => {
        const key: Expression = take(/'/) === undefined ? { kind: 'value', value: word() } : quoted();
        need(/:/, ':');
        return [key, expression()] as const;
      });
      return { kind: 'object', entries };
    }
    if (take(/\[/) !== undefined) return { kind: 'array', items: list(/\]/, expression) };
    const name = word();
    if (name === 'true' || name === 'false') return { kind: 'value', value: name === 'true' };
    if (name === 'null') return { kind: 'value', value: null };
    return take(/\(/) === undefined
      ? { kind: 'name', name }
      : { kind: 'call', of: undefined, name, args: list(/\)/, expression) };
  };

  const chain = (): Expression => {
    let of = primary();
    while (take(/!?\./) !== undefined) {
      const name = word();
      of =
        take(/\(/) === undefined
          ? { kind: 'member', of, name }
          : { kind: 'call', of, name, args: list(/\)/, expression) };
    }
    return of;
  };

  const expression = (): Expression => {
    const test = chain();
    const before = at;
    skip(true);
    if (take(/\?(?=\s)/) === undefined) {
      at = before;
      return test;
    }
    skip(true);
    const yes = expression();
    skip(true);
    need(/:/, ':');
    skip(true);
    return { kind: 'choice', test, yes, no: expression() };
  };

  const literal = (): string => {
    const value = primary();
    return value.kind === 'value' && typeof value.value === 'string' ? value.value : refuse('a plain string');
  };

  const declaration = (decorators: readonly Call[]): Declaration => {
    const keyword = word();
    const name = word();
    const isNext = (pattern: RegExp) => {
      skip(false);
      return take(pattern) !== undefined;
    };
    switch (keyword) {
      case 'param':
        return {
          kind: 'param',
          name,
          decorators,
          type: word(),
          fallback: isNext(/=/) ? expression() : undefined,
        };
      case 'var':
        need(/=/, '=');
        return { kind: 'var', name, value: expression() };
      case 'output': {
        const type = word();
        need(/=/, '=');
        return { kind: 'output', name, type, value: expression() };
      }
      case 'resource': {
        skip(false);
        const type = literal();
        const isExisting = isNext(/existing\b/);
        need(/=/, '=');
        let condition: Expression | undefined;
        if (isNext(/if\b/)) {
          need(/\(/, '(');
          condition = expression();
          need(/\)/, ')');
        }
        return { kind: 'resource', name, type, isExisting, condition, body: expression() };
      }
      default:
        return refuse('param, var, resource or output');
    }
  };

  const declarations: Declaration[] = [];
  skip(true);
  while (at < text.length) {
    const decorators: Call[] = [];
    while (take(/@/) !== undefined) {
      const decorator = primary();
      if (decorator.kind !== 'call') refuse('a decorator');
      else decorators.push(decorator);
      skip(true);
    }
    declarations.push(declaration(decorators));
    skip(false);
    if (at < text.length) need(/\r?\n/, 'the end of the line');
    skip(true);
  }
  return declarations;
}
