import { pages as paths } from '../../contract/paths.js';
import { Contact } from './Contact.js';
import { appName, Layout, type PageProps } from './Layout.js';
import { OpenInTeams } from './OpenInTeams.js';

/** What this is, and how to open it in Teams. */
export function HomePage(props: PageProps) {
  const { home } = props.text;
  return (
    <Layout {...props} title={appName} path={paths.home}>
      <main>
        <h1>
          <bdi>{appName}</bdi>
        </h1>
        <p className="lead">{home.lead}</p>
        <OpenInTeams text={props.text} />
        <p>{home.readsOnly}</p>
        <h2>{home.steps.heading}</h2>
        <ol>
          <li>{home.steps.apps}</li>
          <li>{home.steps.search}</li>
          <li>{home.steps.open}</li>
        </ol>
        <h2>{home.administrators.heading}</h2>
        <p>{home.administrators.text}</p>
        <Contact text={props.text} />
      </main>
    </Layout>
  );
}
