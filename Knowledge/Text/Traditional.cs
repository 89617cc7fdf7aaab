namespace SupportBot.Knowledge.Text;

/// <summary>Reads traditional characters as simplified ones, so that 退貨 finds 退货, from our own list of those with one simplified form.</summary>
internal static class Traditional
{
    public const char First = '\u4e00';
    public const char Last = '\u9fff';

    private static readonly char[] Forms = Read();

    public static char Simplified(char character) => Forms[character - First];

    private static char[] Read()
    {
        char[] forms = [.. Enumerable.Range(First, Last - First + 1).Select(c => (char)c)];
        foreach (string pair in Resource.Lines("Synonyms.traditional.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            forms[pair[0] - First] = pair[1];
        }
        return forms;
    }
}
