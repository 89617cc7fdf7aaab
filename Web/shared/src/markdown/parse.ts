import { Marked, type Token } from 'marked';

/**
 * CommonMark takes `**“尺码表”**里` for plain asterisks, because it decides by spaces and punctuation which Chinese writes
 * differently. Bold is therefore whatever stands between two pairs of asterisks without blanks at their inner sides.
 */
const bold = /^\*\*(?![\s*])([^*\n]{0,500}[^\s*])\*\*(?!\*)/;

const marked = new Marked({
  gfm: true,
  breaks: true,
  tokenizer: {
    emStrong(source) {
      const [raw, text] = bold.exec(source) ?? [];
      // False leaves the decision to CommonMark's own rule.
      return raw === undefined || text === undefined ? false : { type: 'strong', raw, text, tokens: this.lexer.inlineTokens(text) };
    },
    // HTML is words like any others.
    html: () => undefined,
    tag: () => undefined,
  },
});

export function parse(text: string): Token[] {
  return marked.lexer(text);
}
