import { makeStyles, tokens } from '@fluentui/react-components';
import { CopyButton } from '../../components/CopyButton.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';

const useStyles = makeStyles({
  root: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalXS },
  id: { overflowWrap: 'anywhere' },
});

/** Id that only support staff need. */
export function SupportId({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { details } = useLaterMessages();
  return (
    <details className={styles.root}>
      <summary className={styles.summary}>{details.support}</summary>
      {details.id}: <bdi className={styles.id}>{id}</bdi> <CopyButton text={id} />
    </details>
  );
}
