import source from '@mermaid-js/tiny/dist/mermaid.tiny.js?url';
import { useData } from 'vitepress';
import { defineComponent, h, onMounted, ref, watch } from 'vue';

let mermaid;
let drawn = 0;

/** Mermaid, loaded once, by the first page with a diagram. It is a script of its own: to bundle it takes long. */
const loaded = () =>
  (mermaid ??= new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: source });
    script.onload = () => resolve(window.mermaid);
    script.onerror = () => reject(new Error(`${source} was not loaded`));
    document.head.append(script);
  }));

/** A diagram in the colours of the page; its text until it is drawn. */
export const Diagram = defineComponent({
  props: { source: { type: String, required: true } },
  setup(props, { slots }) {
    const { isDark } = useData();
    const svg = ref('');
    const draw = async () => {
      const { initialize, render } = await loaded();
      initialize({ startOnLoad: false, theme: isDark.value ? 'dark' : 'neutral' });
      ({ svg: svg.value } = await render(`diagram-${drawn++}`, decodeURIComponent(props.source)));
    };
    onMounted(draw);
    watch(isDark, draw);
    return () =>
      svg.value ? h('div', { class: 'diagram', innerHTML: svg.value }) : slots.default();
  },
});
