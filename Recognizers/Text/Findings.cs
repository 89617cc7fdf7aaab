namespace SupportBot.Recognizers.Text;

/// <summary>Collects the recognitions of one call in a text.</summary>
internal sealed class Findings(string raw)
{
    private readonly List<Recognition> found = new(8);

    public IReadOnlyList<Recognition> Found => found;

    public int Count => found.Count;

    public string Raw { get; } = raw;

    public void Add(in Utterance u, int firstToken, int endToken, string typeName, Resolution resolution) =>
        Add(u.Tokens[firstToken].Start, u.Tokens[endToken - 1].End, typeName, resolution);

    public void Add(Recognition recognition) => found.Add(recognition);

    public void Add(int start, int end, string typeName, Resolution resolution) => Add(Shown(start, end), start, end, typeName, resolution);

    /// <summary>Adds a recognition whose words are shown as given.</summary>
    public void Add(string text, int start, int end, string typeName, Resolution resolution) =>
        found.Add(new Recognition(text, start, end - 1, typeName, resolution));

    public string Shown(int start, int end) => Normalisation.Shown(Raw.AsSpan(start, end - start));
}
