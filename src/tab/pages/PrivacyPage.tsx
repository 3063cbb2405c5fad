import type { ReactNode } from 'react';
import { pages as paths } from '../../contract/paths.js';
import type { Fact, Plural } from '../i18n/PagesText.js';
import { Contact } from './Contact.js';
import { appName, Layout, withHost, type PageProps } from './Layout.js';
import { Unless, When } from './When.js';

/** What is read, kept, passed on, deleted and protected, and whom to ask. */
export function PrivacyPage(props: PageProps) {
  const { layout, privacy } = props.text;
  const { scope, reads, keeps, notices, where, deleting, protection } = privacy;
  return (
    <Layout {...props} title={`${layout.privacy} · ${appName}`} path={paths.privacy}>
      <main>
        <h1>{layout.privacy}</h1>
        <p className="lead">{privacy.lead}</p>

        <h2 id="scope">{scope.heading}</h2>
        <p>{withHost(scope.text)}</p>
        <p>{scope.responsible}</p>

        <h2 id="reads">{reads.heading}</h2>
        <Unless known="notices.areWatched">
          <p>{reads.text}</p>
        </Unless>
        <When known="notices.areWatched">
          <p>{reads.watching}</p>
        </When>
        <Facts facts={[reads.delegations, reads.people, reads.presence, reads.license, reads.signIn]} />

        <h2 id="retention">{keeps.heading}</h2>
        <dl>
          <FactEntry {...keeps.confirmations}>
            <p>
              <Days sentence={keeps.retention} tag={props.tag} />
            </p>
          </FactEntry>
          <When known="notices">
            <FactEntry {...keeps.notices} />
          </When>
          <FactEntry {...keeps.tokens}>
            <When known="sharesTokens">
              <p>{keeps.sharedTokens}</p>
            </When>
          </FactEntry>
          <FactEntry {...keeps.logs} />
          <FactEntry {...keeps.browser} />
        </dl>
        <p>{keeps.nothingElse}</p>

        <When known="notices">
          <h2 id="notifications">{notices.heading}</h2>
          <p>{notices.asked}</p>
          <p>{notices.content}</p>
          <When known="notices.remind">
            <p>{notices.reminder}</p>
          </When>
          <Unless known="notices.areWatched">
            <p>{notices.opened}</p>
          </Unless>
          <When known="notices.areWatched">
            <p>{notices.watched}</p>
          </When>
          <p>{notices.others}</p>
          <p>{notices.delivery}</p>
        </When>

        <h2 id="who-sees-it">{where.heading}</h2>
        <p>{where.kept}</p>
        <Unless known="notices">
          <p>{where.passedOn}</p>
        </Unless>
        <When known="notices">
          <p>{where.passedOnButNotices}</p>
        </When>

        <h2 id="deletion">{deleting.heading}</h2>
        <dl>
          <FactEntry {...deleting.confirmations} />
          <When known="notices">
            <FactEntry {...deleting.notices} />
          </When>
          <dt>{deleting.uninstall.term}</dt>
          <dd>
            <Unless known="notices.areWatched">{deleting.uninstall.text}</Unless>
            <When known="notices.areWatched">{deleting.uninstallWatched}</When>
          </dd>
          <FactEntry {...deleting.organization} />
          <FactEntry {...deleting.backups} />
        </dl>

        <h2 id="protection">{protection.heading}</h2>
        <ul>
          {[protection.connections, protection.requests, protection.tokens, protection.ids].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>

        <Contact text={props.text} />
      </main>
    </Layout>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl>
      {facts.map((fact) => (
        <FactEntry key={fact.term} {...fact} />
      ))}
    </dl>
  );
}

function FactEntry({ term, text, children }: Fact & { readonly children?: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        {text}
        {children}
      </dd>
    </>
  );
}

/** Every plural form of a sentence; the server, which knows the number, keeps the one that fits. */
function Days({ sentence, tag }: { readonly sentence: Plural; readonly tag: string }) {
  return new Intl.PluralRules(tag).resolvedOptions().pluralCategories.map((category) => (
    <When key={category} known={`days.${category}`}>
      {(sentence[category] ?? sentence.other).replace('{{days}}', '{{days.count}}')}
    </When>
  ));
}
