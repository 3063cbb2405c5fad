import { applyNotifications, startActivity } from './activity.js';
import { hasBridge, toCalling, toRuntime } from './capabilities.js';
import { element, linkField, note, pickers, type Delayable } from './controls.js';
import { closeDraft, openChat, openLink, openMail } from './drafts.js';
import {
  emitThemeChange,
  lifeCycleNotifications,
  open,
  reportedSubPageId,
  resume,
  tab,
  toggleAway,
} from './lifeCycle.js';
import { answerNestedAppAuth } from './nestedAppAuth.js';
import { listenToPeers, peers } from './protocol.js';
import { applySignIn, openSignInWindow, signInNotifications } from './signInWindow.js';
import { askSandbox, nameOf, tenant, user, wishes } from './tenant.js';
import { forgetTokens, getToken } from './token.js';

const clientType = () => ({ phone: 'android', iphone: 'ios' })[pickers.width.value] ?? 'web';

/** Resolves when the host may answer. */
async function delay(func: Delayable): Promise<void> {
  const { value } = pickers.answers;
  const seconds = Number(wishes.get('seconds') ?? 20);
  if (value === `never:${func}`) await new Promise(() => undefined);
  if (value === `slow:${func}`) await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

listenToPeers(
  {
    initialize: async (_args, source) => {
      const isTab = source === tab;
      if (isTab) await delay('initialize');
      const runtime = JSON.stringify(toRuntime(isTab));
      return [isTab ? 'content' : 'authentication', clientType(), '2.58.0', runtime];
    },
    getContext: async (_args, source) => {
      if (source === tab) await delay('getContext');
      return [toContext()];
    },
    'authentication.getAuthToken': async (args) => {
      await delay('getAuthToken');
      return await getToken(args);
    },
    'nestedAppAuth.execute': async (_args, source, { data }) =>
      source === tab && hasBridge() ? await answerNestedAppAuth(data) : await new Promise(() => undefined),
    'authentication.authenticate': openSignInWindow,
    executeDeepLink: ([url]) => openLink(String(url)),
    'chat.openChat': ([request]) => openChat(request),
    'mail.composeMail': ([request]) => openMail(request),
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
  { ...signInNotifications, ...lifeCycleNotifications },
);
peers.add(tab);

const toContext = () => ({
  locale: pickers.locale.value,
  theme: pickers.theme.value,
  entityId: 'callDelegates',
  subEntityId: reportedSubPageId(),
  userObjectId: user().id,
  tid: tenant.tenantId,
  userPrincipalName: user().username,
  loginHint: user().username,
  sessionId: crypto.randomUUID(),
  hostName: pickers.host.value,
  hostClientType: clientType(),
  frameContext: 'content',
  ...toCalling(),
  appId: tenant.clientId,
});

function openTab(): void {
  closeDraft();
  void applySignIn();
  open();
  element('me').textContent = initials(user().displayName);
  element('me').title = user().displayName;
  element('story').textContent = `${user().jobTitle}. ${user().story}.`;
  remember();
}

function openDeepLink(subPageId: string): void {
  wishes.set('subPageId', subPageId);
  closeDraft();
  resume();
  remember();
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');

/** Stores the choices in the address, so that a reload or a shared link restores them. */
function remember(): void {
  const chosen = new URLSearchParams();
  for (const [name, picker] of Object.entries(pickers)) chosen.set(name, picker.value);
  for (const name of ['subPageId', 'seconds', 'refusals', 'loadingSeconds']) {
    const value = wishes.get(name);
    if (value !== null) chosen.set(name, value);
  }
  history.replaceState(null, '', `?${chosen.toString()}`);
}

function showTheme(): void {
  document.body.dataset['theme'] = pickers.theme.value;
}

function showWidth(): void {
  document.body.dataset['width'] = pickers.width.value.replace('iphone', 'phone');
}

const withProblem = document.createElement('optgroup');
withProblem.label = 'People with a problem';
for (const { id, displayName, story, problem } of tenant.people) {
  if (story === '') continue;
  const option = new Option(problem === undefined ? displayName : `${displayName} (${story})`, id);
  (problem === undefined ? pickers.user : withProblem).append(option);
}
pickers.user.append(withProblem);
for (const { locale, name } of tenant.languages) pickers.locale.append(new Option(name, locale));
// A test may specify its own error code.
const answers = wishes.get('answers') ?? '';
if (answers.startsWith('refuse:')) pickers.answers.append(new Option(answers));
for (const [name, picker] of Object.entries(pickers)) {
  const wish = wishes.get(name)?.toLowerCase();
  // The address may contain a language without a region.
  const option = [...picker.options].find(
    ({ value }) => wish !== undefined && (value.toLowerCase() === wish || value.startsWith(`${wish}-`)),
  );
  if (option !== undefined) picker.value = option.value;
}
element('company').textContent = tenant.companyName;

const { theme, width, notifications, ...others } = pickers;
theme.addEventListener('change', () => {
  showTheme();
  remember();
  emitThemeChange();
});
width.addEventListener('change', () => {
  showWidth();
  openTab();
});
for (const picker of Object.values(others)) picker.addEventListener('change', openTab);
for (const picker of [pickers.user, notifications])
  picker.addEventListener('change', () => void applyNotifications());
notifications.addEventListener('change', remember);
for (const [button, what] of [
  ['change', 'right'],
  ['end', 'end'],
] as const) {
  element(button).addEventListener('click', () => {
    void askSandbox<{ words: string }>('/change', { user: user().id, what }).then(({ words }) => note(words));
  });
}
element('away').addEventListener('click', toggleAway);
linkField.addEventListener('change', () => openDeepLink(linkField.value));
element('draft-close').addEventListener('click', closeDraft);
element('reset').addEventListener('click', () => {
  forgetTokens();
  void askSandbox('/reset', {}).then(applyNotifications).then(openTab);
});

showTheme();
showWidth();
// Teams itself is loaded long before the user opens a tab.
requestAnimationFrame(() => {
  setTimeout(openTab);
});
if (notifications.value !== 'arrive') await applyNotifications();
startActivity(openDeepLink);

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
