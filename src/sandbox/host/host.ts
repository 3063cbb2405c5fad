import {
  bridgePicker,
  element,
  frame,
  hostPicker,
  linkField,
  localePicker,
  note,
  notificationsPicker,
  pickers,
  themePicker,
  userPicker,
  widthPicker,
  windowPicker,
} from './controls.js';
import { createActivity } from './activity.js';
import { createAnswering } from './answering.js';
import { toCalling, toRuntime } from './capabilities.js';
import type { DemoPerson, Tenant } from './demoTenant.js';
import { closeDraft, openChat, openLink, openMail } from './drafts.js';
import { createLifeCycle } from './lifeCycle.js';
import { createHost, type Peer } from './protocol.js';
import { createNestedAppAuth } from './nestedAppAuth.js';
import { createSignInWindow } from './signInWindow.js';
import { createTokens } from './token.js';

const tenant = (await (await fetch('/tenant.json')).json()) as Tenant;
const wishes = new URLSearchParams(location.search);
const tab: Peer = { window: () => frame.contentWindow, origin: tenant.tabEndpoint };
const answering = createAnswering(Number(wishes.get('seconds') ?? 20));
const signInWindow = createSignInWindow(() => host, tenant.tabEndpoint, windowMode);

const user = (): DemoPerson => {
  const person = tenant.people.find(({ id }) => id === userPicker.value);
  if (person === undefined) throw new Error('No person is selected.');
  return person;
};

const clientType = () => ({ phone: 'android', iphone: 'ios' })[widthPicker.value] ?? 'web';

const tokens = createTokens({
  user,
  refusal: answering.refusal,
  refusals: Number(wishes.get('refusals') ?? Infinity),
});
const nestedAppAuth = createNestedAppAuth(tenant, user);
const hasBridge = () => bridgePicker.value !== 'off' && user().isOnCoopOnly !== true;

function windowMode(): string {
  return user().isOnCoopOnly === true ? 'coop' : windowPicker.value;
}

async function applySignIn(): Promise<void> {
  const body = JSON.stringify({
    hasCoop: windowMode() === 'coop',
    hasBrokerRedirect: bridgePicker.value !== 'unregistered',
  });
  await fetch('/sign-in', { method: 'POST', body });
}

const lifeCycle = createLifeCycle({
  host: () => host,
  tab,
  contentUrl: toContentUrl,
  theme: () => themePicker.value,
  subPageId: () => wishes.get('subPageId') ?? '',
  loadingSeconds: Number(wishes.get('loadingSeconds') ?? 30),
});

const host = createHost(
  {
    initialize: async (_args, source) => {
      const isTab = source === tab;
      if (isTab) await answering.delay('initialize');
      return [
        isTab ? 'content' : 'authentication',
        clientType(),
        '2.58.0',
        JSON.stringify(toRuntime(isTab && hasBridge())),
      ];
    },
    getContext: async (_args, source) => {
      if (source === tab) await answering.delay('getContext');
      return [toContext()];
    },
    'authentication.getAuthToken': async (args) => {
      await answering.delay('getAuthToken');
      return await tokens.get(args);
    },
    'nestedAppAuth.execute': async (_args, source, { data }) =>
      source === tab && hasBridge() ? await nestedAppAuth.answer(data) : await new Promise(() => undefined),
    'authentication.authenticate': signInWindow.open,
    executeDeepLink: ([url]) => openLink(String(url), nameOf),
    'chat.openChat': ([request]) => openChat(request, nameOf),
    'mail.composeMail': ([request]) => openMail(request, nameOf),
    'call.startCall': ([request]) => {
      note(`Teams would call ${nameOf(request)}`);
      return [true];
    },
    'profile.showProfile': ([request]) => {
      note(`Teams would show the profile card of ${nameOf(request)}`);
      return [];
    },
    'clipboard.writeToClipboard': () => {
      note('Copied.');
      // teams-js interprets a first argument as an error.
      return [];
    },
  },
  { ...signInWindow.notifications, ...lifeCycle.notifications },
  ({ func, args }) => console.debug('teams-js →', func, func.includes('AuthToken') ? '' : args),
);
host.addPeer(tab);

const toContext = () => ({
  locale: localePicker.value,
  theme: themePicker.value,
  entityId: 'callDelegates',
  subEntityId: lifeCycle.contextSubPageId(),
  userObjectId: user().id,
  tid: tenant.tenantId,
  userPrincipalName: user().username,
  loginHint: user().username,
  sessionId: crypto.randomUUID(),
  hostName: hostPicker.value,
  hostClientType: clientType(),
  frameContext: 'content',
  ...toCalling(),
  appId: tenant.clientId,
});

/** Name of the user that a request refers to, or the request as text. */
function nameOf(request: unknown): string {
  const text = typeof request === 'string' ? request : JSON.stringify(request);
  return (
    tenant.people.find(({ id, username }) => text.includes(id) || text.includes(username))?.displayName ??
    text
  );
}

function toContentUrl(): string {
  const url = new URL('/tab', tenant.tabEndpoint);
  url.searchParams.set('theme', themePicker.value);
  const subPageId = wishes.get('subPageId');
  if (subPageId !== null) url.searchParams.set('subPageId', subPageId);
  return url.href;
}

function openTab(): void {
  closeDraft();
  void applySignIn();
  lifeCycle.open();
  frame.title = 'Call Delegates';
  element('me').textContent = initials(user().displayName);
  element('me').title = user().displayName;
  element('story').textContent = `${user().jobTitle}. ${user().story}.`;
  remember();
}

function openDeepLink(subPageId: string): void {
  wishes.set('subPageId', subPageId);
  closeDraft();
  lifeCycle.openLink();
  remember();
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');

const activity = createActivity({
  user: () => user().id,
  locale: () => localePicker.value,
  open: openDeepLink,
});

/** Stores the choices in the address, so that a reload or a shared link restores them. */
function remember(): void {
  const chosen = new URLSearchParams();
  for (const picker of pickers) chosen.set(picker.id, picker.value);
  for (const name of ['subPageId', 'seconds', 'refusals', 'loadingSeconds']) {
    const value = wishes.get(name);
    if (value !== null) chosen.set(name, value);
  }
  history.replaceState(null, '', `?${chosen.toString()}`);
}

function showTheme(): void {
  document.body.dataset['theme'] = themePicker.value;
}

function showWidth(): void {
  document.body.dataset['width'] = widthPicker.value.replace('iphone', 'phone');
}

const withProblem = document.createElement('optgroup');
withProblem.label = 'People with a problem';
for (const person of tenant.people) {
  if (person.story === '') continue;
  const option = new Option(
    person.problem === undefined ? person.displayName : `${person.displayName} (${person.story})`,
    person.id,
  );
  (person.problem === undefined ? userPicker : withProblem).append(option);
}
userPicker.append(withProblem);
for (const { locale, name } of tenant.languages) localePicker.append(new Option(name, locale));
for (const picker of pickers) {
  const wish = wishes.get(picker.id)?.toLowerCase();
  // The address may contain a language without a region. A test may also specify its own error code.
  if (picker.id === 'answers' && wishes.get('answers')?.startsWith('refuse:') === true)
    picker.append(new Option(wishes.get('answers') ?? ''));
  const option = [...picker.options].find(
    ({ value }) => wish !== undefined && (value.toLowerCase() === wish || value.startsWith(`${wish}-`)),
  );
  if (option !== undefined) picker.value = option.value;
}
element('company').textContent = tenant.companyName;

themePicker.addEventListener('change', () => {
  showTheme();
  remember();
  lifeCycle.emitThemeChange();
});
widthPicker.addEventListener('change', () => {
  showWidth();
  openTab();
});
for (const picker of pickers)
  if (picker !== themePicker && picker !== widthPicker && picker !== notificationsPicker)
    picker.addEventListener('change', openTab);
for (const picker of [userPicker, notificationsPicker])
  picker.addEventListener('change', () => void activity.apply());
notificationsPicker.addEventListener('change', remember);
for (const [button, what] of [
  ['change', 'right'],
  ['end', 'end'],
] as const) {
  element(button).addEventListener('click', () => {
    void (async () => {
      const answer = await fetch('/change', {
        method: 'POST',
        body: JSON.stringify({ user: user().id, what }),
      });
      note(((await answer.json()) as { words: string }).words);
    })();
  });
}
element('away').addEventListener('click', lifeCycle.toggleAway);
linkField.addEventListener('change', () => openDeepLink(linkField.value));
element('draft-close').addEventListener('click', closeDraft);
element('reset').addEventListener('click', () => {
  tokens.forget();
  void fetch('/reset', { method: 'POST' }).then(activity.apply).then(openTab);
});

showTheme();
showWidth();
// Teams itself is loaded long before the user opens a tab.
requestAnimationFrame(() => {
  setTimeout(openTab);
});
if (notificationsPicker.value !== 'arrive') await activity.apply();
activity.start();

if (tenant.reloads) {
  const changes = new EventSource('/reload');
  let wasOpen = false;
  changes.addEventListener('open', () => {
    // The sandbox itself has restarted.
    if (wasOpen) location.reload();
    wasOpen = true;
  });
  changes.addEventListener('message', () => location.reload());
}
