import type { Panel, PanelHost } from '../shared/panel.ts';
import { adopt } from '../shared/dom.ts';
import { ChatPanel } from './chat-panel.ts';
import cardStyles from '../view/card.css?inline';
import composerStyles from '../view/composer.css?inline';
import contentStyles from '../view/content.css?inline';
import logStyles from '../view/log.css?inline';
import surveyStyles from '../view/survey.css?inline';
import panelStyles from '../view/panel.css?inline';

export function createPanel(host: PanelHost): Panel {
  adopt(host.root, panelStyles, logStyles, contentStyles, cardStyles, composerStyles, surveyStyles);
  return new ChatPanel(host);
}
