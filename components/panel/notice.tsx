/** What just happened, with its undo. */
import { i18n } from '#i18n';
import { askBackground } from '../bridge/ask-background';
import { problemText } from '../format/problem';
import { Icon } from '../icon/icon';

export interface Notice {
  readonly tone: 'done' | 'problem';
  readonly message: string;
  /** Operation that 撤销 takes back. */
  readonly undo?: string;
}

interface NoticeProps {
  readonly notice: Notice;
  readonly onDone: (next: Notice | null) => void;
}

export function Notice({ notice, onDone }: NoticeProps) {
  const { undo } = notice;
  const takeBack = async (operationId: string) => {
    const reply = await askBackground('operation.undo', { operationId });
    onDone(
      reply.ok ? { tone: 'done', message: i18n.t('undone') } : { tone: 'problem', message: problemText(reply.reason) },
    );
  };
  return (
    <div class={`notice notice-${notice.tone}`}>
      <Icon name={notice.tone === 'done' ? 'check' : 'warning'} />
      <span>{notice.message}</span>
      {undo ? (
        <button type="button" data-action="undo" onClick={() => void takeBack(undo)}>
          {i18n.t('undo')}
        </button>
      ) : null}
      <button
        type="button"
        class="icon-button"
        data-action="dismiss"
        aria-label={i18n.t('close')}
        onClick={() => onDone(null)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
