import DefaultTheme from 'vitepress/theme';
import './style.css';
import { Diagram } from './diagram.js';

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => app.component('Diagram', Diagram),
};
