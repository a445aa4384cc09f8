import { slug } from 'github-slugger';

/** Headings have the anchors that GitHub gives them, so that one link is right in both places. */
export const anchor = { slugify: slug };

/** Blocks of Mermaid are drawn by the page; their text stands there until then, and without scripts. */
export function diagrams(md) {
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info, content } = tokens[index];
    if (info.trim() !== 'mermaid') return fence(tokens, index, ...rest);
    const text = md.utils.escapeHtml(content);
    return `<Diagram source="${encodeURIComponent(content)}"><pre class="mermaid" v-pre>${text}</pre></Diagram>\n`;
  };
}
