import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageConfigElementId, type PageConfig } from '../../contract/pageConfig.js';
import { pages as paths } from '../../contract/paths.js';

/** The built pages, read once. */
export type Pages = {
  /** Where the hashed files lie. */
  readonly assetsFolder: string;
  readonly html: ReadonlyMap<string, string>;
  /** The `Link` header of the tab: what its first script would only ask for once it runs. */
  readonly preload: string;
  /** CSP sources of the inline styles in them. */
  readonly styleHashes: readonly string[];
};

const pageFiles: Readonly<Record<string, string>> = {
  '/': 'home.html',
  [paths.tab]: 'tab.html',
  [paths.authStart]: 'auth.html',
  [paths.authEnd]: 'auth.html',
  [paths.privacy]: 'privacy.html',
  [paths.terms]: 'terms.html',
};

/** What a host may put behind `?theme=`; anything else follows the system. */
const themes = new Set(['default', 'dark', 'contrast', 'glass']);

/**
 * Reads the pages that webpack built and puts the configuration into them, so that serving them costs nothing.
 * Throws when they were not built.
 */
export async function readPages(folder: string, pageConfig: PageConfig): Promise<Pages> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.html'));
  // `<` could end the element early.
  const json = JSON.stringify(pageConfig).replaceAll('<', String.raw`\u003c`);
  const element = `<script type="application/json" id="${pageConfigElementId}">${json}</script>`;
  const byFile = new Map(
    await Promise.all(
      files.map(async (name) => {
        const html = await readFile(join(folder, name), 'utf8');
        return [name, html.replace('</head>', () => `${element}</head>`)] as const;
      }),
    ),
  );
  const html = new Map(
    Object.entries(pageFiles).map(([path, file]) => {
      const page = byFile.get(file);
      if (page === undefined) throw new Error(`${join(folder, file)} is missing: run "npm run build" first.`);
      return [path, page] as const;
    }),
  );
  const assetsFolder = join(folder, 'assets');
  return {
    assetsFolder,
    html,
    preload: toPreload(await readdir(assetsFolder)),
    styleHashes: [...new Set([...html.values()].flatMap(toStyleHashes))],
  };
}

/** In the order in which they are needed. @see RFC 8288; https://html.spec.whatwg.org/multipage/links.html#link-type-preload */
const toPreload = (assets: readonly string[]): string =>
  [
    { file: /^tab\..*\.js$/, as: 'script' },
    { file: /^page\..*\.js$/, as: 'script; fetchpriority=low' },
    { file: /^griffel\..*\.css$/, as: 'style; fetchpriority=low' },
  ]
    .flatMap(({ file, as }) =>
      assets.filter((name) => file.test(name)).map((name) => `</assets/${name}>; rel=preload; as=${as}`),
    )
    .join(', ');

const toStyleHashes = (html: string): string[] =>
  [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style]) =>
      `'sha256-${createHash('sha256')
        .update(style ?? '')
        .digest('base64')}'`,
  );

/** The tab, the consent pop-up's page, privacy, terms and the front page; hashed files below `/assets/`. */
export async function pageRoutes(app: FastifyInstance, pages: Pages): Promise<void> {
  for (const [path, html] of pages.html) {
    app.get(path, (request: FastifyRequest<{ Querystring: { theme?: unknown } }>, reply) => {
      const { theme } = request.query;
      const isTheme = typeof theme === 'string' && themes.has(theme);
      if (path === paths.tab) void reply.header('link', pages.preload);
      return sendPage(reply, isTheme ? html.replace('<html', `<html data-theme="${theme}"`) : html);
    });
  }
  await app.register(fastifyStatic, {
    root: pages.assetsFolder,
    prefix: '/assets/',
    // Their names hold a hash of their content; webpack has compressed them.
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    redirect: false,
    dotfiles: 'ignore',
  });
}

const sendPage = (reply: FastifyReply, html: string): FastifyReply =>
  reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
