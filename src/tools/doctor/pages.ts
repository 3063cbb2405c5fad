import { pages } from '../../contract/paths.js';
import type { Config } from '../../server/config.js';
import type { Environment } from '../environmentFiles.js';
import { ask, NoAnswer } from '../ask.js';
import { of, type CheckResult } from './CheckResult.js';

const { ok, note, failed } = of('Privacy and terms');

const anotherConfiguration = 'Restart the server with the configuration that this command checks.';

/** Checks both pages without sign-in, and the facts that they state about this server. */
export async function checkPages(config: Config, variables: Environment): Promise<CheckResult> {
  const texts = new Map<string, string>();
  for (const path of [pages.privacy, pages.terms]) {
    const url = `${config.tabEndpoint}${path}?lang=en`;
    const answer = await ask(url);
    if (answer instanceof NoAnswer) {
      return failed(
        `${url} cannot be reached (${answer.reason}).`,
        'Start the server, and check TAB_ENDPOINT, DNS and firewall.',
      );
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
    const silent = [...texts].filter(([, text]) => !text.includes(`href="${escape(supportContact.href)}"`));
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

/** Escapes text as the server does in its pages. */
const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
