import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Names the sources in a stack trace, since the lines of the one file that the server is built into tell nothing. Maps are
 * read when the first trace is written; Node's own `--enable-source-maps` reads them at each start.
 * @param folder the URL, with a slash at its end, of the built files, whose maps lie beside them
 */
export function createSources(folder: string): (stack: string) => string {
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (url: string): SourceMap | undefined => {
    if (!maps.has(url)) maps.set(url, readMap(`${url}.map`));
    return maps.get(url);
  };
  return (stack) =>
    stack.replaceAll(/(file:\S+\.js):(\d+):(\d+)/g, (place, url: string, line: string, column: string) => {
      if (!new URL(url).href.startsWith(folder)) return place;
      const found = mapOf(url)?.findEntry(Number(line) - 1, Number(column) - 1);
      if (found === undefined || !('originalSource' in found)) return place;
      return `${found.originalSource}:${found.originalLine + 1}:${found.originalColumn + 1}`;
    });
}

function readMap(url: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(fileURLToPath(url), 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
