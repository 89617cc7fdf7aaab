using System.Globalization;
using StackExchange.Redis;
using SupportBot.Access;

namespace SupportBot.Storage.Redis;

/// <summary>
/// Counts by the generic cell rate algorithm: a key holds when the next one would be due if all had come at their even pace.
/// The clock is Redis's, so that the nodes' own need not agree.
/// </summary>
internal sealed class RedisLimits(RedisLink link) : ISharedLimits
{
    private const string Take = """
        local time = redis.call('time')
        local now = time[1] * 1000 + time[2] / 1000
        local due = {}
        for index, key in ipairs(KEYS) do
          local burst, every = tonumber(ARGV[2 * index - 1]), tonumber(ARGV[2 * index])
          due[index] = math.max(tonumber(redis.call('get', key) or now), now) + every
          local early = due[index] - now - burst * every
          if early > 0.001 then return tostring(early) end
        end
        for index, key in ipairs(KEYS) do
          redis.call('set', key, string.format('%.3f', due[index]), 'px', math.ceil(due[index] - now) + 1)
        end
        return '0'
        """;

    public async ValueTask<TimeSpan?> TakeAsync(params IReadOnlyList<Allowance> allowances)
    {
        RedisKey[] keys = new RedisKey[allowances.Count];
        RedisValue[] numbers = new RedisValue[2 * allowances.Count];
        for (int index = 0; index < keys.Length; index++)
        {
            Allowance allowance = allowances[index];
            keys[index] = $"{link.Prefix}limit:{allowance.Key}";
            numbers[2 * index] = allowance.Burst;
            numbers[2 * index + 1] = allowance.Every.TotalMilliseconds;
        }

        RedisResult? answer = await link.AskAsync(database => database.ScriptEvaluateAsync(Take, keys, numbers), null!);
        return answer is null || double.Parse((string)answer, CultureInfo.InvariantCulture) is var wait && wait == 0 ? null : TimeSpan.FromMilliseconds(wait);
    }
}
