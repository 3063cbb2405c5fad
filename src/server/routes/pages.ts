import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { matchLanguage, type LanguageTag } from '../../contract/languages.js';
import { pages as paths } from '../../contract/paths.js';
import type { Pages } from './builtPages.js';

/** What a host may put behind `?theme=`; anything else follows the system. */
const themes = new Set(['default', 'dark', 'contrast', 'glass']);

/** The tab, the consent pop-up's pages, privacy, terms and the front page; hashed files below `/assets/`. */
export async function pageRoutes(app: FastifyInstance, pages: Pages): Promise<void> {
  app.get(paths.tab, (request: FastifyRequest<{ Querystring: { theme?: unknown } }>, reply) => {
    const { theme } = request.query;
    const isTheme = typeof theme === 'string' && themes.has(theme);
    void reply.header('link', pages.preload);
    return sendPage(reply, isTheme ? pages.tab.replace('<html', `<html data-theme="${theme}"`) : pages.tab);
  });
  for (const [path, inLanguages] of pages.standalone) {
    app.get(path, (request: FastifyRequest<{ Querystring: { lang?: unknown } }>, reply) => {
      const tag = negotiateLanguage(request);
      void reply.headers({ 'content-language': tag, vary: 'Accept-Language, Accept-Encoding' });
      return sendPage(reply, inLanguages.get(tag) ?? '');
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

/** What the address asks for (`?lang=`), else what the browser prefers. @see RFC 9110, section 12.5.4 */
function negotiateLanguage({ query, raw }: FastifyRequest<{ Querystring: { lang?: unknown } }>): LanguageTag {
  const asked = typeof query.lang === 'string' ? [query.lang] : [];
  return matchLanguage([...asked, ...new Negotiator(raw).languages()]);
}

const sendPage = (reply: FastifyReply, html: string): FastifyReply =>
  reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
