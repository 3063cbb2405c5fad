import type { ServerResponse } from 'node:http';
import { companyName } from './tenant.js';

/**
 * Answers with a page of the emulated Entra. Arguments are inserted as HTML without escaping: never pass values from a
 * request.
 */
export function sendEntraPage(
  response: ServerResponse,
  account: string,
  title: string,
  body: string,
  status = 200,
): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${title}</title>
<style>body{font:15px/1.5 "Segoe UI",system-ui,sans-serif;margin:0;display:grid;place-items:center;min-height:100vh;background:#f2f2f2;color:#1b1b1b}
main{background:#fff;padding:36px 44px;max-width:380px;box-shadow:0 2px 6px #0003}h1{font-size:24px;font-weight:600;margin:8px 0}
small{color:#616161}button{font:inherit;padding:6px 20px;margin-top:20px;margin-inline-end:8px;border:1px solid #8a8a8a;background:#fff;cursor:pointer}
.primary{background:#0067b8;border-color:#0067b8;color:#fff}</style>
<main><small>${companyName.replace('&', '&amp;')} · emulated sign-in, no Microsoft account</small><div>${account}</div>
<h1>${title}</h1>${body}</main></html>`);
}
