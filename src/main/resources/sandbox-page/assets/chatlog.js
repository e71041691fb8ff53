/** How near to the end still counts as reading the newest. */
const NEAR = 48;
/** How long pictures may take to move what a person was brought to. */
const SETTLING_MS = 1500;

/**
 * The scrolling list of messages. It stays at the newest message while one reads there, stays put
 * while one reads further up, and moves from message to message with the arrow keys.
 */
class ChatLog extends HTMLElement {
  #pinned = true;
  #top = 0;
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
    const mark = this.querySelector('.new-mark');
    if (mark) this.#startAt(mark);
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
    this.#startAt(element);
    this.#show(element);
  }

  /** Holds an element in view while pictures and fields around it find their size. */
  #startAt(element) {
    this.#start = element;
    setTimeout(() => {
      if (this.#start === element) this.#start = null;
    }, SETTLING_MS);
  }

  #show(element) {
    element.scrollIntoView({block: 'center'});
    this.#top = this.scrollTop;
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
    // A list that grew is not at its end either; only going up is the person's own wish to stay.
    if (this.atEnd) {
      this.#pinned = true;
    } else if (this.scrollTop < this.#top) {
      this.#pinned = false;
      this.#start = null;
    }
    this.#top = this.scrollTop;
    this.toggleAttribute('away', !this.atEnd);
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
