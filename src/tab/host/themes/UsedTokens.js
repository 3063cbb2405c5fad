import webpack from 'webpack';

const { Compilation, WebpackError } = webpack;
const { ReplaceSource } = webpack.sources;

/** A theme as `asLiteral` writes it, before minification. In a concatenated module webpack prefixes the name. */
const literal = /\bconst (?:\w+_)?theme = (\{[^{}]*\});/g;
const themeModule = /[\\/]host[\\/]themes[\\/]\w+\.ts$/;

/** Removes tokens that no style or script uses, about two in five, and verifies the finished build. */
export class UsedTokens {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('UsedTokens', (compilation) => {
      const unused = new Set();
      const at = (stage, run) => {
        compilation.hooks.processAssets.tap({ name: 'UsedTokens', stage }, run);
      };
      const fail = (message) => compilation.errors.push(new WebpackError(message));
      at(Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE, (assets) => {
        const texts = textsOf(assets);
        const named = new Set(texts.flatMap(([, text]) => text.replace(literal, '').match(/\w+/g) ?? []));
        let found = 0;
        for (const [name, text] of texts.filter(([, text]) => text.search(literal) >= 0)) {
          const source = new ReplaceSource(compilation.getAsset(name).source);
          for (const { 0: whole, 1: values, index } of text.matchAll(literal)) {
            const theme = Object.entries(JSON.parse(values));
            for (const [token] of theme) if (!named.has(token)) unused.add(token);
            const kept = Object.fromEntries(theme.filter(([token]) => named.has(token)));
            const start = index + whole.indexOf(values);
            source.replace(start, start + values.length - 1, JSON.stringify(kept));
            found += 1;
          }
          compilation.updateAsset(name, source);
        }
        const expected = [...compilation.modules].filter(({ resource }) => themeModule.test(resource)).length;
        if (found === 0 || found !== expected)
          fail(`Of ${expected} themes ${found} are in the build as written.`);
      });
      at(Compilation.PROCESS_ASSETS_STAGE_REPORT, (assets) => {
        for (const [name, text] of textsOf(assets)) {
          const asked = new Set([...text.matchAll(/var\(--(\w+)/g)].map(([, token]) => token));
          for (const token of asked)
            if (unused.has(token)) fail(`${name} asks for ${token}, which no theme has.`);
        }
      });
    });
  }
}

const textsOf = (assets) =>
  Object.entries(assets)
    .filter(([name]) => /\.(js|css|html|mustache)$/.test(name))
    .map(([name, source]) => [name, source.source().toString()]);
