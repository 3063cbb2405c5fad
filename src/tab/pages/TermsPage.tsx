import { pages as paths } from '../../contract/paths.js';
import { Contact } from './Contact.js';
import { appName, Layout, withHost, type PageProps } from './Layout.js';

/** On what terms people use it. */
export function TermsPage(props: PageProps) {
  const { layout, terms } = props.text;
  const { lead, shows, preview, confirmations, use, ending, warranty } = terms;
  return (
    <Layout {...props} title={`${layout.terms} · ${appName}`} path={paths.terms}>
      <main>
        <h1>{layout.terms}</h1>
        <p className="lead">{withHost(lead)}</p>
        {[shows, preview, confirmations, use, ending, warranty].map(({ heading, text }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <p>{text}</p>
          </section>
        ))}
        <Contact text={props.text} />
      </main>
    </Layout>
  );
}
