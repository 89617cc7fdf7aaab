namespace SupportBot.Recognizers.Text;

/// <summary>Collects the recognitions of one call.</summary>
internal sealed class Findings
{
    private readonly List<Recognition> found = new(8);

    public IReadOnlyList<Recognition> Found => found;

    public int Count => found.Count;

    public void Add(in Utterance u, int firstToken, int endToken, string typeName, Resolution resolution) =>
        AddCharacters(u.Text, u.Tokens[firstToken].Start, u.Tokens[endToken - 1].End, typeName, resolution);

    public void Add(Recognition recognition) => found.Add(recognition);

    public void AddCharacters(ReadOnlySpan<char> text, int start, int end, string typeName, Resolution resolution) =>
        found.Add(new Recognition(new string(text[start..end]), start, end - 1, typeName, resolution));
}
