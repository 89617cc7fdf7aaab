namespace SupportBot.Knowledge.Text;

/// <summary>Names of products and brands: each is read as "some name", so that a question is understood the same whichever it names.</summary>
internal sealed class NameList
{
    private const int LongestName = 6;

    private static readonly uint SomeName = Hashing.Of("#name");

    private readonly HashSet<uint> names = [];

    public NameList(IEnumerable<string> names)
    {
        Scratch scratch = new();
        foreach (string name in names)
        {
            TokenReader.Read(name, scratch);
            if (scratch.TokenCount is > 0 and <= LongestName)
            {
                this.names.Add(Chain(scratch, 0, scratch.TokenCount));
            }
        }
    }

    /// <summary>Replaces the tokens of every name, the longest first.</summary>
    public void Apply(Scratch scratch)
    {
        for (int i = 0; i < scratch.TokenCount && names.Count > 0; i++)
        {
            int length = Math.Min(LongestName, scratch.TokenCount - i);
            while (length > 0 && !names.Contains(Chain(scratch, i, length)))
            {
                length--;
            }
            for (int k = i; k < i + length; k++)
            {
                scratch.Tokens[k] = scratch.Tokens[k] with { Kind = TokenKind.Name, Hash = SomeName, Stem = SomeName };
            }
            i += Math.Max(0, length - 1);
        }
    }

    private static uint Chain(Scratch scratch, int start, int length)
    {
        uint hash = 0;
        for (int i = start; i < start + length; i++)
        {
            Token token = scratch.Tokens[i];
            uint own = token.Kind == TokenKind.Number ? Hashing.Of(scratch.Text.AsSpan(token.Start, token.Length)) : token.Stem;
            hash = Hashing.Join(hash, own, 0);
        }
        return hash;
    }
}
