{
  const STYLE = `
    section { padding: 22px 26px 26px; }
    h3 { margin: 0 0 12px; font-size: 16px; }
    div { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2px; }
    button.tile { padding: 0; border: 4px solid transparent; background: none; cursor: pointer; }
    button.tile.on { border-color: #e36414; }
    img { display: block; width: 100%; aspect-ratio: 1; }
    #check { margin-top: 14px; padding: 9px 22px; border: 0; background: #0f4c5c; color: #fff; font: inherit; }
    #verdict { margin-left: 12px; }
    #verdict[data-result='right'] { color: #15803d; }
    #verdict[data-result='wrong'] { color: #b91c1c; }`;

  const BODY = `
    <section>
      <h3>请选择全部的兔子</h3>
      <div></div>
      <button id="check" type="button">全部续期</button>
      <output id="verdict" data-right="已续期 30 天" data-wrong="请再选一次"></output>
    </section>`;

  class PictureCheck extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML = `<style>${STYLE}</style>${BODY}`;
      const tiles = demo.deal({
        ask: 'rabbit',
        others: ['car', 'bird', 'zebra', 'guitar', 'balloon', 'basketball', 'penguin'],
        size: 9,
        right: 3,
      });
      const quiz = demo.quiz(
        tiles.map(({ right }) => right),
        root,
      );
      root.querySelector('div')?.append(...tiles.map((tile, position) => button(tile, position, quiz)));
    }
  }

  /** @param {DemoTile} tile @param {number} position @param {Quiz} quiz */
  function button({ src }, position, quiz) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tile';
    const image = document.createElement('img');
    image.src = src;
    image.alt = '';
    button.append(image);
    button.addEventListener('click', () => {
      button.classList.toggle('on', quiz.toggle(position));
    });
    return button;
  }

  customElements.define('picture-check', PictureCheck);
}
