using System.Runtime.CompilerServices;

namespace SupportBot.Knowledge.Text;

/// <summary>Working memory of one thread: a question is read, scored and judged without allocating.</summary>
internal sealed class Scratch
{
    /// <summary>Characters looked at; the rest of a longer text is not read.</summary>
    public const int MaxText = 400;

    public const int MaxTokens = 64;

    public const int MaxFeatures = 2048;

    private const int Slots = MaxFeatures * 2;

    [ThreadStatic]
    private static Scratch? own;

    public static Scratch Own => own ??= new Scratch();

    public char[] Text { get; } = new char[MaxText];

    public Token[] Tokens { get; } = new Token[MaxTokens];

    public int TokenCount { get; set; }

    public Feature[] Features { get; } = new Feature[MaxFeatures];

    public int FeatureCount { get; set; }

    /// <summary>Rows of the model the features were found at, −1 where unknown.</summary>
    public int[] Rows { get; } = new int[MaxFeatures];

    public float[] Values { get; } = new float[MaxFeatures];

    public float[] Scores { get; private set; } = new float[256];

    private readonly uint[] seen = new uint[Slots];
    private readonly ushort[] seenIn = new ushort[Slots];
    private ushort round;

    public Span<float> ScoresOf(int labels)
    {
        if (Scores.Length < labels)
        {
            Scores = new float[labels];
        }
        return Scores.AsSpan(0, labels);
    }

    public void Clear()
    {
        TokenCount = 0;
        FeatureCount = 0;
        if (++round == 0)
        {
            Array.Clear(seenIn);
            round = 1;
        }
    }

    public void Add(Token token)
    {
        if (TokenCount < MaxTokens)
        {
            Tokens[TokenCount++] = token;
        }
    }

    /// <summary>Takes a feature once; a repeated one says nothing new in a text this short.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(uint hash, FeatureGroup group, int first, int second)
    {
        if (FeatureCount == MaxFeatures)
        {
            return;
        }
        uint slot = hash & (Slots - 1);
        while (seenIn[slot] == round)
        {
            if (seen[slot] == hash)
            {
                return;
            }
            slot = (slot + 1) & (Slots - 1);
        }
        seen[slot] = hash;
        seenIn[slot] = round;
        Features[FeatureCount++] = new Feature(hash, group, (byte)first, (byte)second);
    }
}
