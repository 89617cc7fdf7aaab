namespace SupportBot.Knowledge.Learning;

internal static class GroupScale
{
    /// <summary>Turns the sum of squares of each group into the factor for its values.</summary>
    public static void Of(Span<float> squares, LearningSettings settings)
    {
        float total = 0;
        for (int g = 0; g < squares.Length; g++)
        {
            total += squares[g] > 0 ? settings.Share(g) * settings.Share(g) : 0;
        }
        float whole = total > 0 ? 1 / MathF.Sqrt(total) : 0;
        for (int g = 0; g < squares.Length; g++)
        {
            squares[g] = squares[g] > 0 ? settings.Share(g) * whole / MathF.Sqrt(squares[g]) : 0;
        }
    }
}
