import { pageConfigElementId } from '../../contract/pageConfig.js';
import { pages } from '../../contract/paths.js';
import type { Config } from '../../server/config.js';
import { escapeHtml } from '../../server/routes/builtPages.js';
import { isLoopback } from '../../server/variables.js';
import { ask, NoAnswer } from '../ask.js';
import type { Environment } from '../environmentFiles.js';
import { of, type CheckResult } from './CheckResult.js';

/** Every Microsoft 365 host needs these frame ancestors to display the tab. */
const neededAncestors = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
];

const unreachable = 'Start the server, and check TAB_ENDPOINT, DNS and firewall.';
const anotherConfiguration = 'Restart the server with the configuration that this command checks.';

/** Fetches the tab from its public address, as Teams does. */
export async function checkTab({ tabEndpoint, clientId }: Config): Promise<CheckResult> {
  const { ok, note, failed } = of('Tab');
  const url = `${tabEndpoint}${pages.tab}`;
  const answer = await ask(url);
  if (answer instanceof NoAnswer) {
    const isCertificate = /CERT|SELF_SIGNED|ALTNAME|SSL|TLS/i.test(answer.reason);
    return failed(
      `${url} cannot be reached (${answer.reason}).`,
      isCertificate
        ? 'Its TLS certificate is not valid for this name or not trusted. Teams would reject it too.'
        : unreachable,
    );
  }
  const { status, headers, text } = answer;
  if (status !== 200) {
    return failed(
      `${url} returned ${status}.`,
      'Start the server (npm run serve), and configure the proxy to forward all paths to it.',
    );
  }
  if (!text.includes(`id="${pageConfigElementId}"`) && !text.includes(`id=${pageConfigElementId}`)) {
    return failed(
      `${url} is not this app’s page.`,
      'Check TAB_ENDPOINT and the target of the proxy in front of it.',
    );
  }
  if (!text.includes(clientId)) {
    return failed(`${url} belongs to another app registration.`, anotherConfiguration);
  }
  if (headers.has('x-frame-options')) {
    return failed(
      'A proxy adds X-Frame-Options, which prevents Teams from framing the tab.',
      'Remove that header in the proxy.',
    );
  }
  const policy = headers.get('content-security-policy') ?? '';
  const ancestors = /frame-ancestors ([^;]*)/.exec(policy)?.[1]?.split(/\s+/) ?? [];
  const missing = neededAncestors.filter((ancestor) => !ancestors.includes(ancestor));
  if (missing.length > 0) {
    return failed(
      `frame-ancestors lacks ${missing.join(' ')}.`,
      'A proxy changes the Content-Security-Policy header. Configure it to forward the server’s header.',
    );
  }
  return isLoopback(new URL(tabEndpoint))
    ? note(
        'Reachable on loopback, so only the sandbox on this machine can open it.',
        'For Teams, set TAB_ENDPOINT to an https address (docs/setup.md, “A laptop”).',
      )
    : ok(`${url} is reachable, and Microsoft 365 may frame it.`);
}

/** Checks both pages without sign-in, and the facts that they state about this server. */
export async function checkPages(config: Config, variables: Environment): Promise<CheckResult> {
  const { failed } = of('Privacy and terms');
  const texts = new Map<string, string>();
  for (const path of [pages.privacy, pages.terms]) {
    const url = `${config.tabEndpoint}${path}?lang=en`;
    const answer = await ask(url);
    if (answer instanceof NoAnswer) {
      return failed(`${url} cannot be reached (${answer.reason}).`, unreachable);
    }
    const { status, headers, text } = answer;
    const isPage = (headers.get('content-type') ?? '').startsWith('text/html') && text.includes('<h1>');
    if (status !== 200 || !isPage) {
      return failed(
        `${url} returned ${status} without a page.`,
        'Configure the proxy to forward it to the server without sign-in.',
      );
    }
    texts.set(path, text);
  }
  return judge(config, variables, texts);
}

function judge(
  { confirmationRetentionDays: days, notifications, supportContact }: Config,
  { PUBLISHER_NAME: publisher }: Environment,
  texts: ReadonlyMap<string, string>,
): CheckResult {
  const { ok, note, failed } = of('Privacy and terms');
  const privacy = texts.get(pages.privacy) ?? '';
  const retention = `after ${new Intl.NumberFormat('en').format(days)} day`;
  if (!privacy.includes(retention)) {
    return failed(
      `The privacy page does not say that confirmations are deleted ${retention}${days === 1 ? '' : 's'}.`,
      anotherConfiguration,
    );
  }
  if (/\bnotifications\b/i.test(privacy) !== (notifications !== undefined)) {
    return failed(
      notifications === undefined
        ? 'The privacy page mentions notifications, but they are off in this configuration.'
        : 'The privacy page does not mention notifications, but they are on in this configuration.',
      anotherConfiguration,
    );
  }
  if (supportContact !== undefined) {
    const silent = [...texts].filter(
      ([, text]) => !text.includes(`href="${escapeHtml(supportContact.href)}"`),
    );
    return silent.length === 0
      ? ok('Reachable without sign-in, with a contact and the retention period.')
      : failed(`${silent.map(([path]) => path).join(' and ')} lack the contact.`, anotherConfiguration);
  }
  return publisher === undefined
    ? ok('Reachable without sign-in. They refer questions to the administrator.')
    : note(
        'Reachable without sign-in, but they have no contact, which the Microsoft store requires.',
        'Set SUPPORT_CONTACT for the server and for npm run package -- --publish.',
      );
}

export async function checkGraph({ graphEndpoint }: Config): Promise<CheckResult> {
  const { ok, failed } = of('Microsoft Graph');
  const fix = 'Check DNS, firewall and proxy, or correct GRAPH_ENDPOINT.';
  const answer = await ask(`${graphEndpoint}/v1.0/me`);
  if (answer instanceof NoAnswer)
    return failed(`${graphEndpoint} cannot be reached (${answer.reason}).`, fix);
  // Without a token Graph answers 401 with a Graph error. Any other answer is not from Graph.
  return answer.status === 401 && answer.json !== undefined && 'error' in answer.json
    ? ok(`${graphEndpoint} is reachable.`)
    : failed(`${graphEndpoint} returned ${answer.status}, so it is not Microsoft Graph.`, fix);
}
