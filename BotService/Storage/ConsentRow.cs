using SupportBot.Customers;

namespace SupportBot.Storage;

/// <summary>A row of <c>consent</c>, as Dapper reads it.</summary>
internal sealed record ConsentRow(string CustomerId, string Channel, string Purpose, long Given, string Source, long At)
{
    public Consent Consent() => new(Channel, Purpose, Given != 0, Source, DateTimeOffset.FromUnixTimeMilliseconds(At));
}
