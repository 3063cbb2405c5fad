import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { forEachRight, type Delegation } from '../../contract/delegation.js';
import { WideProvider } from '../components/useWide.js';
import { DelegationList } from '../features/list/DelegationList.js';
import type { Language } from '../i18n/Language.js';
import { LanguageContext } from '../i18n/useMessages.js';
import { ListTabs } from './ListTabs.js';
import { PageHeading } from './PageHeading.js';

/**
 * Renders an invisible first screen while the real one is awaited, because code is two to three times slower on its
 * first run. Leaves nothing in the document.
 */
export function rehearse(language: Language): void {
  const root = createRoot(document.createElement('div'));
  flushSync(() =>
    root.render(
      <LanguageContext.Provider value={language}>
        <WideProvider>
          <PageHeading lists={lists} asOf={0} isRefreshing={false} refresh={nothing} takesFocus={false} />
          <ListTabs shown="delegates" lists={lists} show={nothing} hiddenListChange={undefined} />
          <DelegationList
            list="delegates"
            delegations={cast}
            extras={noEntries}
            changed={noEntries}
            marks={noEntries}
            open={nothing}
          />
        </WideProvider>
      </LanguageContext.Provider>,
    ),
  );
  root.unmount();
}

const noEntries = new Map<string, never>();
const nothing = () => undefined;

/** Entries with held and missing rights. */
const cast = ['a', 'b', 'c'].map((id, at): Delegation => ({
  id,
  isActive: true,
  createdDateTime: '2026-01-01T00:00:00Z',
  allowedActions: forEachRight((right) => right.length % 2 === at % 2),
  person: {
    id,
    displayName: id,
    jobTitle: id,
    department: id,
    mail: null,
    userPrincipalName: null,
    accountEnabled: true,
  },
  personStatus: 'found',
}));

const lists = { delegators: cast, delegates: cast };
