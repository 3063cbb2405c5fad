/** An expression of the part of Bicep that infra/ is written in. */
export type Expression =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'text'; readonly parts: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: Expression, value: Expression])[] }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | {
      readonly kind: 'call';
      readonly of: Expression | undefined;
      readonly name: string;
      readonly args: readonly Expression[];
    }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    };

export type Call = Extract<Expression, { kind: 'call' }>;

export type Declaration =
  | {
      readonly kind: 'param';
      readonly name: string;
      readonly type: string;
      readonly decorators: readonly Call[];
      readonly fallback: Expression | undefined;
    }
  | { readonly kind: 'var'; readonly name: string; readonly value: Expression }
  | {
      readonly kind: 'resource';
      readonly name: string;
      /** With its API version. */
      readonly type: string;
      readonly isExisting: boolean;
      readonly condition: Expression | undefined;
      readonly body: Expression;
    }
  | { readonly kind: 'output'; readonly name: string; readonly type: string; readonly value: Expression };
