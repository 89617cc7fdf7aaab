import { Marked, Tokenizer, type Token, type Tokens } from 'marked';

/**
 * CommonMark takes `**“尺码表”**里` for plain asterisks, because it decides by spaces and punctuation which Chinese writes
 * differently. Bold is therefore whatever stands between two pairs of asterisks without blanks at their inner sides.
 */
class CjkTokenizer extends Tokenizer {
  override emStrong(src: string, masked: string, previous?: string): Tokens.Em | Tokens.Strong | undefined {
    const bold = /^\*\*(?!\s)([^*\n]{1,500}?)\*\*/.exec(src);
    const [raw, text] = bold ?? [];
    if (raw === undefined || text === undefined || text.endsWith(' ')) return super.emStrong(src, masked, previous);
    return { type: 'strong', raw, text, tokens: this.lexer.inlineTokens(text) };
  }

  /** HTML is words like any others. */
  override html(): undefined {
    return undefined;
  }

  override tag(): undefined {
    return undefined;
  }
}

const marked = new Marked({ gfm: true, breaks: true, tokenizer: new CjkTokenizer() });

export function parse(text: string): Token[] {
  return marked.lexer(text);
}
