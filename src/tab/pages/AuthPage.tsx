import { pages as paths } from '../../contract/paths.js';
import type { ConsentEnd, Section } from '../i18n/PagesText.js';
import { Contact } from './Contact.js';
import { appName, Layout, type PageProps } from './Layout.js';
import { OpenInTeams } from './OpenInTeams.js';
import { OutsideLink } from './OutsideLink.js';

const looks: Readonly<Record<ConsentEnd, 'good' | 'bad' | 'note'>> = {
  signedIn: 'good',
  granted: 'good',
  onePerson: 'note',
  declined: 'note',
  needsAdmin: 'note',
  requested: 'note',
  refused: 'bad',
  notSetUp: 'bad',
  unknown: 'bad',
};

const marks = {
  good: 'M16 25l6 6 11-13',
  bad: 'M24 15v12m0 5.5v.5',
  note: 'M24 22v11m0-17.5v-.5',
};

/**
 * Where the consent pop-up starts and ends, and where an administrator comes back to. It holds every way in which that can
 * end; its script shows the one that did.
 */
export function AuthPage(props: PageProps) {
  const { consent } = props.text;
  const ends = Object.keys(looks) as ConsentEnd[];
  return (
    <Layout {...props} title={`${consent.title} · ${appName}`} path={paths.authEnd}>
      <main>
        <p id="signing-in" role="status" hidden>
          {consent.signingIn}
        </p>
        <noscript>{consent.needsScript}</noscript>
        <End {...consent.nothingToDo} id="nothing-to-do" look="note" />
        {ends.map((end) => (
          <End key={end} {...consent.ends[end]} id={end} look={looks[end]}>
            <NextStep end={end} {...props} />
          </End>
        ))}
        <p data-back="" hidden>
          {consent.backToTeams}
        </p>
      </main>
    </Layout>
  );
}

type EndProps = Section & {
  readonly id: string;
  readonly look: keyof typeof marks;
  readonly children?: React.ReactNode;
};

function End({ id, look, heading, text, children }: EndProps) {
  return (
    <section data-end={id} className={look} hidden>
      <svg className="mark" width="48" height="48" viewBox="0 0 48 48" aria-hidden="true">
        <path
          d={marks[look]}
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <h1>{heading}</h1>
      <p>{text}</p>
      {children}
    </section>
  );
}

/** What to do about it. */
function NextStep({ end, text }: PageProps & { readonly end: ConsentEnd }) {
  const { consent } = text;
  const grantForAll = (
    <p>
      <OutsideLink text={text} className="button" data-grant-for-all="">
        {consent.grantForAll}
      </OutsideLink>
    </p>
  );
  const code = (
    <p className="code" data-code="" hidden>
      {consent.code} <bdi dir="ltr" />
    </p>
  );
  switch (end) {
    case 'signedIn':
      return null;
    case 'granted':
      return (
        <>
          <OpenInTeams text={text} />
          <h2>{consent.mayRead.heading}</h2>
          <ul>
            <li>{consent.mayRead.delegations}</li>
            <li>{consent.mayRead.people}</li>
            <li>{consent.mayRead.presence}</li>
          </ul>
          <h2>{consent.undo.heading}</h2>
          <p>{consent.undo.text}</p>
        </>
      );
    case 'onePerson':
      return grantForAll;
    case 'declined':
    case 'needsAdmin':
      return (
        <>
          {grantForAll}
          {code}
        </>
      );
    case 'requested':
    case 'refused':
      return code;
    case 'unknown':
      return (
        <>
          {grantForAll}
          {code}
          <Contact text={text} />
        </>
      );
    case 'notSetUp':
      return (
        <>
          {code}
          <Contact text={text} />
        </>
      );
  }
}
