import { pages as paths } from '../../contract/paths.js';
import type { Section } from '../i18n/PagesText.js';
import { Contact } from './Contact.js';
import { appName, Layout, withHost, type PageProps } from './Layout.js';
import { When } from './When.js';

/** On what terms people use it. */
export function TermsPage(props: PageProps) {
  const { layout, terms } = props.text;
  return (
    <Layout {...props} title={`${layout.terms} · ${appName}`} path={paths.terms}>
      <main>
        <h1>{layout.terms}</h1>
        <p className="lead">{withHost(terms.lead)}</p>
        <Term {...terms.shows} />
        <Term {...terms.preview} />
        <Term {...terms.confirmations} />
        <When known="notices">
          <Term {...terms.notices} />
        </When>
        <Term {...terms.use} />
        <Term {...terms.ending} />
        <Term {...terms.warranty} />
        <Contact text={props.text} />
      </main>
    </Layout>
  );
}

function Term({ heading, text }: Section) {
  return (
    <section>
      <h2>{heading}</h2>
      <p>{text}</p>
    </section>
  );
}
