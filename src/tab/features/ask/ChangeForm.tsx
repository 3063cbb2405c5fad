import {
  Checkbox,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Subtitle2,
  Text,
  tokens,
  useEventCallback,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import { rights, type Delegation, type ListName } from '../../../contract/delegation.js';
import { knownName } from '../../delegation/wording.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { toPair } from '../../administrator/powerShell.js';
import { SendToAdministrator } from '../../administrator/SendToAdministrator.js';
import { useSession } from '../../session.js';
import { diffRights, type RequestedChange, type WantedRights, type ChangeRequest } from './ChangeRequest.js';
import { AskMessage } from './AskMessage.js';
import { toManageSteps, useAskLanguage } from './askTexts.js';

const useStyles = makeStyles({
  section: { display: 'grid', justifyItems: 'start', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  rights: { display: 'grid' },
  steps: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type ChangeFormProps = {
  readonly list: ListName;
  readonly delegation: Delegation;
  readonly lastConfirmation: Confirmation | undefined;
  readonly remember: (request: ChangeRequest) => void;
};

/** Form for a change to a delegation. A delegate then asks for it; a delegator gets the steps. */
export function ChangeForm({ list, delegation, lastConfirmation, remember }: ChangeFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { ask } = useLaterMessages();
  const { context } = useSession();
  const language = useAskLanguage();
  const isInactive = delegation.isActive === false;
  const [kind, setKind] = useState<RequestedChange['kind']>(isInactive ? 'activate' : 'rights');
  const [wished, setWished] = useState<WantedRights>({});
  const { id, allowedActions } = delegation;
  const name = knownName(delegation);
  const about = { pairs: [toPair(list, id, context.userId ?? '')], names: name === null ? [] : [name] };
  const change: RequestedChange | undefined =
    kind === 'rights' ? diffRights(allowedActions, wished) : { kind };
  const rememberNow = useEventCallback(() => {
    if (change !== undefined) remember({ list, id, change, at: Date.now() });
  });
  // A delegator who reads the steps is about to change it. A delegate has asked only after choosing a way to send.
  const intention = list === 'delegates' && JSON.stringify(change);
  useEffect(() => {
    if (intention !== false) rememberNow();
  }, [intention, rememberNow]);
  return (
    <>
      <Field label={ask.whatToChange}>
        <RadioGroup value={kind} onChange={(_, { value }) => setKind(value as RequestedChange['kind'])}>
          <Radio value="rights" label={ask.kinds.rights} />
          {isInactive && <Radio value="activate" label={ask.kinds.activate} />}
          <Radio value="end" label={ask.kinds.end[list]} />
        </RadioGroup>
      </Field>
      {kind === 'rights' && (
        <div className={styles.rights} role="group" aria-label={ask.kinds.rights}>
          {rights.map((right) => (
            <Checkbox
              key={right}
              label={messages.rights[right]}
              checked={wished[right] ?? allowedActions[right] ?? 'mixed'}
              onChange={(_, { checked }) => setWished({ ...wished, [right]: checked === true })}
            />
          ))}
        </div>
      )}
      {change === undefined ? (
        <Text role="status" className={styles.quiet}>
          {ask.chooseFirst}
        </Text>
      ) : (
        <>
          {list === 'delegators' ? (
            <AskMessage
              delegation={delegation}
              change={change}
              lastConfirmation={lastConfirmation}
              whenAsked={rememberNow}
            />
          ) : (
            <section className={styles.section}>
              <Subtitle2 as="h3" className={styles.title}>
                {ask.stepsTitle}
              </Subtitle2>
              <Steps steps={toManageSteps(change, name, language)} />
            </section>
          )}
          <section className={styles.section}>
            <Text className={styles.quiet}>{ask.orAdministrator}</Text>
            <SendToAdministrator
              task={
                change.kind === 'rights'
                  ? { task: 'changeRights', wanted: change.wanted, ...about }
                  : { task: 'checkDelegations', ...about }
              }
            />
          </section>
        </>
      )}
    </>
  );
}

/** Numbered steps to follow in Teams. */
export function Steps({ steps }: { readonly steps: readonly string[] }) {
  return (
    <ol className={useStyles().steps}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
