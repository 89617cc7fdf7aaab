using System.Globalization;

namespace SupportBot.Dialogs.Tests;

/// <summary><c>RANDOM_WALKS=10000 dotnet test tests/Dialogs.Tests --filter RandomWalk</c> takes them all.</summary>
public sealed class RandomWalkTests
{
    private const int Few = 100;

    [Fact]
    public async Task No_walk_ends_in_an_error_or_a_dead_end_and_the_state_stays_small()
    {
        int walks = int.TryParse(Environment.GetEnvironmentVariable("RANDOM_WALKS"), CultureInfo.InvariantCulture, out int asked) ? asked : Few;
        await Parallel.ForAsync(0, walks, async (seed, _) => await new RandomWalk(seed, TranscriptTests.Bot, TranscriptTests.Settings).RunAsync());
    }
}
