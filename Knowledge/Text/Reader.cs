namespace SupportBot.Knowledge.Text;

/// <summary>Reads texts of one language into features, the same for learning and for answering.</summary>
/// <param name="synonyms">Meanings of words.</param>
/// <param name="names">Names of products and brands.</param>
/// <param name="spelling">Known words, where unknown ones are to be corrected; null while learning.</param>
internal sealed class Reader(Synonyms synonyms, NameList names, Spelling? spelling = null)
{
    /// <summary>The same reader, correcting the spelling.</summary>
    public Reader Correcting(Spelling words) => new(synonyms, names, words);

    public void Read(ReadOnlySpan<char> text, Scratch scratch)
    {
        TokenReader.Read(text, scratch);
        names.Apply(scratch);
        if (spelling is not null)
        {
            Correct(scratch, spelling);
        }
        Span<Meaning> meanings = stackalloc Meaning[FeatureReader.MostMeanings];
        FeatureReader.Read(scratch, meanings[..synonyms.Find(scratch, meanings)]);
    }

    /// <summary>Takes misspelt words for the known ones; the letters as typed stay beside those of the known word.</summary>
    private static void Correct(Scratch scratch, Spelling spelling)
    {
        for (int i = 0; i < scratch.TokenCount; i++)
        {
            Token token = scratch.Tokens[i];
            if (token.Kind == TokenKind.Word)
            {
                ReadOnlySpan<char> word = spelling.Correct(scratch.Text.AsSpan(token.Start, token.Length), token.Hash);
                if (word.Length > 0)
                {
                    scratch.Tokens[i] = token with { Hash = Hashing.Of(word), Stem = Stem.Hash(word) };
                    FeatureReader.AddLetters(scratch, word, i);
                }
            }
        }
    }
}
