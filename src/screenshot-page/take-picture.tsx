import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { translate } from '../own-pages/translate.ts';
import { answerPicture } from './answer-picture.ts';

const isOver = signal(false);

/** Takes the first file of a paste or a drop, whatever it is: what is no picture is told so. */
export function takeFrom(data: DataTransfer | null): boolean {
  const [file] = data?.files ?? [];
  if (file === undefined) return false;
  void answerPicture(file);
  return true;
}

export function TakePicture() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <section
      class={isOver.value ? 'take over' : 'take'}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        takeFrom(event.dataTransfer);
      }}
    >
      <p>{translate('screenshotHint')}</p>
      <button class="primary" type="button" onClick={() => input.current?.click()}>
        {translate('screenshotOpen')}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void answerPicture(file);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}
