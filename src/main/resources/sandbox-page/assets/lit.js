/** The one place that names the version of lit-html; every other module imports from here. */
export {html, svg, nothing, render, noChange} from '/webjars/lit-html/3.2.1/lit-html.js';
export {repeat} from '/webjars/lit-html/3.2.1/directives/repeat.js';
export {keyed} from '/webjars/lit-html/3.2.1/directives/keyed.js';
export {classMap} from '/webjars/lit-html/3.2.1/directives/class-map.js';
export {ifDefined} from '/webjars/lit-html/3.2.1/directives/if-defined.js';
export {live} from '/webjars/lit-html/3.2.1/directives/live.js';
export {ref} from '/webjars/lit-html/3.2.1/directives/ref.js';
