import { ManageHelp } from '../features/manage/ManageHelp.js';
import { NotificationSettings } from '../features/notifications/NotificationSettings.js';

/** Content below the lists, and later additions to the page header. */
export const PageFoot = () => (
  <>
    <ManageHelp />
    <NotificationSettings />
  </>
);
