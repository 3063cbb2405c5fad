import { readdirSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { matchLanguage } from '../../contract/languages.js';
import { pages as paths } from '../../contract/paths.js';
import type { Page, Pages } from './builtPages.js';
import { acceptedLanguages } from './requestInput.js';

/** Values of `?theme=` from a host. Any other value follows the system's theme. */
const themes = new Set(['default', 'dark', 'contrast', 'glass']);

/** Scripts of a build have a hash in their name. */
const scriptPath = /^\/assets\/[\w-]+\.[0-9a-f]{6}\.js$/;

/**
 * Replaces a script of another build. During a rolling update, an instance may get requests for scripts of the other version.
 * One reload fetches a page and scripts that match.
 */
const reloadOnce = "performance.getEntriesByType('navigation')[0]?.type==='reload'||location.reload()";

type PageRequest = FastifyRequest<{ Querystring: { theme?: unknown; lang?: unknown } }>;

export async function pageRoutes(
  app: FastifyInstance,
  pages: Pages,
  countPage: (request: FastifyRequest) => void,
): Promise<void> {
  const options = {
    onRequest: (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
      countPage(request);
      done();
    },
  };
  app.get(paths.tab, options, (request: PageRequest, reply) => {
    const { theme } = request.query;
    const isTheme = typeof theme === 'string' && themes.has(theme);
    const page = chooseLanguage(request, reply, pages.tab);
    return sendPage(reply, isTheme ? page.replace('<html', `<html data-theme="${theme}"`) : page);
  });
  for (const [path, page] of pages.standalone) {
    app.get(path, options, (request: PageRequest, reply) =>
      sendPage(reply, chooseLanguage(request, reply, page)),
    );
  }
  const files = new Set(readdirSync(pages.assetsFolder));
  await app.register(async (assets) => {
    assets.addHook('onRequest', async (request, reply) => {
      const { url } = request;
      if (!scriptPath.test(url) || files.has(url.slice('/assets/'.length))) return;
      countPage(request);
      await reply.header('cache-control', 'no-store').type('text/javascript; charset=utf-8').send(reloadOnce);
    });
    await assets.register(fastifyStatic, {
      root: pages.assetsFolder,
      prefix: '/assets/',
      // webpack puts a content hash into each name and compresses the files.
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      // Unknown names are refused without access to the disk.
      allowedPath: (path) => files.has(path.slice(1)),
      acceptRanges: false,
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      setHeaders: (response) => {
        response.setHeader('vary', 'accept-encoding');
      },
    });
  });
}

/** Prefers the language of `?lang=` over the browser's. @see RFC 9110, section 12.5.4 */
function chooseLanguage({ query, raw }: PageRequest, reply: FastifyReply, page: Page): string {
  const asked = typeof query.lang === 'string' ? [query.lang] : [];
  const tag = matchLanguage([...asked, ...acceptedLanguages(raw)]);
  void reply.headers({ 'content-language': tag, vary: 'Accept-Language, Accept-Encoding' });
  return page(tag);
}

const sendPage = (reply: FastifyReply, html: string): FastifyReply =>
  reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
