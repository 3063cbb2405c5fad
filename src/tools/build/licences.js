import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

/** Writes what the licences of all packages in a bundle ask to keep beside it. */
export class Licences {
  /** @param {string} file */
  constructor(file) {
    this.file = file;
  }

  /** @param {webpack.Compiler} compiler */
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Licences', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'Licences', stage }, () => {
        const folders = new Set([...compilation.modules].flatMap(toPackageFolder));
        const parts = [...new Set([...folders].sort().map(toNotice))];
        compilation.emitAsset(
          this.file,
          new webpack.sources.RawSource(parts.join(`\n${'-'.repeat(80)}\n\n`)),
        );
      });
    });
  }
}

/**
 * The nearest folder above a module that names a package; none for our own.
 *
 * @param {webpack.Module} module
 */
function toPackageFolder(module) {
  const [, folder] =
    /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module.nameForCondition() ?? '') ?? [];
  return folder === undefined ? [] : [folder];
}

/**
 * The text of a package's licence; where it brings none, what its README says of it.
 *
 * @param {string} folder
 */
function toNotice(folder) {
  const read = (/** @type {string} */ file) => readFileSync(path.join(folder, file), 'utf8');
  /** @type {{ name: string, version: string, license: string }} */
  const { name, version, license } = JSON.parse(read('package.json'));
  const files = readdirSync(folder);
  const [own, readme] = [/^licen[cs]e/i, /^readme/i].map((start) => files.find((file) => start.test(file)));
  const said = readme === undefined ? '' : (/^#+ licen[cs]e[^]*/im.exec(read(readme))?.[0] ?? '');
  return `${name} ${version} (${license})\n\n${(own === undefined ? said : read(own)).trim()}\n`;
}
