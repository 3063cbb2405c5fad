import {
  element,
  frame,
  hostPicker,
  localePicker,
  note,
  noticesPicker,
  pickers,
  themePicker,
  userPicker,
  widthPicker,
} from './controls.js';
import { createActivity } from './activity.js';
import { toCalling, toSupports } from './capabilities.js';
import { closeDraft, openChat, openLink, openMail } from './drafts.js';
import { createPopup } from './popup.js';
import { createHost, type Peer } from './protocol.js';

type DemoPerson = {
  readonly id: string;
  readonly displayName: string;
  readonly jobTitle: string;
  readonly story: string;
  readonly trouble?: string;
  readonly username: string;
};

type Tenant = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly companyName: string;
  readonly tabEndpoint: string;
  readonly people: readonly DemoPerson[];
  readonly languages: readonly { readonly locale: string; readonly name: string }[];
};

const tenant = (await (await fetch('/tenant.json')).json()) as Tenant;
const wishes = new URLSearchParams(location.search);
const handlers = new Set<string>();
/** By person, until they expire: Teams asks Entra no earlier either. */
const tokens = new Map<string, { readonly token: string; readonly expiresMs: number }>();

const tab: Peer = { window: () => frame.contentWindow, origin: tenant.tabEndpoint };
const popup = createPopup(tenant.tabEndpoint);

const user = (): DemoPerson => {
  const person = tenant.people.find(({ id }) => id === userPicker.value);
  if (person === undefined) throw new Error('Nobody is chosen.');
  return person;
};

/** The client type of teams-js. */
const clientType = () => ({ phone: 'android', iphone: 'ios' })[widthPicker.value] ?? 'web';
const host = createHost(
  {
    initialize: (_args, source) => [
      source === popup.peer ? 'authentication' : 'content',
      clientType(),
      '2.58.0',
      JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: toSupports() }),
    ],
    getContext: () => [
      {
        locale: localePicker.value,
        theme: themePicker.value,
        entityId: 'callDelegates',
        subEntityId: wishes.get('subPageId') ?? '',
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
      },
    ],
    'authentication.getAuthToken': async () => {
      try {
        return [true, await getToken(user().id)];
      } catch {
        return [false, 'Error: the network is gone'];
      }
    },
    'authentication.authenticate': ([url, width, height]) =>
      popup.open(host, String(url), Number(width), Number(height)),
    'authentication.authenticate.success': ([result]) => {
      popup.close(host, [true, result]);
      return undefined;
    },
    'authentication.authenticate.failure': ([reason]) => {
      popup.close(host, [false, reason]);
      return undefined;
    },
    registerHandler: ([name]) => {
      handlers.add(String(name));
      return undefined;
    },
    readyToUnload: () => {
      note('The tab is ready to be put aside.');
      return undefined;
    },
    'appInitialization.appLoaded': () => {
      note('The tab has loaded.');
      return undefined;
    },
    'appInitialization.success': () => {
      document.body.dataset['tabState'] = 'success';
      note('The tab is ready.');
      return undefined;
    },
    'appInitialization.failure': ([reason]) => {
      document.body.dataset['tabState'] = 'failure';
      note(`The tab has failed: ${String(reason)}`);
      return undefined;
    },
    'appInitialization.expectedFailure': ([reason]) => {
      document.body.dataset['tabState'] = 'failure';
      note(`The tab cannot show its content: ${String(reason)}`);
      return undefined;
    },
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
      return [true];
    },
  },
  ({ func, args }) => {
    console.debug('teams-js →', func, func.includes('AuthToken') ? '' : args);
  },
);
host.addPeer(tab);

/** Of whoever a request is about, or the request itself. */
function nameOf(request: unknown): string {
  const text = typeof request === 'string' ? request : JSON.stringify(request);
  return (
    tenant.people.find(({ id, username }) => text.includes(id) || text.includes(username))?.displayName ??
    text
  );
}

async function getToken(id: string): Promise<string> {
  const known = tokens.get(id);
  if (known !== undefined && known.expiresMs > Date.now()) return known.token;
  const { token } = (await (await fetch(`/sso-token?user=${id}`)).json()) as { token: string };
  const [, payload = ''] = token.split('.');
  const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: number };
  tokens.set(id, { token, expiresMs: (exp ?? 0) * 1000 });
  return token;
}

const toContentUrl = (): string => {
  const url = new URL('/tab', tenant.tabEndpoint);
  url.searchParams.set('theme', themePicker.value);
  const subPageId = wishes.get('subPageId');
  if (subPageId !== null) url.searchParams.set('subPageId', subPageId);
  return url.href;
};

/** Puts the tab aside without unloading it, as Teams does with apps that it caches, or brings it back. */
function toggleAway(): void {
  const isAway = !frame.hidden;
  if (isAway) host.emit(tab, 'beforeUnload');
  else host.emit(tab, 'load', { entityId: 'callDelegates', contentUrl: toContentUrl() });
  showAway(isAway);
}

function showAway(isAway: boolean): void {
  frame.hidden = isAway;
  element('away').textContent = isAway ? 'Come back' : 'Go elsewhere';
}

function openTab(): void {
  showAway(false);
  closeDraft();
  delete document.body.dataset['tabState'];
  element('notes').replaceChildren();
  handlers.clear();
  frame.src = toContentUrl();
  frame.title = 'Call Delegates';
  element('me').textContent = initials(user().displayName);
  element('me').title = user().displayName;
  element('story').textContent = `${user().jobTitle}. ${user().story}.`;
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
  // As a link in Teams: the tab opens at that place.
  open: (subPageId) => {
    wishes.set('subPageId', subPageId);
    openTab();
  },
});

/** Keeps the choices in the address, so that a reload or a shared link shows the same. */
function remember(): void {
  const chosen = new URLSearchParams();
  for (const picker of pickers) chosen.set(picker.id, picker.value);
  const subPageId = wishes.get('subPageId');
  if (subPageId !== null) chosen.set('subPageId', subPageId);
  history.replaceState(null, '', `?${chosen.toString()}`);
}

function showTheme(): void {
  document.body.dataset['theme'] = themePicker.value;
}

function showWidth(): void {
  document.body.dataset['width'] = widthPicker.value.replace('iphone', 'phone');
}

const inTrouble = document.createElement('optgroup');
inTrouble.label = 'People who meet a problem';
for (const person of tenant.people) {
  if (person.story === '') continue;
  const option = new Option(
    person.trouble === undefined ? person.displayName : `${person.displayName} (${person.story})`,
    person.id,
  );
  (person.trouble === undefined ? userPicker : inTrouble).append(option);
}
userPicker.append(inTrouble);
for (const { locale, name } of tenant.languages) localePicker.append(new Option(name, locale));
for (const picker of pickers) {
  const wish = wishes.get(picker.id)?.toLowerCase();
  // A language may come without its region.
  const option = [...picker.options].find(
    ({ value }) => wish !== undefined && (value.toLowerCase() === wish || value.startsWith(`${wish}-`)),
  );
  if (option !== undefined) picker.value = option.value;
}
element('company').textContent = tenant.companyName;

themePicker.addEventListener('change', () => {
  showTheme();
  remember();
  if (handlers.has('themeChange')) host.emit(tab, 'themeChange', themePicker.value);
});
widthPicker.addEventListener('change', () => {
  showWidth();
  openTab();
});
for (const picker of pickers)
  if (picker !== themePicker && picker !== widthPicker && picker !== noticesPicker)
    picker.addEventListener('change', openTab);
for (const picker of [userPicker, noticesPicker])
  picker.addEventListener('change', () => void activity.apply());
noticesPicker.addEventListener('change', remember);
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
element('away').addEventListener('click', toggleAway);
element('draft-close').addEventListener('click', closeDraft);
element('reset').addEventListener('click', () => {
  tokens.clear();
  void fetch('/reset', { method: 'POST' }).then(activity.apply).then(openTab);
});

showTheme();
showWidth();
// Teams itself stands long before a tab is opened in it.
requestAnimationFrame(() => {
  setTimeout(openTab);
});
if (noticesPicker.value !== 'arrive') await activity.apply();
activity.start();
