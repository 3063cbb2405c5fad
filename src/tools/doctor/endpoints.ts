import { pageConfigElementId } from '../../contract/pageConfig.js';
import { pages } from '../../contract/paths.js';
import type { Config } from '../../server/config.js';
import { isLoopback } from '../../server/variables.js';
import { ask, NoAnswer } from './ask.js';
import { of, type Finding } from './finding.js';

/** Every Microsoft 365 host needs these frame ancestors to display the tab. */
const neededAncestors = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
];

/** Fetches the tab from its public address, as Teams does. */
export async function checkTab({ tabEndpoint, clientId }: Config): Promise<Finding> {
  const { ok, note, failed } = of('Tab');
  const url = `${tabEndpoint}${pages.tab}`;
  try {
    const { status, headers, text } = await ask(url);
    if (status !== 200) {
      return failed(
        `${url} answered ${status}.`,
        'Start the server (npm run serve), and let the proxy pass all paths on to it.',
      );
    }
    if (!text.includes(`id="${pageConfigElementId}"`) && !text.includes(`id=${pageConfigElementId}`)) {
      return failed(
        `${url} is not this app’s page.`,
        'Check TAB_ENDPOINT and what the proxy in front of it points at.',
      );
    }
    if (!text.includes(clientId)) {
      return failed(
        `${url} is served for another app registration.`,
        'Start the server again with the configuration that is checked here.',
      );
    }
    if (headers.has('x-frame-options')) {
      return failed(
        'A proxy adds X-Frame-Options, which keeps Teams from showing the tab.',
        'Remove that header in the proxy.',
      );
    }
    const policy = headers.get('content-security-policy') ?? '';
    const ancestors = /frame-ancestors ([^;]*)/.exec(policy)?.[1]?.split(/\s+/) ?? [];
    const missing = neededAncestors.filter((ancestor) => !ancestors.includes(ancestor));
    if (missing.length > 0) {
      return failed(
        `frame-ancestors lacks ${missing.join(' ')}.`,
        'A proxy changes the Content-Security-Policy header; let it pass the server’s own.',
      );
    }
    return isLoopback(new URL(tabEndpoint))
      ? note(
          'Answers on loopback, where only this machine’s sandbox can open it.',
          'For a real Teams, set TAB_ENDPOINT to an https address (docs/setup.md, “A laptop”).',
        )
      : ok(`${url} answers, and Microsoft 365 may frame it.`);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const isCertificate = /CERT|SELF_SIGNED|ALTNAME|SSL|TLS/i.test(error.message);
    return failed(
      `${url} cannot be reached (${error.message}).`,
      isCertificate
        ? 'Its certificate is not valid for this name or not trusted; Teams would refuse it as well.'
        : 'Start the server, and check TAB_ENDPOINT, name service and firewall.',
    );
  }
}

export async function checkGraph({ graphEndpoint }: Config): Promise<Finding> {
  const { ok, failed } = of('Microsoft Graph');
  const mend = 'Let this machine reach it over the network, or correct GRAPH_ENDPOINT.';
  try {
    // Without a token Graph answers 401 with a Graph error. Any other answer is not from Graph.
    const { status, json } = await ask(`${graphEndpoint}/v1.0/me`);
    return status === 401 && json !== undefined && 'error' in json
      ? ok(`${graphEndpoint} answers.`)
      : failed(`${graphEndpoint} answered ${status}, which Graph would not.`, mend);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return failed(`${graphEndpoint} cannot be reached (${error.message}).`, mend);
  }
}
