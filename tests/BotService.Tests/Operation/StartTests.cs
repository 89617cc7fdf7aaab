using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace SupportBot.BotService.Tests.Operation;

public sealed class StartTests
{
    [Theory]
    [InlineData("DirectLine:TokenLifetime", "00:00:01")]
    [InlineData("DirectLine:MaxUploadBytes", "-1")]
    [InlineData("Limits:VisitorBurst", "0")]
    [InlineData("Articles:AnswerWhenSure", "150")]
    [InlineData("Data:MaxQueuedWrites", "5")]
    [InlineData("Data:Postgres", "nonsense")]
    [InlineData("Proxies:Trusted:0", "nonsense")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string value)
    {
        OptionsValidationException refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningService.StartAsync(null, $"--{key}", value));
        Assert.Contains(key.Replace(":0", "", StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_keys_are_kept_in_a_home_folder()
    {
        await using RunningService service = await RunningService.StartAsync();
        Assert.Throws<InvalidOperationException>(service.Get<IDataProtectionProvider>);
    }

    [Fact]
    public async Task Health_is_told_and_turns_and_commits_are_measured()
    {
        ConcurrentBag<string> measured = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "SupportBot")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => measured.Add(instrument.Name));
        listener.SetMeasurementEventCallback<int>((instrument, _, _, _) => measured.Add(instrument.Name));
        listener.Start();

        await using RunningService service = await RunningService.StartAsync();
        foreach (string path in (string[])["/health/live", "/health/ready"])
        {
            using HttpResponseMessage health = await service.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        }

        await (await service.VisitAsync()).AskAsync("return policy please");
        listener.RecordObservableInstruments();
        Assert.Contains("supportbot.turn.duration", measured);
        Assert.Contains("supportbot.store.commit.writes", measured);
        Assert.Contains("supportbot.sockets.open", measured);
    }
}
