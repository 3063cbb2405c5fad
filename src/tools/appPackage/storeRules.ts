import { activityTypes } from '../../contract/teamsApp.js';
import { supportContact } from '../../server/variables.js';
import type { Environment } from '../environmentFiles.js';
import type { Manifest, Translation } from './documents.js';

export type StoreListing = {
  readonly manifest: Manifest;
  /** Texts by file, in the language of the file. The first is the manifest itself, in English. */
  readonly words: ReadonlyMap<string, Translation>;
  readonly variables: Environment;
  /** The file in which a missing variable must be set. */
  readonly variablesFile: string;
};

/** Teams features and Microsoft names that the store does not allow in an app name. */
const reserved =
  /\b(activity|apps?|calendar|calls|chats?|contacts|files|help|microsoft|meetings?|office|outlook|teams|windows)\b/i;
/** Tunnel hosts, which anyone can register. */
const tunnels =
  /(^|\.)(devtunnels\.ms|ngrok\.(io|app|dev)|ngrok-free\.(app|dev)|loca\.lt|localtunnel\.me|trycloudflare\.com|serveo\.net|tunnelmole\.net)$/;
const boasts = /\b(best|fastest|easiest|leading|number one|#1|unique|most \w+|better than|world-class)\b/i;
const abbreviations = /\b(MS|MSFT|Office 365|certified for|powered by|appsource)\b/;

/**
 * Checks the store rules that can be automated. Returns one line per fault, each with its fix.
 * docs/publishing.md lists the other rules.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines
 */
export const checkStoreRules = (listing: StoreListing): readonly string[] => [
  ...checkVariables(listing),
  ...checkAddresses(listing),
  ...[...listing.words].flatMap(([file, words]) => [...checkWords(file, words, listing)]),
  ...checkSenders(listing.manifest),
  ...[...listing.words].slice(1).flatMap(([file, words]) => [...checkActivities(file, words, listing)]),
  ...checkEnglish(listing.manifest),
];

function* checkVariables({ variables, variablesFile }: StoreListing): Generator<string> {
  const { PUBLISHER_NAME: publisher, SUPPORT_CONTACT: contact } = variables;
  if (publisher === undefined) {
    yield `PUBLISHER_NAME: has no value; the store requires the publisher's name before “Call Delegates”. Set it in ${variablesFile}`;
  } else if (publisher.length > 32) {
    yield `PUBLISHER_NAME: has ${publisher.length} characters; the store allows at most 32 (${variablesFile})`;
  } else if (reserved.test(publisher)) {
    yield `PUBLISHER_NAME: has ${String(reserved.exec(publisher)?.[0])}, which Microsoft reserves (${variablesFile})`;
  }
  if (contact === undefined) {
    yield `SUPPORT_CONTACT: has no value; the privacy page and support need a contact. Set it in ${variablesFile}`;
  } else {
    const problem = supportContact.safeParse(contact).error?.issues[0]?.message;
    if (problem !== undefined) yield `SUPPORT_CONTACT: ${problem} (${variablesFile})`;
  }
}

function* checkAddresses({ manifest }: StoreListing): Generator<string> {
  for (const domain of manifest.validDomains) {
    const name = domain.split(':')[0] ?? '';
    if (domain.includes('*')) yield `validDomains: ${domain} is a wildcard; list each host`;
    else if (name === 'localhost' || !name.includes('.'))
      yield `validDomains: ${domain} is not a public host`;
    else if (tunnels.test(name))
      yield `validDomains: ${domain} is a tunnel; use your own domain (TAB_DOMAIN)`;
  }
  for (const key of ['websiteUrl', 'privacyUrl', 'termsOfUseUrl'] as const) {
    const address = manifest.developer[key];
    const host = URL.canParse(address) ? new URL(address).host : undefined;
    if (host === undefined || !manifest.validDomains.includes(host)) {
      yield `developer.${key}: ${address} is not on a domain in validDomains`;
    }
  }
}

function* checkWords(
  file: string,
  words: Translation,
  { manifest, variables }: StoreListing,
): Generator<string> {
  const { 'name.short': shortName, 'name.full': fullName } = words;
  const { 'description.short': shortDescription, 'description.full': fullDescription } = words;
  const publisher = variables['PUBLISHER_NAME'];
  for (const key of ['name.short', 'name.full'] as const) {
    if (publisher !== undefined && !words[key].startsWith(`${publisher} `))
      yield `${file}: ${key} must begin with the publisher's name`;
    const taken = reserved.exec(words[key].replace(publisher ?? '', ''))?.[0];
    if (taken !== undefined) yield `${file}: the name contains “${taken}”, which Microsoft reserves`;
  }
  if (shortName.length > 30)
    yield `${file}: name.short is “${shortName}”, ${shortName.length} characters; the store allows at most 30. Use a shorter PUBLISHER_NAME`;
  if (fullName.length > 100)
    yield `${file}: name.full has ${fullName.length} characters; the store allows at most 100`;
  if (shortDescription.includes('Call Delegates'))
    yield `${file}: description.short repeats the app's name; say what it does`;
  const taken = abbreviations.exec(`${shortDescription} ${fullDescription}`)?.[0];
  if (taken !== undefined) yield `${file}: the description contains “${taken}”, which the store rejects`;
  // No language translates this name, so the same check works for all of them.
  if (!fullDescription.includes('Teams Phone'))
    yield `${file}: description.full must say what an administrator has to set up (Teams Phone, consent)`;
  if (!fullDescription.includes(manifest.developer.websiteUrl))
    yield `${file}: description.full must contain the help address, \${{TAB_ENDPOINT}}`;
  const count = fullDescription.split(/\s+/).length;
  if (count > 500) yield `${file}: description.full has ${count} words; the store allows at most 500`;
}

/** The store's reviewers try each declared activity type. */
function* checkSenders({ activities }: Manifest): Generator<string> {
  const sent: readonly string[] = Object.values(activityTypes);
  for (const { type } of activities?.activityTypes ?? [])
    if (!sent.includes(type)) yield `notifications.json: declares ${type}, which the server never sends`;
}

/** The store refuses a notification without a translation as not localized. */
function* checkActivities(file: string, words: Translation, { manifest }: StoreListing): Generator<string> {
  for (const [index, { type }] of (manifest.activities?.activityTypes ?? []).entries()) {
    for (const part of ['description', 'templateText']) {
      const key = `activities.activityTypes[${index}].${part}`;
      if (words[key] === undefined) yield `${file}: has no text for the notification ${type}: ${key}`;
    }
  }
}

function* checkEnglish({ description }: Manifest): Generator<string> {
  const file = 'manifest.json';
  const { short: shortDescription, full: fullDescription } = description;
  if (/\bapp\b/i.test(shortDescription)) yield `${file}: description.short says “app”; say what it does`;
  if (shortDescription.split(/[.!?](?:\s|$)/).filter((part) => part !== '').length > 1)
    yield `${file}: description.short must be one sentence`;
  const boast = boasts.exec(`${shortDescription} ${fullDescription}`)?.[0];
  if (boast !== undefined)
    yield `${file}: the description makes a promotional claim (“${boast}”); say what the app does`;
}
