/** How near to the end still counts as reading the newest. */
const NEAR = 48;

/**
 * The scrolling list of messages. It stays at the newest message while one reads there, stays put
 * while one reads further up, and moves from message to message with the arrow keys.
 */
class ChatLog extends HTMLElement {
  #pinned = true;
  /** @type {Element | null} where reading starts, until the person moves */
  #start = null;
  #sizes = new ResizeObserver(() => this.#settle());

  connectedCallback() {
    this.addEventListener('scroll', this.#onScroll, {passive: true});
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('focusin', this.#onFocus);
    this.#sizes.observe(this);
    this.#sizes.observe(this.firstElementChild);
    for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
      this.addEventListener(kind, this.#onMove, {passive: true});
    }
    this.#start = this.querySelector('.new-mark');
  }

  disconnectedCallback() {
    this.#sizes.disconnect();
  }

  /** @return {boolean} the newest message is in view */
  get atEnd() {
    return this.scrollHeight - this.scrollTop - this.clientHeight < NEAR;
  }

  toEnd() {
    this.#start = null;
    this.#pinned = true;
    this.#settle();
  }

  /** @param {Element} element brought into the middle of the view */
  reveal(element) {
    this.#start = element;
    this.#show(element);
  }

  #show(element) {
    element.scrollIntoView({block: 'center'});
    this.#pinned = this.atEnd;
    this.toggleAttribute('away', !this.#pinned);
  }

  #settle() {
    if (this.#start?.isConnected) this.#show(this.#start);
    if (this.#pinned) this.scrollTop = this.scrollHeight;
    this.toggleAttribute('away', !this.atEnd);
    if (!this.contains(document.activeElement)) this.#stopAt(this.#messages.at(-1));
  }

  get #messages() {
    return [...this.querySelectorAll('.message')];
  }

  /** One message is the stop of the Tab key; the arrow keys move it. */
  #stopAt(message) {
    for (const m of this.querySelectorAll('.message[tabindex="0"]')) if (m !== message) m.tabIndex = -1;
    if (message) message.tabIndex = 0;
  }

  #onMove = () => {
    this.#start = null;
  };

  #onScroll = () => {
    this.#pinned = this.atEnd;
    this.toggleAttribute('away', !this.#pinned);
  };

  #onFocus = (event) => {
    this.#stopAt(event.target.closest('.message') ?? this.#messages.at(-1));
  };

  #onKey = (event) => {
    if (!event.target.matches('.message') || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = this.#messages;
    const at = all.indexOf(event.target);
    const to = {ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1}[event.key];
    if (to === undefined || !all[to]) return;
    event.preventDefault();
    all[to].focus({preventScroll: true});
    all[to].scrollIntoView({block: 'nearest'});
  };
}

customElements.define('chat-log', ChatLog);
